"""The state of the battle: each shown variable in a word, and where it stands in its range."""

from __future__ import annotations

from typing import Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, ink, joined, spread, wrapped
from game.tui.widgets.laid import Laid
from game.view import Gauge, Hours, Tongue

HERE, THERE = "\u25cf", "\u25cb"


class Gauges(Laid):
    """The hour beside that of 1945, and variables, one a line."""

    def __init__(self, tongue: Tongue, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tongue = tongue
        self._gauges: tuple[Gauge, ...] = ()
        self._hours: Hours | None = None

    def show(self, gauges: Sequence[Gauge], hours: Hours | None = None) -> None:
        """Show these variables, and with the heading which day it is and where 1945 stood."""
        if (tuple(gauges), hours) != (self._gauges, self._hours):
            self._gauges, self._hours = tuple(gauges), hours
            self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """A heading and a line for each."""
        hours = self._hours
        if not self._gauges and hours is None:
            return ()
        heading = ink(self._tongue.say("The state of the battle"), Ink.HEADING)
        lines = list(spread(heading, ink(hours.day if hours else "", Ink.MUTED), width))
        if hours is not None and hours.beside:
            lines += wrapped(ink(hours.beside, Ink.EMPHASIS), width)
        longest = max((gauge.steps for gauge in self._gauges), default=0)
        for gauge in self._gauges:
            lines += spread(ink(gauge.label, Ink.MUTED), _value(gauge, longest), width)
        return lines


def _value(gauge: Gauge, longest: int) -> Content:
    track = [ink(HERE if i == gauge.step else THERE, _tone(i, gauge)) for i in range(gauge.steps)]
    blank = Content(" " * (longest - gauge.steps))
    return joined(ink(f"{gauge.words}  ", Ink.STRONG), *track, blank)


def _tone(place: int, gauge: Gauge) -> Ink:
    return Ink.ACCENT if place == gauge.step else Ink.FAINT
