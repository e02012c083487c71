"""Two lines of time side by side: the player's battle and that of 1945."""

from __future__ import annotations

from itertools import groupby
from typing import Iterable, Iterator, Sequence

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
        for day, rows in groupby(self._rows, key=lambda row: row.when):
            lines += [Content(""), ink(day, Ink.MUTED)]
            for same, run in groupby(rows, key=lambda row: row.same):
                moments = tuple(run)
                lines += _both(moments, width) if same else _apart(moments, halves)
        return lines

    def _head(self, halves: tuple[int, int]) -> list[Line]:
        say = self._tongue.say
        left = [ink(f"{MINE} {say('Your battle')}", Ink.HEADING), rule(halves[0])]
        right = [ink(f"{REAL} 1945", Ink.STRONG), rule(halves[1])]
        return beside([left, right], halves, GAP)


def _both(rows: Iterable[TimeRow], width: int) -> Iterator[Line]:
    """What stands on both lines."""
    for row in rows:
        yield from hung(ink(row.mine), width, ink(f"{BOTH}{REAL} ", Ink.MUTED))


def _apart(rows: Iterable[TimeRow], halves: tuple[int, int]) -> Iterator[Line]:
    """What stands on one line only, set close; two orders at one decision stand level."""
    mine: list[Line] = []
    real: list[Line] = []
    for row in rows:
        if row.mine and row.real:
            yield from beside([mine, real], halves, GAP)
            mine, real = [], []
        own = hung(ink(row.mine, Ink.STRONG), halves[0], ink(f"{MINE}  ", Ink.ACCENT))
        past = hung(ink(row.real), halves[1], ink(f"{REAL}  ", Ink.MUTED))
        mine += own if row.mine else []
        real += past if row.real else []
    yield from beside([mine, real], halves, GAP)
