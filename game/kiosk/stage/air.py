"""How much blank there is round words, and where the names of parts stand."""

from __future__ import annotations

from game.tui.typeset import Ink, Line, beside, ink, wrapped

SPACED, AIRY, PLAIN, SMALL, CLOSE, LED, TIGHT = 6, 5, 4, 3, 2, 1, 0
"""How much blank there is: between lines, for large text; between paragraphs; between blocks;
the same with titles in small letters; the same but none round head and foot; the same, names
led into their paragraphs; nowhere."""

MARGIN = 20
"""Cells for the names of parts; above them where the room is small."""


def beside_margin(width: int) -> int:
    """Cells beside the margin; all of them where the names stand above."""
    return width - MARGIN if width >= 3 * MARGIN else width


def in_margin(name: str, lines: list[Line], width: int, tone: Ink = Ink.HEADING) -> list[Line]:
    """Lines with a name beside them, or above where the room is small."""
    if width < 3 * MARGIN:
        return [*(wrapped(ink(name, tone), width) if name else ()), *lines]
    names = wrapped(ink(name, tone), MARGIN - 2)
    return beside([names, lines], [MARGIN - 2, width - MARGIN], gap=2)
