"""Timelines and charts: the order of time, dates in words, gaps."""

from __future__ import annotations

import pytest

from game.view import entry, tongue
from game.view.chapters import chart_view, period_words, timeline_view
from tests.weather import weather

WET = weather().chapters["wet"]


@pytest.mark.parametrize(
    "period, words",
    [
        (((1941,),), "1941"),
        (((1941, 8),), "August 1941"),
        (((1945, 8, 9),), "9 August 1945"),
        (((1945, 8, 9, 0, 1),), "9 August 1945, 00:01"),
        (((1941,), (1945,)), "1941 to 1945"),
        (((1944, 6), (1944, 10)), "June to October 1944"),
        (((1944, 12), (1945, 1)), "December 1944 to January 1945"),
        (((1945, 8, 26), (1945, 8, 28)), "26 to 28 August 1945"),
        (((1945, 7, 31), (1945, 8, 2)), "31 July 1945 to 2 August 1945"),
        (((1945, 8, 9), (1945,)), "9 August 1945 to 1945"),
    ],
)
def test_times_in_words(period, words) -> None:
    assert period_words(period) == words


def test_a_timeline_goes_by_time() -> None:
    assert [(row.when, row.text) for row in timeline_view(WET)] == [
        ("June to August 1941", "A wet summer."),
        ("9 August 1945, 01:00", "It rains."),
    ]


def test_a_chart_goes_by_time_and_has_a_gap_where_nobody_counted() -> None:
    chart = chart_view(WET)
    assert chart is not None
    assert [(row.when, row.figure, row.by, row.beside) for row in chart.rows] == [
        ("1941", "40", "a clerk", "Old ones."),
        ("1942 to 1944", "", "", ""),
        ("August 1945", "10 to 20", "all boats; a map", ""),
    ]
    assert [(row.low, row.high, row.is_gap) for row in chart.rows] == [
        (40, 40, False),
        (None, None, True),
        (10, 20, False),
    ]
    assert (chart.title, chart.unit, chart.alt) == (
        "Boats on the river",
        "boats",
        "Few boats, then more.",
    )
    assert chart.note == "Nobody counted in between."
    assert chart.most == 40


def test_a_chapter_cites_the_facts_of_all_its_parts_each_once() -> None:
    found = entry(weather(), "wet")
    assert found is not None
    assert [fact.id for fact in found.facts] == ["wet", "rain", "boats"]


def test_every_text_has_a_key_to_translate_it_by() -> None:
    german = tongue(
        "de",
        {
            "wet.timeline.1.text": "Es regnet.",
            "wet.chart.title": "Boote",
            "wet.chart.unit": "Boote auf dem Fluss",
            "wet.chart.alt": "Wenige.",
            "wet.chart.note": "Niemand.",
            "wet.chart.points.2.by": "ein Schreiber",
            "wet.chart.points.1.of": "alle",
            "wet.chart.points.2.beside": "Alte.",
        },
    )
    chart = chart_view(WET, german)
    assert chart is not None
    assert timeline_view(WET, german)[1].text == "Es regnet."
    assert (chart.title, chart.unit, chart.alt, chart.note) == (
        "Boote",
        "Boote auf dem Fluss",
        "Wenige.",
        "Niemand.",
    )
    assert (chart.rows[0].by, chart.rows[0].beside) == ("ein Schreiber", "Alte.")
    assert chart.rows[2].by == "alle; a map"
