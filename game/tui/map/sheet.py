"""A grid of styled cells that text is written on without overlaps."""

from __future__ import annotations

import re
import unicodedata
from typing import Iterator, Sequence

from rich.cells import cell_len

from game.tui.map.charset import STYLES
from game.tui.map.relief import SHADES

Run = tuple[str, str]
"""A text and the name of its style; an empty name is the plain ground."""

Shaded = tuple[str, str, int]
"""A run, and the shade that it stands on."""

Line = tuple[Run, ...]
"""One row of a drawing."""

Cell = tuple[int, int]
"""A column and a row."""

PLACES = SHADES + 1
CODES = {name: i * PLACES for i, name in enumerate(("", *STYLES))}
"""A byte for each style. A shade added to it gives a byte for both."""

KEYS = [(name, shade) for name in CODES for shade in range(PLACES)]
"""Style and shade for each such byte."""

RUN = re.compile(rb"(.)\1*", re.DOTALL)
"""Bytes that are alike."""

HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn")
"""Characters that show nothing or that move what stands after them."""


class Sheet:
    """Rows and columns of characters, and which of them are taken."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.chars = [" "] * (width * height)
        self._codes = bytearray(width * height)
        self.names: dict[Cell, str] = {}
        self._taken = bytearray(width * height)

    def ground(self, cell: int, char: str, style: str) -> None:
        """Set a cell, counted row by row, that may still be written over."""
        self.chars[cell] = char
        self._codes[cell] = CODES[style]

    def free(self, column: int, row: int, length: int = 1) -> bool:
        """Whether so many cells from here on are on the sheet and not taken."""
        if not self._holds(column, row, length):
            return False
        start = row * self.width + column
        return 1 not in self._taken[start : start + length]

    def roomy(self, column: int, row: int, length: int) -> bool:
        """Whether so many cells are free, and those on either side, if any, as well."""
        left = max(0, column - 1)
        right = min(self.width, column + length + 1)
        return self.free(column, row, length) and self.free(left, row, right - left)

    def crowded(self, column: int, row: int, length: int, own: Cell) -> int:
        """How many ends of these cells another text or sign stands close to."""
        start, count = row * self.width, 0
        for left, right in ((column - 2, column), (column + length, column + length + 2)):
            left, right = max(0, left), min(self.width, right)
            taken = sum(self._taken[start + left : start + right])
            count += taken > (own[1] == row and left <= own[0] < right)
        return count

    def lit(self, column: int, row: int, length: int) -> int:
        """How many of these cells show something."""
        start = row * self.width + column
        return length - self.chars[start : start + length].count(" ")

    def reserve(self, row: int) -> None:
        """Blank a row and keep everything else off it; it can still be written on."""
        for cell in range(self.width * row, self.width * (row + 1)):
            self.ground(cell, " ", "")
            self._taken[cell] = 1

    def write(self, column: int, row: int, text: str, style: str, name: str = "") -> None:
        """Write a text and take its cells; what does not fit is left away."""
        for piece in pieces(text):
            wide = cell_len(piece)
            if not self._holds(column, row, wide):
                return
            for offset in range(wide):
                cell = row * self.width + column + offset
                self.ground(cell, "" if offset else piece, style)
                self._taken[cell] = 1
                if name:
                    self.names[column + offset, row] = name
            column += wide

    def rows(self) -> Iterator[Line]:
        """The sheet as lines of runs."""
        for start in range(0, self.width * self.height, self.width):
            yield tuple(self._runs(start, start + self.width))

    def shaded_rows(self, shades: Sequence[bytes]) -> Iterator[list[Shaded]]:
        """The sheet as lines of runs on a shaded ground.

        Args:
            shades: A shade for each cell, row by row.
        """
        for row, shade in enumerate(shades):
            start = row * self.width
            styled = int.from_bytes(self._codes[start : start + self.width], "big")
            keys = (styled + int.from_bytes(shade, "big")).to_bytes(self.width, "big")
            yield [
                ("".join(self.chars[start + run.start() : start + run.end()]), *KEYS[run[1][0]])
                for run in RUN.finditer(keys)
            ]

    def _runs(self, start: int, end: int) -> Iterator[Run]:
        for run in RUN.finditer(self._codes, start, end):
            text = "".join(self.chars[run.start() : run.end()])
            yield text, KEYS[run[1][0]][0]

    def _holds(self, column: int, row: int, length: int) -> bool:
        return 0 <= row < self.height and column >= 0 and column + length <= self.width


def clean(text: str) -> str:
    """A name without characters that would disturb the cells round it."""
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    kept = "".join(
        c for c in text if unicodedata.category(c) not in HIDDEN and c not in "\ufe0e\ufe0f"
    )
    if cell_len(kept) == sum(map(cell_len, kept)) and not (kept and cell_len(kept[0]) == 0):
        return kept
    return kept.encode("ascii", "replace").decode("ascii")


def shortened(text: str, width: int, more: str) -> str:
    """A cleaned text cut to so many cells, with a sign where something is missing."""
    if cell_len(text) <= width:
        return text
    kept = ""
    for piece in pieces(text):
        if cell_len(kept + piece) > width - cell_len(more):
            break
        kept += piece
    return kept.rstrip() + more if width > cell_len(more) else ""


def pieces(text: str) -> list[str]:
    """A cleaned text in pieces of one or two cells, each with what stands upon it."""
    found: list[str] = []
    for char in text:
        if cell_len(char) == 0 and found:
            found[-1] += char
        else:
            found.append(char)
    return found
