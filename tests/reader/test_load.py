"""The short way: nodes are read when they are reached, and a fault is one sentence."""

from __future__ import annotations

import pytest

from game.engine import Playthrough
from game.reader import BrokenStory, load
from tests.helpers import folder_of
from tests.reader.stories import GOOD, broken

DAY, NIGHT, PAST, MANIFEST = (
    "north/1-day.toml",
    "north/2-night.toml",
    "history/past.toml",
    "story.toml",
)


def refusal(files) -> str:
    with pytest.raises(BrokenStory) as refused:
        load(folder_of(files))
    return str(refused.value)


def test_a_good_story_is_loaded_with_all_that_it_has():
    story = load(folder_of(GOOD))
    assert list(story.nodes) == ["bank", "reeds", "morning"]
    assert story.nodes["bank"].choices[0].results[0].ledger == (("men-lost", 40),)
    assert story.facts["boats-came"].source == "diary"
    assert story.remembered == {"bank.wait"}


def test_a_broken_node_stops_nobody_who_does_not_come_there():
    story = load(folder_of(broken((NIGHT, 'title = "The reeds"\n', ""))))
    play = Playthrough.begin(story, "north")
    assert play.position.node == "bank"
    assert play.take("wait").position.node == "far-side"


def test_a_broken_node_is_named_in_one_sentence_when_it_is_reached():
    story = load(folder_of(broken((NIGHT, 'title = "The reeds"\n', ""))))
    play = Playthrough.begin(story, "north")
    sentence = "north/2-night.toml, node.reeds: The node `reeds` lacks `title`. Run author check."
    with pytest.raises(BrokenStory, match=rf"^{sentence}$"):
        play.take("cross")


def test_a_broken_fact_stops_nobody_who_does_not_look_it_up():
    story = load(folder_of(broken((PAST, 'source = "diary"', "source = 3"))))
    assert story.sources["diary"].name == "A diary"
    with pytest.raises(BrokenStory, match=r"^history/past\.toml, fact\.boats-came: `source` "):
        story.facts["boats-came"]


@pytest.mark.parametrize(
    "files, sentence",
    [
        (
            broken((DAY, '"The bank"', '"The bank')),
            "north/1-day.toml, line 3: A quotation mark is missing at the end of this text.",
        ),
        (
            broken((DAY, '"The bank"', '"The bank'), (NIGHT, '"The reeds"', '"The reeds')),
            "north/1-day.toml, line 3: A quotation mark is missing at the end of this text. "
            "1 more: run author check.",
        ),
        (
            broken((MANIFEST, "format = 1", "format = 2")),
            "story.toml: This game reads story format 1 only.",
        ),
        ({}, "story.toml: The folder has no story.toml."),
        (
            {MANIFEST: 'format = 1\nid = "a"\nversion = "1"\ntitle = "A"\n'},
            "The story 'a' has no campaign to play.",
        ),
        (GOOD | {NIGHT: b"\xff"}, "north/2-night.toml, line 1: The file is not UTF-8 text."),
        (
            GOOD | {NIGHT: "a = " + "[" * 9000},
            "north/2-night.toml, line 1: The file nests lists or tables too deep to be read.",
        ),
        (
            broken((NIGHT, "[node.reeds]", "[node.bank]")),
            "north/2-night.toml: The id `bank` is used twice; it stands in north/1-day.toml already.",
        ),
    ],
)
def test_what_cannot_be_played_is_refused_in_one_sentence(files, sentence):
    assert refusal(files) == sentence


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(BrokenStory, match=r"^nowhere, line 1|^nowhere: There is no story folder"):
        load(tmp_path / "nowhere")
