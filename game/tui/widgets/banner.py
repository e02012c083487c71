"""A title in large thin letters, three rows high, drawn with lines."""

from __future__ import annotations

from typing import Sequence

from game.tui.typeset import Ink, Line, ink, wrapped
from game.tui.widgets.laid import Laid

LETTERS = {
    "A": ("\u256d\u2500\u256e", "\u251c\u2500\u2524", "\u2575 \u2575"),
    "B": ("\u250c\u2500\u256e", "\u251c\u2500\u2524", "\u2514\u2500\u256f"),
    "C": ("\u256d\u2500\u256e", "\u2502  ", "\u2570\u2500\u256f"),
    "D": ("\u250c\u2500\u256e", "\u2502 \u2502", "\u2514\u2500\u256f"),
    "E": ("\u250c\u2500\u2574", "\u251c\u2500\u2574", "\u2514\u2500\u2574"),
    "F": ("\u250c\u2500\u2574", "\u251c\u2500\u2574", "\u2575  "),
    "G": ("\u256d\u2500\u256e", "\u2502 \u2577", "\u2570\u2500\u256f"),
    "H": ("\u2577 \u2577", "\u251c\u2500\u2524", "\u2575 \u2575"),
    "I": ("\u2577", "\u2502", "\u2575"),
    "J": ("  \u2577", "  \u2502", "\u2570\u2500\u256f"),
    "K": ("\u2577 \u2577", "\u251c\u2500\u256e", "\u2575 \u2575"),
    "L": ("\u2577  ", "\u2502  ", "\u2514\u2500\u2574"),
    "M": ("\u250c\u252c\u2510", "\u2502\u2502\u2502", "\u2575 \u2575"),
    "N": ("\u250c\u2500\u256e", "\u2502 \u2502", "\u2575 \u2575"),
    "O": ("\u256d\u2500\u256e", "\u2502 \u2502", "\u2570\u2500\u256f"),
    "P": ("\u250c\u2500\u256e", "\u251c\u2500\u256f", "\u2575  "),
    "Q": ("\u256d\u2500\u256e", "\u2502 \u2502", "\u2570\u2500\u253c"),
    "R": ("\u250c\u2500\u256e", "\u251c\u252c\u256f", "\u2575\u2570\u2574"),
    "S": ("\u256d\u2500\u2574", "\u2570\u2500\u256e", "\u2576\u2500\u256f"),
    "T": ("\u2576\u252c\u2574", " \u2502 ", " \u2575 "),
    "U": ("\u2577 \u2577", "\u2502 \u2502", "\u2570\u2500\u256f"),
    "V": ("\u2577 \u2577", "\u2570\u256e\u2502", " \u2570\u256f"),
    "W": ("\u2577 \u2577", "\u2502\u2502\u2502", "\u2514\u2534\u2518"),
    "X": ("\u2577 \u2577", "\u256d\u2500\u256f", "\u2575 \u2575"),
    "Y": ("\u2577 \u2577", "\u2570\u252c\u256f", " \u2575 "),
    "Z": ("\u2576\u2500\u256e", "\u256d\u2500\u256f", "\u2570\u2500\u2574"),
    " ": ("  ", "  ", "  "),
}
"""Letters as three rows."""

ROWS = 3
GAP = "  "


class Banner(Laid):
    """A title; in plain bold words where a letter is missing or the room is too small."""

    def __init__(self, title: str, id: str = "banner") -> None:
        super().__init__(id=id)
        self._title = title

    def lay(self, width: int) -> Sequence[Line]:
        """The title, over as many lines as it needs."""
        words = self._title.upper().split()
        if any(letter not in LETTERS for word in words for letter in word):
            return wrapped(ink(self._title, Ink.STRONG), width)
        rows = _rows(words, width)
        if any(_length(row) > width for row in rows):
            return wrapped(ink(self._title, Ink.STRONG), width)
        return [line for row in rows for line in _drawn(row)]


def _rows(words: list[str], width: int) -> list[str]:
    """Words over lines, as few of them as will do."""
    rows: list[str] = []
    for word in words:
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and _length(longer) <= min(width, 56):
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def _length(row: str) -> int:
    return sum(len(LETTERS[letter][0]) + len(GAP) for letter in row) - len(GAP)


def _drawn(row: str) -> list[Line]:
    return [ink(GAP.join(LETTERS[letter][y] for letter in row), Ink.STRONG) for y in range(ROWS)]
