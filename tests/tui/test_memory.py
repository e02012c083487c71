"""What has been read before is marked, passed over on request, and counted."""

from __future__ import annotations

from pathlib import Path

from game.saves import Store
from tests.tui.driving import foot, front, playing, press, read_on, rows, small, text


async def _through(app, pilot) -> None:
    """Read on to the next order or the end."""
    while app.course.index < len(app.course.beats) - 1:
        if app.screen.gated:
            await press(pilot, "2")
        await read_on(app, pilot)


async def _played(store: Store, *orders: str) -> None:
    async with playing(small(), (100, 40), store, "one", ["enter"]) as (app, pilot):
        for order in orders:
            await _through(app, pilot)
            await press(pilot, order, order)
        await _through(app, pilot)


async def test_nothing_is_marked_at_the_first_reading(tmp_path: Path) -> None:
    async with playing(small(), (80, 24), Store(tmp_path), "one", ["enter"]) as (app, pilot):
        assert "read before" not in text(app)
        assert "to what is new" not in foot(app)
        await read_on(app, pilot)
        assert "before" not in text(app)


async def test_pages_and_orders_of_another_playthrough_are_marked(tmp_path: Path) -> None:
    await _played(Store(tmp_path), "1", "1")
    async with playing(small(), (80, 24), Store(tmp_path), "one", ["enter"]) as (app, pilot):
        assert "Morning" in rows(app)[3]
        assert rows(app)[3].rstrip().endswith("read before")
        await press(pilot, "d")
        assert app.course.beat.id == "ford"
        assert text(app).count("ordered before") == 1
        ordered = next(row for row in rows(app) if "Cross now." in row)
        assert ordered.rstrip().endswith("ordered before")


async def test_the_page_that_was_left_is_not_marked_when_one_goes_on(tmp_path: Path) -> None:
    async with playing(small(), (80, 24), Store(tmp_path), "one", ["enter"]) as (app, pilot):
        await _through(app, pilot)
        await press(pilot, "1", "1")
        await _through(app, pilot)
        left = app.course.beat
    async with playing(small(), (80, 24), Store(tmp_path), keys=["1"]) as (app, pilot):
        assert app.course.beat == left
        assert "read before" not in text(app)


async def test_going_ahead_stops_at_what_is_new(tmp_path: Path) -> None:
    await _played(Store(tmp_path), "1", "1")
    async with playing(small(), (80, 24), Store(tmp_path), "one", ["enter", "d"]) as (app, pilot):
        await press(pilot, "2", "2")
        assert "They wait." in text(app)
        assert "read before" not in text(app)
        assert "d to what is new" in foot(app)
        await press(pilot, "d")
        assert app.course.beat.id == "gate"
        assert "d to what is new" not in foot(app)
        before = app.course
        await press(pilot, "d")
        assert app.course is before


async def test_a_page_that_was_passed_over_is_still_new(tmp_path: Path) -> None:
    async with playing(small(), (80, 24), Store(tmp_path), "one", ["enter", "space"]) as (app, p):
        await press(p, "1", "1")
        await read_on(app, p)
        await press(p, "x")
        assert app.course.beat.id == "gate"
    async with playing(small(), (80, 24), Store(tmp_path), "one", ["enter", "d"]) as (app, pilot):
        await press(pilot, "1", "1", "d")
        assert app.course.beat.id == "hush"
        assert "read before" not in text(app)


async def test_without_a_folder_it_is_remembered_as_long_as_the_game_runs() -> None:
    async with playing(small(), (80, 24), None, "one", ["enter"]) as (app, pilot):
        await press(pilot, "space", "escape")
        app.begin("two")
        await pilot.pause()
        assert "read before" in text(app)


async def test_the_share_is_told_on_the_title_and_in_the_report(tmp_path: Path) -> None:
    async with playing(small(), store=Store(tmp_path)) as (app, _):
        assert "Playthroughs" not in text(app)
    await _played(Store(tmp_path), "1", "1")
    async with playing(small(), store=Store(tmp_path)) as (app, pilot):
        share = app.memory.share()
        assert 0 < share.percent < 100
        assert f"Playthroughs {share.percent}% of the words read" in text(app)
        app.go_on()
        await press(pilot, "end", "enter")
        assert front(app) == "report"
        assert f"You have read {share.percent}% of this campaign's words." in text(app)


async def test_a_broken_memory_is_named_and_the_game_goes_on(tmp_path: Path) -> None:
    (tmp_path / "small.memory").write_text("{")
    async with playing(small(), (80, 24), Store(tmp_path)) as (app, _):
        assert "kept as small.memory.broken-1" in text(app).replace("\u258c ", "")
        assert front(app) == "title"
