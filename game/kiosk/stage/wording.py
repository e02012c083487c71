"""Blocks that are read, as lines."""

from __future__ import annotations

from typing import Sequence

from textual.content import Content

from game.kiosk.face import Block, Large, Named, Read, Said
from game.kiosk.stage.air import AIRY, LED, PLAIN, SMALL, SPACED, beside_margin, in_margin
from game.kiosk.stage.letters import centred, in_large
from game.tui.typeset import Ink, Line, ink, joined, wrapped
from game.view import Paragraph, Piece

INKS = {each.value: each for each in Ink}


def in_words(block: Block, width: int, air: int, large: bool) -> Sequence[Line]:
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


def _said(block: Said, width: int, large: bool) -> list[Line]:
    tone = INKS[block.tone]
    if large:
        tone = {Ink.PLAIN: Ink.STRONG, Ink.MUTED: Ink.PLAIN}.get(tone, tone)
    lines = wrapped(ink(block.text, tone), width) if block.text else [Content("")]
    return centred(lines, width) if block.centred else lines


def _paragraphs(paragraphs: Sequence[Paragraph], width: int, air: int, large: bool) -> list[Line]:
    if air <= LED:
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
    if air <= LED:
        said = (Paragraph((Piece(block.first),)),) if block.first else ()
        return _led(block.name, (*said, *block.paragraphs), width, large)
    room = beside_margin(width)
    first = wrapped(ink(block.first, Ink.STRONG), room) if block.first else []
    airy = air if air == SPACED else min(air, PLAIN)
    lines = _paragraphs(block.paragraphs, room, airy, large)
    return in_margin(block.name, [*first, *lines], width)


def _led(name: str, paragraphs: Sequence[Paragraph], width: int, large: bool) -> list[Line]:
    """Paragraphs in one, their name in front of them: what takes the fewest rows."""
    parts = [ink(f"{name}:", Ink.HEADING), *(_words(p, large) for p in paragraphs)]
    return wrapped(joined(*[part for each in parts for part in (Content(" "), each)][1:]), width)
