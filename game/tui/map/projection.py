"""From the globe to cells: a window on the country, at one scale both ways."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Iterable, Iterator, Sequence

from game.tui.map.extent import Extent, Point, turned, within

DEGREE = 111.195
"""Kilometres in a degree of latitude."""

TALL = 2
"""A cell is about twice as high as it is wide."""

FINEST, COARSEST = 0.05, 200.0
"""Kilometres to a column: the ends of the zoom."""

Segment = tuple[float, float, float, float]
"""From x, y to x, y, in dots: two to a column, four to a row."""


@dataclass(frozen=True, slots=True)
class Window:
    """What part of the country is seen.

    Attributes:
        centre: The point in the middle.
        scale: Kilometres to a column.
        width: Columns.
        height: Rows.
    """

    centre: Point
    scale: float
    width: int
    height: int

    def dot(self, point: Point) -> tuple[float, float]:
        """Where a point falls, in dots from the upper left corner."""
        return self._x(turned(point[0] - self.centre[0])), self._y(point[1])

    def cell(self, point: Point) -> tuple[int, int]:
        """The column and row a point falls in, inside the window or not."""
        x, y = self.dot(point)
        return math.floor(x / 2), math.floor(y / 4)

    def point(self, column: float, row: float) -> Point:
        """The point under a place in the window, in columns and rows."""
        east = (column - self.width / 2) * self.scale / (DEGREE * self._narrowing)
        north = (self.height / 2 - row) * self.scale * TALL / DEGREE
        return turned(self.centre[0] + east), _latitude(self.centre[1] + north)

    def holds(self, point: Point) -> bool:
        """Whether a point is in sight."""
        column, row = self.cell(point)
        return 0 <= column < self.width and 0 <= row < self.height

    @property
    def extent(self) -> Extent:
        """The box that is in sight."""
        wide = self.width * self.scale / (DEGREE * self._narrowing) / 2
        high = self.height * self.scale * TALL / DEGREE / 2
        east, north = self.centre
        edges = (turned(east - wide), turned(east + wide)) if wide < 180 else (-180, 180)
        return Extent(edges[0], _latitude(north - high), edges[1], _latitude(north + high))

    def moved(self, columns: float, rows: float) -> Window:
        """The window after a step to the right and down."""
        return replace(self, centre=self.point(self.width / 2 + columns, self.height / 2 + rows))

    def zoomed(self, factor: float) -> Window:
        """The window seen closer (above 1) or from farther off (below 1)."""
        return replace(self, scale=_scale(self.scale / factor))

    def sized(self, width: int, height: int) -> Window:
        """The same centre and scale in a window of another size."""
        return replace(self, width=max(1, width), height=max(1, height))

    def segments(self, line: Sequence[Point]) -> list[Segment]:
        """The parts of a line that are in sight, in order.

        A line that leaves on the far side of the globe is broken there, not
        drawn across the window. Steps of less than a dot are passed over.
        """
        right, low = self.width * 2 - 0.001, self.height * 4 - 0.001
        behind, middle = self.centre[0] - 180, self.centre[1]
        down = DEGREE / self.scale * 2
        reach = down * self._narrowing
        far, zero = 180 * reach, self.height * 2
        found: list[Segment] = []
        was_x = was_y = math.nan
        for east, north in line:
            x = ((east - behind) % 360 - 180) * reach + self.width
            y = (middle - north) * down + zero
            if -1 < x - was_x < 1 and -1 < y - was_y < 1:
                continue
            if -far <= x - was_x <= far:
                segment = was_x, was_y, x, y
                inside = 0 <= was_x <= right and 0 <= x <= right
                if inside and 0 <= was_y <= low and 0 <= y <= low:
                    found.append(segment)
                else:
                    found += _clipped(segment, right, low)
            was_x, was_y = x, y
        return found

    def ring(self, line: Sequence[Point]) -> Iterator[Segment]:
        """A closed line, in sight or not, kept whole across the date line."""
        start = line[0][0] if line else 0.0
        first, behind, middle = turned(start - self.centre[0]) - 180, start - 180, self.centre[1]
        down = DEGREE / self.scale * 2
        reach, zero = down * self._narrowing, self.height * 2
        xs = [(first + (east - behind) % 360) * reach + self.width for east, _ in line]
        ys = [(middle - north) * down + zero for _, north in line]
        return zip(xs, ys, xs[1:] + xs[:1], ys[1:] + ys[:1], strict=True)

    @property
    def _narrowing(self) -> float:
        return math.cos(math.radians(self.centre[1]))

    def _x(self, turn: float) -> float:
        return turn * DEGREE * self._narrowing / self.scale * 2 + self.width

    def _y(self, north: float) -> float:
        return (self.centre[1] - north) * DEGREE / self.scale * 2 + self.height * 2


def fitted(extent: Extent, width: int, height: int) -> Window:
    """The window of a size that shows the whole of a box as large as it will go."""
    width, height = max(1, width), max(1, height)
    centre = extent.centre[0], _latitude(extent.centre[1])
    narrowing = math.cos(math.radians(centre[1]))
    across = extent.width * DEGREE * narrowing / width
    down = (extent.north - extent.south) * DEGREE / (height * TALL)
    return Window(centre, _scale(max(across, down)), width, height)


def round_points(points: Iterable[Point], width: int, height: int, least: float) -> Window:
    """The window that shows some points with room about them.

    Args:
        points: At least one.
        width: Columns.
        height: Rows.
        least: The fewest kilometres that the window spans each way.

    Raises:
        ValueError: if there are no points.
    """
    close = fitted(Extent.around(points), width, height)
    short = least / min(close.width, close.height * TALL)
    return replace(close, scale=_scale(max(close.scale * 1.35, short)))


def _clipped(segment: Segment, right: float, low: float) -> list[Segment]:
    x, y, to_x, to_y = segment
    if (x < 0 and to_x < 0) or (y < 0 and to_y < 0):
        return []
    if (x > right and to_x > right) or (y > low and to_y > low):
        return []
    span = within((x, y), (to_x, to_y), 0, 0, right, low)
    if span is None:
        return []
    dx, dy = to_x - x, to_y - y
    return [(x + dx * span[0], y + dy * span[0], x + dx * span[1], y + dy * span[1])]


def _latitude(north: float) -> float:
    return max(-85.0, min(85.0, north))


def _scale(scale: float) -> float:
    return max(FINEST, min(COARSEST, scale))
