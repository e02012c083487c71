"""Ways between the spots of a tree, drawn in cells; the more important lie over the others."""

from __future__ import annotations

from typing import Sequence

from game.tui.typeset import Ink, Line, ink, joined
from game.view.roads import SpotView

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8

LIGHT = {
    UP: "\u2502", DOWN: "\u2502", LEFT: "\u2500", RIGHT: "\u2500",
    UP | DOWN: "\u2502", LEFT | RIGHT: "\u2500",
    DOWN | RIGHT: "\u250c", DOWN | LEFT: "\u2510", UP | RIGHT: "\u2514", UP | LEFT: "\u2518",
    UP | DOWN | RIGHT: "\u251c", UP | DOWN | LEFT: "\u2524",
    DOWN | LEFT | RIGHT: "\u252c", UP | LEFT | RIGHT: "\u2534",
    UP | DOWN | LEFT | RIGHT: "\u253c",
}  # fmt: skip
DOUBLE = {
    UP: "\u2551", DOWN: "\u2551", LEFT: "\u2550", RIGHT: "\u2550",
    UP | DOWN: "\u2551", LEFT | RIGHT: "\u2550",
    DOWN | RIGHT: "\u2554", DOWN | LEFT: "\u2557", UP | RIGHT: "\u255a", UP | LEFT: "\u255d",
    UP | DOWN | RIGHT: "\u2560", UP | DOWN | LEFT: "\u2563",
    DOWN | LEFT | RIGHT: "\u2566", UP | LEFT | RIGHT: "\u2569",
    UP | DOWN | LEFT | RIGHT: "\u256c",
}  # fmt: skip
DOTTED = {LEFT: "\u00b7", RIGHT: "\u00b7", LEFT | RIGHT: "\u00b7", UP | DOWN: ":"}

NEVER, REAL, MINE = 0, 1, 2
LOOKS = ((DOTTED, Ink.FAINT), (LIGHT, Ink.PLAIN), (DOUBLE, Ink.ACCENT))
"""Not seen, 1945, yours: told apart by the line as well as by the ink."""


class Lattice:
    """The cells of a tree: two lines for each row, one for the spots, one for the ways below.

    Args:
        spots: Every spot of the tree.
        low: The leftmost column.
        step: Cells from column to column.
    """

    def __init__(self, spots: Sequence[SpotView], low: int, step: int) -> None:
        self._low, self._step = low, step
        self._spots = {(spot.row, spot.column): spot for spot in spots}
        self._cells: dict[tuple[int, int], list[int]] = {}
        self.width = (max(spot.column for spot in spots) - low) * step + 2
        """Cells across."""

    def join(self, start: SpotView, end: SpotView, mine: bool, real: bool) -> None:
        """Draw a way: across under its start, and down beside what stands between."""
        rank = MINE if mine else REAL if real else NEVER
        if end.row <= start.row:
            return
        x, lane = self._x(start.column), self._lane(start, end)
        top, foot = 2 * start.row + 1, 2 * end.row - 1
        self._run(top, x, lane, rank, UP, DOWN)
        for y in range(top + 1, foot):
            self._add(y, lane, UP | DOWN, rank)
        if foot > top:
            self._run(foot, lane, self._x(end.column), rank, UP, DOWN)
        elif lane != self._x(end.column):
            self._run(top, lane, self._x(end.column), rank, 0, DOWN)

    def _lane(self, start: SpotView, end: SpotView) -> int:
        """Where a way goes down: in a column that is free, or between two."""
        between = range(start.row + 1, end.row)
        for column in (end.column, start.column):
            if not any((row, column) in self._spots for row in between):
                return self._x(column)
        side = -1 if end.column < start.column or (end.column == start.column < 0) else 1
        return max(0, self._x(start.column) + side * (self._step // 2))

    def _x(self, column: int) -> int:
        return (column - self._low) * self._step

    def _run(self, y: int, start: int, end: int, rank: int, first: int, last: int) -> None:
        """From one cell to another on a line, coming in by one side and leaving by another."""
        if start == end:
            self._add(y, start, first | last, rank)
            return
        ahead, behind = (RIGHT, LEFT) if end > start else (LEFT, RIGHT)
        self._add(y, start, first | ahead, rank)
        for x in range(min(start, end) + 1, max(start, end)):
            self._add(y, x, LEFT | RIGHT, rank)
        self._add(y, end, behind | last, rank)

    def _add(self, y: int, x: int, sides: int, rank: int) -> None:
        self._cells.setdefault((y, x), [0, 0, 0])[rank] |= sides

    def is_straight(self, row: int) -> bool:
        """Whether all ways below a row only go straight down."""
        below = (cell for (y, _), cell in self._cells.items() if y == 2 * row + 1)
        return all(sides in (0, UP | DOWN) for cell in below for sides in cell)

    def between(self, row: int) -> Line:
        """The line of ways below a row."""
        return joined(*(self._way(2 * row + 1, x) for x in range(self.width)))

    def spots(self, row: int) -> Line:
        """The line of a row, with its spots."""
        from game.tui.widgets.tree import sign_of, tone_of

        parts: list[Line] = []
        x = 0
        while x < self.width:
            column, beside = divmod(x, self._step)
            spot = self._spots.get((row, column + self._low)) if not beside else None
            parts.append(ink(sign_of(spot), tone_of(spot)) if spot else self._way(2 * row, x))
            x += parts[-1].cell_length
        return joined(*parts)

    def _way(self, y: int, x: int) -> Line:
        sides = self._cells.get((y, x), (0, 0, 0))
        rank = next((r for r in (MINE, REAL, NEVER) if sides[r]), None)
        if rank is None:
            return ink(" ")
        signs, tone = LOOKS[rank]
        usual = "\u00b7" if rank == NEVER else " "
        return ink(signs.get(sides[rank], usual), tone)
