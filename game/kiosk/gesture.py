"""The staff's hidden gesture: taps in one corner, quick enough."""

from __future__ import annotations

from game.kiosk.clock import Clock
from game.kiosk.config import StaffSection

WIDE, HIGH = 10, 4
"""Columns and rows of the corner."""


class Gesture:
    """Counts taps in a corner."""

    def __init__(self, clock: Clock, section: StaffSection) -> None:
        self._clock, self._section = clock, section
        self._taps: list[float] = []

    def tapped(self, x: int, y: int, width: int, height: int) -> bool:
        """Note a tap; says whether the gesture is complete.

        Args:
            x: The column of the tap.
            y: The row of the tap.
            width: Columns of the screen.
            height: Rows of the screen.
        """
        if not self._in_corner(x, y, width, height):
            self._taps.clear()
            return False
        now = self._clock.monotonic()
        self._taps = [at for at in self._taps if now - at <= self._section.within] + [now]
        if len(self._taps) < self._section.taps:
            return False
        self._taps.clear()
        return True

    def _in_corner(self, x: int, y: int, width: int, height: int) -> bool:
        upper, _, side = self._section.corner.partition("-")
        across = x < WIDE if side == "left" else x >= width - WIDE
        return across and (y < HIGH if upper == "top" else y >= height - HIGH)
