"""The command palette: closed, searched and paged at any moment."""

from __future__ import annotations

import pytest

from game.tui.palette import Palette
from tests.tui.driving import front, playing, press, small
from tests.tui.test_hostile import _click


async def test_it_may_be_closed_while_it_is_filled() -> None:
    async with playing(small(), (80, 24), campaign="one") as (app, pilot):
        for _ in range(5):
            await pilot.press("ctrl+p", "m", "a", "escape", "escape")
        await pilot.pause()
        assert app.is_running


@pytest.mark.parametrize("way", ["clicks", "keys"])
async def test_closed_twice_it_leaves_open_what_lies_under_it(way) -> None:
    async with playing(small(), campaign="one", keys=["enter", "ctrl+p"]) as (app, pilot):
        palette = app.screen
        assert isinstance(palette, Palette)
        for _ in range(2):
            if way == "clicks":
                _click(app, 79, 23)
            else:
                palette._action_escape()
        await pilot.pause()
        assert front(app) == "reading"


async def test_it_may_be_paged_before_its_rows_stand() -> None:
    async with playing(small(), (80, 24), campaign="one") as (app, pilot):
        await press(pilot, "ctrl+p")
        assert isinstance(app.screen, Palette)
        await pilot.resize_terminal(1, 1)
        for key in ("pageup", "pagedown", "down", "up", "x", "pageup"):
            await pilot.press(key)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.is_running


async def test_a_list_without_rows_does_not_move() -> None:
    async with playing(small(), (80, 24), campaign="one") as (app, pilot):
        await press(pilot, "ctrl+p")
        palette = app.screen
        assert isinstance(palette, Palette)
        await palette.query("CommandList").remove()
        palette._action_command_list("page_up")
        palette._gather_commands("m")
        await pilot.pause()
        assert app.is_running
