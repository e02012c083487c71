"""Dots in cells: two across and four down, and one layer to a cell."""

from __future__ import annotations

import math
from typing import Iterable

from game.tui.map.charset import LAYERS, Charset
from game.tui.map.projection import Segment

DOTS = (0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80)
"""The braille bits of a cell, row by row."""

BRAILLE = {0: " ", **{bits: chr(0x2800 + bits) for bits in range(1, 256)}}
"""The character for each set of dots."""

Pattern = tuple[int, int]
"""How many dots are drawn, and after how many it begins again."""

SOLID: Pattern = (1, 1)

RANKS = {layer: i for i, layer in enumerate(LAYERS)}


class Canvas:
    """Cells that lines and areas are drawn into.

    A cell belongs to the highest layer drawn in it and shows that one alone, so
    that a river beside a railway stays a clean line.
    """

    def __init__(self, width: int, height: int, dots: bool = True) -> None:
        self.width = width
        self.height = height
        self.dots = dots
        self.bits = bytearray(width * height)
        self.layers = bytearray(width * height)

    def copy(self) -> Canvas:
        """Another canvas with the same drawing on it."""
        other = Canvas(self.width, self.height, self.dots)
        other.bits[:] = self.bits
        other.layers[:] = self.layers
        return other

    def line(
        self,
        segments: Iterable[Segment],
        layer: str,
        pattern: Pattern = SOLID,
        beside: tuple[int, ...] = (),
    ) -> None:
        """Draw a line; its pattern runs on from segment to segment.

        Where cells have no dots, pattern and thickness are left out: each layer
        has a character of its own there.

        Args:
            segments: The line, in dots.
            layer: Which layer it belongs to.
            pattern: Its dashes.
            beside: How many dots away it is drawn again: 1 makes it thick, 2
                without 1 makes it double.
        """
        rows = list(segments)
        if not self.dots:
            pattern, beside = SOLID, ()
        for off in (0, *beside):
            self._stroke(rows, RANKS[layer], pattern, off)

    def area(self, rings: Iterable[Iterable[Segment]], layer: str) -> None:
        """Fill an area with a light stipple. Its rings may be nested."""
        crossings: dict[int, list[float]] = {}
        for ring in rings:
            for edge in ring:
                _cross(edge, self.height * 4, crossings)
        for y, cut in crossings.items():
            cut.sort()
            for left, right in zip(cut[::2], cut[1::2], strict=False):
                first = int(max(0.0, left)) + 1
                start, end = first + (first + y // 2) % 2, int(min(self.width * 2, right))
                self._row(range(start, end, 2), y, RANKS[layer])

    def glyphs(self, charset: Charset) -> str:
        """The character in each cell, row by row."""
        if charset.dots:
            return self.bits.decode("latin-1").translate(BRAILLE)
        signs = {rank: charset.lines[layer] for layer, rank in RANKS.items()}
        return self.layers.decode("latin-1").translate(signs)

    def _row(self, columns: range, y: int, rank: int) -> None:
        """Set every other dot of a row: the same one in cells beside each other."""
        dot = DOTS[(y & 3) * 2 + (columns.start & 1)]
        first = (y >> 2) * self.width + (columns.start >> 1)
        for cell in range(first, first + len(columns)):
            if self.layers[cell] < rank:
                self.layers[cell], self.bits[cell] = rank, 0
            if self.layers[cell] == rank:
                self.bits[cell] |= dot

    def _stroke(self, segments: list[Segment], rank: int, pattern: Pattern, off: int) -> None:
        """Set the dots of a line, or of one that runs so many dots below or to the right."""
        bits, layers, width = self.bits, self.layers, self.width
        right, low = width * 2, self.height * 4
        on, period = pattern
        count = 0
        for x, y, to_x, to_y in segments:
            dx, dy = to_x - x, to_y - y
            wide, high = abs(dx), abs(dy)
            flat = wide >= high
            steps = round(wide if flat else high) or 1
            dx, dy = dx / steps, dy / steps
            beside, below = (0, off) if flat else (off, 0)
            for i in range(steps):
                if (count + i) % period >= on:
                    continue
                across, down = int(x + dx * i) + beside, int(y + dy * i) + below
                if 0 <= across < right and 0 <= down < low:
                    cell = (down >> 2) * width + (across >> 1)
                    if layers[cell] < rank:
                        layers[cell], bits[cell] = rank, 0
                    if layers[cell] == rank:
                        bits[cell] |= DOTS[(down & 3) * 2 + (across & 1)]
            count += steps


def _cross(edge: Segment, low: int, crossings: dict[int, list[float]]) -> None:
    """Note where an edge crosses every other row of dots."""
    ax, ay, bx, by = edge
    if ay == by:
        return
    first, last = (math.ceil(max(0.0, min(ay, by)) - 0.5), math.ceil(min(low, max(ay, by)) - 0.5))
    slope = (bx - ax) / (by - ay)
    for y in range(first + first % 2, last, 2):
        crossings.setdefault(y, []).append(ax + (y + 0.5 - ay) * slope)
