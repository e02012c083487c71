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

Keyed = tuple[str, int]
"""A text and the key of its style and shade."""

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

    def __init__(
        self, width: int, height: int, signs: str = "", codes: bytes | bytearray = b""
    ) -> None:
        """A sheet with signs and the codes of their styles on it, row by row, or a blank one."""
        self.width = width
        self.height = height
        self.chars = list(signs or " " * (width * height))
        self._codes = bytearray(codes or width * height)
        self.names: dict[Cell, str] = {}
        self._taken = bytearray(width * height)
        self._uneven = bytearray(height)

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
        if not self._holds(column, row, length):
            return False
        start = row * self.width
        right = start + min(self.width, column + length + 1)
        return 1 not in self._taken[start + max(0, column - 1) : right]

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
        start, end = self.width * row, self.width * (row + 1)
        self.chars[start:end] = " " * self.width
        self._codes[start:end] = bytes(self.width)
        self._taken[start:end] = b"\1" * self.width
        self._uneven[row] = 0

    def write(self, column: int, row: int, text: str, style: str, name: str = "") -> None:
        """Write a text and take its cells; what does not fit is left away."""
        if not self._holds(column, row, 1):
            return
        cells = cells_of(text, self.width - column)
        start, count = row * self.width + column, len(cells)
        self.chars[start : start + count] = cells
        self._codes[start : start + count] = bytes([CODES[style]]) * count
        self._taken[start : start + count] = b"\1" * count
        if not text.isascii():
            self._uneven[row] |= any(len(cell) != 1 for cell in cells)
        if name:
            self.names.update(((column + i, row), name) for i in range(count))

    def rows(self) -> Iterator[Line]:
        """The sheet as lines of runs."""
        for row in self.keyed_rows():
            yield tuple((text, KEYS[key][0]) for text, key in row)

    def keyed_rows(self, shades: Sequence[bytes] = ()) -> Iterator[list[Keyed]]:
        """The sheet as lines of runs on a shaded ground.

        Args:
            shades: A shade for each cell, row by row; none for a bare ground.
        """
        for row in range(self.height):
            start, end = row * self.width, (row + 1) * self.width
            keys = bytes(self._codes[start:end])
            if shades:
                both = int.from_bytes(keys, "big") + int.from_bytes(shades[row], "big")
                keys = both.to_bytes(self.width, "big")
            cells = self.chars[start:end]
            if self._uneven[row]:
                yield [("".join(cells[r.start() : r.end()]), r[1][0]) for r in RUN.finditer(keys)]
            else:
                text = "".join(cells)
                yield [(text[r.start() : r.end()], r[1][0]) for r in RUN.finditer(keys)]

    def _holds(self, column: int, row: int, length: int) -> bool:
        return 0 <= row < self.height and column >= 0 and column + length <= self.width


def clean(text: str) -> str:
    """A name without characters that would disturb the cells round it."""
    text = " ".join(text.split())
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text)
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


def cells_of(text: str, room: int) -> list[str]:
    """As much of a text as so many cells have room for; a wide sign's second cell is empty."""
    if text.isascii():
        return list(text[:room])
    cells: list[str] = []
    for piece in pieces(text):
        wide = cell_len(piece)
        if len(cells) + wide > room:
            break
        cells += (piece, "")[:wide]
    return cells


def pieces(text: str) -> list[str]:
    """A cleaned text in pieces of one or two cells, each with what stands upon it."""
    found: list[str] = []
    for char in text:
        if cell_len(char) == 0 and found:
            found[-1] += char
        else:
            found.append(char)
    return found
