"""Text is selected with the mouse as it stands, and what orders or opens something selects none."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from game.tui import PlainRequest, TenDays
from tests.tui.driving import click, front, place_of, playing, press, small, text
from tests.tui.test_hostile import _click

Driver = Pilot[PlainRequest | None]
TO_FORD = ("enter", "enter")
TO_ANSWER = (*TO_FORD, "1", "1")


async def drag(app: TenDays, pilot: Driver, start: str, end: str) -> str:
    """From the first letter of some words to the first of others; gives what is selected."""
    (x, y), (right, bottom) = place_of(app, start), place_of(app, end)
    await pilot.mouse_down(offset=(x, y))
    await pilot.hover(offset=(right, bottom))
    await pilot.mouse_up(offset=(right, bottom))
    await pilot.pause()
    return app.screen.get_selected_text() or ""


async def twice(app: TenDays, pilot: Driver, words: str) -> None:
    """Two quick clicks."""
    at = place_of(app, words)
    for _ in range(2):
        _click(app, *at)
        await pilot.pause()
    await pilot.pause()


async def test_words_are_selected_as_they_stand() -> None:
    async with playing(small(), campaign="one", keys=TO_ANSWER) as (app, pilot):
        assert await drag(app, pilot, "They cross", "cross.") == "They c"


async def test_lines_of_several_parts_are_selected_together() -> None:
    async with playing(small(), (80, 40), campaign="one", keys=TO_ANSWER) as (app, pilot):
        selected = await drag(app, pilot, "They cross.", "Added to")
        assert [line.strip() for line in selected.split("\n")] == ["They cross.", "", "A"]


async def test_a_resized_text_is_selected_as_it_stands_now() -> None:
    async with playing(small(), (80, 40), campaign="one", keys=TO_ANSWER) as (app, pilot):
        await drag(app, pilot, "They cross.", "Added to")
        await pilot.resize_terminal(150, 40)
        await pilot.pause()
        assert await drag(app, pilot, "They crossed", "in 1945") == "They crossed i"


async def test_two_clicks_on_text_select_it_once() -> None:
    async with playing(small(), campaign="one", keys=TO_FORD) as (app, pilot):
        await twice(app, pilot, "The water is high")
        selected = app.screen.get_selected_text() or ""
        assert selected.count("The water is high.") == 1
        assert "Mist on" not in selected


async def test_two_clicks_that_give_an_order_select_nothing() -> None:
    async with playing(small(), campaign="one", keys=TO_FORD) as (app, pilot):
        await twice(app, pilot, "Cross now")
        assert "They cross." in text(app)
        assert app.screen.get_selected_text() is None


@pytest.mark.parametrize("there_and_back", [["enter"], ["enter", "1", "1", "enter"]])
async def test_on_another_page_nothing_is_selected(there_and_back) -> None:
    async with playing(small(), campaign="one", keys=["enter"]) as (app, pilot):
        assert await drag(app, pilot, "Mist on", "Bo.") == "Mist on the mill and on B"
        await press(pilot, *there_and_back)
        assert "Mist on" not in text(app)
        assert app.screen.get_selected_text() is None


async def test_in_another_entry_nothing_is_selected() -> None:
    async with playing(small(), campaign="one", keys=["enter"]) as (app, pilot):
        app.open_entry("codex", "ann")
        await pilot.pause()
        assert await drag(app, pilot, "Ann commands", "near") == "Ann commands n"
        await click(app, pilot, "mill.")
        assert front(app) == "entry"
        assert "It grinds." in text(app)
        assert app.screen.get_selected_text() is None
