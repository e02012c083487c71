"""Checks that keep history true: what they report, and what they leave in peace."""

from __future__ import annotations

import pytest

from game.author.history_checks import HISTORY
from game.author.numbers import numbers_in
from game.reader import check
from tests.helpers import HEAD, folder_of

STORY = """
[[campaign]]
id = "c"
start = "bank"

[[metric]]
id = "losses"
label = "Men lost"
unit = "men"
measure = "casualties"
scope = "crossing"
claims = [
  { by = "A diary", low = 100, high = 200, measure = "casualties", scope = "crossing" },
  { by = "A letter", low = 150, measure = "casualties", scope = "crossing" },
  { by = "The army", low = 9000, high = 9000, measure = "casualties", scope = "campaign" },
]

[[anchor]]
node = "island"
at = 1945-08-10

[node.bank]
title = "The bank"
at = 1945-08-09
text = "The river is high."

[[node.bank.choice]]
id = "cross"
label = "Cross now."
historical = true
ledger = { losses = 120 }
goto = "island"

[[node.bank.choice]]
id = "wait"
label = "Wait."
goto = "marsh"

[node.island]
title = "The island"
at = 1945-08-10T00:30:00+09:00
text = "Water all around."

[[node.island.choice]]
id = "wade"
label = "Wade on."
historical = true
ledger = { losses = 30 }
goto = "end"

[node.marsh]
title = "The marsh"
at = 1945-08-10
text = "Mud."

[[node.marsh.choice]]
id = "back"
label = "Go back."
goto = "end"

[ending.end]
campaigns = ["c"]
title = "The end"
kind = "army"
text = "It is over."
"""


def codes(text: str) -> list[tuple[str, int]]:
    report = check(folder_of({"story.toml": HEAD + text}), HISTORY)
    return [(d.code, d.line) for d in report.diagnostics]


def line_of(text: str, part: str) -> int:
    return (HEAD + text)[: (HEAD + text).index(part)].count("\n") + 1


def test_a_true_story_has_nothing_to_report():
    assert codes(STORY) == []


def test_a_story_without_history_is_asked_for_none():
    text = STORY.replace("historical = true\n", "").replace(
        '[[anchor]]\nnode = "island"\nat = 1945-08-10\n', ""
    )
    assert codes(text) == []


@pytest.mark.parametrize(
    "was, now, code, at",
    [
        ('label = "Wait."', 'label = "Wait."\nhistorical = true', "E601", "historical = true\ngoto"),
        ('label = "Go back."', 'label = "Go back."\nhistorical = true', "E601", "historical = true\ngoto"),
        ("losses = 120", "losses = 20", "E602", "claims = ["),
        ("at = 1945-08-10T00:30:00+09:00", "at = 1945-08-10T00:30:00+10:00", "E603", "at = 1945-08-10\n"),
        ('node = "island"', 'node = "marsh"', "E603", 'node = "marsh"'),
    ],
)  # fmt: skip
def test_one_thing_that_is_not_true(was, now, code, at):
    text = STORY.replace(was, now, 1)
    found = codes(text)
    assert [each for each, _ in found] == [code]
    if code != "E602":
        assert found == [(code, line_of(text, at))]


def test_an_open_end_of_a_claim_is_open():
    assert codes(STORY.replace("losses = 120", "losses = 5000")) == []


def test_a_historical_choice_that_is_shut_is_named():
    text = STORY.replace(
        'label = "Wade on."', 'label = "Wade on."\nenabled_if = "1 > 2"\ndisabled_reason = "No."'
    )
    assert codes(text) == [("E601", line_of(text, "historical = true\nledger = { losses = 30 }"))]


@pytest.mark.parametrize(
    "text, numbers",
    [
        ("about twenty-four of them", {24}),
        ("three thousand two hundred men", {3200}),
        ("12,000 men and 7 tanks", {12000, 7}),
        ("on the 15th of August 1945", {15, 1945}),
        ("two or three, a hundred yards off, in one piece", {2, 3}),
        ("sixty-five tanks, seven left", {65, 7}),
        ("two hundred thousand", {200_000}),
        ("1.6 million men, 2.5 boats", {1_600_000, 2, 5}),
        ("someone often weighs tent pegs", set()),
    ],
)
def test_numbers_in_words_and_digits(text, numbers):
    assert numbers_in(text) == numbers


HISTORY_TEXT = """
[node.bank.record]
text = "{record}"
facts = ["crossing"]

[fact.crossing]
statement = "Sixty-five men crossed in two boats."
when = "1945-08-09"
source = "diary"
figures = [{ what = "boats lost", value = 3, unit = "boats", by = "the diary" }]

[source.diary]
name = "A diary"
kind = "memoir"

[unit.rifles]
name = "5th Rifles"
text = "A regiment."
side = "soviet"
"""


@pytest.mark.parametrize(
    "record, expected",
    [
        ("On 9 August 65 men of the [[rifles|5th Rifles]] crossed; 3 boats were lost.", []),
        ("The 5th Rifles crossed in two boats.", []),
        ("Seventy men crossed.", ["W611"]),
        ("Sixty-five men crossed on the 10th.", ["W611"]),
        ("They crossed where Dubrovsky had said.", ["W614"]),
    ],
)
def test_numbers_and_names_of_the_record(record, expected):
    text = STORY + HISTORY_TEXT.replace("{record}", record)
    assert [code for code, _ in codes(text)] == expected
