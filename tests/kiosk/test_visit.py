"""A visit on the screen, from the attract loop to the ending and back."""

from __future__ import annotations

import pytest

from tests.kiosk.playing import at_the_kiosk, text

SHORT = (
    *("commander:shimizu-short", "on", "order:keep", "on", "order:share", "on"),
    *("read-on", "order:guns", "on", "order:withdraw", "on"),
)


async def test_a_visit_by_single_taps() -> None:
    async with at_the_kiosk() as at:
        assert at.shown == "attract"
        await at.tap_at(40, 12)
        assert at.shown == "first"
        await at.take(*SHORT)
        assert at.shown == "ending"
        await at.take("beside", "finish")
        assert at.shown == "attract"


async def test_the_first_page_of_the_story_is_two_inputs_away() -> None:
    async with at_the_kiosk() as at:
        await at.press("x", "2")
        assert "Shimizu" in text(at.app)
        assert at.shown == "page"


async def test_a_visit_by_arrows_and_enter() -> None:
    async with at_the_kiosk() as at:
        await at.press("space", "right", "right", "enter", "enter")
        assert at.shown == "decision"
        await at.press("down", "down", "enter")
        assert at.desk.visit.reading.play.choices == ("ss-exercise.send",)


@pytest.mark.parametrize("size", [(80, 24), (86, 24), (103, 29), (130, 37)])
async def test_nothing_of_the_short_way_needs_a_second_part(size: tuple[int, int]) -> None:
    async with at_the_kiosk(size=size) as at:
        await at.press("x")
        for id in (*SHORT, "beside"):
            await at.tap(id)
            assert at.app.picture.leaves == 1, id
