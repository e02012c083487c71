"""The ledger at a glance: a line for each figure, drawn over what others counted."""

from __future__ import annotations

from typing import Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, cut, ink, joined, spread
from game.tui.widgets.bars import OWN, POINT, Scale
from game.tui.widgets.laid import Laid
from game.view import LedgerRow, Tongue
from game.view.gauges import ClaimRow

TRACKS = ((64, 20), (40, 10))
"""Cells of a figure's scale, by the cells that there are."""
GAP, LEAST = 2, 10
"""Cells between a label and its figure, and those that a label must have."""
RANGE, BACK = "\u2500", "\u2508"


class Tally(Laid):
    """Figures, one a line, each on a scale with the counts of the same thing behind it."""

    def __init__(self, tongue: Tongue, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tongue = tongue
        self._rows: tuple[LedgerRow, ...] = ()
        self._most: int | None = None

    def limit(self, lines: int | None) -> None:
        """Take no more lines than these; figures that have moved come first."""
        if lines != self._most:
            self._most = lines
            self.relay()

    def show(self, rows: Sequence[LedgerRow]) -> None:
        """Show these figures."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """A heading, and a line for each."""
        rows = self._fitting()
        if not rows:
            return ()
        say = self._tongue.say
        final = self._rows[0].final
        heading = ink(say("The figures") if final else say("The figures so far"), Ink.HEADING)
        note = ink(f"{OWN} {say('yours')}  {RANGE}{POINT} {say('counted')}", Ink.MUTED)
        track = next((cells for least, cells in TRACKS if width >= least), 0)
        lines = list(spread(heading, note if track else Content(""), width))
        return lines + [self._one(row, width, track) for row in rows]

    def _fitting(self) -> Sequence[LedgerRow]:
        """All figures, or as many as there is room for below the heading."""
        if self._most is None or len(self._rows) < self._most:
            return self._rows
        return [row for row in self._rows if row.value][: max(0, self._most - 1)]

    def _one(self, row: LedgerRow, width: int, track: int) -> Line:
        figure = joined(ink(row.figure, Ink.STRONG), ink(f" {row.unit}", Ink.MUTED))
        if track:
            figure = joined(figure, Content(" " * GAP), behind(row, track))
        room = width - figure.cell_length - GAP
        if room < LEAST:
            return cut(joined(ink(f"{row.label} ", Ink.MUTED), figure), width)
        whole = ink(row.label, Ink.MUTED)
        fits = whole.cell_length <= room or not row.short
        label = cut(whole if fits else ink(row.short, Ink.MUTED), room)
        return joined(label, Content(" " * (room + GAP - label.cell_length)), figure)


def behind(row: LedgerRow, width: int) -> Line:
    """A figure on its scale, the counts of the same thing behind it as ranges and points."""
    own = [claim for claim in row.claims if claim.inside is not None]
    if not own:
        return Content(" " * width)
    scale = Scale.of(row, width)
    cells = [BACK] * width
    for claim in own:
        first, last = _ends(claim, scale)
        for x in range(first, last + 1):
            cells[x] = RANGE
        if first == last:
            cells[first] = POINT
    at = scale.cell(row.value)
    before, after = "".join(cells[:at]), "".join(cells[at + 1 :])
    return joined(ink(before, Ink.MUTED), ink(OWN, Ink.ACCENT), ink(after, Ink.MUTED))


def _ends(claim: ClaimRow, scale: Scale) -> tuple[int, int]:
    first = scale.cell(claim.low) if claim.low is not None else 0
    last = scale.cell(claim.high) if claim.high is not None else scale.width - 1
    return first, last
