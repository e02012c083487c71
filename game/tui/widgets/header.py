"""The head of a screen: when, where, how far, and the ten days as ten strokes."""

from __future__ import annotations

from datetime import date
from typing import Sequence

from textual.content import Content

from game.history.timeline import day
from game.model import Moment
from game.tui.typeset import Ink, Line, ink, joined, spread
from game.tui.widgets.laid import Laid
from game.view.moments import DAYS, FIRST_DAY

GONE, COMING = "\u2501", "\u2500"


class Header(Laid):
    """One line of words, and under it the ten days."""

    def __init__(self) -> None:
        super().__init__(id="header")
        self._left = self._right = Content("")
        self._days = 0

    def show(
        self, strong: str, muted: str = "", right: str = "", moment: Moment | None = None
    ) -> None:
        """Show where the player is.

        Args:
            strong: What comes first: the time, or a screen's name.
            muted: What stands beside it: the place.
            right: How far the player has come.
            moment: The moment that the strokes are drawn for.
        """
        parts = [ink(strong, Ink.STRONG)] if strong else []
        if muted:
            parts.append(ink(f" \u00b7 {muted}" if strong else muted, Ink.MUTED))
        self._left, self._right = joined(*parts), ink(right, Ink.MUTED)
        self._days = days_gone(moment)
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """The words and the strokes."""
        return [*spread(self._left, self._right, width), strokes(width, self._days)]


def strokes(width: int, gone: int) -> Line:
    """Ten strokes; those of the days gone, the present one among them, are heavy."""
    gaps = DAYS - 1
    room = max(DAYS, width - gaps)
    lengths = [room * (i + 1) // DAYS - room * i // DAYS for i in range(DAYS)]
    parts: list[Content] = []
    for number, length in enumerate(lengths):
        heavy = number < gone
        glyph, colour = (GONE, Ink.ACCENT) if heavy else (COMING, Ink.FAINT)
        parts.append(ink(glyph * length, colour))
        if number < gaps:
            parts.append(Content(" "))
    return joined(*parts)


def days_gone(moment: Moment | None) -> int:
    """How many of the ten days have begun at a moment."""
    if moment is None:
        return 0
    return _clamped(day(moment))


def _clamped(today: date) -> int:
    return max(0, min(DAYS, (today - FIRST_DAY).days + 1))
