"""Buttons as lines: three rows high at least, their whole area to be tapped."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Sequence

from textual.content import Content
from textual.geometry import Region

from game.kiosk.face import Button
from game.kiosk.stage.air import AIRY
from game.kiosk.stage.letters import centred, in_large
from game.tui.typeset import Ink, Line, filled, hung, ink, joined, wrapped

HEIGHT = 3
"""The fewest rows of a button."""

EDGE, BAR, RULE = "\u258f", "\u258c", "\u2594"
ON, OFF = "\u25cf ", "\u25cb "


class Tint(StrEnum):
    """Grounds of buttons; how each looks is said in `styles/kiosk.tcss`."""

    BUTTON = "button"
    MARKED = "marked"
    PRESSED = "pressed"
    SHUT = "shut"
    ON = "on"

    @property
    def style(self) -> str:
        """The component class that the stage styles it by."""
        return f".tint--{self.value}"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a button stands on the screen."""

    region: Region
    button: Button


@dataclass(frozen=True, slots=True)
class Look:
    """Which button is marked and which is being pressed, by their ids."""

    marked: str = ""
    pressed: str = ""


def tint_of(button: Button, look: Look) -> Tint:
    """The ground of a button."""
    if not button.enabled:
        return Tint.SHUT
    if button.id == look.pressed:
        return Tint.PRESSED
    if button.id == look.marked:
        return Tint.MARKED
    return Tint.ON if button.on else Tint.BUTTON


def row_height(row: Sequence[Button], width: int, air: int, tall: int = 0) -> int:
    """Rows that buttons side by side need."""
    each = cell_width(len(row), width)
    needed = (len(_words(button, each, False)) for button in row)
    return max(HEIGHT, tall, max(needed, default=1) + (2 if air >= AIRY else 1))


def cell_width(count: int, width: int, gap: int = 2) -> int:
    """The width of each of some buttons side by side."""
    return max(1, (width - gap * (count - 1)) // max(1, count))


def row_lines(row: Sequence[Button], width: int, height: int, look: Look) -> list[Line]:
    """Buttons side by side."""
    each = cell_width(len(row), width)
    columns = [_button(button, each, height, look) for button in row]
    gap = Content("  ")
    return [
        joined(*[part for column in columns for part in (gap, column[y])][1:])
        for y in range(height)
    ]


def foot_lines(
    cells: Sequence[Button | None], width: int, look: Look
) -> tuple[list[Line], list[Spot]]:
    """The buttons at the lower edge, each in its own place, and where they stand in it."""
    each = cell_width(len(cells), width, gap=1)
    columns, spots = [], []
    for number, button in enumerate(cells):
        if button is None:
            columns.append([Content(" " * each)] * HEIGHT)
            continue
        columns.append(_foot_button(button, each, look))
        spots.append(Spot(Region(number * (each + 1), 0, each, HEIGHT), button))
    lines = [
        joined(*[part for column in columns for part in (Content(" "), column[y])][1:])
        for y in range(HEIGHT)
    ]
    return lines, spots


def _foot_button(button: Button, width: int, look: Look) -> list[Line]:
    mark = "" if button.on is None else ON if button.on else OFF
    marked = button.id in (look.marked, look.pressed)
    tone = Ink.STRONG if button.on and not marked else Ink.PLAIN
    words = wrapped(ink(mark + button.label, tone), width)[: HEIGHT - 1]
    return _grounded(centred(words, width), width, HEIGHT, button, look, Content(""))


def _button(button: Button, width: int, height: int, look: Look) -> list[Line]:
    marked = button.id in (look.marked, look.pressed)
    bar = ink(BAR if marked else EDGE, _tone(button))
    words = _words(button, width, marked)
    if button.large or button.label == button.digit:
        large = in_large(button.label, width - 2) if button.large else []
        words = centred(large or [ink(button.label)], width)
    return _grounded(words, width, height, button, look, bar)


def _tone(button: Button) -> Ink:
    tones = {"soviet": Ink.SOVIET, "japanese": Ink.JAPANESE}
    return tones.get(button.tone, Ink.ACCENT) if button.enabled else Ink.FAINT


def _words(button: Button, width: int, marked: bool) -> list[Line]:
    """What stands on a button, its digit in front."""
    mark = "" if button.on is None else ON if button.on else OFF
    inks = () if marked else (_tone(button), Ink.STRONG)
    first = ink(f" {button.digit}  " if button.digit else "  ", *inks)
    strong = bool(button.on) or bool(button.below)
    tone = Ink.MUTED if not button.enabled else Ink.STRONG if strong else Ink.PLAIN
    tone = Ink.PLAIN if marked else tone
    rest = Content(" " * first.cell_length)
    lines = hung(ink(mark + button.label, tone), width - 3, first)
    if button.below:
        lines += hung(ink(button.below, Ink.PLAIN if marked else Ink.MUTED), width - 3, rest, rest)
    return lines


def _grounded(
    words: Sequence[Line], width: int, height: int, button: Button, look: Look, bar: Content
) -> list[Line]:
    """Words in the middle of their rows, on their ground, with a thin line above."""
    above = max(1, (height - len(words)) // 2) if height > len(words) else 0
    rows = [Content("")] * above + list(words[:height])
    rows += [Content("")] * (height - len(rows))
    tint = tint_of(button, look).style
    lines = []
    for number, row in enumerate(rows):
        line = filled(joined(bar, row), width)
        if number == 0 and above:
            line = joined(bar, ink(RULE * (width - bar.cell_length), Ink.FAINT))
        lines.append(line.stylize_before(tint))
    return lines
