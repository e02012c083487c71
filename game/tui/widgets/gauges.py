"""The state of the battle: each shown variable in a word, and where it stands in its range."""

from __future__ import annotations

from typing import Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, cut, fits, ink, joined, spread, wrapped
from game.tui.widgets.laid import Laid
from game.view import Gauge, Hours, Tongue

HERE, THERE = "\u25cf", "\u25cb"
MOST, GAP = 5, 2
"""Values that are drawn as a track, and cells before it."""

STEADY = 2
"""Lines that the heading and what is said of 1945 take up, where they must not vary."""


class Gauges(Laid):
    """The hour beside that of 1945, and variables, one a line.

    Args:
        tongue: The reader's language.
        id: The widget's id.
        steady: Whether it is as high without a word on 1945 as with a line of it, so that
            what stands above it keeps its size from page to page.
    """

    def __init__(self, tongue: Tongue, id: str | None = None, steady: bool = False) -> None:
        super().__init__(id=id)
        self._tongue, self._steady = tongue, steady
        self._gauges: tuple[Gauge, ...] = ()
        self._hours: Hours | None = None

    def show(self, gauges: Sequence[Gauge], hours: Hours | None = None) -> None:
        """Show these variables, and with the heading which day it is and where 1945 stood."""
        if (tuple(gauges), hours) != (self._gauges, self._hours):
            self._gauges, self._hours = tuple(gauges), hours
            self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """A heading and a line for each; nothing to tell is no heading."""
        hours = self._hours
        note = _note(hours) if hours else ""
        if not (self._gauges or note or (hours and hours.beside)):
            return [Content("")] * STEADY if self._steady and hours else ()
        heading = ink(self._tongue.say("The state of the battle"), Ink.HEADING)
        lines = list(spread(heading, ink(note, Ink.MUTED), width))
        told = hours.beside if hours is not None and not hours.gap else ""
        lines += wrapped(ink(told, Ink.EMPHASIS), width) if told else []
        below = [Content("")] * (STEADY - len(lines) if self._steady else 0)
        tracks = [gauge.steps for gauge in self._gauges if gauge.steps <= MOST]
        longest = max(tracks, default=0)
        rows = [_row(gauge, longest, width) for gauge in self._gauges]
        return [*lines, *rows, *below]


def _note(hours: Hours) -> str:
    return " \u00b7 ".join(part for part in (hours.day, hours.gap) if part)


def _row(gauge: Gauge, longest: int, width: int) -> Line:
    """A variable on one line: without its track, then with a shorter name where it must be."""
    label, words = ink(gauge.label, Ink.MUTED), ink(gauge.words, Ink.STRONG)
    for value in (joined(words, _track(gauge, longest)), words):
        if fits(label, value, width):
            return spread(label, value, width)[0]
    room = max(0, width - words.cell_length - GAP)
    return cut(joined(cut(label, room), Content(" " * GAP), words), width)


def _track(gauge: Gauge, longest: int) -> Content:
    """Where a value stands among those that there are; too many are no scale for the eye."""
    if gauge.steps > MOST:
        return Content(" " * (longest + GAP if longest else 0))
    track = [ink(HERE if i == gauge.step else THERE, _tone(i, gauge)) for i in range(gauge.steps)]
    return joined(Content(" " * GAP), *track, Content(" " * (longest - gauge.steps)))


def _tone(place: int, gauge: Gauge) -> Ink:
    return Ink.ACCENT if place == gauge.step else Ink.FAINT
