"""What has been read, on disk: whole, broken, merged, and after the story has changed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from game.author.words import words_of
from game.engine import Playthrough
from game.folders import story_folder
from game.reader import load
from game.saves import Memory, Store
from game.saves.memory import read_parts, written
from game.view import Course, parts_of, past_what_was_read, resumed
from tests.ford import ford, played
from tests.helpers import story_from
from tests.tui.driving import SMALL


def read_through(memory: Memory, play: Playthrough) -> None:
    """Read every beat of a playthrough."""
    for order in range(len(play.legs)):
        course = Course.begin(play.undo(len(play.legs) - 1 - order))
        for _ in course.beats:
            memory.add(parts_of(course))
            course = course.forward()


def test_a_page_has_its_passages_and_an_answer_its_order(tmp_path: Path) -> None:
    course = Course.begin(played())
    assert sorted(parts_of(course)) == ["camp", "camp.text.1", "camp.text.3.1"]
    answer = Course.begin(played("row"))
    assert sorted(parts_of(answer)) == [
        "crossing.record",
        "crossing.row.ordered",
        "crossing.row.outcome.1",
        "crossing.row.outcome.2",
    ]


def test_what_was_read_is_found_again(tmp_path: Path) -> None:
    memory = Memory(ford(), tmp_path)
    read_through(memory, played("row"))
    assert memory.keep() is None
    again = Memory(ford(), tmp_path)
    assert set(again) == set(memory)
    assert "crossing.row.ordered" in again
    assert "crossing.march.ordered" not in again
    assert (
        (tmp_path / "ford.memory")
        .read_text("utf-8")
        .startswith(
            '{\n  "format": 1,\n  "story": "ford",\n  "read": {\n    "camp": ["", "text.1", "text.3.1"],'
        )
    )


def test_nothing_is_written_where_nothing_is_new(tmp_path: Path) -> None:
    assert Memory(ford(), tmp_path).keep() is None
    assert list(tmp_path.iterdir()) == []
    read_through(memory := Memory(ford(), tmp_path), played("row"))
    memory.keep()
    (tmp_path / "ford.memory").unlink()
    read_through(memory, played("row"))
    assert memory.keep() is None
    assert list(tmp_path.iterdir()) == []


def test_two_games_at_once_add_up(tmp_path: Path) -> None:
    one, two = Memory(ford(), tmp_path), Memory(ford(), tmp_path)
    read_through(one, played("row"))
    read_through(two, played("march"))
    one.keep(), two.keep()
    both = Memory(ford(), tmp_path)
    assert {"crossing.row.ordered", "crossing.march.ordered"} <= set(both)


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"format": 1}', '{"format": "1"}',
                                  '{"format": 1, "read": [3]}', '{"format": 1, "read": {"a": 3}}',
                                  "[" * 100_000, "\x00", '{"format": 1, "read": null}'])  # fmt: skip
def test_a_broken_file_is_set_aside_and_the_one_before_is_taken(tmp_path: Path, text: str) -> None:
    memory = Memory(ford(), tmp_path)
    read_through(memory, played("row"))
    memory.keep()
    read_through(memory, played("march"))
    memory.keep()
    (tmp_path / "ford.memory").write_text(text)
    again = Memory(ford(), tmp_path)
    assert again.problem == (
        "The note of what has been read is broken. It was kept as ford.memory.broken-1."
    )
    assert (tmp_path / "ford.memory.broken-1").read_text() == text
    assert "crossing.row.ordered" in again
    again.add(["crossing.march.ordered"])
    assert again.keep() is None
    assert Memory(ford(), tmp_path).problem is None


def test_bytes_that_are_no_text_and_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "ford.memory").write_bytes(b"\xff\xfe")
    assert "broken-1" in (Memory(ford(), tmp_path).problem or "")
    (tmp_path / "ford.memory").mkdir()
    assert "broken-2" in (Memory(ford(), tmp_path).problem or "")


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    newer = '{"format": 2, "read": {}}'
    (tmp_path / "ford.memory").write_text(newer)
    memory = Memory(ford(), tmp_path)
    assert memory.problem == (
        "The note of what has been read was made by a newer version of this game."
    )
    read_through(memory, played("row"))
    memory.keep()
    assert (tmp_path / "ford.memory").read_text() == newer


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("mine")
    memory = Memory(ford(), tmp_path / "saves" / "deeper")
    read_through(memory, played("row"))
    assert memory.keep() in (
        None,
        "What has been read could not be noted: the folder's name belongs to a file.",
    )
    assert "crossing.row.ordered" in memory


def test_a_changed_story_keeps_what_still_exists(tmp_path: Path) -> None:
    memory = Memory(story_from(SMALL), tmp_path)
    read_through(memory, Playthrough.replay(story_from(SMALL), "one", ["cross", "knock"]))
    memory.keep()
    changed = SMALL.replace("[node.gate]", '[node.door]\nrenamed_from = ["gate"]')
    changed = changed.replace("[[node.gate.choice]]", "[[node.door.choice]]")
    changed = changed.replace('goto = "gate"', 'goto = "door"')
    changed = changed.replace('id = "cross"', 'id = "wade"\nrenamed_from = ["cross"]')
    changed = changed.replace("[node.hush]", "[node.still]").replace('"hush"', '"still"')
    after = Memory(story_from(changed), tmp_path)
    assert {"door", "door.knock.ordered", "ford.wade.ordered", "ford.wade.outcome"} <= set(after)
    after.add(["still"])
    after.keep()
    kept = set(read_parts((tmp_path / "small.memory").read_text("utf-8")))
    assert "still" in kept
    assert not {"hush", "hush.text", "gate", "ford.cross.ordered"} & kept


def test_the_file_is_no_larger_than_the_story(tmp_path: Path) -> None:
    many = [f"node-{n}.text" for n in range(30_000)]
    (tmp_path / "ford.memory").write_text(written("ford", many))
    memory = Memory(ford(), tmp_path)
    memory.add(["camp"])
    memory.keep()
    assert json.loads((tmp_path / "ford.memory").read_text())["read"] == {"camp": [""]}


def test_it_is_not_taken_for_a_save(tmp_path: Path) -> None:
    read_through(memory := Memory(ford(), tmp_path), played("row"))
    memory.keep()
    memory.add(["night"])
    memory.keep()
    assert Store(tmp_path).list(ford()) == ()
    assert sorted(os.listdir(tmp_path)) == ["ford.memory", "ford.memory.previous"]


def test_going_ahead_stops_at_the_first_new_beat() -> None:
    memory = Memory(ford())
    read_through(memory, played("row", "bury"))
    course = Course.begin(played("row", "bury"))
    assert past_what_was_read(course, memory).at_end
    memory = Memory(ford())
    read_through(memory, played("row"))
    assert past_what_was_read(course, memory).index == 1
    assert past_what_was_read(Course.begin(played()), memory).beat.id == "crossing"


def test_one_goes_on_where_one_stopped_reading() -> None:
    play = played("row", "bury")
    whole = Course.begin(play)
    memory = Memory(ford())
    read_through(memory, played("row"))
    assert resumed(play, memory).index == 0, "killed before the answer was read"
    for course in (whole, whole.forward(), whole.forward().forward()):
        memory.add(parts_of(course))
        assert resumed(play, memory).index == course.index


def test_what_one_left_on_was_not_read_before() -> None:
    read_through(memory := Memory(ford()), played("row", "bury"))
    course = resumed(played("row", "bury"), memory)
    memory.go_on(course)
    assert course.index == 2
    assert not any(memory.had_before(parts_of(c)) for c in (course, course.back()))
    assert memory.had_before(parts_of(Course.begin(played())))
    assert parts_of(course) <= set(memory)


def test_before_the_first_order_one_goes_on_at_the_page_that_was_read() -> None:
    camp = Course.begin(played())
    assert resumed(camp.play, parts_of(camp)).index == 0


def test_a_playthrough_of_somebody_else_stands_at_its_decision() -> None:
    assert resumed(played("row"), frozenset()) == Course.resume(played("row"))


@pytest.mark.parametrize("story", [ford(), load(story_folder())], ids=["ford", "shipped"])
def test_words_are_those_that_author_words_counts(story) -> None:
    memory = Memory(story)
    counted = {id: found["words"] for id, found in words_of(story)["campaigns"].items()}
    assert {id: memory.share(id).whole for id in story.campaigns} == counted


def test_the_share_of_everything_read_is_a_hundred() -> None:
    memory = Memory(story_from(SMALL))
    assert memory.share().percent == 0
    memory.add(["first"])
    assert memory.share().percent == 1
    for orders in (["cross", "knock"], ["wait", "leave"]):
        read_through(memory, Playthrough.replay(story_from(SMALL), "one", orders))
    story = story_from(SMALL)
    unseen = set(memory._words) - set(memory)
    assert unseen == {"ford.swim.ordered", "ford.swim.outcome"}
    memory.add(unseen)
    assert memory.share("two").percent == 100
    assert story.campaigns.keys() == {"one", "two"}
