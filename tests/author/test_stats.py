"""`author stats`: its words, its JSON, what it says where it cannot answer."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path

import pytest

from game.author import stats
from game.misuse import Misuse
from tests.helpers import HEAD, folder_of
from tests.prove.test_stats import FORK


def author(text: str, *words: str) -> tuple[int, str]:
    parser = argparse.ArgumentParser()
    stats.add(parser)
    out = io.StringIO()
    folder = folder_of({"story.toml": HEAD + text})
    return stats.run(parser.parse_args([str(folder), *words]), out), out.getvalue()


def test_in_words():
    code, text = author(FORK)
    assert code == 0
    assert (
        text
        == """\
c (full)
  Endings of random playthroughs
    won    25.0%
    lost   75.0%

  Decisions and choices: how many random playthroughs meet and take them,
  and the ending whose chance changes most for those that take them
     1. first  met 100.0%
        bring   50.0%   +25.0 won (25.0% to 50.0%)
        leave   50.0%   -25.0 won (25.0% to 0.0%)
     2. last  met 100.0%
        fire    25.0%   +75.0 won (25.0% to 100.0%)  offered to 50.0%
        wait    75.0%   -25.0 won (25.0% to 0.0%)

  Where paths join
    road  met 100.0%, from first.bring, first.leave

  Points of no return: choices after which an ending is out of reach
    won
      always: first.leave, last.wait
    lost
      always: last.fire

  4 of 4 choices change some ending's chance by five points
  or more, 2 of them in the first half.
  7 states; the chances are exact.

"""
    )


def test_as_json():
    code, text = author(FORK, "--format", "json", "--campaign", "c")
    found = json.loads(text)["campaigns"]["c"]
    assert code == 0
    assert (found["whole"], found["exact"]) == (True, True)
    assert found["endings"] == {"won": 0.25, "lost": 0.75}
    assert found["decisions"][1]["choices"][0] == {
        "choice": "last.fire",
        "offered": 0.5,
        "taken": 0.25,
        "endings": {"won": 1.0, "lost": 0.0},
        "change": {"ending": "won", "by": 0.75},
    }
    assert found["joins"] == [{"node": "road", "met": 1.0, "from": ["first.bring", "first.leave"]}]
    assert {"ending": "won", "choice": "first.leave", "always": True} in found["no_return"]


def test_a_choice_that_is_never_taken_says_so():
    _, text = author(FORK.replace('visible_if = "guns"', 'visible_if = "guns and not guns"'))
    assert "        fire     0.0%  never taken  offered to 0.0%\n" in text


def test_a_campaign_that_is_not_there():
    with pytest.raises(Misuse, match=r"^There is no campaign 'd'; the story has c\.$"):
        author(FORK, "--campaign", "d")


def test_a_story_too_large_is_incomplete(monkeypatch):
    monkeypatch.setattr(stats, "MAX_STATES", 0)
    code, text = author(FORK)
    assert code == 3
    assert "too many to be walked" in text


def test_a_broken_story_names_its_errors():
    code, text = author(FORK.replace('goto = "road"', 'goto = "rod"'))
    assert code == 1
    assert "rod" in text


def test_no_story_at_all(tmp_path: Path):
    parser = argparse.ArgumentParser()
    stats.add(parser)
    out = io.StringIO()
    assert stats.run(parser.parse_args([str(tmp_path / "none")]), out) == 1
    assert "none" in out.getvalue() or "story.toml" in out.getvalue()
