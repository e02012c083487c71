"""What was read in an earlier game is told in one line, and can be passed over."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.engine import Playthrough
from game.plain.output import Output
from game.plain.player import play_plain
from game.saves import Store
from game.view import Course
from tests.ford import ford

NOON = datetime(1945, 8, 9, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "saves", now=lambda: NOON)


def heard(typed: str, store: Store | None, course: Course | None = None) -> str:
    out = io.StringIO()
    begun = Course.begin(Playthrough.begin(ford(), "north"))
    play_plain(course or begun, store, io.StringIO(typed), Output(out))
    return out.getvalue()


def test_a_page_read_in_an_earlier_game_says_so(store: Store) -> None:
    assert "before" not in heard("\n1\n\n\n1\n", store)
    again = heard("\n1\n", store)
    assert "\nRead before.\nThe camp\n" in again
    assert "2. March round by high water.\n" in again
    assert "\nOrdered before: 1.\n\nYour order" in again
    assert "\nRead before.\nYour order: Row over." in again


def test_going_back_in_the_same_game_is_no_reading_before(store: Store) -> None:
    assert "Read before" not in heard("\n1\nundo\nread\nback\n", store)


def test_the_page_that_was_left_is_not_said_to_be_read_before(store: Store) -> None:
    heard("\n1\n\n", store)
    left = Course.resume(Playthrough.replay(ford(), "north", ["row"]))
    assert "Read before" not in heard("read\nback\n", store, left)
    assert "Read before" in heard("\n1\n\n", store)


def test_next_passes_over_what_was_read(store: Store) -> None:
    heard("\n1\n\n\n1\n", store)
    again = heard("next\n1\nnext\n\n", store)
    assert "help: next\n\nRead before.\nThe crossing\n" in again
    assert "help: next\n\nThe far bank\n" in again  # held: its note is told first, as ever
    assert "skip it, or help: \n\nRead before.\nThe far bank\n" in again


def test_next_at_a_decision_has_nothing_to_pass_over(store: Store) -> None:
    said = heard("\nnext\n", store)
    assert said.count("There is nothing to pass over here.") == 1


def test_a_broken_note_of_what_was_read_is_told_first(store: Store) -> None:
    store.folder.mkdir()
    (store.folder / "ford.memory").write_text("{")
    assert heard("", store).startswith("The note of what has been read is broken. It was kept as")


def test_a_game_that_keeps_nothing_writes_nothing(tmp_path: Path) -> None:
    heard("\n1\n", None)
    assert list(tmp_path.iterdir()) == []
