"""Titles, small headings and single sentences inside the reading column."""

from __future__ import annotations

from typing import Sequence

from game.tui.typeset import Ink, Line, cut, filled, indented, ink, joined, rule, spread, wrapped
from game.tui.widgets.laid import Laid
from game.tui.widgets.prose import MARGIN


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


class Section(Laid):
    """A heading over a rule, with a sentence of its own below."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, classes="section")
        self._heading = self._note = ""

    def show(self, heading: str, note: str = "") -> None:
        """Show this heading and sentence."""
        self._heading, self._note = heading, note
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """Heading, rule, sentence."""
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
