"""A save played again in a story that has been edited since."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from game.model import Story
from game.saves import Loaded, SaveError, replayed, save_of
from tests.ford import edited, ford, played

NOON = datetime(1945, 8, 9, 12, 0, tzinfo=UTC)


def loaded(story: Story, *choices: str) -> Loaded:
    """A save of these choices in the story as it was, loaded in the story as it is."""
    return replayed(save_of(played(*choices), "x", "en", NOON), story)


def parted(story: Story, *choices: str) -> str:
    told = loaded(story, *choices).parted
    assert told is not None
    return told


def test_in_the_same_story_nothing_is_said() -> None:
    again = loaded(ford(), "row", "bury")
    assert (again.play, again.parted, again.label) == (played("row", "bury"), None, "x")


def test_a_mended_comma_is_not_a_changed_story() -> None:
    mended = ford("The far bank is quiet.", "The far bank, at last, is quiet.")
    assert loaded(mended, "row", "bury").parted is None


def test_a_changed_goto_is_announced_and_play_goes_on_from_there() -> None:
    edited = ford('goto = "far-bank"\neffects', 'goto = "drift"\neffects')
    again = loaded(edited, "row", "bury")
    assert again.parted == (
        "The story has changed since this save was made: after order 1 of 2 it goes another way, "
        "and you go on from \u201cLost\u201d."
    )
    assert again.play.choices == ("crossing.row",)
    assert again.play.position.node == "drift"


def test_a_choice_that_is_gone() -> None:
    gone = ford('id = "go-on"', 'id = "march-on"')
    assert "after order 1 of 2" in parted(gone, "row", "go-on")
    assert loaded(gone, "row", "bury").parted is None


def test_a_choice_that_is_greyed_now() -> None:
    shut = 'label = "Go on."\nenabled_if = "water == 0"\ndisabled_reason = "No."'
    edited = ford('label = "Go on."', shut)
    assert "after order 1 of 2" in parted(edited, "row", "go-on")


def test_another_first_decision() -> None:
    edited = ford('goto = "crossing"', 'goto = "far-bank"')
    again = loaded(edited, "row")
    assert again.parted is not None
    assert "from its first page on it goes another way" in again.parted
    assert again.play.choices == ()


def test_a_renamed_node_loads_in_silence() -> None:
    renamed = edited(
        {"drift": "astray", 'title = "Lost"': 'title = "Lost"\nrenamed_from = ["drift"]'}
    )
    again = loaded(renamed, "march", "wait")
    assert again.parted is None
    assert again.play.choices == ("crossing.march", "astray.wait")


def test_a_renamed_choice_loads_in_silence() -> None:
    renamed = ford('id = "march"', 'id = "walk"\nrenamed_from = ["march"]')
    again = loaded(renamed, "march", "wait")
    assert again.parted is None
    assert again.play.choices == ("crossing.walk", "drift.wait")


def test_a_renamed_ending_loads_in_silence() -> None:
    renamed = edited(
        {
            '"over"': '"across"',
            "ending.over": "ending.across",
            'kind = "army"': 'kind = "army"\nrenamed_from = ["over"]',
        }
    )
    assert loaded(renamed, "row", "bury").parted is None


def test_another_story_is_refused() -> None:
    with pytest.raises(SaveError, match=r"^The save belongs to another story, 'ford'\.$"):
        loaded(ford('id = "ford"', 'id = "bridge"'), "row")


def test_a_campaign_that_is_gone_is_refused() -> None:
    with pytest.raises(SaveError, match=r"^The save's campaign, 'north', is no part of this"):
        loaded(edited({'"north"': '"south"'}), "row")
