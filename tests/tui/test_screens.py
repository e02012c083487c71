"""Title, note, commanders, saves, ledger, codex, map, help, palette, report."""

from __future__ import annotations

import pytest

from game.saves import Store
from game.tui.commands import COMMANDS, commands_of, keys_of
from game.tui.screens.shelf import SCREENS, kind_of
from tests.tui.driving import (
    click,
    foot,
    front,
    place_of,
    playing,
    press,
    rows,
    shipped,
    small,
    text,
)

TALL = (80, 60)
TO_FORD = ("enter", "enter")
TO_END = (*TO_FORD, "1", "1", "space", "x", "1", "1", "space", "space")


async def test_a_new_game_goes_by_note_and_commander() -> None:
    async with playing(small(), keys=["1"]) as (app, pilot):
        assert front(app) == "note"
        assert "Before you begin A small war." in text(app)
        await press(pilot, "enter")
        assert front(app) == "commander"
        assert "1 Ann Ash Soviet" in text(app)
        assert "Ann's war \u258c You are Ann." in text(app)
        await press(pilot, "down", "enter")
        assert app.course.play.program.campaign.id == "two"
        assert app.side == "japanese"


async def test_commanders_stand_side_by_side_where_there_is_room() -> None:
    async with playing(small(), (120, 40), keys=["1", "1"]) as (app, pilot):
        assert place_of(app, "Ann Ash")[1] == place_of(app, "Bo Birch")[1]
        await click(app, pilot, "You are Bo.")
        assert app.course.play.program.campaign.id == "two"


async def test_the_title_goes_on_with_the_latest_that_was_kept(tmp_path) -> None:
    store = Store(tmp_path)
    async with playing(small(), store=store, campaign="one", keys=[*TO_FORD, "1", "1"]):
        pass
    async with playing(small(), store=store) as (app, pilot):
        assert "1 Continue Ann, 1 order given 2 New game 3 Load" in text(app)
        await press(pilot, "1")
        assert app.course.play.choices == ("ford.cross",)


async def test_nothing_lies_behind_the_title() -> None:
    async with playing(small(), keys=["escape", "escape"]) as (app, pilot):
        assert front(app) == "title"
        assert "back" not in foot(app)
        await press(pilot, "5")
        assert not app.is_running or app._exit


async def test_a_game_is_saved_under_a_name_and_loaded(tmp_path) -> None:
    store = Store(tmp_path)
    keys = [*TO_FORD, "1", "1", "s", "enter", *"Wet", "space", *"feet", "enter"]
    async with playing(small(), store=store, campaign="one", keys=keys) as (app, pilot):
        assert "Saved: Wet feet" in text(app)
        assert {row.label for row in store.list(small())} == {"", "Wet feet"}
        await click(app, pilot, "Wet feet")
        assert front(app) == "reading"
        assert app.course.play.choices == ("ford.cross",)


async def test_escape_leaves_the_name_and_then_the_saves(tmp_path) -> None:
    store = Store(tmp_path)
    keys = [*TO_FORD, "s", "a", *"no", "escape"]
    async with playing(small(), store=store, campaign="one", keys=keys) as (app, pilot):
        assert front(app) == "saves"
        assert store.list(small()) == ()
        await press(pilot, "escape")
        assert front(app) == "reading"


async def test_a_broken_save_is_named_and_cannot_be_marked(tmp_path) -> None:
    (tmp_path / "torn.json").write_text('{"format": 1, "sto')
    async with playing(small(), store=Store(tmp_path), keys=["s"]) as (app, pilot):
        assert "torn" in text(app)
        assert "The save is broken" in text(app)
        assert "load" not in foot(app)
        await press(pilot, "enter", "down", "enter")
        assert front(app) == "saves"


async def test_the_ledger_shows_the_state_and_the_figures() -> None:
    keys = [*TO_FORD, "2", "2", "l"]
    async with playing(small(), campaign="one", keys=keys) as (app, _):
        assert "The state of the battle day 2 of ten" in text(app)
        assert "1945 came to this page too, on 10 August 1945." in text(app)
        assert "Nerve gone \u25cf\u25cb\u25cb" in text(app)
        assert "your battle so far" in text(app)
        assert "5 to 9 A clerk" in text(app)
        assert "Men lost 1 men" in text(app)


async def test_a_ledger_of_nothing_says_so_and_offers_no_more() -> None:
    async with playing(shipped(), campaign="meretskov-short", keys=["enter", "l"]) as (app, _):
        assert front(app) == "ledger"
        assert "You have given no order yet." in text(app)
        assert "The state of the battle" not in text(app)
        assert "The figures so far" not in text(app)
        assert "more" not in foot(app)


