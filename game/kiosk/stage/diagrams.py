"""Blocks that are looked at, as lines: shares, columns, counts to scale, days."""

from __future__ import annotations

from typing import Sequence

from textual.content import Content

from game.kiosk.face import Bar, Bars, Block, Columns, Dated, Invite, Pattern, Ticks, Weighed
from game.kiosk.stage.air import LED, SMALL, beside_margin, in_margin
from game.kiosk.stage.letters import centred, in_large
from game.tui.typeset import (
    Ink,
    Line,
    beside,
    cut,
    filled,
    fits,
    hung,
    ink,
    joined,
    spread,
    wrapped,
)

BAR = 10
"""Cells of a whole bar."""

INKS = {each.value: each for each in Ink}


def in_diagrams(block: Block, width: int, air: int) -> Sequence[Line]:
    """Blocks that are looked at."""
    match block:
        case Bars():
            return _bars(block, width)
        case Columns():
            return _columns(block, width, air)
        case Weighed():
            return _weighed(block, width, air)
        case Ticks():
            return centred([_ticks(block.labels, block.now, " ")], width)
        case Dated():
            return _dated(block, width)
        case Invite():
            return _invite(block, width)
        case Pattern():
            return [joined(*(ink(t, INKS[i]) for t, i in runs)) for runs in block.lines]
    return ()


def _bars(block: Bars, width: int) -> list[Line]:
    room = width - len(block.heads) * (BAR + 8)
    heads = [ink(head.rjust(BAR + 6), Ink.MUTED) for head in block.heads]
    lines = [joined(filled(cut(ink(block.name, Ink.HEADING), room), room), *_spaced(heads))]
    for row in block.rows:
        lines += _bar(row, room)
    return lines


def _spaced(cells: Sequence[Content]) -> list[Content]:
    return [part for cell in cells for part in (Content("  "), cell)]


def _bar(row: Bar, room: int) -> list[Line]:
    tone = Ink.STRONG if row.mine else Ink.PLAIN
    label = hung(ink(row.label, tone), room, ink("\u25b8 " if row.mine else "  ", Ink.ACCENT))
    cells = [
        joined(
            ink("\u2588" * round(BAR * share / 100), Ink.ACCENT),
            ink("\u2591" * (BAR - round(BAR * share / 100)), Ink.FAINT),
            ink(f"{share} %".rjust(6), tone),
        )
        for share in row.shares
    ]
    first, *rest = label or [Content("")]
    return [joined(filled(first, room), *_spaced(cells)), *rest]


def _columns(block: Columns, width: int, air: int) -> list[Line]:
    count = len(block.heads)
    room = beside_margin(width)
    each = (room - 3 * (count - 1)) // count
    widths = [each] * count
    heads = beside([[ink(head, Ink.HEADING)] for head in block.heads], widths, gap=3)
    lines = in_margin(block.first, heads, width)
    for name, texts in block.rows:
        if air > LED:
            lines.append(Content(""))
        inks = [Ink.STRONG, *(Ink.MUTED if t == block.quiet else Ink.PLAIN for t in texts[1:])]
        cells = [wrapped(ink(t, i), each) for t, i in zip(texts, inks, strict=False)]
        lines += in_margin(name, beside(cells, widths, gap=3), width, Ink.MUTED)
    return lines


def _weighed(block: Weighed, width: int, air: int) -> list[Line]:
    lines: list[Line] = []
    for weight in block.weights:
        figures = in_large(weight.figures, width) if air > SMALL else []
        small = "" if figures else f"{weight.figures}  "
        sure = max(1, round(weight.low * width))
        bar = joined(
            ink("\u2588" * sure, Ink.ACCENT),
            ink("\u2592" * (round(weight.high * width) - sure), Ink.ACCENT),
        )
        lines += [Content("")] if lines else []
        lines += [*figures, bar, ink(small + weight.by)]
    return lines


def _ticks(labels: Sequence[str], now: int, room: str = "") -> Line:
    cells = [
        ink(f"{room}{label}{room}", *((Ink.HEADING, Ink.CURSOR) if n == now else (Ink.MUTED,)))
        for n, label in enumerate(labels)
    ]
    return joined(*[part for cell in cells for part in (Content(" "), cell)][1:])


def _dated(block: Dated, width: int) -> list[Line]:
    """On one line; where that is too narrow, only the words, or without words only the days."""
    days, words = _ticks(block.days, block.now), ink(block.text, Ink.MUTED)
    if fits(words, days, width):
        return spread(words, days, width)
    return wrapped(words, width) if block.text else [days]


def _invite(block: Invite, width: int) -> list[Line]:
    """As many on one line as fit."""
    gap = ink("   \u00b7   ", Ink.ACCENT)
    lines: list[Line] = []
    for text in block.texts:
        words = ink(text, Ink.STRONG)
        longer = joined(lines[-1], gap, words) if lines else words
        if lines and longer.cell_length <= width:
            lines[-1] = longer
        else:
            lines += wrapped(words, width)
    return centred(lines, width)
