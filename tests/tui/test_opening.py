"""The title stands before the story has been read."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest

from game.model import Story, StoryError
from game.saves import Store
from game.tui import TenDays
from game.tui.opening import Opening
from game.view import ENGLISH
from tests.tui.driving import front, press, small, text

PATIENCE = 30.0
"""Seconds that a reading waits for its test, should that have failed."""


def opened(read: Any, **more: Any) -> TenDays:
    app = TenDays(Opening("The ford", saves=False, kept=False, read=read, **more), None, ENGLISH)
    app.animation_level = "none"
    return app


async def until_it_ends(app: TenDays) -> None:
    async with app.run_test() as pilot:
        while app.fault is None:
            await pilot.pause(0.01)


async def test_the_first_picture_is_whole(monkeypatch) -> None:
    drawn: list[str] = []
    heard: list[tuple[bool, bool]] = []

    def display(app: TenDays, _: object, picture: object) -> None:
        if picture is not None and not app._batch_count:
            drawn.append(text(app))

    def on_ready(app: TenDays) -> None:
        blank = not drawn
        before(app)
        heard.append((blank, bool(drawn)))

    before = TenDays.on_ready
    monkeypatch.setattr(TenDays, "_display", display)
    monkeypatch.setattr(TenDays, "on_ready", on_ready)
    app = opened(lambda _: (small(), None))
    async with app.run_test() as pilot:
        await pilot.pause()
    assert heard == [(True, True)]  # at once, not at the screen's next beat
    assert all(words in drawn[0] for words in ("New game", "How we know", "Quit", "? help"))


async def test_what_is_asked_of_a_story_still_unread_is_done_when_it_is_there() -> None:
    may_go_on = Event()

    def read(_: str) -> tuple[Story, Store | None]:
        may_go_on.wait(PATIENCE)
        return small(), None

    app = opened(read)
    async with app.run_test() as pilot:
        await press(pilot, "1")
        assert (front(app), app.is_ready) == ("title", False)
        assert "The story is being read" in text(app)
        may_go_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert (front(app), app.is_ready) == ("note", True)


async def test_a_story_that_cannot_be_read_ends_the_game_with_its_own_words() -> None:
    def read(_: str) -> tuple[Story, Store | None]:
        raise StoryError("story.toml:1:1: error E101: There is no story folder.")

    app = opened(read)
    with pytest.raises(StoryError):
        await until_it_ends(app)
    assert str(app.fault) == "story.toml:1:1: error E101: There is no story folder."
    assert app.return_code == 1


async def test_what_is_wrong_with_the_story_is_told_at_the_title() -> None:
    app = opened(lambda _: (small(), None), check=lambda: "The story has 2 faults.")
    async with app.run_test(notifications=True) as pilot:
        while not app.is_ready:
            await pilot.pause(0.01)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "The story has 2 faults." in text(app)
