"""What the story puts on the map: units, bridges, axes, fronts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator

from game.tui.map.canvas import SOLID, Canvas, Pattern
from game.tui.map.charset import SIDES, Charset
from game.tui.map.labels import Label
from game.tui.map.projection import Segment, Window
from game.tui.map.sheet import Cell, Sheet
from game.view.map_marks import Mark, bearing

Stroke = tuple[Pattern, tuple[int, ...]]
"""The dashes of a line, and how many dots away it is drawn again."""

STROKES: dict[str, tuple[Stroke, ...]] = {
    "axis-soviet": ((SOLID, (1,)),),
    "axis-japanese": (((5, 8), (1,)),),
    "axis-other": (((2, 5), (1,)),),
    "front-soviet": ((SOLID, (1, 2)),),
    "front-japanese": ((SOLID, ()), ((1, 4), (-2, -1, 1, 2))),
    "front-other": (((3, 6), (2,)),),
}
"""What each line is drawn with. Sides are told apart without colour: a Soviet front
is a band, and a Japanese one has teeth like wire."""

ALONG = (0.5, 0.35, 0.65)
"""How far along a line its words may stand, the best first."""

LEVEL = 4.0
"""How many cells of lines a unit's name may hide to stand beside its sign."""

REACH = 3
"""How many columns a sign may stand from where it belongs when the cell is taken."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A character on the map that stands for a marker."""

    mark: Mark
    char: str
    cell: Cell

    @property
    def style(self) -> str:
        """The name of its style: its side, or what it is."""
        return "bridge" if self.mark.kind == "bridge" else side_of(self.mark)

    def label(self, charset: Charset, roomy: bool) -> Label:
        """The words beside it: its name, with its strength where there is room, and its way."""
        mark = self.mark
        if not mark.label:
            return Label("", self.cell, self.style, rank=2)
        way = _way(mark, charset)
        strong = f", {mark.strength}" if mark.strength and roomy else ""
        text, plain = f"{mark.label}{strong}{way}", f"{mark.label}{way}"
        return Label(text, self.cell, self.style, rank=2, plain=plain, names=mark.name, level=LEVEL)


def side_of(mark: Mark) -> str:
    """The side a marker is drawn for."""
    return mark.side if mark.side in SIDES else "other"


def in_sight(mark: Mark, window: Window) -> bool:
    """Whether any of a marker falls into the window."""
    return bool(_segments(mark, window)) if mark.is_line else window.holds(mark.at.at)


def draw_line(canvas: Canvas, mark: Mark, window: Window) -> None:
    """Draw the line of an axis or a front."""
    layer = f"{mark.kind}-{side_of(mark)}"
    for stroke in STROKES[layer]:
        canvas.line(_segments(mark, window), layer, *stroke)


def write_sign(sheet: Sheet, mark: Mark, window: Window, charset: Charset) -> Sign | None:
    """Write a marker's sign, in its own cell or near it, apart from others if it can be."""
    if mark.is_line:
        return _write_head(sheet, mark, window, charset)
    char = charset.bridge if mark.kind == "bridge" else charset.unit(mark.side, mark.kind)
    column, row = window.cell(mark.at.at)
    cells = [(column + dx, row + dy) for dx, dy in _round_about()]
    apart = (cell for cell in cells if sheet.roomy(*cell, 1))
    free = (cell for cell in cells if sheet.free(*cell))
    cell = next(apart, None) or next(free, None)
    return _written(sheet, Sign(mark, char, cell)) if cell else None


def line_label(mark: Mark, window: Window) -> Label:
    """The words beside the middle of an axis or a front."""
    x, y, to_x, to_y = _segments(mark, window)[0]
    middle, *others = (
        (int((x + (to_x - x) * far) / 2), int((y + (to_y - y) * far) / 4)) for far in ALONG
    )
    also = tuple(others)
    return Label(mark.label, middle, side_of(mark), rank=3, also=also, names=mark.name, reach=2)


def _write_head(sheet: Sheet, mark: Mark, window: Window, charset: Charset) -> Sign | None:
    """The head of an arrow; where a sign stands at its end it stops short of that."""
    x, y, to_x, to_y = _segments(mark, window)[0]
    if mark.kind != "axis":
        return None
    char = charset.arrow(mark.side, to_x - x, to_y - y)
    cells = max(1.0, abs(to_x - x) / 2, abs(to_y - y) / 4)
    for back in range(min(int(cells), REACH) + 1):
        far = 1 - back / cells
        cell = int((x + (to_x - x) * far) / 2), int((y + (to_y - y) * far) / 4)
        if sheet.free(*cell):
            return _written(sheet, Sign(mark, char, cell))
    return None


def _way(mark: Mark, charset: Charset) -> str:
    """An arrow for where a unit is going; empty for one that stands."""
    if mark.to is None:
        return ""
    return f" {charset.winds[round(bearing(mark.at.at, mark.to.at) / 45) % 8]}"


def _written(sheet: Sheet, sign: Sign) -> Sign:
    sheet.write(*sign.cell, sign.char, sign.style, sign.mark.name)
    return sign


def _segments(mark: Mark, window: Window) -> list[Segment]:
    ends = [mark.at.at, mark.to.at] if mark.to else [mark.at.at]
    return window.segments(ends)


def _round_about() -> Iterator[Cell]:
    """Steps away from a cell, the nearest on the ground first: a row is two columns high."""
    steps = [(dx, dy) for dx in range(-REACH, REACH + 1) for dy in (-1, 0, 1)]
    yield from sorted(steps, key=lambda step: (step[0] ** 2 + 4 * step[1] ** 2, step))
