"""Single sentences inside the reading column."""

from __future__ import annotations

from typing import Sequence

from game.tui.typeset import Ink, Line, ink, joined, spread
from game.tui.widgets.laid import Laid

MARGIN = 2
"""Cells left of the text, where what is conjecture is marked."""


class Words(Laid):
    """One text in one ink, behind the reading margin."""

    def __init__(
        self, id: str | None = None, tone: Ink = Ink.PLAIN, margin: int = MARGIN, mark: str = ""
    ) -> None:
        super().__init__(id=id)
        self._tone, self._margin, self._mark = tone, margin, mark
        self._text, self._target, self._note = "", "", ""

    def show(self, text: str, target: str = "", note: str = "") -> None:
        """Show this text; with a target it can be clicked. A note stands at the right edge."""
        self._text, self._target, self._note = text, target, note
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """The text at a width."""
        if not self._text:
            return ()
        words = ink(self._text, self._tone, target=self._target)
        margin = ink(self._mark.ljust(self._margin), self._tone)
        note = ink(self._note, Ink.MUTED)
        lines = spread(words, note, max(1, width - margin.cell_length))
        return [joined(margin, line) for line in lines] if width > margin.cell_length else ()
