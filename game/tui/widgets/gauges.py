"""The state of the battle: each shown variable in a word, and where it stands in its range."""

from __future__ import annotations

from typing import Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, ink, joined, spread
from game.tui.widgets.laid import Laid
from game.view import Gauge, Tongue

HERE, THERE = "\u25cf", "\u25cb"


class Gauges(Laid):
    """Variables, one a line."""

    def __init__(self, tongue: Tongue, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tongue = tongue
        self._gauges: tuple[Gauge, ...] = ()
        self._day: int | None = None

    def show(self, gauges: Sequence[Gauge], day: int | None = None) -> None:
        """Show these variables, and beside the heading which of the ten days it is."""
        if (tuple(gauges), day) != (self._gauges, self._day):
            self._gauges, self._day = tuple(gauges), day
            self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """A heading and a line for each."""
        if not self._gauges:
            return ()
        heading = ink(self._tongue.say("The state of the battle"), Ink.HEADING)
        words = self._tongue.say("day {number} of ten").format(number=self._day)
        day = ink(words if self._day else "", Ink.MUTED)
        lines = list(spread(heading, day, width))
        longest = max(gauge.steps for gauge in self._gauges)
        for gauge in self._gauges:
            lines += spread(ink(gauge.label, Ink.MUTED), _value(gauge, longest), width)
        return lines


def _value(gauge: Gauge, longest: int) -> Content:
    track = [ink(HERE if i == gauge.step else THERE, _tone(i, gauge)) for i in range(gauge.steps)]
    blank = Content(" " * (longest - gauge.steps))
    return joined(ink(f"{gauge.words}  ", Ink.STRONG), *track, blank)


def _tone(place: int, gauge: Gauge) -> Ink:
    return Ink.ACCENT if place == gauge.step else Ink.FAINT
