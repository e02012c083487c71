"""A face at a size: every line of the screen, and where its buttons are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Iterable, Sequence

from textual.content import Content
from textual.geometry import Region

from game.kiosk.face import Button, Face
from game.kiosk.stage.air import AIRY, CLOSE, SMALL, TIGHT
from game.kiosk.stage.buttons import (
    HEIGHT,
    Look,
    Spot,
    cell_width,
    foot_lines,
    row_height,
    row_lines,
)
from game.kiosk.stage.plan import BESIDE, Plan, Reader, fitting, plan_of
from game.tui.typeset import Ink, Line, cut, filled, indented, ink, joined


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be drawn.

    Attributes:
        lines: One for each row of the screen.
        spots: Where the buttons are.
        map: Where the map is; None without one.
        leaf: Which part is shown, from 0.
        leaves: How many parts there are.
    """

    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]
    map: Region | None = None
    leaf: int = 0
    leaves: int = 1

    def at(self, x: int, y: int) -> Button | None:
        """The button at a cell, if one is there that does anything."""
        found = (spot.button for spot in self.spots if spot.region.contains(x, y))
        return next((button for button in found if button.enabled), None)

    def button(self, id: str) -> Button | None:
        """The button of an id."""
        found = (spot.button for spot in self.spots if spot.button.id == id)
        return next((button for button in found if button.enabled), None)

    def of_digit(self, digit: str) -> Button | None:
        """The button of a digit."""
        found = (spot.button for spot in self.spots if spot.button.digit == digit)
        return next((button for button in found if button.enabled), None)


def compose(
    face: Face, width: int, height: int, reader: Reader, leaf: int = 0, look: Look | None = None
) -> Picture:
    """A face as it is drawn: as airy as fits, in several parts where it does not fit.

    Args:
        face: What is shown.
        width: Columns of the screen.
        height: Rows of the screen.
        reader: How it is set.
        leaf: Which part is wanted.
        look: The marked and the pressed button.
    """
    look = look or Look()
    plan = fitting(face, width, height, reader)
    if plan is not None:
        return _drawn(plan, plan.words(), face.rows, look, 0, 1)
    return _leaf(plan_of(face, width, height, reader, False, TIGHT), leaf, look)


def _leaf(plan: Plan, leaf: int, look: Look) -> Picture:
    """One part of a face that is too long."""
    airy = replace(plan, air=SMALL)
    usual = ((Button("more", ""),),)
    reading = replace(airy, face=replace(plan.face, rows=usual, lead="more"))
    words = replace(plan, air=AIRY).words()
    parts = _parts(words, max(3, reading.room), max(1, plan.room))
    leaf = min(leaf, len(parts) - 1)
    label = plan.reader.more.format(n=leaf + 1, all=len(parts))
    more = ((Button("more", label, digit="1"),),)
    if leaf < len(parts) - 1:
        return _drawn(reading, parts[leaf], more, look, leaf, len(parts))
    return _drawn(plan, parts[leaf], plan.face.rows, look, leaf, len(parts))


