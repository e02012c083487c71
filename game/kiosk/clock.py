"""Time, passed in. What is waited for goes by the monotonic clock, what is shown by the wall's."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Protocol
from zoneinfo import ZoneInfo

OLDEST_YEAR = 2025


def is_set(now: datetime) -> bool:
    """Whether a wall clock may be right; one without a battery begins long before this program."""
    return now.year >= OLDEST_YEAR


class Clock(Protocol):
    """Where the kiosk gets the time from."""

    def monotonic(self) -> float:
        """Seconds since some moment; never set back, whoever sets the wall clock."""
        ...

    def now(self) -> datetime:
        """The wall clock, with its zone. It may be wrong, and may jump."""
        ...


class SystemClock:
    """The machine's clock.

    Args:
        zone: The zone that `now` is told in; None for the machine's own.
    """

    def __init__(self, zone: tzinfo | None = None) -> None:
        self._zone = zone

    @classmethod
    def of(cls, zone: str) -> SystemClock:
        """The machine's clock in a zone by its name; in the machine's own if it is empty."""
        return cls(ZoneInfo(zone) if zone else None)

    def monotonic(self) -> float:
        """Seconds since the machine was started."""
        return time.monotonic()

    def now(self) -> datetime:
        """The wall clock in the clock's zone."""
        return datetime.now(UTC).astimezone(self._zone)


class FakeClock:
    """A clock that stands still until it is moved. For tests, and for hours in minutes.

    Args:
        at: The monotonic seconds at first.
        now: The wall clock at first; a Monday at eleven if it is left out.
    """

    def __init__(self, at: float = 1000.0, now: datetime | None = None) -> None:
        self._at = at
        self._now = now or datetime(2026, 3, 2, 11, tzinfo=UTC)

    def monotonic(self) -> float:
        """The seconds that have been let pass."""
        return self._at

    def now(self) -> datetime:
        """The wall clock as it has been put."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Let time pass, on both clocks."""
        self._at += seconds
        self.jump(seconds)

    def jump(self, wall_seconds: float) -> None:
        """Set the wall clock forward, or back, while no time passes."""
        zone = self._now.tzinfo
        moved = self._now.astimezone(UTC) + timedelta(seconds=wall_seconds)
        self._now = moved.astimezone(zone)
