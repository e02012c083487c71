"""A list of titles inside a text, each of which leads on."""

from __future__ import annotations

from typing import Sequence

from game.tui.typeset import Ink, Line, hung, ink
from game.tui.widgets.linked import Linked
from game.tui.widgets.words import MARGIN


class Index(Linked):
    """Titles, one on a line."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[tuple[str, str], ...] = ()

    def show(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these titles, each with its target; a heading has none."""
        self._rows, self.cursor = tuple(rows), None
        self.relay()

    @property
    def links(self) -> tuple[str, ...]:
        """The targets, in order."""
        return tuple(target for target, _ in self._rows if target)

    def lay(self, width: int) -> Sequence[Line]:
        """The titles at a width, a blank line before each heading but the first."""
        lines: list[Line] = []
        number = 0
        for target, title in self._rows:
            if target:
                lines += self._title(title, target, number == self.cursor, width)
                number += 1
            else:
                lines += [ink("")] if lines else []
                lines += hung(ink(title, Ink.STRONG), width, ink(" " * MARGIN))
        return lines

    def _title(self, title: str, target: str, marked: bool, width: int) -> list[Line]:
        cursor = Ink.CURSOR if marked else Ink.PLAIN
        margin = ink("\u2013".ljust(MARGIN), Ink.ACCENT)
        return hung(ink(title, Ink.LINK, cursor, target=target), width, margin)
