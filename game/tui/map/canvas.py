"""Dots in cells: two across and four down, and one layer to a cell."""

from __future__ import annotations

import math
from typing import Iterable

from game.tui.map.charset import LAYERS, Charset
from game.tui.map.projection import Segment

DOTS = (0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80)
"""The braille bits of a cell, row by row."""

Pattern = tuple[int, int]
"""How many dots are drawn, and after how many it begins again."""

Dot = tuple[int, int]
"""How far a dot is to the right, and how far down."""

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
        count, flat_dots, steep_dots = 0, list[Dot](), list[Dot]()
        for x, y, to_x, to_y in segments:
            steps = max(1, round(max(abs(to_x - x), abs(to_y - y))))
            dx, dy = (to_x - x) / steps, (to_y - y) / steps
            dots = flat_dots if abs(dx) >= abs(dy) else steep_dots
            for i in range(steps):
                if (count + i) % period < on:
                    dots.append((int(x + dx * i), int(y + dy * i)))
            count += steps
        self._dots(flat_dots + steep_dots, RANKS[layer])
        for off in beside:
            self._dots([(x, y + off) for x, y in flat_dots], RANKS[layer])
            self._dots([(x + off, y) for x, y in steep_dots], RANKS[layer])

    def area(self, rings: Iterable[Iterable[Segment]], layer: str) -> None:
        """Fill an area with a light stipple. Its rings may be nested."""
        crossings: dict[int, list[float]] = {}
        for ring in rings:
            for edge in ring:
                _cross(edge, self.height * 4, crossings)
        dots: list[Dot] = []
        for y, cut in crossings.items():
            cut.sort()
            for left, right in zip(cut[::2], cut[1::2], strict=False):
                first = int(max(0.0, left)) + 1
                start, end = first + (first + y // 2) % 2, int(min(self.width * 2, right))
                dots += [(x, y) for x in range(start, end, 2)]
        self._dots(dots, RANKS[layer])

    def glyph(self, cell: int, charset: Charset) -> str:
        """The character in a cell, counted row by row."""
        bits = self.bits[cell]
        if not bits:
            return " "
        return chr(0x2800 + bits) if charset.dots else charset.lines[LAYERS[self.layers[cell]]]

    def _dots(self, dots: Iterable[Dot], rank: int) -> None:
        bits, layers, width = self.bits, self.layers, self.width
        right, low = width * 2, self.height * 4
        for x, y in dots:
            if 0 <= x < right and 0 <= y < low:
                cell = (y >> 2) * width + (x >> 1)
                held = layers[cell]
                if held < rank:
                    layers[cell] = rank
                    bits[cell] = 0
                if held <= rank:
                    bits[cell] |= DOTS[(y & 3) * 2 + (x & 1)]


def _cross(edge: Segment, low: int, crossings: dict[int, list[float]]) -> None:
    """Note where an edge crosses every other row of dots."""
    ax, ay, bx, by = edge
    if ay == by:
        return
    first, last = (math.ceil(max(0.0, min(ay, by)) - 0.5), math.ceil(min(low, max(ay, by)) - 0.5))
    slope = (bx - ax) / (by - ay)
    for y in range(first + first % 2, last, 2):
        crossings.setdefault(y, []).append(ax + (y + 0.5 - ay) * slope)
