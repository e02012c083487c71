"""The reading screen: digits, arrows, links, pages with a note, taking back, keeping."""

from __future__ import annotations

import pytest

from game.engine import Playthrough
from game.saves import Loaded, Store
from game.tui import PlainRequest, TenDays
from game.tui.screens.reading import Reading
from game.view import ENGLISH, Course
from tests.ford import ford
from tests.gallery import on_the_road
from tests.tui.driving import (
    click,
    foot,
    front,
    place_of,
    playing,
    press,
    read_on,
    rows,
    shipped,
    small,
    text,
)
from tests.tui.test_hostile import _click

TO_FORD = ("enter", "enter")
"""From the note to the first decision."""


def reading(app: TenDays) -> Reading:
    assert isinstance(app.screen, Reading)
    return app.screen


async def test_time_place_and_progress_are_in_sight() -> None:
    async with playing(small(), campaign="one", keys=["enter"]) as (app, _):
        assert rows(app)[0].split() == [
            "9",
            "August",
            "1945",
            "·",
            "The",
            "mill",
            "Decision",
            "1",
            "of",
            "about",
            "2",
        ]
        heavy = [stroke for stroke in rows(app)[1].split() if stroke.strip("\u2501") == ""]
        assert len(heavy) == 1
        assert len(rows(app)[1].split()) == 10


async def test_a_digit_opens_the_detail_and_the_same_digit_orders() -> None:
    async with playing(small(), campaign="one", keys=TO_FORD) as (app, pilot):
        assert "In the dark." not in text(app)
        await press(pilot, "1")
        assert "In the dark." in text(app)
        assert "Enter give this order" in foot(app)
        await press(pilot, "1")
        assert app.course.play.choices == ("ford.cross",)
        assert "Your order" in text(app)
        assert "They cross." in text(app)


async def test_enter_orders_what_is_marked_and_arrows_mark() -> None:
    async with playing(small(), campaign="one", keys=[*TO_FORD, "down", "j"]) as (app, pilot):
        assert reading(app).choices.row.id == "wait"
        await press(pilot, "k")
        assert reading(app).choices.row.id == "cross"
        await press(pilot, "down", "enter")
        assert app.course.play.choices == ("ford.wait",)


async def test_a_greyed_choice_has_no_number_and_tells_its_reason() -> None:
    async with playing(small(), campaign="one", keys=TO_FORD) as (app, pilot):
        assert "\u00b7 Swim. Nobody has the nerve." in text(app)
        assert "1 Cross now." in text(app)
        assert "2 Wait for light." in text(app)
        await click(app, pilot, "Swim.")
        assert reading(app).choices.marked is None


@pytest.mark.parametrize("key", ["3", "9", "0", "z", "f7", "ctrl+z", "delete", "insert"])
async def test_other_keys_change_nothing(key) -> None:
    async with playing(small(), campaign="one", keys=TO_FORD) as (app, pilot):
        before = rows(app)
        await press(pilot, key)
        assert rows(app) == before


async def test_ctrl_c_says_how_to_stop() -> None:
    async with playing(small(), campaign="one", keys=[*TO_FORD, "ctrl+c"]) as (app, _):
        assert "Ctrl+Q stops the game." in text(app)
        assert app.course.page.id == "ford"


async def test_a_paste_changes_nothing() -> None:
    from textual import events

    async with playing(small(), campaign="one", keys=TO_FORD) as (app, pilot):
        before = rows(app)
        app.post_message(events.Paste("1\n1\n[@click=app.quit]x[/]"))
        await pilot.pause()
        assert rows(app) == before


async def test_escape_unmarks_first_and_then_goes_to_the_title() -> None:
    async with playing(small(), campaign="one", keys=[*TO_FORD, "1", "escape"]) as (app, pilot):
        assert reading(app).choices.marked is None
        await press(pilot, "escape")
        assert front(app) == "title"
        assert "Continue Ann, 0 orders given" in text(app)
        await press(pilot, "enter")
        assert app.course.page.id == "ford"


async def test_a_page_with_a_note_is_hidden_until_it_is_asked_for() -> None:
    keys = [*TO_FORD, "1", "1", "G", "enter"]
    async with playing(small(), campaign="one", keys=keys) as (app, pilot):
        assert "This page has dead in it. 1 Skip it 2 Read it" in text(app)
        assert "There are dead in the mill." not in text(app)
        await press(pilot, "2")
        assert "There are dead in the mill." in text(app)
        await press(pilot, "enter", "left")
        assert "There are dead in the mill." in text(app)


