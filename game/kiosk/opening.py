"""Whether the kiosk is open, as the desk asks it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Protocol

from game.kiosk.clock import Clock
from game.kiosk.hours import Calendar


class Opening(Protocol):
    """Opening hours, asked at the present moment."""

    def is_open(self) -> bool:
        """Whether visitors are expected."""
        ...

    def may_begin(self) -> bool:
        """Whether a visit may still begin."""
        ...

    def restart_due(self) -> bool:
        """Whether it is time for the nightly restart; said once."""
        ...

    def opens(self) -> str:
        """When it opens next, as `10:00`; empty where that is not known."""
        ...

    def local(self) -> datetime:
        """What the museum's clocks show."""
        ...


class AlwaysOpen:
    """No opening hours."""

    def __init__(self, clock: Clock | None = None) -> None:
        self._clock = clock

    def is_open(self) -> bool:
        """Always."""
        return True

    def may_begin(self) -> bool:
        """Always."""
        return True

    def restart_due(self) -> bool:
        """Never."""
        return False

    def opens(self) -> str:
        """Not known."""
        return ""

    def local(self) -> datetime:
        """As the clock has it."""
        return self._clock.now() if self._clock else datetime.now(UTC)


class Hours:
    """The museum's own hours, by the wall clock.

    Args:
        calendar: The hours of the configuration.
        clock: What time it is.
    """

    def __init__(self, calendar: Calendar, clock: Clock) -> None:
        self._calendar, self._clock = calendar, clock
        self._restart = calendar.next_restart(clock.now())

    def is_open(self) -> bool:
        """Whether it is open now."""
        return self._calendar.is_open(self._clock.now())

    def may_begin(self) -> bool:
        """Whether there is time for another visit."""
        return self._calendar.may_begin(self._clock.now())

    def restart_due(self) -> bool:
        """Whether the hour of the nightly restart has come since the start."""
        return self._restart is not None and self._clock.now() >= self._restart

    def opens(self) -> str:
        """When it opens next."""
        change = self._calendar.next_change(self._clock.now())
        return f"{change:%H:%M}" if change is not None and not self.is_open() else ""

    def local(self) -> datetime:
        """What the museum's clocks show."""
        return self._calendar.local(self._clock.now())
