"""Several playthroughs in one table."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from game.engine import Playthrough
from game.saves import Store
from tests.tui.driving import click, foot, front, playing, press, rows, small, text

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Three games by themselves, and one of them under a name as well."""
    now = iter(NOON + timedelta(minutes=n) for n in range(100))
    store = Store(tmp_path, now=lambda: next(now))
    for campaign, orders in (("one", "cross knock"), ("one", "wait"), ("two", "wait leave")):
        play = Playthrough.replay(small(), campaign, orders.split())
        store.begin()
        store.autosave(play)
    store.save(Playthrough.replay(small(), "one", ["wait"]), "Slow")
    return store


async def test_each_playthrough_has_a_row_with_its_end_its_day_and_its_code(store: Store) -> None:
    async with playing(small(), (80, 40), store) as (app, pilot):
        await press(pilot, "p")
        assert front(app) == "plays"
        shown = text(app)
        assert "A The gate 2026-11-22 12:06 \u258c Ann Ash, 1 order \u258c 12 August 1945" in shown
        assert "\u00b7 Slow \u00b7 code " in shown
        assert "B Evening 2026-11-22 12:01 Ann Ash, ended after 2 orders 13 August 1945" in shown
        assert "C Evening 2026-11-22 12:05 Bo Birch, ended after 2 orders 13 August 1945" in shown


async def test_figures_stand_in_columns_and_parted_orders_by_decision(store: Store) -> None:
    async with playing(small(), (80, 50), store, keys=["p"]) as (app, _):
        lines = [" ".join(row.split()) for row in rows(app)]
        at = lines.index("Figures")
        assert lines[at + 4 : at + 6] == ["A B", "Men lost 1 7"]
        at = lines.index("Where they parted")
        assert lines[at + 3 : at + 6] == ["The ford", "1945, B Cross now.", "A Wait for light."]
        assert "The gate" not in lines[at:]


async def test_the_marked_row_says_which_campaign_is_compared(store: Store) -> None:
    async with playing(small(), (80, 50), store, keys=["p", "end"]) as (app, _):
        lines = [" ".join(row.split()) for row in rows(app)]
        assert "Men lost 1" in lines
        assert lines[lines.index("The ford") + 1 :][:2] == ["1945 Cross now.", "C Wait for light."]


async def test_enter_loads_and_what_follows_is_kept_with_it(store: Store, tmp_path: Path) -> None:
    async with playing(small(), (80, 40), store, keys=["p", "down"]) as (app, pilot):
        assert "Enter load" in foot(app)
        await press(pilot, "up", "enter")
        assert (front(app), app.course.beat.id) == ("reading", "gate")
        await press(pilot, "1", "1")
        assert len([*tmp_path.glob("autosave-one-*.json")]) == 3
        assert [row.orders for row in app.rows()][:2] == [2, 1]


async def test_a_click_marks_and_loads(store: Store) -> None:
    async with playing(small(), (80, 40), store, keys=["p"]) as (app, pilot):
        await click(app, pilot, "Bo Birch, ended")
        assert front(app) == "reading"
        assert app.course.play.program.campaign.id == "two"


async def test_nothing_played_is_said(tmp_path: Path) -> None:
    async with playing(small(), store=Store(tmp_path)) as (app, pilot):
        await press(pilot, "p")
        assert front(app) in ("title", "plays")
        app.open_plays()
        await pilot.pause()
        assert "Nothing has been played yet." in text(app)
        assert "Figures" not in text(app)


async def test_broken_and_foreign_saves_are_left_out(store: Store, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{")
    async with playing(small(), (80, 40), store, keys=["p"]) as (app, _):
        assert len(app.screen.menu.rows) == 3
    assert (tmp_path / "broken.json").exists()