@pytest.mark.parametrize("keys", [["x"], ["1"], ["enter", "enter"]])
async def test_a_page_with_a_note_can_be_passed_over(keys) -> None:
    start = [*TO_FORD, "1", "1", "G", "enter"]
    async with playing(small(), campaign="one", keys=[*start, *keys]) as (app, _):
        assert "The gate is shut." in text(app)
        assert app.course.play.choices == ("ford.cross",)


async def test_links_are_gone_through_by_tab_and_opened_in_place() -> None:
    async with playing(small(), campaign="one", keys=["enter", "tab", "tab"]) as (app, pilot):
        assert reading(app).links.marked == "codex:bo"
        await press(pilot, "shift+tab")
        assert reading(app).links.marked == "codex:mill"
        assert "Enter open" in foot(app)
        await press(pilot, "enter")
        assert front(app) == "entry"
        assert "The mill It grinds." in text(app)
        await press(pilot, "escape")
        assert reading(app).links.marked == "codex:mill"
        assert app.course.page.id == "ford"


async def test_a_link_can_be_clicked_and_leads_on_to_others() -> None:
    async with playing(small(), campaign="two", keys=["enter"]) as (app, pilot):
        app.open_entry("codex", "ann")
        await pilot.pause()
        await click(app, pilot, "mill.")
        assert "It grinds." in text(app)
        await press(pilot, "escape")
        assert "Ann commands near the mill." in text(app)
        await press(pilot, "escape")
        assert front(app) == "reading"


async def test_the_record_stands_in_three_columns_where_there_is_room() -> None:
    keys = [*TO_FORD, "2", "2"]
    async with playing(small(), (120, 40), campaign="one", keys=keys) as (app, pilot):
        heads = [place_of(app, words)[1] for words in ("Your order", "1945  ", "How we know")]
        assert heads[0] == heads[2]
        assert "Cross now." in text(app)
        await pilot.resize_terminal(80, 40)
        await pilot.pause()
        places = [place_of(app, words)[1] for words in ("Your order", "Cross now.", "How we know")]
        assert places == sorted(set(places))


async def test_an_aside_opens_from_the_record() -> None:
    async with playing(small(), (120, 40), campaign="one", keys=[*TO_FORD, "2", "2"]) as (app, p):
        await click(app, p, "The miller")
        assert "He hears them." in text(app)
        assert app.course.play.choices == ("ford.wait",)


async def test_an_adviser_s_leaning_marks_his_choice() -> None:
    async with playing(small(), (80, 40), campaign="one", keys=TO_FORD) as (app, pilot):
        assert "their words are imagined" in text(app)
        await click(app, pilot, "leans to 2")
        assert reading(app).choices.row.id == "wait"


async def test_an_order_can_be_taken_back_and_given_again() -> None:
    keys = [*TO_FORD, "1", "1", "G", "enter", "x", "u"]
    async with playing(small(), campaign="one", keys=keys) as (app, pilot):
        assert front(app) == "journal"
        assert "1 The ford as in 1945 \u258c Cross now." in text(app)
        await press(pilot, "u")
        assert app.course.page.id == "ford"
        assert app.course.play.choices == ()
        await press(pilot, "r")
        assert app.course.play.choices == ("ford.cross",)


async def test_going_back_to_an_earlier_order_forgets_the_later_ones() -> None:
    keys = [*TO_FORD, "1", "1", "G", "enter", "x", "1", "1", "n", "up", "enter"]
    async with playing(small(), campaign="one", keys=keys) as (app, _):
        assert app.course.play.choices == ()
        assert app.course.play.undone == ("knock", "cross")


async def test_one_click_in_the_journal_only_marks_an_order() -> None:
    keys = [*TO_FORD, "1", "1", "G", "enter", "x", "1", "1", "n"]
    async with playing(small(), campaign="one", keys=keys) as (app, pilot):
        await click(app, pilot, "Cross now.")
        assert (front(app), app.course.play.choices) == ("journal", ("ford.cross", "gate.knock"))
        await click(app, pilot, "Cross now.")
        assert (front(app), app.course.play.choices) == ("reading", ())


async def test_one_click_answers_whether_to_read() -> None:
    keys = [*TO_FORD, "1", "1", "G", "enter"]
    async with playing(small(), campaign="one", keys=keys) as (app, pilot):
        await click(app, pilot, "Read it")
        assert "There are dead in the mill." in text(app)


