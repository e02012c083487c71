"""Opening hours: past midnight, on single days, and through both changes of the clocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.kiosk.config import HoursSection
from game.kiosk.config.times import DAY, Span
from game.kiosk.hours import Calendar

WARSAW = ZoneInfo("Europe/Warsaw")
TEN_TO_SIX = (Span(600, 1080),)
NIGHTS = (Span(18 * 60, 26 * 60),)
CLOSED = ()
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def hours(*days: tuple[Span, ...], **more: object) -> HoursSection:
    """The same hours every day, or Monday to Sunday."""
    week = dict(zip(WEEK, days * 7 if len(days) == 1 else days, strict=True))
    return replace(HoursSection(zone="Europe/Warsaw"), **week, **more)


def at(words: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=WARSAW, fold=fold)


@pytest.mark.parametrize(
    "words, is_open",
    [
        ("2026-03-02T09:59:59", False),
        ("2026-03-02T10:00", True),
        ("2026-03-02T17:59:59", True),
        ("2026-03-02T18:00", False),
    ],
)
def test_it_opens_and_closes_on_the_minute(words: str, is_open: bool) -> None:
    assert Calendar(hours(TEN_TO_SIX)).is_open(at(words)) is is_open


def test_hours_past_midnight_belong_to_the_day_they_begin_on() -> None:
    calendar = Calendar(hours(CLOSED, CLOSED, CLOSED, CLOSED, NIGHTS, CLOSED, CLOSED))
    assert calendar.is_open(at("2026-03-07T01:59"))  # a Saturday
    assert not calendar.is_open(at("2026-03-07T02:00"))
    assert not calendar.is_open(at("2026-03-06T01:00"))
    without = replace(calendar._hours, exceptions=((date(2026, 3, 6), CLOSED),))
    assert not Calendar(without).is_open(at("2026-03-07T01:00"))


def test_a_single_day_has_its_own_hours() -> None:
    eve = (date(2026, 12, 24), (Span(600, 840),))
    calendar = Calendar(hours(TEN_TO_SIX, exceptions=(eve, (date(2026, 12, 25), CLOSED))))
    assert calendar.is_open(at("2026-12-24T13:59"))
    assert not calendar.is_open(at("2026-12-24T14:00"))
    assert calendar.next_change(at("2026-12-24T14:00")) == at("2026-12-26T10:00")


def test_no_visit_begins_shortly_before_closing() -> None:
    calendar = Calendar(hours(TEN_TO_SIX, last_start=15))
    assert calendar.may_begin(at("2026-03-02T17:44"))
    assert not calendar.may_begin(at("2026-03-02T17:45"))
    assert calendar.is_open(at("2026-03-02T17:45"))


def test_always_open_never_changes_and_visits_begin_at_midnight() -> None:
    calendar = Calendar(HoursSection(zone="Europe/Warsaw"))
    assert calendar.next_change(at("2026-03-02T12:00")) is None
    assert calendar.may_begin(at("2026-03-02T23:59"))


def test_never_open_never_changes() -> None:
    assert Calendar(hours(CLOSED)).next_change(at("2026-03-02T12:00")) is None


def test_in_the_night_of_summer_time_an_hour_is_missing() -> None:
    """At two o'clock of 29 March 2026 the clocks of Warsaw go to three."""
    calendar = Calendar(hours((Span(150, 240),)))
    opening = calendar.next_change(at("2026-03-29T00:00"))
    assert opening is not None
    assert (opening.hour, opening.minute) == (3, 30)
    assert calendar.next_change(opening) == at("2026-03-29T04:00")


def test_in_the_night_of_winter_time_an_hour_comes_twice() -> None:
    """At three o'clock of 25 October 2026 the clocks of Warsaw go back to two."""
    calendar = Calendar(hours(NIGHTS))
    closing = calendar.next_change(at("2026-10-24T20:00"))
    assert closing == at("2026-10-25T02:00", fold=0)
    assert not calendar.is_open(at("2026-10-25T02:00", fold=1))
    until_four = Calendar(hours((Span(22 * 60, 28 * 60),)))
    change = until_four.next_change(at("2026-10-24T23:00"))
    assert change is not None
    assert change - at("2026-10-24T22:00").astimezone(UTC) == timedelta(hours=7)


def test_the_machine_s_own_zone_is_taken_where_none_is_named() -> None:
    calendar = Calendar(replace(hours(TEN_TO_SIX), zone=""))
    noon = datetime(2026, 3, 2, 12).astimezone()
    assert calendar.is_open(noon)
    assert not calendar.is_open(noon + timedelta(hours=7))
    assert calendar.local(noon.astimezone(UTC)).hour == 12


SPANS = st.sampled_from(
    [CLOSED, TEN_TO_SIX, NIGHTS, (Span(0, DAY),), (Span(0, 60), Span(60, 150)), (Span(150, 180),)]
)
WEEKS = st.tuples(*[SPANS] * 7).map(lambda days: hours(*days))
MOMENTS = st.datetimes(datetime(2026, 3, 26), datetime(2026, 11, 2), timezones=st.just(UTC))


@given(WEEKS, MOMENTS)
def test_until_the_next_change_nothing_changes_and_then_it_does(
    section: HoursSection, now: datetime
) -> None:
    calendar = Calendar(section)
    change = calendar.next_change(now)
    state = calendar.is_open(now)
    if change is None:
        assert calendar.is_open(now + timedelta(days=20)) is state
        return
    moment = change.astimezone(UTC)
    assert moment > now
    assert calendar.is_open(moment) is not state
    for share in (0.1, 0.5, 0.9, 0.9999):
        assert calendar.is_open(now + (moment - now) * share) is state


@given(WEEKS, st.integers(0, 20), st.integers(0, DAY - 1))
def test_where_the_clocks_do_not_change_the_table_says_it_minute_by_minute(
    section: HoursSection, days: int, minute: int
) -> None:
    midnight = datetime(2026, 6, 1, tzinfo=WARSAW) + timedelta(days=days)
    today, before = midnight.weekday(), (midnight.weekday() - 1) % 7
    told = any(s.opens <= minute < s.closes for s in section.weekly[today]) or any(
        s.opens <= minute + DAY < s.closes for s in section.weekly[before]
    )
    assert Calendar(section).is_open(midnight + timedelta(minutes=minute)) is told


@given(MOMENTS, st.times().map(lambda t: t.replace(microsecond=0)))
def test_it_restarts_once_a_night(now: datetime, when: time) -> None:
    calendar = Calendar(hours(TEN_TO_SIX, nightly_restart=when))
    first = calendar.next_restart(now)
    assert first is not None
    second = calendar.next_restart(first)
    assert second is not None
    assert timedelta(0) < first - now <= timedelta(hours=25)
    assert timedelta(hours=22) <= second - first.astimezone(UTC) <= timedelta(hours=26)


def test_it_never_restarts_where_that_is_not_asked_for() -> None:
    calendar = Calendar(hours(TEN_TO_SIX, nightly_restart=None))
    assert calendar.next_restart(at("2026-03-02T12:00")) is None


def test_while_nobody_knows_what_time_it_is_it_is_open() -> None:
    calendar, lost = Calendar(hours(CLOSED)), datetime(1970, 1, 1, 0, 3, tzinfo=UTC)
    assert calendar.is_open(lost)
    assert calendar.may_begin(lost)
    assert calendar.next_change(lost) is None
    assert calendar.next_restart(lost) is not None
