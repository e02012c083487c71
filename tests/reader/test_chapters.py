"""Chapters as they are read: dates, points, and the facts that they name."""

from __future__ import annotations

import pytest

from game.reader import check
from game.reader.chapter_shapes import Times
from game.reader.faults import Sink
from tests.helpers import HEAD, folder_of
from tests.weather import WHOLE, weather


def times(value: object) -> tuple[object, list[str]]:
    sink = Sink()
    found = Times().read(value, ("when",), sink)
    return found, [fault.code for fault in sink.faults]


@pytest.mark.parametrize(
    "value, found",
    [
        ("1945", ((1945,),)),
        ("1945-08", ((1945, 8),)),
        ("1945-08-09", ((1945, 8, 9),)),
        ("1945-08-09T00:01", ((1945, 8, 9, 0, 1),)),
        ("1944-02-29", ((1944, 2, 29),)),
        ("1941/1945-08", ((1941,), (1945, 8))),
        ("1945-08-09/1945", ((1945, 8, 9), (1945,))),
    ],
)
def test_a_time(value, found) -> None:
    assert times(value) == (found, [])


@pytest.mark.parametrize(
    "value, codes",
    [
        ("", ["E219"]),
        ("August", ["E219"]),
        ("1945-13", ["E219"]),
        ("1945-02-30", ["E219"]),
        ("1945-08-09T24:00", ["E219"]),
        ("0000", ["E219"]),
        ("1945/", ["E219"]),
        ("1945/1944", ["E219"]),
        ("1945-08/1945-07", ["E219"]),
        ("1945/1946/1947", ["E219"]),
        (1945, ["E203"]),
    ],
)
def test_what_is_no_time(value, codes) -> None:
    assert times(value)[1] == codes


def errors(old: str, new: str) -> list[tuple[str, str]]:
    assert old in WHOLE
    report = check(folder_of({"story.toml": HEAD + WHOLE.replace(old, new, 1)}))
    return [(d.code, d.message) for d in report.diagnostics if d.severity == "error"]


def test_an_unknown_fact_of_a_line_a_point_or_a_remark() -> None:
    assert errors('text = "It rains.", fact = "rain"', 'text = "It rains.", fact = "rainy"') == [
        ("E404", "There is no fact `rainy`.")
    ]
    assert errors('of = "all boats", fact = "boats"', 'fact = "boat"') == [
        ("E404", "There is no fact `boat`.")
    ]
    assert errors('text = "Old ones.", fact = "rain"', 'text = "Old ones.", fact = "fog"') == [
        ("E404", "There is no fact `fog`.")
    ]


def test_a_chart_is_told_in_words_and_a_point_has_a_figure() -> None:
    assert errors('alt = "Few boats, then more."\n', "") == [("E202", "A chart lacks `alt`.")]
    assert errors("value = 40, ", "") == [("E202", "A point lacks `value`, `low` or `high`.")]
    assert errors("low = 10, high = 20", "low = 30, high = 20") == [
        ("E212", "`high` is below `low`.")
    ]


def test_markup_of_a_line_is_read_as_everywhere() -> None:
    assert errors('text = "It rains.", fact', 'text = "It [[nobody|rains]].", fact') == [
        ("E504", "There is no codex entry `nobody`.")
    ]


def test_what_a_chapter_rests_on() -> None:
    assert weather().chapters["wet"].cited == ("wet", "rain", "boats")
