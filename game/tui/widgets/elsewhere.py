"""Day by day: your hours, those beyond the hill, and those in the city, each to be opened."""

from __future__ import annotations

from typing import Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, beside, cut, hung, ink
from game.tui.widgets.linked import Linked
from game.view import Tongue
from game.view.days import DayRow, Deed

GAP, LEAST = 3, 66
"""Cells between columns, and those under which columns stand one below the other."""


class Elsewhere(Linked):
    """Three columns of titles under each day."""

    def __init__(self, tongue: Tongue, id: str) -> None:
        super().__init__(id=id)
        self._tongue = tongue
        self._rows: tuple[DayRow, ...] = ()

    def show(self, rows: Sequence[DayRow]) -> None:
        """Show these days."""
        self._rows, self.cursor = tuple(rows), None
        self.relay()

    @property
    def links(self) -> tuple[str, ...]:
        """The hours elsewhere, in the order in which they stand."""
        return tuple(f"aside:{deed.aside}" for deed in self._asides())

    def _asides(self) -> list[Deed]:
        return [deed for row in self._rows for cell in row.cells for deed in cell if deed.aside]

    def lay(self, width: int) -> Sequence[Line]:
        """The columns' names, and the days."""
        say = self._tongue.say
        heads = (say("Your battle"), say("Beyond the hill"), say("In the city"))
        if width < LEAST:
            return self._stacked(heads, width)
        room = width - 2 * GAP
        widths = (room // 3, room // 3, room - 2 * (room // 3))
        inks = (Ink.HEADING, Ink.STRONG, Ink.STRONG)
        lines = beside(
            [[ink(head, tone)] for head, tone in zip(heads, inks, strict=True)], widths, GAP
        )
        number = 0
        for row in self._rows:
            lines += [Content(""), ink(row.day, Ink.MUTED)]
            columns = []
            for cell, wide in zip(row.cells, widths, strict=True):
                columns.append(self._cell(cell, wide, number))
                number += sum(bool(deed.aside) for deed in cell)
            lines += beside(columns, widths, GAP)
        return lines

    def _stacked(self, heads: Sequence[str], width: int) -> list[Line]:
        lines: list[Line] = []
        number = 0
        for row in self._rows:
            lines += [Content("")] if lines else []
            lines.append(ink(row.day, Ink.MUTED))
            for head, cell in zip(heads, row.cells, strict=True):
                if cell:
                    lines += [ink(head, Ink.STRONG), *self._cell(cell, width, number)]
                    number += sum(bool(deed.aside) for deed in cell)
        return [cut(line, width) for line in lines]

    def _cell(self, deeds: Sequence[Deed], width: int, number: int) -> list[Line]:
        lines: list[Line] = []
        for deed in deeds:
            if not deed.aside:
                lines += hung(ink(deed.title), width, ink("\u25cf ", Ink.ACCENT), Content("  "))
                continue
            cursor = Ink.CURSOR if number == self.cursor else Ink.PLAIN
            words = ink(deed.title, Ink.LINK, cursor, target=f"aside:{deed.aside}")
            lines += hung(words, width, ink("\u203a ", Ink.ACCENT), Content("  "))
            number += 1
        return lines
