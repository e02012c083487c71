"""What the story puts on the map: units, bridges, axes, fronts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator

from game.tui.map.canvas import SOLID, Canvas, Pattern
from game.tui.map.charset import SIDES, Charset
from game.tui.map.labels import Label
from game.tui.map.projection import Segment, Window
from game.tui.map.sheet import Cell, Sheet
from game.view.map_marks import Mark

STROKES: dict[str, tuple[Pattern, tuple[int, ...]]] = {
    "axis-soviet": (SOLID, (1,)),
    "axis-japanese": ((5, 8), (1,)),
    "axis-other": ((2, 5), (1,)),
    "front-soviet": (SOLID, (1, 2)),
    "front-japanese": (SOLID, (2,)),
    "front-other": ((3, 6), (2,)),
}
"""Dashes and thickness of each line. Sides are told apart without colour: as
with the signs, a Soviet front is filled and a Japanese one hollow."""

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

    @property
    def label(self) -> Label:
        """The words beside it."""
        return Label(self.mark.label, self.cell, self.style, rank=2)


def side_of(mark: Mark) -> str:
    """The side a marker is drawn for."""
    return mark.side if mark.side in SIDES else "other"


def in_sight(mark: Mark, window: Window) -> bool:
    """Whether any of a marker falls into the window."""
    return bool(_segments(mark, window)) if mark.is_line else window.holds(mark.at.at)


def draw_line(canvas: Canvas, mark: Mark, window: Window) -> None:
    """Draw the line of an axis or a front."""
    layer = f"{mark.kind}-{side_of(mark)}"
    canvas.line(_segments(mark, window), layer, *STROKES[layer])


def write_sign(sheet: Sheet, mark: Mark, window: Window, charset: Charset) -> Sign | None:
    """Write a marker's sign, in the nearest free cell if its own is taken."""
    if mark.is_line:
        return _write_head(sheet, mark, window, charset)
    char = charset.bridge if mark.kind == "bridge" else charset.unit(mark.side, mark.kind)
    column, row = window.cell(mark.at.at)
    for dx, dy in _round_about():
        if sheet.free(column + dx, row + dy):
            return _written(sheet, Sign(mark, char, (column + dx, row + dy)))
    return None


def line_label(mark: Mark, window: Window) -> Label:
    """The words beside the middle of an axis or a front."""
    x, y, to_x, to_y = _segments(mark, window)[0]
    middle = int((x + to_x) / 4), int((y + to_y) / 8)
    return Label(mark.label, middle, side_of(mark), rank=3)


def _write_head(sheet: Sheet, mark: Mark, window: Window, charset: Charset) -> Sign | None:
    x, y, to_x, to_y = _segments(mark, window)[0]
    cell = int(to_x / 2), int(to_y / 4)
    if mark.kind != "axis" or not sheet.free(*cell):
        return None
    return _written(sheet, Sign(mark, charset.arrow(mark.side, to_x - x, to_y - y), cell))


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
