"""The shipped campaigns from the title to the closing report, by keys and by mouse."""

from __future__ import annotations

from typing import Awaitable, Callable

import pytest

from game.tui import TenDays
from game.tui.screens.reading import Reading
from tests.tui.driving import foot, front, place_of, playing, press, rows, shipped, text

LONG = 900
"""More steps than any campaign needs."""

CAMPAIGNS = tuple(enumerate(shipped().campaigns, 1))
SHORT = [pair for pair in CAMPAIGNS if shipped().campaigns[pair[1]].length == "short"]
FULL = [pair for pair in CAMPAIGNS if pair not in SHORT]
SLOW = [pytest.param(*pair, marks=pytest.mark.slow) for pair in FULL]
LONGER = [pytest.param(*pair, marks=pytest.mark.long) for pair in FULL]
"""Whole campaigns: one way of playing each is in the usual run, the others when asked for."""
WIDE = pytest.param((200, 50), marks=pytest.mark.long)


@pytest.mark.parametrize("size", [(60, 20), WIDE], ids=["60x20", "200x50"])
@pytest.mark.parametrize("number, campaign", [*SHORT, *SLOW])
async def test_by_keys_alone(size, number, campaign) -> None:
    async with playing(shipped(), size, keys=["enter", "enter", str(number)]) as (app, pilot):
        seen = set()
        for _ in range(LONG):
            if front(app) == "report":
                break
            assert app.course.play.program.campaign.id == campaign
            assert "help" in foot(app)
            seen.add(type(app.course.beat).__name__ + getattr(app.course.beat, "kind", ""))
            await press(pilot, *(["1", "1"] if "choose" in foot(app) else ["space"]))
        assert front(app) == "report"
        assert seen >= {"Pagedecision", "Answer", "Pageending"}
        assert "The closing report" in text(app)
        await press(pilot, "G", "space")
        assert front(app) == "title"


@pytest.mark.parametrize("number, campaign", [*SHORT, *LONGER])
async def test_by_mouse_alone(number, campaign) -> None:
    async with playing(shipped(), (100, 30)) as (app, pilot):

        async def click(words: str) -> None:
            await pilot.click(offset=place_of(app, words))
            await pilot.pause()

        await click("New game")
        await click("1  Go on")
        await _commander(app, click, number)
        for _ in range(LONG):
            if front(app) == "report":
                break
            assert app.course.play.program.campaign.id == campaign
            if "more" in foot(app):
                await click("Space more")
            elif "\u25b8" in "".join(rows(app)):
                await click("\u25b8")
            else:
                await _order(app, click)
        assert front(app) == "report"


async def _commander(app: TenDays, click: Callable[[str], Awaitable[None]], number: int) -> None:
    """The foot's button marks one commander after the other; then a click on Enter."""
    for _ in range(number - 1):
        await click(f"1\u2013{len(CAMPAIGNS)} choose")
    await click("Enter go on")


async def _order(app: TenDays, click: Callable[[str], Awaitable[None]]) -> None:
    """The first choice by two clicks; a page with a note is skipped by one."""
    assert isinstance(app.screen, Reading)
    row = app.screen.choices.rows[0]
    for _ in range(1 if row.at_once else 2):
        await click(row.label[:20])
