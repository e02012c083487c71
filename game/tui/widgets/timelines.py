"""Two lines of time side by side: the player's battle and that of 1945."""

from __future__ import annotations

from typing import Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, beside, hung, ink, rule
from game.tui.widgets.laid import Laid
from game.view import Tongue
from game.view.report import TimeRow

BOTH, MINE, REAL = "\u25cf", "\u25cf", "\u25cb"
GAP = 4


class Timelines(Laid):
    """Day by day: one line where both are the same, two where they part."""

    def __init__(self, tongue: Tongue, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tongue = tongue
        self._rows: tuple[TimeRow, ...] = ()

    def show(self, rows: Sequence[TimeRow]) -> None:
        """Show these moments."""
        self._rows = tuple(rows)
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """The days, each with what happened on both lines."""
        halves = ((width - GAP) // 2, width - GAP - (width - GAP) // 2)
        lines = self._head(halves)
        day = ""
        for row in self._rows:
            if row.when != day:
                day = row.when
                lines += [Content(""), ink(day, Ink.MUTED)]
            lines += _row(row, width, halves)
        return lines

    def _head(self, halves: tuple[int, int]) -> list[Line]:
        say = self._tongue.say
        left = [ink(f"{MINE} {say('Your battle')}", Ink.HEADING), rule(halves[0])]
        right = [ink(f"{REAL} 1945", Ink.STRONG), rule(halves[1])]
        return beside([left, right], halves, GAP)


def _row(row: TimeRow, width: int, halves: tuple[int, int]) -> list[Line]:
    both = ink(f"{BOTH}{REAL} ", Ink.MUTED)
    if row.same:
        return hung(ink(row.mine), width, both)
    mine = hung(ink(row.mine, Ink.STRONG), halves[0], ink(f"{MINE}  ", Ink.ACCENT))
    real = hung(ink(row.real), halves[1], ink(f"{REAL}  ", Ink.MUTED))
    return beside([mine if row.mine else [], real if row.real else []], halves, GAP)
