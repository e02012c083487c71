"""The ledger as bars: everyone's count as a range, and the player's figure through them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, filled, hung, ink, joined, spread, wrapped
from game.tui.widgets.laid import Laid
from game.view import LedgerRow, Tongue
from game.view.gauges import ClaimRow

LEAST, MOST = 12, 44
"""Cells of a chart, in a narrow window and in a wide one."""

NARROW = 60
"""Cells under which charts leave more room to the words beside them."""

OWN, POINT, BACK, AXIS = "\u25cf", "\u25cb", "\u2502", "\u2508"


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers to cells."""

    low: int
    high: int
    width: int

    @classmethod
    def of(cls, row: LedgerRow, width: int) -> Scale:
        """The scale that holds a figure and all that was counted beside it."""
        ends = [end for claim in row.claims for end in (claim.low, claim.high) if end is not None]
        return cls(min(0, row.value, *ends), max(1, row.value, *ends), width)

    def cell(self, value: int) -> int:
        """The cell of a number."""
        share = (value - self.low) / (self.high - self.low)
        return round(share * (self.width - 1) * 0.92)


class Bars(Laid):
    """Lines of the ledger, each with its chart.

    Args:
        tongue: The reader's language.
        id: The widget's id.
        glossed: Whether each is explained.
    """

    def __init__(self, tongue: Tongue, id: str | None = None, glossed: bool = True) -> None:
        super().__init__(id=id)
        self._tongue, self._glossed = tongue, glossed
        self._rows: tuple[LedgerRow, ...] = ()

    def show(self, rows: Sequence[LedgerRow]) -> None:
        """Show these lines."""
        self._rows = tuple(rows)
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """Every line, a blank one between them."""
        lines: list[Line] = []
        for i, row in enumerate(self._rows):
            if i:
                lines.append(Content(""))
            lines += self._one(row, width)
        return lines

    def _one(self, row: LedgerRow, width: int) -> list[Line]:
        figure = joined(ink(row.figure, Ink.STRONG), ink(f" {row.unit}", Ink.MUTED))
        lines = spread(ink(row.label, Ink.STRONG), figure, width)
        lines += self._chart(row, width)
        if row.final or not row.claims:
            lines += wrapped(ink(self._verdict(row), Ink.EMPHASIS), width)
        if row.gloss and self._glossed:
            lines += wrapped(ink(row.gloss, Ink.MUTED), width)
        return lines

    def _verdict(self, row: LedgerRow) -> str:
        return row.verdict if row.final else self._tongue.say("No count of this exists.")

    def _chart(self, row: LedgerRow, width: int) -> list[Line]:
        if not row.claims:
            return []
        share = width * 2 // 5 if width >= NARROW else width // 4
        scale = Scale.of(row, max(LEAST, min(MOST, share)))
        say = self._tongue.say
        words = ink(say("your battle") if row.final else say("your battle so far"), Ink.ACCENT)
        lines = _beside(axis(row.value, scale), words, scale, width, row.value)
        for claim in row.claims:
            words = joined(
                ink(f"{claim.range}  "), ink(_by(claim), Ink.MUTED), self._out(claim, row)
            )
            lines += _beside(bar(claim, row.value, scale), words, scale, width, row.value)
        return lines

    def _out(self, claim: ClaimRow, row: LedgerRow) -> Content:
        """A word behind a count that your figure lies outside of."""
        missed = row.final and claim.inside is False
        return ink(f"  {self._tongue.say('outside')}" if missed else "", Ink.ACCENT, Ink.EMPHASIS)


def axis(value: int, scale: Scale) -> Line:
    """The whole scale as a faint line, and the player's figure on it."""
    own = scale.cell(value)
    after = AXIS * (scale.width - own - 1)
    return joined(ink(AXIS * own, Ink.FAINT), ink(OWN, Ink.ACCENT), ink(after, Ink.FAINT))


def bar(claim: ClaimRow, value: int, scale: Scale) -> Line:
    """A claim's range, with the player's figure running through."""
    cells = [" "] * scale.width
    first = scale.cell(claim.low if claim.low is not None else scale.low)
    last = scale.cell(claim.high) if claim.high is not None else scale.width - 1
    for x in range(first, last + 1):
        cells[x] = "\u2500" if claim.inside is not None else "\u254c"
    cells[first] = "\u251c" if claim.low is not None else "\u2190"
    cells[last] = "\u2524" if claim.high is not None else "\u2192"
    if first == last and claim.low == claim.high:
        cells[first] = POINT
    tone = Ink.PLAIN if claim.inside is not None else Ink.MUTED
    return _through(cells, scale.cell(value), tone)


def _through(cells: list[str], own: int, tone: Ink) -> Line:
    crossing = {" ": BACK, "\u2500": "\u253c", "\u254c": "\u253c"}
    mark = crossing.get(cells[own], cells[own])
    before, after = "".join(cells[:own]), "".join(cells[own + 1 :])
    return joined(ink(before, tone), ink(mark, Ink.ACCENT), ink(after.rstrip(), tone))


def _by(claim: ClaimRow) -> str:
    return f"{claim.by} ({claim.measure})" if claim.measure else claim.by


def _beside(chart: Line, words: Content, scale: Scale, width: int, value: int) -> list[Line]:
    """Words beside a chart; where they need more lines, the player's figure runs on."""
    more = _through([" "] * scale.width, scale.cell(value), Ink.PLAIN)
    return hung(words, width, filled(chart, scale.width + 2), filled(more, scale.width + 2))
