"""Before the first page, in lines."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.plain.output import Output
from game.plain.welcome import choose
from game.saves import Store
from game.view import ENGLISH, Course
from tests.ford import ford, played

WELCOME = """\
The ford

Men drown in this story.

Whom do you command as?
1. Ivan Orlov. Major. The north bank. You hold the north bank.
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path, now=lambda: datetime(1945, 8, 9, 12, 0, tzinfo=UTC))


def asked(typed: str, store: Store) -> tuple[Course | None, str]:
    out = io.StringIO()
    course = choose(ford(), store, ENGLISH, io.StringIO(typed).readline, Output(out))
    return course, out.getvalue()


def test_a_number_begins_a_campaign(store: Store) -> None:
    course, said = asked("1\n", store)
    assert said == f"{WELCOME}A number, or quit: "
    assert course is not None
    assert (course.play.choices, course.index) == ((), 0)


@pytest.mark.parametrize("typed", ["", "quit\n", " Q \n", "exit\n"])
def test_one_may_leave(store: Store, typed: str) -> None:
    course, said = asked(typed, store)
    assert course is None
    assert said == f"{WELCOME}A number, or quit: \n"


@pytest.mark.parametrize("typed", ["0", "2", "", "x", "\u00b2", "-1", "9" * 5000])
def test_anything_else_is_asked_again(store: Store, typed: str) -> None:
    course, said = asked(f"{typed}\n1\n", store)
    assert said.endswith("quit: Type one of the numbers.\nA number, or quit: ")
    assert course is not None


GO_ON = "2. Go on where you stopped. Kept by itself at “The far bank”, Ivan Orlov, after 1 order, 1945-08-09 12:00.\n"


def test_an_unfinished_game_can_be_gone_on_with(store: Store) -> None:
    store.autosave(played("row"))
    course, said = asked("2\n", store)
    assert said == f"{WELCOME}{GO_ON}A number, or quit: "
    assert course is not None
    assert (course.play, course.page.id, course.beat) == (played("row"), "far-bank", course.page)


def test_a_finished_game_or_one_without_orders_is_not_offered(store: Store) -> None:
    store.autosave(played("row", "bury"))
    store.save(played("row"), "mine")
    assert asked("", store)[1] == f"{WELCOME}A number, or quit: \n"
    store.autosave(played())
    assert asked("", store)[1] == f"{WELCOME}A number, or quit: \n"


def test_what_has_been_broken_since_is_told_and_asked_again(store: Store) -> None:
    store.autosave(played("row"))
    (path,) = store.folder.iterdir()
    whole = path.read_text()

    typed, out = io.StringIO("2\n1\n"), io.StringIO()

    def spoiling() -> str:
        path.write_text(whole[:50])
        return typed.readline()

    course = choose(ford(), store, ENGLISH, spoiling, Output(out))
    assert course is not None
    assert course.play.choices == ()
    assert "quit: The save is broken: it ends early or is no save at all. It was kept as" in (
        out.getvalue()
    )
