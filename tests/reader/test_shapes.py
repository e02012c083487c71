"""Shapes: what a TOML value is read into, and what is said of one that does not fit."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from game import model as m
from game.reader import check, shape
from game.reader import part_shapes as parts
from game.reader.faults import Sink
from game.reader.node_shapes import CHOICE, NODE
from game.reader.story_shapes import METRIC, VARIABLE
from tests.helpers import folder_of

RIVER = {"id": "cross", "label": "Cross."}
WORD = shape.Word(("good", "fair", "rough"))
NOON = datetime(1945, 8, 9, 12, tzinfo=UTC)


def read(reader: Any, value: Any) -> tuple[Any, list[str]]:
    """What a shape makes of a value, and what it says."""
    sink = Sink()
    found = reader.read(value, ("key",), sink)
    return found, [f"{fault.code} {fault.message}" for fault in sink.faults]


@pytest.mark.parametrize(
    "reader, value, found",
    [
        (shape.Text(), "words", "words"),
        (shape.Text(empty=True), "", ""),
        (shape.Id(), "far-side-2", "far-side-2"),
        (shape.Whole(), -3, -3),
        (shape.Number(), 3, 3),
        (shape.Number(), 0.5, 0.5),
        (shape.Truth(), False, False),
        (WORD, "fair", "fair"),
        (shape.ListOf(shape.Whole()), [1, 2], (1, 2)),
        (shape.Dictionary(shape.Whole()), {"a": 1}, {"a": 1}),
        (parts.MOMENT, date(1945, 8, 9), date(1945, 8, 9)),
        (parts.MOMENT, NOON, NOON),
        (parts.AT, date(1945, 8, 9), (m.When(date(1945, 8, 9)),)),
        (parts.SPOT, "ford", "ford"),
        (parts.SPOT, [129.6, 44], (129.6, 44)),
        (parts.LEDGER, {"men": 3, "guns": "a + 1"}, (("men", 3), ("guns", "a + 1"))),
        (parts.WAYS, "reeds", (m.Way("reeds"),)),
        (parts.WAYS, {"scene": "tent", "then": "reeds"}, (m.Way("reeds", "tent"),)),
        (
            parts.WAYS,
            {"one_of": [{"if": "a", "goto": "x"}, {"goto": {"scene": "tent", "then": "y"}}]},
            (m.Way("x", None, "a"), m.Way("y", "tent")),
        ),
        (parts.PROSE, "One.", (m.Passage("One."),)),
        (
            parts.PROSE,
            ["One.", {"text": "Two.", "if": "a", "basis": "inferred", "id": "two"}],
            (m.Passage("One."), m.Passage("Two.", "a", "inferred", "two")),
        ),
        (
            parts.PROSE,
            [{"one_of": [{"if": "a", "text": "One."}, {"text": "Two."}]}],
            (m.OneOf((m.Passage("One.", "a"), m.Passage("Two."))),),
        ),
    ],
)
def test_a_value_that_fits_is_read(reader, value, found):
    assert read(reader, value) == (found, [])


@pytest.mark.parametrize(
    "reader, value, said",
    [
        (shape.Text(), 3, "E203 `key` should be a text, and is a whole number."),
        (shape.Text(), "  ", "E207 `key` is empty."),
        (
            shape.Id(),
            "Far Side",
            "E205 `Far Side` is no id; an id is lower-case words joined by hyphens.",
        ),
        (shape.Id(), True, "E203 `key` should be an id, and is true or false."),
        (shape.Whole(), "3", "E203 `key` should be a whole number, and is a text."),
        (
            shape.Whole(),
            3.0,
            "E203 `key` should be a whole number, and is a number with a fraction.",
        ),
        (shape.Whole(), True, "E203 `key` should be a whole number, and is true or false."),
        (shape.Whole(), 10**15, "E212 `key` is larger than the game can use."),
        (shape.Number(), "much", "E203 `key` should be a number, and is a text."),
        (shape.Truth(), 1, "E203 `key` should be true or false, and is a whole number."),
        (WORD, "Good", "E204 `key` should be one of: good, fair, rough."),
        (WORD, 1, "E204 `key` should be one of: good, fair, rough."),
        (
            shape.ListOf(shape.Text()),
            ["a", 2],
            "E203 Number 2 of `key` should be a text, and is a whole number.",
        ),
        (shape.Dictionary(shape.Whole()), [], "E203 `key` should be a table, and is a list."),
        (
            parts.MOMENT,
            datetime(1945, 8, 9, 1),
            "E208 A date with a time needs its offset.",
        ),
        (
            parts.MOMENT,
            time(1),
            "E203 `key` should be a date, or a date and time with its offset, "
            "and is a time of day.",
        ),
        (parts.SPOT, [44, 129.6], "E212 `key` is no place on the globe."),
        (parts.SPOT, [129.6], "E212 `key` is no place on the globe."),
        (parts.LEDGER, 3, "E203 `key` should be a table of metrics, and is a whole number."),
        (parts.WAYS, 3, "E203 `key` should be an id, a scene, or one_of, and is a whole number."),
        (parts.WAYS, {"scene": "tent"}, "E202 A scene call lacks `then`."),
        (
            parts.WAYS,
            {"one_of": [{"goto": "x"}, {"goto": "y"}]},
            "E211 Only the last way of `one_of` may stand without `if`.",
        ),
        (
            parts.PROSE,
            [{"one_of": [{"if": "a", "text": "One."}]}],
            "E211 The last passage of `one_of` must not have an `if`.",
        ),
        (
            parts.PROSE,
            3,
            "E203 `key` should be a text or a list of passages, and is a whole number.",
        ),
        (CHOICE, RIVER, "E202 A choice lacks `goto` (or a list of results)."),
        (
            CHOICE,
            RIVER | {"goto": "x", "enabled_if": "a"},
            "E215 A choice that can be greyed needs a `disabled_reason`.",
        ),
        (
            CHOICE,
            RIVER | {"outcome": "Wet.", "result": [{"goto": "x"}]},
            "E209 A choice with results has no `outcome` of its own.",
        ),
        (NODE, {"title": "Bank"}, "E210 A node has either choices or one `goto`."),
        (
            NODE,
            {"title": "Bank", "goto": "x", "at": date(1945, 8, 9), "when": "in August"},
            "E209 `at` and `when` do not stand together.",
        ),
        (VARIABLE, {"type": "bool", "start": 1}, "E212 `start` should be true or false."),
        (
            VARIABLE,
            {"type": "int", "min": 0, "max": 3, "start": 4},
            "E212 `start` should be a whole number from 0 to 3.",
        ),
        (
            VARIABLE,
            {"type": "enum", "values": ["a", "not"], "start": "a"},
            "E205 `not` is no variable or enum value; such names are lower-case words joined by _, "
            "and no words of the language.",
        ),
        (
            METRIC,
            {
                "id": "men",
                "label": "Men",
                "unit": "men",
                "claims": [{"by": "A", "low": 2, "high": 1}],
            },
            "E212 `high` is 1, below `low`, which is 2.",
        ),
    ],
)
def test_a_value_that_does_not_fit_is_one_sentence(reader, value, said):
    keyed = {"id": "river"} if reader in (NODE, VARIABLE) else {}
    sink = Sink()
    reader.read(value, ("key",), sink, **keyed)
    assert [f"{fault.code} {fault.message}" for fault in sink.faults] == [said]


@pytest.mark.parametrize(
    "reader, value, hint",
    [
        (shape.Text(), 3, "put quotation marks around it"),
        (shape.Whole(), "3", "take away the quotation marks"),
        (shape.Truth(), "true", "take away the quotation marks"),
        (parts.MOMENT, "9 August", "take away the quotation marks"),
        (parts.MOMENT, time(1), "write the day as well, as in 1945-08-09T01:00:00+10:00"),
        (
            shape.ListOf(shape.Text()),
            "a",
            "put square brackets around it, even around one thing alone",
        ),
        (shape.ListOf(CHOICE), RIVER | {"goto": "x"}, "its heading has two brackets: [[key]]"),
        (WORD, "Good", "did you mean `good`?"),
        (shape.Id(), "Far Side", "did you mean `far-side`?"),
    ],
)
def test_a_hint_says_what_to_do(reader, value, hint):
    sink = Sink()
    reader.read(value, ("key",), sink)
    assert [fault.hint for fault in sink.faults] == [hint]


def test_a_key_that_was_surely_meant_is_read_all_the_same():
    choice, said = read(CHOICE, {"id": "cross", "lable": "Cross.", "gotoo": "reeds"})
    assert said == ["E201 A choice has no key `lable`.", "E201 A choice has no key `gotoo`."]
    assert (choice.label, choice.results[0].ways) == ("Cross.", (m.Way("reeds"),))


def test_a_single_thing_in_place_of_a_list_is_read_as_a_list_of_it():
    found, said = read(shape.ListOf(shape.Text()), "boats -= 1")
    assert (found, len(said)) == (("boats -= 1",), 1)


def test_results_are_numbered_only_where_they_were_written_as_a_list():
    alone, _ = read(CHOICE, RIVER | {"goto": "x"})
    listed, _ = read(CHOICE, RIVER | {"result": [{"goto": "x"}]})
    assert (alone.branched, listed.branched) == (False, True)
    assert alone.results == listed.results


def test_a_moment_that_is_wrong_does_not_make_time_run_back() -> None:
    story = """
[[campaign]]
id = "one"
start = "eve"

[node.eve]
title = "The eve"
at = 1945-08-20T20:00:00
text = "Rain."
goto = "day"

[node.day]
title = "The day"
at = 1945-08-10
text = "More rain."
goto = "end"

[ending.end]
campaigns = ["one"]
title = "The end"
kind = "army"
text = "It stops."
"""
    head = 'format = 1\nid = "rain"\nversion = "1.0.0"\ntitle = "Rain"\n'
    report = check(folder_of({"story.toml": head + story}))
    assert [(d.code, d.line) for d in report.diagnostics] == [("E208", 12)]
