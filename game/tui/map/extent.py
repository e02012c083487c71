"""Boxes of longitude and latitude, and lines cut at their edges."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Iterable, Iterator, Sequence

Point = tuple[float, float]
"""Longitude and latitude in degrees."""

Span = tuple[float, float]
"""The part of a segment that lies inside a box, from 0 (its start) to 1 (its end)."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A box. Where east is less than west it crosses the date line."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, points: Iterable[Point]) -> Extent:
        """The smallest box round some points, across the date line if that is shorter.

        Raises:
            ValueError: if there are no points.
        """
        every = list(points)
        norths = [north for _, north in every]
        west, east = _shortest([point[0] for point in every])
        return cls(west, min(norths), east, max(norths))

    @property
    def width(self) -> float:
        """How many degrees of longitude it spans."""
        return self.east - self.west if self.east >= self.west else (self.east - self.west) % 360

    @property
    def area(self) -> float:
        """A measure of size, in square degrees."""
        return self.width * (self.north - self.south)

    @property
    def centre(self) -> Point:
        """The middle of the box."""
        return turned(self.west + self.width / 2), (self.south + self.north) / 2

    def has(self, point: Point) -> bool:
        """Whether a point lies in the box."""
        return (point[0] - self.west) % 360 <= self.width and self.south <= point[1] <= self.north

    def holds(self, other: Extent) -> bool:
        """Whether another box lies wholly inside this one."""
        corners = (other.west, other.south), (other.east, other.north)
        return other.width <= self.width and all(map(self.has, corners))

    def meets(self, other: Extent) -> bool:
        """Whether two boxes share anything."""
        if self.north < other.south or other.north < self.south:
            return False
        after = (other.west - self.west) % 360 <= self.width
        return after or (self.west - other.west) % 360 <= other.width

    def cut_from(self, line: Sequence[Point]) -> Iterator[tuple[Point, ...]]:
        """The pieces of a line that lie outside the box."""
        piece: list[Point] = list(line[:1])
        for a, b in pairwise(line):
            span = within(a, b, self.west, self.south, self.west + self.width, self.north)
            if span is None:
                piece.append(b)
                continue
            yield from _piece([*piece, _along(a, b, span[0])])
            piece = [_along(a, b, span[1]), b]
        yield from _piece(piece)


def turned(degrees: float) -> float:
    """A longitude, or a difference of two, brought to between -180 and 180."""
    return (degrees + 180) % 360 - 180


def within(a: Point, b: Point, left: float, low: float, right: float, high: float) -> Span | None:
    """The part of the segment from `a` to `b` inside a box, or None (Liang and Barsky)."""
    first, last = 0.0, 1.0
    dx, dy = b[0] - a[0], b[1] - a[1]
    sides = ((-dx, a[0] - left), (dx, right - a[0]), (-dy, a[1] - low), (dy, high - a[1]))
    for rate, room in sides:
        if rate == 0:
            if room < 0:
                return None
        elif rate < 0:
            first = max(first, room / rate)
        else:
            last = min(last, room / rate)
    return (first, last) if first <= last else None


def _shortest(easts: list[float]) -> Span:
    west, east = min(easts), max(easts)
    if east - west <= 180:
        return west, east
    over = [value % 360 for value in easts]
    if max(over) - min(over) >= east - west:
        return west, east
    return turned(min(over)), turned(max(over))


def _along(a: Point, b: Point, part: float) -> Point:
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part


def _piece(points: list[Point]) -> Iterator[tuple[Point, ...]]:
    if len(points) > 1 and any(point != points[0] for point in points):
        yield tuple(points)
