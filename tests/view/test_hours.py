"""The hour at hand beside that of 1945."""

from __future__ import annotations

from datetime import timedelta

import pytest

from game.view import ENGLISH, Course, hours
from game.view.hours import span_words
from tests.ford import begun, edited, ford, played


def test_at_the_same_page_hours_can_be_compared() -> None:
    found = hours(begun().forward())
    assert found.when == "9 August 1945, 05:30 river time"
    assert found.day == "day 1 of ten"
    assert found.beside == "1945 came to this page at the same hour."
    assert found.gap == "as in 1945"


def test_a_page_that_is_known_to_the_day_only_is_not_counted_in_hours() -> None:
    assert hours(begun()).beside == "1945 came to this page too, on 9 August 1945."


def test_where_1945_never_came_its_last_page_by_that_hour_is_named() -> None:
    lost = ford('when = "late in August"', "at = 1945-08-10T22:00:00+09:00")
    found = hours(Course.resume(played("march", story=lost)))
    assert found.beside == (
        "Not a page of 1945, which had come to \u201cThe far bank\u201d, 21:00."
    )


def test_a_page_without_a_time_says_nothing() -> None:
    assert hours(Course.resume(played("march"))).beside == ""


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(minutes=20), "20 minutes"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=72), "72 hours"),
        (timedelta(hours=97), "4 days"),
    ],
)
def test_spans_in_words(span, words) -> None:
    assert span_words(span, ENGLISH) == words


@pytest.mark.parametrize(
    ("marched", "beside", "gap"),
    [
        (
            "1945-08-11T07:00:00+09:00",
            "1945 came to this page 10 hours before you.",
            "10 hours after 1945",
        ),
        (
            "1945-08-10T20:30:00+09:00",
            "1945 came to this page 30 minutes after you.",
            "30 minutes before 1945",
        ),
    ],
)
def test_an_hour_that_rests_on_the_orders_is_told_as_sooner_or_later(marched, beside, gap) -> None:
    story = edited(
        {
            'goto = "drift"': 'goto = "far-bank"',
            "at = 1945-08-10T21:00:00+09:00": 'at = { one_of = [{ if = "bridge", '
            f"at = 1945-08-10T21:00:00+09:00 }}, {{ at = {marched} }}] }}",
        }
    )
    same = hours(Course.resume(played("row", story=story)))
    assert same.beside == "1945 came to this page at the same hour."
    later = hours(Course.resume(played("march", story=story)))
    assert (later.beside, later.gap) == (beside, gap)
