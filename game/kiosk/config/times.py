"""Times of day and opening hours as a configuration has them."""

from __future__ import annotations

import re
import zoneinfo
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any, NamedTuple

from game.kiosk.config.kinds import Unfit, quoted

DAY = 24 * 60
"""Minutes."""


class Span(NamedTuple):
    """Open from one minute of a day to another; beyond 1440 it is the next day's morning."""

    opens: int
    closes: int


Spans = tuple[Span, ...]
"""One day's hours; none, and the day is closed."""

ALL_DAY: Spans = (Span(0, DAY),)

_SPAN = re.compile(r"(\d\d):([0-5]\d)\s*-\s*(\d\d):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Opening:
    """The hours of one day, such as "10:00-13:00, 14:00-18:00" or "closed"."""

    def read(self, value: Any, base: Path) -> Spans:
        if value == "closed":
            return ()
        if type(value) is not str:
            raise Unfit(self.wanted())
        spans = tuple(self._span(part.strip()) for part in value.split(","))
        for i, span in enumerate(spans):
            last = i == len(spans) - 1
            if span.closes > (DAY + spans[0].opens if last else spans[i + 1].opens):
                raise Unfit(self.wanted())
        return spans

    def _span(self, words: str) -> Span:
        found = _SPAN.fullmatch(words)
        if not found:
            raise Unfit(self.wanted())
        hours = [int(part) for part in found.groups()]
        opens, closes = hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]
        if opens >= DAY or closes > DAY or opens == closes:
            raise Unfit(self.wanted())
        return Span(opens, closes if closes > opens else closes + DAY)

    def write(self, value: Spans) -> str:
        return quoted(spans_in_words(value))

    def wanted(self) -> str:
        return (
            '"closed", or hours such as "10:00-18:00" or "10:00-13:00, 14:00-18:00", in their '
            'order; "18:00-02:00" closes the next morning, and "00:00-24:00" is the whole day'
        )

    def range(self) -> str:
        return ""


def spans_in_words(spans: Spans) -> str:
    """A day's hours as they are written."""
    return ", ".join(f"{_clock(s.opens)}-{_clock(s.closes)}" for s in spans) or "closed"


def _clock(minute: int) -> str:
    minute = minute - DAY if minute > DAY else minute
    return f"{minute // 60:02}:{minute % 60:02}"


@dataclass(frozen=True, slots=True)
class DatesOpening:
    """Hours of single days, by their dates."""

    def read(self, value: Any, base: Path) -> tuple[tuple[date, Spans], ...]:
        if type(value) is not dict:
            raise Unfit(self.wanted())
        return tuple(sorted((_date(day), Opening().read(value[day], base)) for day in value))

    def write(self, value: tuple[tuple[date, Spans], ...]) -> str:
        days = ", ".join(f"{day.isoformat()} = {Opening().write(spans)}" for day, spans in value)
        return f"{{ {days} }}" if days else "{}"

    def wanted(self) -> str:
        dates = 'dates with their hours, as in { 2026-12-25 = "closed" }'
        return f"{dates}; hours are {Opening().wanted()}"

    def range(self) -> str:
        return ""


def _date(words: str) -> date:
    try:
        return date.fromisoformat(words) if len(words) == 10 else _no_date()
    except ValueError:
        return _no_date()


def _no_date() -> date:
    raise Unfit(DatesOpening().wanted())


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time of day such as "04:00", or empty for never."""

    def read(self, value: Any, base: Path) -> time | None:
        if value == "":
            return None
        if type(value) is not str or not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value):
            raise Unfit(self.wanted())
        return time(int(value[:2]), int(value[3:]))

    def write(self, value: time | None) -> str:
        return quoted("" if value is None else f"{value:%H:%M}")

    def wanted(self) -> str:
        return 'a time such as "04:00", or "" for never'

    def range(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone by its name, or empty for the machine's own."""

    def read(self, value: Any, base: Path) -> str:
        if type(value) is not str:
            raise Unfit(self.wanted())
        try:
            return zoneinfo.ZoneInfo(value).key if value else ""
        except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
            raise Unfit(self.wanted()) from None

    def write(self, value: str) -> str:
        return quoted(value)

    def wanted(self) -> str:
        return 'a time zone that this machine knows, such as "Europe/Warsaw", or "" for its own'

    def range(self) -> str:
        return ""
