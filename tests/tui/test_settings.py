"""Settings: each does what it says, and is there the next time."""

from __future__ import annotations

import json
import threading

import pytest

from game.engine import Playthrough
from game.model import Story
from game.saves import Store
from game.settings import NAME, Settings, SettingsFile
from game.tui import TenDays
from game.tui.opening import Opening
from game.tui.screens.body import RESETTLED
from game.tui.widgets.footer import Footer
from game.tui.widgets.heading import Button
from game.view import ENGLISH, Course
from tests.helpers import story_from
from tests.tui.driving import front, playing, press, rows, small, text

TWO_PAGES = """
[[campaign]]
id = "one"
start = "a"

[node.a]
title = "A page"
text = "All of it."
brief = "In short."
goto = "e"

[ending.e]
title = "The end"
campaigns = ["one"]
kind = "man"
text = "End."
"""


def app_with(tmp_path, story=None, **more) -> TenDays:
    return TenDays(story or small(), None, ENGLISH, settings=SettingsFile(tmp_path), **more)


async def test_what_is_set_is_there_the_next_time(tmp_path) -> None:
    async with app_with(tmp_path).run_test(size=(80, 24)) as pilot:
        await press(pilot, "o", "1", "1", "2", "3", "4")
    kept = json.loads((tmp_path / NAME).read_text("utf-8"))
    assert kept == {
        "theme": "light",
        "measure": 72,
        "large": True,
        "still": True,
        "signs": "",
        "language": "",
        "ruler": "",
    }
    again = app_with(tmp_path)
    assert (again.theme, again.animation_level) == ("light", "none")
    assert {"-large", "-measure-72"} <= again.classes


async def test_the_theme_key_is_remembered(tmp_path) -> None:
    async with app_with(tmp_path).run_test() as pilot:
        await press(pilot, "t")
    assert SettingsFile(tmp_path).read() == (Settings(theme="light"), None)


async def test_a_broken_file_is_named_and_kept(tmp_path) -> None:
    (tmp_path / NAME).write_text("{ no", "utf-8")
    app = app_with(tmp_path)
    async with app.run_test(notifications=True, size=(80, 24)) as pilot:
        await pilot.pause()
        words = " ".join(text(app).replace("\u258c", "").split())
        assert f"The settings in {NAME} could not be read" in words
        await press(pilot, "t")
    assert (tmp_path / f"{NAME}.broken-1").read_text("utf-8") == "{ no"
    assert SettingsFile(tmp_path).read()[0].theme == "light"


def test_what_is_not_known_is_kept(tmp_path) -> None:
    (tmp_path / NAME).write_text('{"sound": 3, "large": true, "measure": 61}', "utf-8")
    file = SettingsFile(tmp_path)
    found, problem = file.read()
    assert (found.large, found.measure, problem) == (True, 66, None)
    assert file.write(found) is None
    assert json.loads((tmp_path / NAME).read_text("utf-8"))["sound"] == 3


@pytest.mark.parametrize("content", ["[]", "", '{"theme": 3}', '{"measure": true}', "[" * 100000])
def test_no_content_is_fatal(tmp_path, content) -> None:
    (tmp_path / NAME).write_text(content, "utf-8")
    assert SettingsFile(tmp_path).read()[0] == Settings()


def test_a_folder_that_cannot_be_written_is_told(tmp_path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    told = SettingsFile(tmp_path / "file").write(Settings(large=True))
    assert told is not None
    assert told.startswith("The settings could not be kept: ")


@pytest.mark.parametrize("measure", [60, 66, 72])
async def test_a_line_is_as_long_as_was_set(tmp_path, measure) -> None:
    SettingsFile(tmp_path).write(Settings(measure=measure))
    long = story_from(TWO_PAGES.replace("All of it.", "word " * 60))
    course = Course.begin(Playthrough.begin(long, "one"))
    app = app_with(tmp_path, long, course=course)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        longest = max(len(row.strip()) for row in rows(app) if "word word" in row)
        assert measure - 5 < longest <= measure


@pytest.mark.parametrize("size", [(60, 20), (74, 22), (86, 24)])
async def test_large_controls_are_three_rows_high(tmp_path, size) -> None:
    SettingsFile(tmp_path).write(Settings(large=True))
    app = app_with(tmp_path, campaign="one")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "enter")
        buttons = app.screen.query(Button)
        assert {button.size.height for button in buttons if button.size.height} == {3}
        assert app.screen.query_one(Footer).size.height == 3
        while not app.screen.choices.rows:
            await press(pilot, "space")
        menu = app.screen.choices
        assert min(menu.region_of(place).height for place in range(len(menu.rows))) >= 3


