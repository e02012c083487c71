"""Playthroughs beside each other: their figures in columns, and the orders in which they differ."""

from __future__ import annotations

from typing import Sequence

from textual.content import Content

from game.engine import Playthrough
from game.tui.typeset import Ink, Line, hung, ink, joined, wrapped
from game.tui.widgets.laid import Laid
from game.view import LedgerRow, PlayView, Tongue, parting_rows
from game.view.playthroughs import PartingRow

GAP = 2
LABEL = 24
"""Cells that a figure's name has at least, if there are as many."""


class Figures(Laid):
    """A line a figure, a column a playthrough; as many columns as fit, the marked one in sight."""

    def __init__(self, tongue: Tongue, id: str) -> None:
        super().__init__(id=id)
        self._tongue = tongue
        self._plays: tuple[tuple[str, PlayView], ...] = ()
        self._marked = ""

    def show(self, plays: Sequence[tuple[str, PlayView]], marked: str) -> None:
        """Show these, each with its mark."""
        self._plays, self._marked = tuple(plays), marked
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """A head of marks, then a line a figure."""
        if not self._plays or not self._plays[0][1].ledger:
            return ()
        cell = GAP + max(
            len(text) for mark, view in self._plays for text in (mark, *map(_figure, view.ledger))
        )
        shown = self._in_sight(max(1, (width - min(LABEL, width // 2)) // cell))
        room = max(1, width - cell * len(shown))
        lines = [joined(Content(" " * room), *(self._cell(m, m, cell) for m, _ in shown))]
        for i, row in enumerate(shown[0][1].ledger):
            cells = [self._cell(mark, _figure(view.ledger[i]), cell) for mark, view in shown]
            lines += _named(row, room, cells)
        return lines

    def _in_sight(self, fit: int) -> Sequence[tuple[str, PlayView]]:
        place = next((i for i, (mark, _) in enumerate(self._plays) if mark == self._marked), 0)
        first = max(0, min(place - fit // 2, len(self._plays) - fit))
        return self._plays[first : first + fit]

    def _cell(self, mark: str, text: str, width: int) -> Content:
        return ink(text.rjust(width), Ink.STRONG if mark == self._marked else Ink.PLAIN)


def _figure(row: LedgerRow) -> str:
    return row.figure


def _named(row: LedgerRow, room: int, cells: Sequence[Content]) -> list[Line]:
    """A figure's name, its columns beside the first line."""
    name = wrapped(ink(row.label, Ink.MUTED), max(1, room - GAP)) or [Content("")]
    first = name[0].pad_right(max(0, room - name[0].cell_length))
    return [joined(first, *cells), *name[1:]]


class Partings(Laid):
    """Decision by decision, who gave which order."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.rows: tuple[PartingRow, ...] = ()

    def show(self, plays: Sequence[tuple[str, Playthrough]], tongue: Tongue) -> None:
        """Compare these, each with its mark."""
        self.rows = parting_rows(plays, tongue)
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """Title, then each order behind the marks of those who gave it."""
        lines: list[Line] = []
        for i, row in enumerate(self.rows):
            lines += [Content("")] if i else []
            lines += wrapped(ink(row.title, Ink.STRONG), width)
            for order, marks in row.ways:
                who = ink(f"{', '.join(marks)}  ", Ink.ACCENT)
                lines += hung(joined(who, ink(order)), width, Content("  "))
        return lines
