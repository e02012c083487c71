"""The reading ruler: where it lies, how it moves, and that it is seen without colour."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from game.tui import PlainRequest, TenDays
from game.tui.screens.base import Plate
from game.tui.themes import THEMES
from game.tui.typeset import RULED, ink, ruled
from game.tui.widgets.laid import Laid
from tests.tui.driving import playing, press, rows, shipped, small, text

TO_FORD = ["enter", "space"]


def under(app: TenDays) -> list[str]:
    """The lines under the ruler."""
    assert isinstance(app.screen, Plate)
    found = []
    for laid in app.screen.query(Laid):
        if laid.ruled is not None:
            lines = laid.lines(laid.content_size.width)
            found += [lines[y].plain.strip(f" {RULED}") for y in laid.ruled]
    return found


async def on(app: TenDays, pilot: Pilot[PlainRequest | None], mode: str) -> None:
    app.settings = replace(app.settings, ruler=mode)
    app.screen.on_screen_resume()
    await pilot.pause()


def test_a_ruled_line_is_filled_and_has_a_bar_in_its_margin() -> None:
    first, second, third = ruled([ink("  one"), ink("  two"), ink("three")], range(1, 3), 7)
    assert first.plain == "  one"
    assert second.plain == f"{RULED} two  "
    assert third.plain == "three  "


async def test_it_is_off_unless_it_is_asked_for() -> None:
    async with playing(small(), campaign="one", keys=[*TO_FORD, "down"]) as (app, _):
        assert under(app) == []


async def test_arrows_move_it_line_by_line_and_then_go_to_the_choices() -> None:
    async with playing(small(), campaign="one", keys=TO_FORD) as (app, pilot):
        await on(app, pilot, "line")
        assert under(app) == ["The ford"]
        await press(pilot, "down")
        assert under(app) == ["The water is high."]
        await press(pilot, "up")
        assert under(app) == ["The ford"]
        await press(pilot, *["down"] * 5)
        assert under(app) == ["Your order"]
        await press(pilot, "down")
        assert under(app) == []
        assert app.screen.choices.row.id == "cross"
        await press(pilot, "up", "down")
        assert under(app) == ["Your order"]


async def test_it_takes_a_paragraph_at_a_time_and_brings_it_into_sight() -> None:
    async with playing(shipped(), (80, 24), campaign="meretskov", keys=["enter"]) as (app, pilot):
        await on(app, pilot, "paragraph")
        for _ in range(8):
            await press(pilot, "down")
            lines = under(app)
            assert lines
            assert all(line in text(app) for line in [" ".join(line.split()) for line in lines])


async def test_it_goes_along_when_a_page_is_turned() -> None:
    async with playing(shipped(), (60, 20), campaign="meretskov", keys=["enter"]) as (app, pilot):
        await on(app, pilot, "line")
        await press(pilot, "space")
        assert any(line in text(app) for line in under(app))


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_it_is_seen_in_every_theme_and_without_colour(theme) -> None:
    async with playing(small(), campaign="one", keys=TO_FORD) as (app, pilot):
        app.theme = theme
        await on(app, pilot, "line")
        await press(pilot, "down")
        assert any(RULED in row and "The water is high." in row for row in rows(app))
        shown = [s for strip in app.screen._compositor.render_strips() for s in strip]
        styles = {s.text.strip(): s.style for s in shown if s.style}
        words, other = styles["The water is high."], styles["The ford"]
        assert words.reverse or words.bgcolor != other.bgcolor


async def test_the_marked_link_is_seen() -> None:
    async with playing(small(), campaign="one", keys=["enter", "tab"]) as (app, _):
        shown = [s for strip in app.screen._compositor.render_strips() for s in strip]
        assert [s.text for s in shown if s.style and s.style.reverse] == ["mill"]
