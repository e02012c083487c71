"""The staff: who would do what, and that their words are imagined."""

from __future__ import annotations

from typing import Iterator, Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, indented, ink, joined, spread
from game.tui.widgets.laid import Laid
from game.tui.widgets.prose import set_paragraphs
from game.tui.widgets.words import MARGIN
from game.view import AdviceView, Tongue

EDGES = ("\u2502", "\u2551", "\u2591")
"""What stands beside each man's words, so that they are told apart by more than a name."""


class Advisers(Laid):
    """Each adviser's name, what he would do, and the choice he leans to."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__(id="advisers")
        self._tongue = tongue
        self._advice: tuple[AdviceView, ...] = ()

    def show(self, advice: Sequence[AdviceView]) -> None:
        """Show what these advise."""
        self._advice = tuple(advice)
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """The staff, one below the other."""
        advice = self._advice
        if not advice or width <= 0:
            return ()
        say = self._tongue.say
        every = all(one.imagined for one in advice)
        note = say("their words are imagined") if every else ""
        heading = spread(ink(say("The staff"), Ink.HEADING), ink(note, Ink.MUTED), width - MARGIN)
        lines = list(indented(heading, MARGIN))
        for number, one in enumerate(advice):
            edge = ink(EDGES[number % len(EDGES)], Ink.FAINT)
            lines += [Content(""), *_edged(self._one(one, width, every), edge)]
        return lines

    def _one(self, advice: AdviceView, width: int, every: bool) -> list[Line]:
        name = ink(advice.name, Ink.STRONG)
        if advice.imagined and not every:
            name = joined(name, ink(f" \u00b7 {self._tongue.say('imagined')}", Ink.MUTED))
        lines = list(indented(spread(name, self._leaning(advice), width - MARGIN), MARGIN))
        return [*lines, *set_paragraphs(advice.text, width)]

    def _leaning(self, advice: AdviceView) -> Content:
        if advice.leans is None:
            return Content("")
        number, _ = advice.leans
        words = self._tongue.say("leans to {number}").format(number=number)
        return ink(words, Ink.ACCENT, target=f"choice:{number}")


def _edged(lines: Sequence[Line], edge: Content) -> Iterator[Line]:
    """Lines with an edge in the first cell of their margin, where that is free."""
    for line in lines:
        free = line.plain.startswith(" ")
        yield joined(edge, line[1:]) if free else line
