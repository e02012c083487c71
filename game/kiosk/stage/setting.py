"""Blocks of a face as lines: as airy as there is room for."""

from __future__ import annotations

from functools import lru_cache
from typing import Sequence

from textual.content import Content

from game.kiosk.face import (
    Bar,
    Bars,
    Block,
    Columns,
    Dated,
    Invite,
    Large,
    Named,
    Pattern,
    Read,
    Said,
    Ticks,
    Weighed,
)
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
from game.view import Paragraph, Piece

MARGIN = 20
"""Cells for the names of parts; above them where the room is small."""

BAR = 10
"""Cells of a whole bar."""

SPACED, AIRY, PLAIN, SMALL, CLOSE, TIGHT = 5, 4, 3, 2, 1, 0
"""How much blank there is: between lines, for large text; between paragraphs; between blocks;
the same with titles in small letters; the same but none round head and foot; nowhere."""

INKS = {each.value: each for each in Ink}


@lru_cache(256)
def set_block(block: Block, width: int, air: int, large: bool) -> tuple[Line, ...]:
    """One block at a width.

    Args:
        block: What is set.
        width: Cells of a line.
        air: How much blank there may be.
        large: Whether the words are to be strong.
    """
    return tuple(_more_lines(block, width, air) or _words_lines(block, width, air, large))


def _words_lines(block: Block, width: int, air: int, large: bool) -> Sequence[Line]:
    """Blocks that are read."""
    match block:
        case Said():
            return _said(block, width, large)
        case Read():
            return _paragraphs(block.paragraphs, width, air, large)
        case Named():
            return _named(block, width, air, large)
        case Large():
            small = wrapped(ink(block.text, Ink.STRONG), width)
            lines = in_large(block.text, width) if air > SMALL else small
            return centred(lines, width) if block.centred else lines
    return ()


def _more_lines(block: Block, width: int, air: int) -> Sequence[Line]:
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


def set_blocks(blocks: Sequence[Block], width: int, air: int, large: bool) -> list[Line]:
    """Blocks one under the other."""
    lines: list[Line] = []
    for number, block in enumerate(blocks):
        more = set_block(block, width, air, large)
        dated = number == 1 and isinstance(blocks[0], Dated) and bool(blocks[0].text)
        close = air == TIGHT or (dated and air < AIRY)
        if more and lines and not close:
            lines.append(Content(""))
        lines += more
    return lines


def _said(block: Said, width: int, large: bool) -> list[Line]:
    tone = INKS[block.tone]
    if large:
        tone = {Ink.PLAIN: Ink.STRONG, Ink.MUTED: Ink.PLAIN}.get(tone, tone)
    lines = wrapped(ink(block.text, tone), width) if block.text else [Content("")]
    return centred(lines, width) if block.centred else lines


def _paragraphs(paragraphs: Sequence[Paragraph], width: int, air: int, large: bool) -> list[Line]:
    if air == TIGHT:
        flowing = [part for p in paragraphs for part in (Content(" "), _words(p, large))][1:]
        return wrapped(joined(*flowing), width)
    lines: list[Line] = []
    for paragraph in paragraphs:
        if lines and air >= AIRY:
            lines += [Content("")] * (air - PLAIN)
        lines += _apart(wrapped(_words(paragraph, large), width), air)
    return lines


def _apart(lines: list[Line], air: int) -> list[Line]:
    """Lines with a blank one between them, where there is room for that."""
    if air < SPACED:
        return lines
    return [part for line in lines for part in (Content(""), line)][1:]


def _words(paragraph: Paragraph, large: bool) -> Content:
    """The words of a paragraph; ours, where the sources have none, leaning."""
    usual = Ink.STRONG if large else Ink.PLAIN
    ours = (Ink.EMPHASIS,) if paragraph.basis == "conjecture" else ()
    return joined(
        *(
            ink(p.text, usual, *(ours or ((Ink.EMPHASIS,) if p.style == "emphasis" else ())))
            for p in paragraph.pieces
        )
    )


def _named(block: Named, width: int, air: int, large: bool) -> list[Line]:
    if air == TIGHT:
        said = (Paragraph((Piece(block.first),)),) if block.first else ()
        return _led(block.name, (*said, *block.paragraphs), width, large)
    room = width - MARGIN if width >= 3 * MARGIN else width
    first = wrapped(ink(block.first, Ink.STRONG), room) if block.first else []
    airy = air if air == SPACED else min(air, PLAIN)
    lines = _paragraphs(block.paragraphs, room, airy, large)
    return _in_margin(block.name, [*first, *lines], width)


def _led(name: str, paragraphs: Sequence[Paragraph], width: int, large: bool) -> list[Line]:
    """Paragraphs in one, their name in front of them: what takes the fewest rows."""
    parts = [ink(f"{name}:", Ink.HEADING), *(_words(p, large) for p in paragraphs)]
    return wrapped(joined(*[part for each in parts for part in (Content(" "), each)][1:]), width)


def _in_margin(name: str, lines: list[Line], width: int, tone: Ink = Ink.HEADING) -> list[Line]:
    """Lines with a name beside them, or above where the room is small."""
    if width < 3 * MARGIN:
        return [*(wrapped(ink(name, tone), width) if name else ()), *lines]
    names = wrapped(ink(name, tone), MARGIN - 2)
    return beside([names, lines], [MARGIN - 2, width - MARGIN], gap=2)


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
    room = width - MARGIN if width >= 3 * MARGIN else width
    each = (room - 3 * (count - 1)) // count
    widths = [each] * count
    heads = beside([[ink(head, Ink.HEADING)] for head in block.heads], widths, gap=3)
    lines = _in_margin(block.first, heads, width)
    for name, texts in block.rows:
        if air > TIGHT:
            lines.append(Content(""))
        inks = [Ink.STRONG, *(Ink.MUTED if t == block.quiet else Ink.PLAIN for t in texts[1:])]
        cells = [wrapped(ink(t, i), each) for t, i in zip(texts, inks, strict=False)]
        lines += _in_margin(name, beside(cells, widths, gap=3), width, Ink.MUTED)
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
