"""How long a page waits for a visitor, and the warning before it begins anew."""

from __future__ import annotations

import math
from typing import Literal

from game.kiosk.clock import Clock
from game.kiosk.config import IdleSection

Watch = Literal["off", "awake", "warning", "over"]


def allowance(words: int, choosing: bool, section: IdleSection) -> float:
    """Seconds that a page waits untouched, by what there is to read on it.

    Args:
        words: How many words stand on the page.
        choosing: Whether something is to be chosen there.
        section: The numbers.
    """
    least = section.choices if choosing else section.floor
    return min(max(words / section.words_per_second, least), max(section.cap, least))


class Idle:
    """Watches for nobody being there. It is off until a page is read.

    The warning always stands its full time, however late it is noticed: a process
    that was stopped, or a machine that slept, warns first.
    """

    def __init__(self, clock: Clock, section: IdleSection) -> None:
        self._clock, self._section = clock, section
        self.watch: Watch = "off"
        self._since = self._wait = 0.0

    def off(self) -> None:
        """Nobody is waited for."""
        self.watch = "off"

    def read(self, words: int, choosing: bool) -> None:
        """A page is shown; the time begins anew."""
        self._wait = allowance(words, choosing, self._section)
        self.touched()

    def touched(self) -> None:
        """Somebody is there."""
        self.watch, self._since = "awake", self._clock.monotonic()

    def tick(self) -> Watch:
        """Look at the clock; gives what there is to do now."""
        gone = self._clock.monotonic() - self._since
        if self.watch == "awake" and gone >= self._wait:
            self.watch, self._since = "warning", self._clock.monotonic()
        elif self.watch == "warning" and gone >= self._section.warning:
            self.watch = "over"
        return self.watch

    @property
    def untouched(self) -> float:
        """Seconds since somebody was there; 0 when nobody is waited for."""
        return 0.0 if self.watch == "off" else self._clock.monotonic() - self._since

    @property
    def countdown(self) -> int:
        """Whole seconds that are left of the warning."""
        gone = self._clock.monotonic() - self._since
        return max(0, math.ceil(self._section.warning - gone))
