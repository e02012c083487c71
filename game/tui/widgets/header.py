"""The head of a screen: when, where, how far, and the ten days as ten strokes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Sequence

from textual.content import Content

from game.dates import DAYS, FIRST_DAY
from game.tui.typeset import Ink, Line, cut, ink, joined, spread
from game.tui.widgets.laid import Laid

if TYPE_CHECKING:
    from game.model import Moment

GAP, LEAST = 2, 12
"""Cells between left and right, and those of a place for which it is worth cutting."""

GONE, COMING = "\u2501", "\u2500"


class Header(Laid):
    """One line of words, and under it the ten days."""

    def __init__(self) -> None:
        super().__init__(id="header")
        self._left = self._right = Content("")
        self._strong = self._muted = self._brief = ""
        self._days = 0

    def show(
        self,
        strong: str,
        muted: str = "",
        right: str = "",
        moment: Moment | None = None,
        brief: str = "",
    ) -> None:
        """Show where the player is.

        Args:
            strong: What comes first: the time, or a screen's name.
            muted: What stands beside it: the place.
            right: How far the player has come.
            moment: The moment that the strokes are drawn for.
            brief: What comes first where there is no room for the whole of it.
        """
        parts = [ink(strong, Ink.STRONG)] if strong else []
        if muted:
            parts.append(ink(f" \u00b7 {muted}" if strong else muted, Ink.MUTED))
        self._left, self._right = joined(*parts), ink(right, Ink.MUTED)
        self._strong, self._muted, self._brief = strong, muted, brief or strong
        self._days = days_gone(moment)
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """The words on one line, less of them where need be, and the strokes."""
        left = self._left
        right = cut(self._right, width - min(left.cell_length, width // 2) - GAP)
        room = width - right.cell_length - GAP
        if left.cell_length > room and self._muted:
            alone = ink(self._strong, Ink.STRONG)
            left = cut(left, room) if room >= alone.cell_length + LEAST else alone
        if left.cell_length > room:
            left = ink(self._brief, Ink.STRONG)
        return [*spread(cut(left, room), right, width), strokes(width, self._days)]


@lru_cache(64)
def strokes(width: int, gone: int) -> Line:
    """Ten strokes; those of the days gone, the present one among them, are heavy."""
    gaps = DAYS - 1
    room = max(DAYS, width - gaps)
    lengths = [room * (i + 1) // DAYS - room * i // DAYS for i in range(DAYS)]
    drawn = [GONE * length if i < gone else COMING * length for i, length in enumerate(lengths)]
    heavy, light = " ".join(drawn[:gone]), " ".join(drawn[gone:])
    space = " " if heavy and light else ""
    return joined(ink(f"{heavy}{space}", Ink.ACCENT), ink(light, Ink.FAINT))


def days_gone(moment: Moment | None) -> int:
    """How many of the ten days have begun at a moment."""
    if moment is None:
        return 0
    from game.history.timeline import day

    return max(0, min(DAYS, (day(moment) - FIRST_DAY).days + 1))
