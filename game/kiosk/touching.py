"""What of keys and taps is meant: not a leaning elbow, not the second half of a double tap."""

from __future__ import annotations

from game.kiosk.clock import Clock

HELD = 0.7
"""Seconds within which the same key again is taken for a key held down."""

SETTLED = 0.3
"""Seconds for which a page that was just turned answers to nothing."""

MOVES = frozenset({"up", "down", "left", "right", "tab", "shift+tab"})
"""Keys that may be held: they move the mark and decide nothing."""

ALLOWED = MOVES | {"enter", "space", "escape", "backspace", *"0123456789"}
"""The keys that do anything once a visit has begun."""


class Touching:
    """Tells inputs that are meant from noise, by the clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._key, self._at, self._turned = "", -HELD, -SETTLED

    def turned(self) -> None:
        """Another page is shown."""
        self._turned = self._clock.monotonic()

    @property
    def settling(self) -> bool:
        """Whether the page has been shown for too short a time to be meant."""
        return self._clock.monotonic() - self._turned < SETTLED

    def is_held(self, key: str) -> bool:
        """Whether a key comes from being held down; note it."""
        now = self._clock.monotonic()
        held = key == self._key and now - self._at < HELD
        self._key, self._at = key, now
        return held

    def forget(self) -> None:
        """As if nothing had been pressed yet."""
        self._key, self._at, self._turned = "", -HELD, -SETTLED
