"""`author test`: asserts, playthroughs, transcripts, mutants."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path

import pytest

from game.author import test as author_test
from game.author.mutants import mutants
from tests.helpers import HEAD, folder_of, story_from

STORY = """
[[campaign]]
id = "c"
start = "first"

[variables.guns]
type = "int"
min = 0
max = 3
start = 1

[[metric]]
id = "losses"
label = "Losses"
unit = "men"

[node.first]
title = "First"
text = "What now?"

[[node.first.choice]]
id = "bring"
label = "Bring guns."
effects = ["guns += 1"]
outcome = "They come."
goto = "second"

[[node.first.choice]]
id = "wait"
label = "Wait."
outcome = "Nothing happens."
goto = "second"

[node.second]
title = "Second"
text = "And now?"

[[node.second.choice]]
id = "fire"
label = "Fire."
visible_if = "guns == 2"
ledger = { losses = 5 }
goto = "won"

[[node.second.choice]]
id = "leave"
label = "Leave."
goto = "lost"

[ending.won]
campaigns = ["c"]
title = "Won"
kind = "army"
text = "Won."

[ending.lost]
campaigns = ["c"]
title = "Lost"
kind = "army"
text = "Lost."
"""
PLAY = """
[[playthrough]]
id = "fire"
campaign = "c"
choices = ["first.bring", "second.fire"]
ending = "won"
expect = { guns = 2 }
ledger = { losses = 5 }
"""
GUNS_FIRST = """
[[assert]]
id = "guns-first"
never = "guns == 1"
at = "won"
"""


def author(folder: Path, *words: str) -> tuple[int, str]:
    parser = argparse.ArgumentParser()
    author_test.add(parser)
    out = io.StringIO()
    return author_test.run(parser.parse_args([str(folder), *words]), out), out.getvalue()


def story(*parts: str) -> Path:
    return folder_of({"story.toml": HEAD + "".join(parts)})


def test_all_is_well():
    code, text = author(story(STORY, PLAY, GUNS_FIRST))
    assert (code, text) == (0, "1 assert, 1 playthrough, 0 transcripts: all is well.\n")


def test_json():
    code, text = author(story(STORY, PLAY, GUNS_FIRST), "--format", "json")
    assert code == 0
    assert json.loads(text) == {
        "ok": True,
        "asserts": [{"id": "guns-first", "holds": True, "witness": None}],
        "playthroughs": [{"id": "fire", "ok": True, "at": None}],
        "transcripts": [],
        "mutations": {"total": 0, "noticed": 0, "left": [], "same": []},
    }


@pytest.mark.parametrize(
    "was, now, at, message",
    [
        ('"second.fire"]', '"second.leave"]', "lost", "It ends at lost, and not at won."),
        (', "second.fire"]', "]", "second", "It stops half-way, at second."),
        ('"first.bring"', '"first.wait"', "second.fire", "The order second.fire cannot be given there."),
        ('["first.bring", ', "[", "second.fire", "The story is at first, not at second, when it comes to second.fire."),
        ("guns = 2", "guns = 3", "expect.guns", "At the end guns is 2, not 3."),
        ("losses = 5", "losses = 6", "ledger.losses", "At the end losses is 5, not 6."),
    ],
)  # fmt: skip
def test_a_playthrough_that_goes_otherwise(was, now, at, message):
    folder = story(STORY, PLAY.replace(was, now))
    code, text = author(folder)
    assert code == 1
    assert text.startswith(f"The playthrough fire does not go as written. {message}\n")
    _, text = author(folder, "--format", "json")
    assert json.loads(text)["playthroughs"] == [{"id": "fire", "ok": False, "at": at}]


def test_an_assert_that_fails_is_told_with_its_witness():
    code, text = author(story(STORY, PLAY, GUNS_FIRST.replace("guns == 1", "guns == 2")))
    assert code == 1
    assert text.splitlines()[:3] == [
        "The assert guns-first does not hold.",
        "    first.bring",
        "    second.fire",
    ]


def test_what_an_assert_is_for_is_said_when_it_fails():
    meant = 'say = "Guns first."\nnever = "guns == 2"'
    _, text = author(story(STORY, PLAY, GUNS_FIRST.replace('never = "guns == 1"', meant)))
    assert text.startswith("The assert guns-first does not hold: Guns first.\n")


def test_transcripts_are_approved_and_compared():
    folder = story(STORY, PLAY)
    code, text = author(folder, "--approve")
    assert (code, text) == (0, "0 asserts, 1 playthrough, 1 transcript: all is well.\n")
    assert "They come." in (folder / "transcripts" / "fire.txt").read_text(encoding="utf-8")
    assert author(folder)[0] == 0

    changed = folder / "story.toml"
    changed.write_text(changed.read_text().replace("They come.", "They are late."))
    code, text = author(folder)
    assert code == 1
    assert "    -They come." in text.splitlines()
    assert "    +They are late." in text.splitlines()
    _, text = author(folder, "--format", "json")
    assert json.loads(text)["transcripts"] == [{"id": "fire", "same": False}]


def test_every_mutant_is_told_in_words():
    told = [(mutant.where, mutant.what) for mutant in mutants(story_from(STORY))]
    assert told == [
        ("first.bring.effects", "dropped: guns += 1"),
        ("second.fire.visible_if", "turned round"),
        ("second.fire.goto", "leads to lost instead of won"),
        ("second.leave.goto", "leads to won instead of lost"),
        ("guns", "max lowered to 2"),
        ("guns", "min raised to 1"),
    ]


def test_mutants_that_nothing_notices_are_listed():
    code, text = author(story(STORY, PLAY), "--mutate", "--format", "json")
    assert code == 0
    assert json.loads(text)["mutations"] == {
        "total": 6,
        "noticed": 3,
        "left": [
            {"where": "second.leave.goto", "what": "leads to won instead of lost"},
        ],
        "same": [
            {"where": "guns", "what": "max lowered to 2"},
            {"where": "guns", "what": "min raised to 1"},
        ],
    }


def test_an_assert_notices_what_a_playthrough_does_not():
    _, text = author(story(STORY, PLAY, GUNS_FIRST), "--mutate", "--format", "json")
    found = json.loads(text)["mutations"]
    assert (found["noticed"], found["left"]) == (4, [])
    assert [mutant["where"] for mutant in found["same"]] == ["guns", "guns"]