async def test_keys_pressed_in_one_go_add_up() -> None:
    keys = [*TO_FORD, "l"]
    async with playing(shipped(), (60, 20), campaign="meretskov", keys=keys) as (app, pilot):
        body = app.screen.body
        await press(pilot, "space")
        step = body.scroll_target_y
        for key in ("g", "space", "space"):
            app.simulate_key(key)
        await pilot.pause()
        assert body.scroll_target_y == 2 * step > 0
        for key in ("G", "up", "up"):
            app.simulate_key(key)
        await pilot.pause()
        assert body.scroll_target_y == body.max_scroll_y - 2


async def test_four_campaigns_are_all_in_sight_in_a_window_of_100_by_32() -> None:
    async with playing(shipped(), size=(100, 32), keys=["1", "enter"]) as (app, _):
        assert front(app) == "commander"
        assert all(f" {number}  " in "\n".join(rows(app)) for number in range(1, 5))
        assert text(app).count("Soviet") >= 2


async def test_the_codex_is_searched_by_name() -> None:
    async with playing(small(), keys=["c", "slash", *"bir"]) as (app, pilot):
        assert "Bo Birch" in text(app)
        assert "Ann Ash" not in text(app)
        await press(pilot, "enter")
        assert front(app) == "entry"
        assert "Bo Birch General Bo commands." in text(app)
        await press(pilot, "escape", "escape")
        assert front(app) == "codex"
        assert "Ann Ash" in text(app)


async def test_the_facts_of_a_page_tell_their_source() -> None:
    async with playing(small(), campaign="one", keys=["enter", "f"]) as (app, _):
        words = "Five to nine men were lost. The book \u00b7 encyclopedia article \u00b7 stated"
        assert words in text(app)


async def test_the_map_of_a_story_without_one_is_told_in_words() -> None:
    async with playing(small(), campaign="one", keys=["enter", "m"]) as (app, _):
        assert "The scene is at The mill, whose position is not known." in text(app)
        assert "closer" not in foot(app)


async def test_the_map_is_moved_and_stands_beside_the_text() -> None:
    keys = ["enter", "space", "space", "m"]
    async with playing(shipped(), (120, 40), campaign="meretskov", keys=keys) as (app, pilot):
        before = rows(app)
        await press(pilot, "plus", "left", "down")
        assert rows(app) != before
        await press(pilot, "0")
        assert rows(app) == before
        await press(pilot, "escape")
        assert "The state of the battle" in text(app)


async def test_the_report_holds_the_figure_against_the_claim() -> None:
    async with playing(small(), TALL, campaign="one", keys=TO_END) as (app, pilot):
        assert front(app) == "report"
        assert "You gave the orders of 1945 throughout." in text(app)
        assert "5 to 9 A clerk" in text(app)
        assert "Inside the counts." in text(app)
        await press(pilot, "tab")
        await click(app, pilot, "The miller")
        assert "He hears them." in text(app)


async def test_the_report_shows_where_the_lines_part() -> None:
    keys = [*TO_FORD, "2", "2", "space", "x", "1", "1", "space", "space"]
    async with playing(small(), TALL, campaign="one", keys=keys) as (app, pilot):
        assert "Outside every count." in text(app)
        assert "A clerk outside" in text(app)
        await click(app, pilot, "Time")
        mine, real = place_of(app, "The ford: Wait for"), place_of(app, "The ford: Cross now.")
        assert mine[1] == real[1]
        assert mine[0] < real[0]


async def test_the_palette_finds_a_command_by_its_name() -> None:
    keys = ["enter", "ctrl+p", *"codex"]
    async with playing(small(), campaign="one", keys=keys) as (app, pilot):
        await app.workers.wait_for_complete()
        await pilot.pause()
        await press(pilot, "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert front(app) == "codex"


@pytest.mark.parametrize("name", sorted(SCREENS))
async def test_help_tells_every_command_of_the_table(name) -> None:
    async with playing(small(), (100, 60), campaign="one", keys=[*TO_FORD]) as (app, pilot):
        if name == "entry":
            app.open_entry("codex", "mill")
        elif name == "map":
            app.open_map(app.course.page)
        elif name == "help":
            app.open_help(app.screen)
        else:
            app.open(name)
        await pilot.pause()
        if name != "help":
            await press(pilot, "f1")
        told = "reading" if name == "help" else name
        for command in commands_of(told):
            assert f"{command.shown} {command.does}." in text(app)


def test_every_key_means_one_thing_on_a_screen() -> None:
    for name in SCREENS:
        keys = [binding.key for binding in keys_of(name)]
        assert len(keys) == len(set(keys)), name


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_every_screen_can_do_what_the_table_says(name) -> None:
    for command in commands_of(name):
        assert hasattr(kind_of(name), f"action_{command.id}"), command.id


def test_no_words_of_the_table_look_like_markup() -> None:
    assert not [command.id for command in COMMANDS if "[" in command.label + command.does]


async def test_a_theme_key_goes_through_all_of_them() -> None:
    async with playing(small(), keys=["t"]) as (app, pilot):
        seen = [app.theme]
        for _ in range(3):
            await press(pilot, "t")
            seen.append(app.theme)
        assert seen == ["light", "high-contrast", "console", "dark"]
