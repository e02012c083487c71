"""Windows of every size: no screen falls over, and the reading place is kept."""

from __future__ import annotations

import re

import pytest

from game.tui.screens.body import RESETTLED, Body
from tests.ford import edited
from tests.tui.driving import playing, press, rows, shipped, text

SIZES = [(1, 1), (2, 300), (4, 4), (8, 30), (300, 1), (59, 20), (60, 19), (60, 20)]
SIZES += [(79, 24), (80, 24), (119, 40), (120, 40), (169, 50), (240, 70), (300, 100), (5, 2)]

DOORS = {
    "title": (),
    "note": ("1",),
    "commander": ("1", "1"),
    "page": ("1", "1", "1"),
    "decision": ("1", "1", "1", *["G", "space"] * 3, "1"),
    "answer": ("1", "1", "1", *["G", "space"] * 3, "1", "1"),
    "map": ("1", "1", "1", "m"),
    "ledger": ("1", "1", "1", "l"),
    "codex": ("c",),
    "facts": ("1", "1", "1", "f"),
    "help": ("f1",),
    "palette": ("ctrl+p",),
    "saves": ("1", "1", "1", "s"),
}


@pytest.mark.parametrize("door", sorted(DOORS))
async def test_a_screen_lives_through_every_size(door) -> None:
    async with playing(shipped(), (80, 24), keys=DOORS[door]) as (app, pilot):
        await pilot.pause()
        before = type(app.screen)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.is_running
            assert type(app.screen) is before
            assert len(rows(app)) == size[1]


async def test_the_report_lives_through_every_size() -> None:
    from game.engine import Playthrough, historical_path, program
    from game.view import Course

    story = shipped()
    play = Playthrough.replay(story, "shimizu", historical_path(program(story, "shimizu")))
    async with playing(story, (80, 24)) as (app, pilot):
        app.read(Course.resume(play))
        app.open_report()
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.is_running
            assert len(rows(app)) == size[1]


@pytest.mark.parametrize("size", [(59, 24), (80, 19), (20, 5)])
async def test_a_small_window_says_so_and_goes_on_when_it_grows(size) -> None:
    async with playing(shipped(), (80, 24), campaign="meretskov", keys=["enter"]) as (app, pilot):
        before = rows(app)
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert "This window is too small" in text(app)
        assert "Your papers" not in text(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert rows(app) == before


async def test_the_reading_place_is_kept_when_the_window_changes() -> None:
    keys = ["enter", "space"]
    async with playing(shipped(), (80, 24), campaign="shimizu", keys=keys) as (app, pilot):
        body = app.screen.query_one(Body)
        before = body.scroll_y / body.max_scroll_y
        assert before > 0
        for size in [(60, 20), (100, 24), (80, 24)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.pause()
            now = body.scroll_y / max(1, body.max_scroll_y)
            assert abs(now - before) < 0.15, size


LONG = edited(
    {
        "The far bank is quiet.": "\\n\\n".join(
            f"Paragraph {n} of a bank that is quiet, and is told of over more than one line."
            for n in range(40)
        )
    }
)
"""The ford with a decision that is read on many screens."""


@pytest.mark.parametrize(
    "keys", [["space"], ["space", "space"], ["down"] * 30, ["end", "up", "up"]]
)
async def test_the_paragraph_at_the_top_stays_in_sight_where_nothing_moves(keys) -> None:
    async with playing(LONG, (80, 24), campaign="north", keys=["enter", "enter"]) as (app, pilot):
        assert app.animation_level == "none"
        await press(pilot, *keys)
        first = re.findall(r"Paragraph \d+", text(app))[0]
        for size in [(70, 20), (120, 40), (60, 30), (200, 24), (80, 24)]:
            await pilot.resize_terminal(*size)
            await pilot.pause(RESETTLED)
            await pilot.pause()
            assert first in text(app), size


async def test_what_is_marked_stays_marked_when_the_window_changes() -> None:
    async with playing(shipped(), (80, 24), keys=DOORS["decision"]) as (app, pilot):
        label = app.screen.choices.row.label
        for size in [(60, 20), (3, 3), (200, 50), (80, 24)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert app.screen.choices.row.label == label
        await press(pilot, "1")
        assert len(app.course.play.choices) == 1


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_no_line_of_a_page_is_cut(size) -> None:
    async with playing(shipped(), size, campaign="meretskov", keys=["enter"]) as (app, pilot):
        seen = text(app)
        for _ in range(20):
            if app.course.index:
                break
            seen += " " + text(app)
            await press(pilot, "space")
        for paragraph in app.course.beats[0].text:
            for word in paragraph.text.split():
                assert word in seen
