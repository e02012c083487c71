"""Parts of a list side by side, one of them shown."""

from __future__ import annotations

from typing import Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, ink, joined
from game.tui.widgets.laid import Laid

MARK = "\u258c"
"""The bar before the part that is shown."""

GAP, CLOSE = 2, 1
"""Cells behind a name, and where all fit on one line only if they stand closer."""


class Tabs(Laid):
    """Names that can be clicked, on as many lines as they need."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._tabs: tuple[tuple[str, str], ...] = ()
        self._shown = ""

    def show(self, tabs: Sequence[tuple[str, str]], shown: str) -> None:
        """Show these parts, by id and name, and which of them is open."""
        if (tuple(tabs), shown) != (self._tabs, self._shown):
            self._tabs, self._shown = tuple(tabs), shown
            self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """The names; what does not fit goes on the next line."""
        rows: list[list[Content]] = [[]]
        gap = next((n for n in (GAP, CLOSE) if self._wide(n) <= width), GAP)
        for id, name in self._tabs:
            tab = self._tab(id, name, gap)
            row = rows[-1]
            used = sum(part.cell_length for part in row)
            if row and used + tab.cell_length > width:
                rows.append([])
            rows[-1].append(tab)
        return [joined(*row).truncate(width) for row in rows if row]

    def _wide(self, gap: int) -> int:
        """Cells of all names on one line."""
        return sum(self._tab(id, name, gap).cell_length for id, name in self._tabs)

    def _tab(self, id: str, name: str, gap: int) -> Content:
        open_ = id == self._shown
        mark = ink(MARK if open_ else " ", Ink.ACCENT)
        words = ink(name, Ink.STRONG if open_ else Ink.MUTED, target=f"part:{id}")
        return joined(mark, words, Content(" " * gap))
