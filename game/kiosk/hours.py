"""Opening hours: whether the kiosk is open, when that changes, when it restarts at night."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Iterator, NamedTuple
from zoneinfo import ZoneInfo

from game.kiosk.clock import is_set
from game.kiosk.config.sections import HoursSection
from game.kiosk.config.times import Spans

FARTHEST = 31
"""Days that are looked ahead for the next change."""


class Stretch(NamedTuple):
    """Open from one moment to another, both in UTC; the latter is closed already."""

    opens: datetime
    closes: datetime


class Calendar:
    """A museum's hours. Moments are given and taken with their zone.

    Summer time is the zone's: a time of day that a night leaves out is taken as the
    moment at which clocks pass it, one that comes twice as its first.

    Args:
        hours: The configuration's section.
    """

    def __init__(self, hours: HoursSection) -> None:
        self._hours = hours
        self._zone = ZoneInfo(hours.zone) if hours.zone else None
        self._exceptions = dict(hours.exceptions)

    def local(self, now: datetime) -> datetime:
        """A moment as the museum's clocks show it."""
        return now.astimezone(self._zone)

    def is_open(self, now: datetime) -> bool:
        """Whether the kiosk is open. While nobody knows what time it is, it is."""
        return not is_set(now) or self._stretch(now) is not None

    def may_begin(self, now: datetime) -> bool:
        """Whether a new visit may begin: it is open, and does not close too soon."""
        if not is_set(now):
            return True
        stretch = self._stretch(now)
        soon = timedelta(minutes=self._hours.last_start)
        return stretch is not None and now < stretch.closes - soon

    def next_change(self, now: datetime) -> datetime | None:
        """When it next closes, or opens; None if not within a month, or if nobody knows."""
        if not is_set(now):
            return None
        moment = now.astimezone(UTC)
        end = moment + timedelta(days=FARTHEST)
        for stretch in self._stretches(moment, FARTHEST):
            change = stretch.opens if moment < stretch.opens else stretch.closes
            if moment < change <= end:
                return self.local(change)
        return None

    def next_restart(self, after: datetime) -> datetime | None:
        """When it next restarts itself; None for never."""
        if self._hours.nightly_restart is None:
            return None
        today = self.local(after).date()
        found = (
            self._moment(today + timedelta(days=n), self._hours.nightly_restart) for n in (0, 1)
        )
        return self.local(next(moment for moment in found if moment > after))

    def _stretch(self, now: datetime) -> Stretch | None:
        """The whole stretch of being open in which a moment lies."""
        moment = now.astimezone(UTC)
        return next((s for s in self._stretches(moment, 2) if s.opens <= moment < s.closes), None)

    def _stretches(self, moment: datetime, days: int) -> Iterator[Stretch]:
        """Stretches of the days around a moment, in order; those that meet are one."""
        first = self.local(moment).date() - timedelta(days=2)
        open_now: Stretch | None = None
        for day in (first + timedelta(days=n) for n in range(days + 4)):
            for stretch in self._of_day(day):
                if open_now is None:
                    open_now = stretch
                elif stretch.opens <= open_now.closes:
                    open_now = Stretch(open_now.opens, max(open_now.closes, stretch.closes))
                else:
                    yield open_now
                    open_now = stretch
        if open_now is not None:
            yield open_now

    def _of_day(self, day: date) -> Iterator[Stretch]:
        spans: Spans = self._exceptions.get(day, self._hours.weekly[day.weekday()])
        for span in spans:
            opens, closes = self._minute(day, span.opens), self._minute(day, span.closes)
            if opens < closes:
                yield Stretch(opens, closes)

    def _minute(self, day: date, minute: int) -> datetime:
        wall = datetime.combine(day, time()) + timedelta(minutes=minute)
        return self._moment(wall.date(), wall.time())

    def _moment(self, day: date, at: time) -> datetime:
        wall = datetime.combine(day, at, self._zone)
        return wall.astimezone(UTC)