async def test_a_second_quick_click_does_not_turn_the_next_page_too() -> None:
    async with playing(small(), campaign="one", keys=[*TO_FORD, "1", "1"]) as (app, pilot):
        await press(pilot, "G")
        at = place_of(app, "Go on")
        for _ in range(2):
            _click(app, *at)
        await pilot.pause()
        await pilot.pause()
        assert (app.course.beat.id, reading(app).choices.row) == ("hush", None)


@pytest.mark.parametrize("twice", ["keys", "clicks"])
async def test_a_second_quick_answer_does_not_pass_over_the_next_page_too(twice) -> None:
    async with playing(ford(), campaign="north", keys=[*TO_FORD, "1", "1"]) as (app, pilot):
        await read_on(app, pilot)
        assert (app.course.beat.id, reading(app).gated) == ("far-bank", True)
        at = place_of(app, "Skip it")
        for _ in range(2):
            if twice == "keys":
                reading(app).action_pick(1)
            else:
                _click(app, *at)
        await pilot.pause()
        await pilot.pause()
        assert (app.course.beat.id, reading(app).gated) == ("night", True)


async def test_every_order_is_kept_at_once(tmp_path) -> None:
    store = Store(tmp_path)
    async with playing(small(), store=store, campaign="one", keys=[*TO_FORD, "1", "1"]):
        kept = store.list(small())
        assert [(row.autosave, row.orders) for row in kept] == [(True, 1)]


async def test_a_game_that_cannot_be_kept_says_so_and_goes_on(tmp_path) -> None:
    (tmp_path / "saves").write_text("a file where the folder should be")
    store = Store(tmp_path / "saves")
    keys = [*TO_FORD, "1", "1"]
    async with playing(small(), store=store, campaign="one", keys=keys) as (app, pilot):
        assert "The game could not be saved" in text(app)
        assert app.course.play.choices == ("ford.cross",)
        await read_on(app, pilot)
        assert "The game could not be saved" not in text(app)


async def test_what_parted_is_told_in_one_sentence() -> None:
    play = Playthrough.begin(small(), "one")
    app = TenDays(small(), None, ENGLISH, loaded=Loaded(play, "The story has changed.", ""))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "\u2014 The story has changed." in text(app)
        assert app.course.page.id == "ford"


async def test_plain_mode_is_asked_for_with_the_place() -> None:
    keys = [*TO_FORD, "1", "1", "P"]
    async with playing(small(), campaign="one", keys=keys) as (app, _):
        left = app.return_value
    assert isinstance(left, PlainRequest)
    assert left.course.play.choices == ("ford.cross",)
    assert left.course.index == 0


async def test_coming_from_plain_mode_the_place_is_kept() -> None:
    course = Course.begin(Playthrough.begin(small(), "two"), ENGLISH)
    app = TenDays(small(), None, ENGLISH, course=course)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Morning" in text(app)
        assert app.side == "japanese"


async def test_a_long_page_is_turned_and_then_left() -> None:
    async with playing(small(), (60, 20), campaign="one", keys=["enter", "enter"]) as (app, pilot):
        await press(pilot, "1", "1")
        assert "Space more" in foot(app)
        pages = 0
        while front(app) == "reading" and app.course.index == 0:
            pages += 1
            await press(pilot, "space")
        assert pages > 1
        assert app.course.beat.id == "hush"


async def test_a_marked_order_is_seen_with_all_the_others() -> None:
    async with playing(shipped()) as (app, pilot):
        app.read(Course.resume(on_the_road(app.story, 2), ENGLISH))
        await pilot.pause()
        await press(pilot, "1")
        labels = [row.label for row in reading(app).choices.rows]
        assert len(labels) == 3
        assert all(label in text(app) for label in labels)


async def test_a_narrow_head_leaves_the_name_of_the_clock_out_and_cuts_no_word() -> None:
    async with playing(shipped(), size=(60, 20)) as (app, pilot):
        app.begin("shimizu")
        await pilot.pause()
        await press(pilot, "d")
        while reading(app).page is None or reading(app).page.kind != "decision":
            await press(pilot, "G", "space")
        assert rows(app)[0].split("  ")[1] == "8 August 1945, 20:00"


async def test_the_whole_text_is_not_asked_for_where_it_is_shown() -> None:
    async with playing(small(), campaign="one", keys=TO_FORD) as (app, pilot):
        await press(pilot, "1", "w")
        assert reading(app).choices.row is not None


async def test_nothing_is_made_ready_any_more_once_the_game_is_closed() -> None:
    async with playing(small(), campaign="one", keys=["enter"]) as (app, _):
        screen = reading(app)
    assert not screen._can_prepare
    screen._prepare()