async def test_a_large_button_that_fits_is_not_cut(tmp_path) -> None:
    SettingsFile(tmp_path).write(Settings(large=True))
    async with app_with(tmp_path, campaign="one").run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        assert "\u25b8 Go on" in text(pilot.app)
        assert "\u2026" not in text(pilot.app)


@pytest.mark.parametrize("keys", [["o", "3"], ["o", "2"], ["o", "3", "3"]])
async def test_the_page_under_the_settings_is_set_anew(tmp_path, keys) -> None:
    story = story_from(TWO_PAGES.replace("All of it.", "word " * 60))
    course = Course.begin(Playthrough.begin(story, "one"))
    async with app_with(tmp_path, story, course=course).run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys, "escape")
        set_anew = rows(pilot.app)
    async with app_with(tmp_path, story, course=course).run_test(size=(80, 24)) as pilot:
        assert rows(pilot.app) == set_anew, "as if the game had been begun with these settings"


async def test_large_text_begins_with_the_brief_one(tmp_path) -> None:
    SettingsFile(tmp_path).write(Settings(large=True))
    story = story_from(TWO_PAGES)
    app = app_with(tmp_path, story, course=Course.begin(Playthrough.begin(story, "one")))
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        assert "In short." in text(app)
        assert "All of it." not in text(app)
        await press(pilot, "w")
        assert "All of it." in text(app)


async def test_settings_are_left_where_they_were_opened() -> None:
    async with playing(small(), campaign="one", keys=["enter", "o", "4", "escape"]) as (app, _):
        assert front(app) == "reading"
        assert app.animation_level == "none"


async def test_a_language_is_changed_at_the_same_place(tmp_path) -> None:
    story = story_from('languages = { en = "complete", ru = "partial" }\n' + TWO_PAGES)
    app = app_with(tmp_path, story, course=Course.begin(Playthrough.begin(story, "one")))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o", "5")
        assert (app.tongue.language, front(app)) == ("ru", "settings")
        await press(pilot, "escape")
        assert front(app) == "reading"
        assert "All of it." in text(app)
    assert SettingsFile(tmp_path).read()[0].language == "ru"


async def test_the_title_stands_before_the_story_has_been_read(tmp_path) -> None:
    may_read = threading.Event()

    def read(language: str) -> tuple[Story, Store]:
        may_read.wait(20)
        return small(), Store(tmp_path, language=language)

    app = TenDays(Opening("A small story", True, False, read), None, ENGLISH)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o", "4", "escape", "1")
        assert "The story is being read" in text(app)
        may_read.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert front(app) == "note"


async def test_a_story_that_cannot_be_read_ends_the_app(tmp_path) -> None:
    def read(language: str) -> tuple[Story, Store]:
        raise ZeroDivisionError("nought")

    app = TenDays(Opening("A small story", False, False, read), None, ENGLISH)
    with pytest.raises(ZeroDivisionError):  # noqa: PT012
        async with app.run_test(size=(80, 24)) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause(0.2)
    assert isinstance(app.fault, ZeroDivisionError)


async def test_a_paragraph_stays_in_sight_when_the_window_changes() -> None:
    words = [f"P{number} " + "word " * 40 for number in range(12)]
    story = story_from(TWO_PAGES.replace('"All of it."', '"""' + "\n\n".join(words) + '"""'))
    app = TenDays(story, None, ENGLISH, course=Course.begin(Playthrough.begin(story, "one")))
    app.animation_level = "none"
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "space", "space")
        first = next(word for word in text(app).split() if word.startswith("P"))
        for size in ((60, 20), (150, 30), (100, 22), (60, 40), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause(RESETTLED * 2)
            await pilot.pause()
            assert first in text(app), (first, size)
