"""Both shipped campaigns from the title to the closing report, by keys and by mouse."""

from __future__ import annotations

import pytest

from game.tui.screens.reading import Reading
from tests.tui.driving import foot, front, place_of, playing, press, rows, shipped, text

LONG = 400
"""More steps than any campaign needs."""


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("number, campaign", [("1", "meretskov"), ("2", "shimizu")])
async def test_by_keys_alone(size, number, campaign) -> None:
    async with playing(shipped(), size, keys=["enter", "enter", number]) as (app, pilot):
        seen = set()
        for _ in range(LONG):
            if front(app) == "report":
                break
            assert app.course.play.program.campaign.id == campaign
            assert "help" in foot(app)
            seen.add(type(app.course.beat).__name__ + getattr(app.course.beat, "kind", ""))
            await press(pilot, *(["1", "1"] if "choose" in foot(app) else ["space"]))
        assert front(app) == "report"
        assert seen == {"Pagepage", "Pagedecision", "Answer", "Pageending"}
        assert "The closing report" in text(app)
        await press(pilot, "G", "space")
        assert front(app) == "title"


@pytest.mark.parametrize(
    "commander, campaign", [("Meretskov", "meretskov"), ("Shimizu", "shimizu")]
)
async def test_by_mouse_alone(commander, campaign) -> None:
    async with playing(shipped(), (100, 30)) as (app, pilot):

        async def click(words: str) -> None:
            await pilot.click(offset=place_of(app, words))
            await pilot.pause()

        await click("New game")
        await click("1  Go on")
        await click(commander)
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


async def _order(app, click) -> None:
    """The first choice by two clicks; a page with a note is skipped by two clicks as well."""
    assert isinstance(app.screen, Reading)
    label = app.screen.choices.rows[0].label
    await click(label[:20])
    await click(label[:20])
