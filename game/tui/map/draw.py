"""The whole map, as lines of styled text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator, Mapping

from game.tui.map.canvas import Canvas
from game.tui.map.charset import LAYERS, size_of
from game.tui.map.furniture import Foot, write_foot
from game.tui.map.geography import Town
from game.tui.map.ground import RAILS, Ground
from game.tui.map.labels import Label, write_labels
from game.tui.map.markers import draw_line, in_sight, line_label, write_sign
from game.tui.map.naming import words_of
from game.tui.map.sheet import CODES, Cell, Line, Sheet
from game.view.map_marks import MapView, Mark, Spot, kilometres

Thing = Spot | Mark | Town
"""What a sign can stand for."""

LAYER_CODES = bytes(CODES[layer] for layer in LAYERS).ljust(256, b"\0")
"""The byte of its style for each layer of a canvas."""

COVERED = 2
"""Down to which rank a place is named though another sign stands on it."""

SAME = 2.0
"""Kilometres within which the map's place and the story's are the same one."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn map.

    Attributes:
        sheet: Its cells.
        off: The markers that lie outside the window.
        labels: The names that were written.
        signs: What each sign stands for, by its cell.
    """

    sheet: Sheet
    off: tuple[Mark, ...]
    labels: tuple[Label, ...]
    signs: Mapping[Cell, Thing]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its rows, each as runs of text and style name."""
        return tuple(self.sheet.rows())

    @property
    def names(self) -> Mapping[Cell, str]:
        """What stands in a cell, for a pointer."""
        return self.sheet.names

    @property
    def text(self) -> str:
        """The rows without their styles."""
        return "\n".join("".join(text for text, _ in line) for line in self.lines)


def draw(ground: Ground, view: MapView) -> Drawing:
    """Draw what the story shows upon the country.

    Signs are written before names, the scene's place before all others. What
    has no room is left away; only the scene's place is always named.
    """
    window, charset = ground.window, ground.charset
    seen = [mark for mark in view.marks if in_sight(mark, window)]
    sheet = _sheet(ground, seen)
    kinds = {feature.kind for feature in ground.features}
    sizes = {size_of(mark.kind) for mark in seen if not mark.is_line and mark.kind != "bridge"}
    foot = Foot(window.scale, ground.credit, charset, view.tongue, kinds, sizes)
    write_foot(sheet, foot)
    signs: dict[Cell, Thing] = {}
    labels = [
        *_here(sheet, ground, view.here, signs),
        *_marks(sheet, ground, seen, signs),
        *_towns(sheet, ground, view.here, signs),
    ]
    labels += _courses(ground, words_of(label.text for label in labels))
    written = write_labels(sheet, labels, charset.more)
    off = tuple(mark for mark in view.marks if mark not in seen)
    return Drawing(sheet, off, written, signs)


def _sheet(ground: Ground, seen: list[Mark]) -> Sheet:
    canvas = ground.canvas
    lines = [mark for mark in seen if mark.is_line]
    if lines:
        canvas = canvas.copy()
        for mark in lines:
            draw_line(canvas, mark, ground.window)
    return _from_canvas(canvas, ground)


def _from_canvas(canvas: Canvas, ground: Ground) -> Sheet:
    codes = canvas.layers.translate(LAYER_CODES)
    return Sheet(canvas.width, canvas.height, canvas.glyphs(ground.charset), codes)


def _here(
    sheet: Sheet, ground: Ground, here: Spot | None, signs: dict[Cell, Thing]
) -> Iterator[Label]:
    if here is None or not ground.window.holds(here.at):
        return
    cell = ground.window.cell(here.at)
    signs[cell] = here
    sheet.write(*cell, ground.charset.here, "here", here.name)
    yield Label(here.name, cell, "here", rank=0, must=True)


def _marks(
    sheet: Sheet, ground: Ground, seen: list[Mark], signs: dict[Cell, Thing]
) -> Iterator[Label]:
    """Write the signs; units before the heads of arrows, which may go without."""
    for mark in sorted(seen, key=lambda mark: mark.is_line):
        sign = write_sign(sheet, mark, ground.window, ground.charset)
        if sign:
            signs[sign.cell] = mark
        if mark.is_line:
            yield line_label(mark, ground.window)
        elif sign:
            yield sign.label(ground.charset, roomy=ground.window.width >= RAILS)


def _towns(
    sheet: Sheet, ground: Ground, here: Spot | None, signs: dict[Cell, Thing]
) -> Iterator[Label]:
    for town in ground.towns:
        cell = ground.window.cell(town.at)
        style = "city" if town.rank == 1 else "place"
        if here and _same(town, here):
            continue
        near = any((cell[0] + step, cell[1]) in signs for step in (-1, 0, 1))
        if not near and sheet.free(*cell):
            char = ground.charset.town if town.rank <= 2 else ground.charset.village
            sheet.write(*cell, char, style, town.name)
            signs[cell] = town
        if near or cell in signs or town.rank <= COVERED:
            first = town.rank == 1 and signs.get(cell) is town
            yield Label(town.name, cell, style, rank=1 if first else 2 + town.rank)


def _courses(ground: Ground, told: frozenset[str]) -> Iterator[Label]:
    for course in ground.courses:
        if told.isdisjoint(course.words):
            yield course.label()


def _same(town: Town, spot: Spot) -> bool:
    return town.name in spot.names or kilometres(town.at, spot.at) < SAME