def _parts(lines: Sequence[Line], room: int, last: int) -> list[list[Line]]:
    """Lines in parts, broken at a blank line where one is near."""
    parts: list[list[Line]] = []
    left = list(lines)
    while len(left) > last:
        end = min(room, len(left))
        blank = [n for n in range(max(1, end * 2 // 3), end) if not left[n].plain.strip()]
        end = blank[-1] if blank and len(left) > end else end
        if end >= len(left) and last < 3:
            parts.append(left)
            left = []
            break
        end = min(end, max(1, len(left) - 1))
        parts.append(left[:end])
        left = left[end:]
        while left and not left[0].plain.strip():
            left.pop(0)
    return [*parts, left]


def _drawn(
    plan: Plan,
    words: Sequence[Line],
    rows: Sequence[Sequence[Button]],
    look: Look,
    leaf: int,
    leaves: int,
) -> Picture:
    """All the rows of the screen."""
    face, height = plan.face, plan.height
    if face.map is not None and face.map.place not in BESIDE:
        return _over_map(plan, words)
    spare = max(0, height - plan.head - plan.below - len(words))
    lines = _head(plan, min(2, spare) if plan.air <= CLOSE else 0)
    room = max(0, height - len(lines) - plan.below)
    spare = max(0, room - len(words))
    above = 0 if plan.with_map and face.rows else int(spare * face.high)
    top = len(lines)
    lines += [Content("")] * above
    lines += indented(words[:room], _left_of_words(plan))
    lines += [Content("")] * (height - plan.below - len(lines))
    region = _map_region(plan, top, height - plan.below) if plan.with_map else None
    lines += indented(plan.low() if face.low else (), plan.margin)
    spots = _add_rows(plan, lines, rows, look)
    spots += _add_foot(plan, lines, look)
    return Picture(tuple(_sized(lines, height)), tuple(spots), region, leaf, leaves)


def _left_of_words(plan: Plan) -> int:
    if plan.with_map:
        return plan.margin + (plan.map_width + 3 if plan.map_is_left else 0)
    middle = not plan.face.rows or any(getattr(b, "centred", False) for b in plan.face.blocks)
    return (plan.width - plan.words_width) // 2 if middle else plan.left


def _head(plan: Plan, more: int) -> list[Line]:
    """The title; where lines are close, with as many blank ones round it as are to be had."""
    face = plan.face
    lines: list[Line] = [Content("")] if plan.air > CLOSE or more else []
    if not face.title:
        return lines
    right = ink(face.corner, Ink.MUTED)
    room = plan.inner - right.cell_length - 2
    left = filled(cut(ink(face.title, Ink.HEADING), room), room + 2)
    below = [Content("")] if plan.air > CLOSE or more > 1 else []
    return [*lines, joined(Content(" " * plan.left), left, right), *below]


def _map_region(plan: Plan, top: int, bottom: int) -> Region:
    left = plan.margin if plan.map_is_left else plan.margin + plan.words_width + 3
    return Region(left, top, plan.map_width, max(1, bottom - top - 1))


def _over_map(plan: Plan, words: Sequence[Line]) -> Picture:
    """A map over the whole width, and words above or below it."""
    assert plan.face.map is not None
    words = list(indented(words, _left_of_words(plan)))
    low = list(indented(plan.low(), plan.margin))
    room = max(1, plan.height - len(words) - len(low) - 2)
    blank = [Content("")]
    if plan.face.map.place == "bottom":
        lines = [*blank, *words, *blank * (room + 1), *low]
        region = Region(0, len(words) + 2, plan.width, room)
    else:
        lines = [*blank * (room + 1), *words, *blank, *low]
        region = Region(0, 0, plan.width, room)
    return Picture(tuple(_sized(lines, plan.height)), (), region)


def _add_rows(
    plan: Plan, lines: list[Line], rows: Sequence[Sequence[Button]], look: Look
) -> list[Spot]:
    spots: list[Spot] = []
    for number, row in enumerate(rows):
        if number:
            lines += [Content("")] * plan.between
        elif rows:
            lines.append(Content(""))
        height = row_height(row, plan.inner, plan.air, plan.face.tall)
        each = cell_width(len(row), plan.inner)
        for place, button in enumerate(row):
            left = plan.left + place * (each + 2)
            spots.append(Spot(Region(left, len(lines), each, height), button))
        lines += indented(row_lines(row, plan.inner, height, look), plan.left)
    return spots


def _add_foot(plan: Plan, lines: list[Line], look: Look) -> list[Spot]:
    if not plan.face.foot:
        return []
    width = plan.width - 2
    drawn, spots = foot_lines(plan.face.foot, width, look)
    lines += [Content("")] * (plan.height - HEIGHT - len(lines))
    top = plan.height - HEIGHT
    lines += indented(drawn, 1)
    return [replace(s, region=s.region.translate((1, top))) for s in spots]


def _sized(lines: Iterable[Line], height: int) -> list[Line]:
    rows = list(lines)[:height]
    return rows + [Content("")] * (height - len(rows))
