"""Words and figures in large thin letters, three rows high."""

from __future__ import annotations

from typing import Sequence

from game.tui.typeset import Ink, Line, ink, wrapped
from game.tui.widgets.banner import GAP, LETTERS, ROWS

FIGURES = {
    "0": ("\u256d\u2500\u256e", "\u2502 \u2502", "\u2570\u2500\u256f"),
    "1": ("\u2576\u2510", " \u2502", " \u2575"),
    "2": ("\u2576\u2500\u256e", "\u256d\u2500\u256f", "\u2514\u2500\u2574"),
    "3": ("\u2576\u2500\u256e", " \u2500\u2524", "\u2576\u2500\u256f"),
    "4": ("\u2577 \u2577", "\u2514\u2500\u2524", "  \u2575"),
    "5": ("\u250c\u2500\u2574", "\u2514\u2500\u256e", "\u2576\u2500\u256f"),
    "6": ("\u256d\u2500\u2574", "\u251c\u2500\u256e", "\u2570\u2500\u256f"),
    "7": ("\u2576\u2500\u2510", "  \u2502", "  \u2575"),
    "8": ("\u256d\u2500\u256e", "\u251c\u2500\u2524", "\u2570\u2500\u256f"),
    "9": ("\u256d\u2500\u256e", "\u2570\u2500\u2524", "\u2576\u2500\u256f"),
    ":": (" ", "\u2575", "\u2575"),
    "\u2013": ("   ", "\u2576\u2500\u2574", "   "),
    ",": (" ", " ", "\u2577"),
    "\u00a0": (" ", " ", " "),
}
"""Figures as three rows."""

SIGNS = {**LETTERS, **FIGURES}
WIDEST = 56
"""Cells of the longest line of more than one word."""


def in_large(text: str, width: int) -> list[Line]:
    """A text in large letters; in bold words where a sign is missing or the room is too small."""
    words = text.upper().split(" ")
    rows = _rows(words, width) if all(sign in SIGNS for sign in "".join(words)) else []
    if not rows or any(_length(row) > width for row in rows):
        return wrapped(ink(text, Ink.STRONG), width)
    return [ink(_drawn(row, y), Ink.STRONG) for row in rows for y in range(ROWS)]


def _rows(words: list[str], width: int) -> list[str]:
    rows: list[str] = []
    for word in words:
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and _length(longer) <= min(width, max(WIDEST, width * 2 // 3)):
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def _length(row: str) -> int:
    return sum(len(SIGNS[sign][0]) + len(GAP) for sign in row) - len(GAP)


def _drawn(row: str, y: int) -> str:
    return GAP.join(SIGNS[sign][y].ljust(len(SIGNS[sign][0])) for sign in row)


def centred(lines: Sequence[Line], width: int) -> list[Line]:
    """Lines in the middle."""
    return [line.pad_left(max(0, (width - line.cell_length) // 2)) for line in lines]
