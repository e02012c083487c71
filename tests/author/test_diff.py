"""`author diff`: two versions of a small story."""

from __future__ import annotations

import argparse
import io
import json

from game.author import diff
from tests.helpers import HEAD, folder_of
from tests.prove.test_stats import FORK


def author(old: str, new: str, *words: str) -> tuple[int, str]:
    parser = argparse.ArgumentParser()
    diff.add(parser)
    out = io.StringIO()
    folders = [str(folder_of({"story.toml": HEAD + text})) for text in (old, new)]
    return diff.run(parser.parse_args([*folders, *words]), out), out.getvalue()


CHANGED = (
    FORK.replace('label = "Leave them."\ngoto = "road"', 'label = "Leave them."\ngoto = "lost"')
    .replace('text = "It is long."', 'text = "It is short."')
    .replace('label = "Fire."', 'label = "Fire!"')
)


def test_in_words():
    code, text = author(FORK, CHANGED)
    assert code == 0
    assert (
        text
        == """\
A small story 1.0.0 and A small story 1.0.0

What decides what follows
  first.leave.goto: road became lost

Texts
  road.text: It is long. became It is short.
  last.fire.label: Fire. became Fire!

c
  6 saves: 4 load unchanged
  (50.0% of random playthroughs, if played to the end).
  These part:
    2 saves (50.0%) at first.leave: it leads to lost, not to last,
      since first.leave.goto was changed; as after first.leave

Saves were judged by walking every list of choices in both versions side by side.
"""
    )


def test_as_json():
    code, text = author(FORK, CHANGED.replace('label = "Wait."', 'label = "Wait."\nvisible_if = "not guns"'),
                        "--format", "json")  # fmt: skip
    found = json.loads(text)
    assert code == 0
    assert {e["where"] for e in found["edits"]} == {
        "first.leave.goto", "road.text", "last.fire.label", "last.wait.visible_if",
    }  # fmt: skip
    assert found["campaigns"]["c"]["endings"] == [
        {"id": "won", "old": 0.25, "new": 0.5},
        {"id": "lost", "old": 0.75, "new": 0.5},
    ]
    saves = found["campaigns"]["c"]["saves"]
    assert (saves["total"], saves["unchanged"]) == ("6", "3")
    assert [(fate["order"], fate["edit"]) for fate in saves["parted"]] == [
        ("first.leave", "first.leave.goto"),
        ("last.wait", "last.wait.visible_if"),
    ]


def test_two_that_are_the_same():
    code, text = author(FORK, FORK)
    assert code == 0
    assert "Nothing changed for players.\n\nc\n  6 saves: all load unchanged.\n" in text


def test_a_campaign_that_is_gone():
    _, text = author(FORK.replace('id = "c"', 'id = "d"').replace('["c"]', '["d"]'), FORK)
    assert "  campaign.d: removed (begins at first)\n" in text
    assert "  campaign.c: added (begins at first)\n" in text
    assert "saves:" not in text


def test_a_version_with_errors_is_named():
    code, text = author(FORK, FORK.replace('goto = "road"', 'goto = "rod"'))
    assert code == 1
    assert "rod" in text


def test_a_story_too_large(monkeypatch):
    monkeypatch.setattr(diff, "MAX_STATES", 0)
    code, text = author(FORK, CHANGED)
    assert code == 3
    assert "too many states to be walked" in text
