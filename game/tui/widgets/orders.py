"""Orders in their order, each beside that of 1945."""

from __future__ import annotations

from typing import Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, hung, ink, joined, spread
from game.tui.widgets.laid import Laid
from game.view import Tongue
from game.view.report import OrderRow


class Orders(Laid):
    """Number, decision, the order given, and where it parted from 1945."""

    def __init__(self, tongue: Tongue, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tongue = tongue
        self._rows: tuple[OrderRow, ...] = ()

    def show(self, rows: Sequence[OrderRow]) -> None:
        """Show these orders."""
        self._rows = tuple(rows)
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """The orders, a blank line between them."""
        lines: list[Line] = []
        for i, row in enumerate(self._rows):
            lines += [Content("")] if i else []
            lines += self._one(row, width)
        return lines

    def _one(self, row: OrderRow, width: int) -> list[Line]:
        number = ink(f"{row.number}  ".rjust(4), Ink.ACCENT)
        blank = Content(" " * number.cell_length)
        room = width - number.cell_length
        head = spread(ink(row.title, Ink.STRONG), ink(self._beside(row), Ink.MUTED), room)
        lines = [joined(blank if i else number, line) for i, line in enumerate(head)]
        lines += hung(ink(row.order), width, blank)
        if row.parts:
            real = joined(ink("1945: ", Ink.MUTED), ink(row.real_order, Ink.MUTED))
            lines += hung(real, width, blank)
        return lines

    def _beside(self, row: OrderRow) -> str:
        say = self._tongue.say
        if row.parts:
            return say("not as in 1945")
        return say("as in 1945") if row.real_order else say("1945 did not come this way")
