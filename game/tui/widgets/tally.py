"""The ledger at a glance: a line for each figure, and where it stands among the counts."""

from __future__ import annotations

from typing import Sequence

from game.tui.typeset import Ink, Line, ink, joined, spread
from game.tui.widgets.bars import LEAST, Scale, bar
from game.tui.widgets.laid import Laid
from game.view import LedgerRow, Tongue

TRACK = 24
"""Cells of a figure's scale."""


class Tally(Laid):
    """Figures, one a line. At the end of a battle the counts stand behind each of them."""

    def __init__(self, tongue: Tongue, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tongue = tongue
        self._rows: tuple[LedgerRow, ...] = ()

    def show(self, rows: Sequence[LedgerRow]) -> None:
        """Show these figures."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """A heading, and a line for each."""
        if not self._rows:
            return ()
        final = self._rows[0].final
        say = self._tongue.say
        heading = say("The figures") if final else say("The figures so far")
        lines = [ink(heading, Ink.HEADING)]
        for row in self._rows:
            figure = joined(ink(row.figure, Ink.STRONG), ink(f" {row.unit}", Ink.MUTED))
            lines += spread(ink(row.label, Ink.MUTED), figure, width)
            lines += self._counts(row, width) if row.final else []
        return lines

    def _counts(self, row: LedgerRow, width: int) -> list[Line]:
        """The figure among the counts of its own kind, each count on its scale."""
        scale = Scale.of(row, max(LEAST, min(TRACK, width // 2)))
        counts = [claim for claim in row.claims if claim.inside is not None]
        lines: list[Line] = []
        for claim in counts:
            words = ink(f"  {claim.range}", Ink.FAINT)
            lines.append(joined(bar(claim, row.value, scale), words))
        return lines
