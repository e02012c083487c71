"""Dots in cells: two across and four down, and one layer to a cell."""

from __future__ import annotations

from typing import Iterable, Sequence

from game.tui.map.charset import LAYERS, Charset
from game.tui.map.projection import Segment

DOTS = (0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80)
"""The braille bits of a cell, row by row."""

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

        Where cells have no dots the pattern is left out: each layer has a
        character of its own there.

        Args:
            segments: The line, in dots.
            layer: Which layer it belongs to.
            pattern: Its dashes.
            beside: How many dots away it is drawn again: 1 makes it thick, 2
                without 1 makes it double.
        """
        on, period = pattern if self.dots else SOLID
        rank, count = RANKS[layer], 0
        for x, y, to_x, to_y in segments:
            steps = max(1, round(max(abs(to_x - x), abs(to_y - y))))
            dx, dy = (to_x - x) / steps, (to_y - y) / steps
            flat = abs(dx) >= abs(dy)
            for i in range(steps):
                if (count + i) % period < on:
                    across, down = int(x + dx * i), int(y + dy * i)
                    self._dot(across, down, rank)
                    for off in beside:
                        self._dot(across + off * (not flat), down + off * flat, rank)
            count += steps

    def area(self, rings: Iterable[Iterable[Segment]], layer: str) -> None:
        """Fill an area with a light stipple. Its rings may be nested."""
        edges = [edge for ring in rings for edge in ring]
        rank = RANKS[layer]
        for y in range(0, self.height * 4, 2):
            crossings = sorted(_crossings(edges, y + 0.5))
            for left, right in zip(crossings[::2], crossings[1::2], strict=False):
                first = int(max(0.0, left)) + 1
                for x in range(first + (first + y // 2) % 2, int(min(self.width * 2, right)), 2):
                    self._dot(x, y, rank)

    def glyph(self, cell: int, charset: Charset) -> str:
        """The character in a cell, counted row by row."""
        bits = self.bits[cell]
        if not bits:
            return " "
        return chr(0x2800 + bits) if charset.dots else charset.lines[LAYERS[self.layers[cell]]]

    def _dot(self, x: int, y: int, rank: int) -> None:
        if x < 0 or y < 0 or x >= self.width * 2 or y >= self.height * 4:
            return
        cell = (y >> 2) * self.width + (x >> 1)
        held = self.layers[cell]
        if held < rank:
            self.layers[cell] = rank
            self.bits[cell] = 0
        if held <= rank:
            self.bits[cell] |= DOTS[(y & 3) * 2 + (x & 1)]


def _crossings(edges: Sequence[Segment], y: float) -> Iterable[float]:
    for ax, ay, bx, by in edges:
        if (ay <= y) != (by <= y):
            yield ax + (y - ay) * (bx - ax) / (by - ay)
