"""`author words` and `author cover`."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path
from types import ModuleType

from game.author import cover, words
from game.engine import Playthrough
from tests.author.test_story_tests import STORY
from tests.helpers import HEAD, folder_of, story_from

CORPUS = Path(__file__).parents[1] / "prove" / "corpus"


def author(command: ModuleType, text: str, *more: str) -> tuple[int, str]:
    parser = argparse.ArgumentParser()
    command.add(parser)
    out = io.StringIO()
    folder = folder_of({"story.toml": HEAD + text})
    return command.run(parser.parse_args([str(folder), *more]), out), out.getvalue()


def prose(count: int) -> str:
    return " ".join(["word"] * count)


TIMED = f"""
[[campaign]]
id = "c"
start = "first"

[node.first]
title = "First"
text = "{prose(199)}"

[[node.first.choice]]
id = "long"
label = "Long."
outcome = "{prose(396)}"
goto = "end"

[[node.first.choice]]
id = "short"
label = "Short."
outcome = "{prose(96)}"
goto = "end"

[[node.first.choice]]
id = "brief"
label = "Brief."
outcome = "{prose(96)}"
goto = "end"

[ending.end]
campaigns = ["c"]
title = "The end"
kind = "army"
text = "{prose(101)}"
"""


def test_words_and_minutes():
    code, text = author(words, TIMED, "--format", "json")
    found = json.loads(text)
    # page 200 with its title, labels 3, outcomes 396, 96 and 96, ending 101
    assert code == 0
    assert found["campaigns"]["c"] == {
        "length": "full",
        "nodes": 1,
        "decisions": 1,
        "endings": 1,
        "words": 200 + 3 + 396 + 96 + 96 + 101,
        "median_minutes": 2.0,
        "longest_minutes": 3.5,
        "share_met": round((200 + 3 + (396 + 96 + 96) / 3 + 101) / 892, 4),
    }
    assert found["facts"] == found["facts_cited"] == found["conflicts_shown"] == 0
    assert found["codex"] == {"people": 0, "units": 0, "places": 0, "terms": 0}


def test_a_story_in_which_one_can_go_round_has_no_longest_playthrough():
    _, text = author(words, TIMED.replace('goto = "end"', 'goto = "first"', 1), "--format", "json")
    campaign = json.loads(text)["campaigns"]["c"]
    assert campaign["longest_minutes"] is None
    assert campaign["median_minutes"] == 2.0


def test_a_cover_shows_every_passage_once():
    code, text = author(cover, STORY, "--format", "json")
    found = json.loads(text)["campaigns"]["c"]
    assert code == 0
    assert [each["choices"] for each in found["playthroughs"]] == [
        ["first.bring", "second.fire"],
        ["first.wait", "second.leave"],
    ]
    new = [key for each in found["playthroughs"] for key in each["new"]]
    assert len(new) == len(set(new)) == found["passages"]


def test_a_cover_of_a_story_with_loops_comes_to_an_end():
    text = (CORPUS / "trap-in-a-state.toml").read_text("utf-8")
    code, told = author(cover, text, "--format", "json")
    plays = json.loads(told)["campaigns"]["c"]["playthroughs"]
    assert code == 0
    shown = {key for each in plays for key in each["new"]}
    assert {"first.take", "first.leave", "cellar.try", "cellar.sit", "end.text"} <= shown
    for each in plays:
        assert Playthrough.replay(story_from(text), "c", each["choices"]).choices


def test_a_cover_in_words_is_transcripts():
    _, text = author(cover, STORY)
    assert text.startswith("# c, playthrough 1 of 2\n")
    assert "They come." in text
    assert "Nothing happens." in text
