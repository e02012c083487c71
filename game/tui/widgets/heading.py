"""Titles, small headings and buttons inside the reading column."""

from __future__ import annotations

from typing import Sequence

from game.tui.typeset import Ink, Line, cut, filled, indented, ink, joined, rule, wrapped
from game.tui.widgets.laid import Laid
from game.tui.widgets.words import MARGIN


class Section(Laid):
    """A heading over a rule, with a sentence of its own below."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, classes="section")
        self._heading = self._note = ""

    def show(self, heading: str, note: str = "") -> None:
        """Show this heading and sentence; without a heading, nothing."""
        self._heading, self._note = heading, note
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """Heading, rule, sentence."""
        if not self._heading:
            return ()
        lines = [ink(self._heading, Ink.HEADING), rule(width)]
        return lines + wrapped(ink(self._note, Ink.MUTED), width) if self._note else lines


class Button(Laid):
    """A line that leads on when it is clicked; three lines in large text.

    Args:
        target: What a click asks for; to go on, if nothing else is said.
    """

    def __init__(self, id: str, target: str = "on:") -> None:
        super().__init__(id=id, classes="button")
        self._label, self._target = "", target

    def show(self, label: str) -> None:
        """Show this label; without one there is no button."""
        self._label = label
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """The label on one line."""
        if not self._label:
            return ()
        words = f"\u25b8 {self._label}"
        if not self.large:
            return list(indented([ink(words, Ink.STRONG, target=self._target)], MARGIN))
        edge = ink("\u258f ", Ink.ACCENT, target=self._target)
        room = max(0, width - edge.cell_length)
        rows = [filled(cut(ink(row), room), room).plain for row in ("", words, "")]
        return [joined(edge, ink(row, Ink.STRONG, target=self._target)) for row in rows]
