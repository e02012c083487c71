"""Whoever leaves a short campaign for the title is told, once, what came of it in 1945."""

from __future__ import annotations

from tests.helpers import story_from
from tests.tui.driving import front, playing, press, text
from tests.view.test_leaving import STORY


async def test_it_is_told_above_the_title_once() -> None:
    async with playing(story_from(STORY), campaign="all") as (app, pilot):
        assert front(app) == "reading"
        await press(pilot, "escape")
        assert front(app) == "entry"
        assert "In 1945 they crossed, and forty drowned." in text(app)
        await press(pilot, "escape")
        assert front(app) == "title"
        await press(pilot, "enter", "escape")
        assert front(app) == "title"


async def test_a_full_campaign_is_left_without_a_word() -> None:
    full = story_from(STORY.replace('length = "short"', 'length = "full"'))
    async with playing(full, campaign="all", keys=["escape"]) as (app, _):
        assert front(app) == "title"
