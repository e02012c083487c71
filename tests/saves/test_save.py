"""Saves as text: written, read, cut and spoilt."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.engine import Playthrough
from game.saves import Save, SaveError, code_of, play_of, read_save, replayed, save_of
from game.saves.errors import NewerSave
from game.saves.save import Order, written
from tests.engine.stories import picks, stories, walk
from tests.ford import ford, played
from tests.helpers import story_from

NOON = datetime(1945, 8, 9, 12, 0, tzinfo=UTC)


def saved(*choices: str, label: str = "a name") -> Save:
    return save_of(played(*choices), label, "en", NOON)


def test_a_save_is_the_list_of_choices_and_what_was_expected_of_them() -> None:
    save = saved("row", "bury")
    assert save.orders == (Order("crossing", "row", "far-bank"), Order("far-bank", "bury", "over"))
    assert (save.story, save.version, save.campaign) == ("ford", "1.0.0", "north")
    assert (save.first, save.ending, save.saved) == ("crossing", True, "1945-08-09T12:00:00+00:00")


def test_a_save_is_text_that_a_person_can_read() -> None:
    text = written(saved("row"))
    assert '\n    ["crossing", "row", "far-bank"]\n' in text
    assert list(json.loads(text)) == [
        "format", "story", "version", "structure", "text", "campaign",
        "language", "label", "saved", "first", "ending", "orders",
    ]  # fmt: skip


@pytest.mark.parametrize("choices", [(), ("row",), ("march", "wait")])
def test_what_is_written_is_read(choices: tuple[str, ...]) -> None:
    save = saved(*choices, label='quotes " and \u738b')
    assert read_save(written(save)) == save


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=stories(), picks=picks)
def test_any_playthrough_of_any_story_survives(text: str, picks: list[int]) -> None:
    story = story_from(text)
    play = Playthrough.replay(story, "c", [choice for _, choice in walk(story, picks)])
    again = replayed(read_save(written(save_of(play, "x", "en", NOON))), story)
    assert (again.play, again.parted) == (play, None)
    assert play_of(code_of(play), story) == play


def refusal(text: str) -> str:
    """Why a text is no save that can be loaded; a full stop if it is one."""
    try:
        replayed(read_save(text), ford())
    except SaveError as fault:
        return str(fault)
    return "."


def is_sentence(text: str) -> bool:
    return text.endswith(".") and "\n" not in text


def test_a_save_cut_anywhere_is_refused_in_a_sentence() -> None:
    text = written(saved("row", "bury")).rstrip()
    for end in range(len(text)):
        with pytest.raises(SaveError, match=r"^The (save|file) [^\n]*\.$"):
            read_save(text[:end])


def test_a_save_with_one_character_changed_is_read_or_refused() -> None:
    text = written(saved("row", "bury"))
    for at in range(len(text)):
        for sign in ('"', "9", "x", "\\", "\x00", "\ud800"):
            assert is_sentence(refusal(text[:at] + sign + text[at + 1 :]))


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
                    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
                        st.sampled_from(["format", "orders", "story", "x"]), inner, max_size=4)))  # fmt: skip
def test_any_json_is_read_or_refused(value: object) -> None:
    assert is_sentence(refusal(json.dumps(value)))


@given(st.sampled_from(list(json.loads(written(saved("row"))))), st.data())
def test_any_part_may_be_anything(key: str, data: st.DataObject) -> None:
    spoilt = json.loads(written(saved("row")))
    anything = st.none() | st.integers(-1, 2) | st.text(max_size=3) | st.lists(st.text(max_size=2))
    spoilt[key] = data.draw(anything | st.lists(st.lists(st.text(max_size=4), max_size=4)))
    assert is_sentence(refusal(json.dumps(spoilt)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The save is broken: it ends early or is no save at all."),
        ("[" * 100_000, "The save is broken: it ends early or is no save at all."),
        ("[]", "The file is no save of this game."),
        ('{"format": true}', "The file is no save of this game."),
        ('{"format": 0}', "The file is no save of this game."),
        ('{"format": 1}', "The save is broken: parts of it are missing."),
        ('{"format": 1, "story": "\\ud800"}', "The save is broken: parts of it are missing."),
    ],
)
def test_what_is_no_save(text: str, said: str) -> None:
    with pytest.raises(SaveError) as caught:
        read_save(text)
    assert str(caught.value) == said


def test_a_newer_format_is_not_broken() -> None:
    with pytest.raises(NewerSave, match="made by a newer version of this game"):
        read_save('{"format": 2}')
