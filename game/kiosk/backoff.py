"""How long to wait before the player is started again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Patience:
    """What the supervisor puts up with. All times in seconds.

    Attributes:
        hang: Without a beat for so long, a running player is ended.
        start: So long a player may take to its first beat; doubled after each that took longer.
        longest_wait: No back-off is longer.
        faults: So many faults ...
        within: ... in so long a time, and the safe page is shown.
        retry: So long the safe page stands before a new try.
        last_words: Between asking a player that hangs where it is, and ending it.
        goodbye: Between asking a player to end, and ending it.
    """

    hang: float = 4.0
    start: float = 6.0
    longest_wait: float = 30.0
    faults: int = 5
    within: float = 600.0
    retry: float = 60.0
    last_words: float = 0.5
    goodbye: float = 2.0

    def start_limit(self, slow: int) -> float:
        """How long a start may take after so many that took too long; at most 8 times as long."""
        return self.start * float(2 ** min(slow, 3))


def wait(faults: int, longest: float) -> float:
    """Seconds to wait after so many faults: 0, 1, 2, 4 and so on."""
    if faults <= 1:
        return 0.0
    return min(float(2 ** min(faults - 2, 16)), longest)


def recent(faults: tuple[float, ...], now: float, within: float) -> tuple[float, ...]:
    """The times of the faults that still count."""
    return tuple(at for at in faults if now - at < within)
