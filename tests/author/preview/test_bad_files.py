"""Whatever happens in the folder, the preview goes on with the last good story."""

from __future__ import annotations

import os
import shutil
import sys

import pytest
from textual import events

from tests.author.preview.driving import (
    change,
    ford_folder,
    looked,
    previewing,
    save,
    settled,
    typed,
)
from tests.ford import AFTER, WHOLE
from tests.helpers import folder_of
from tests.tui.driving import front, rows, text
from tests.tui.test_hostile import BAD, hostile

IN_TWO = {
    "story.toml": WHOLE.replace(AFTER, "").replace(
        'title = "The ford"', 'title = "The ford"\nfiles = ["after/*.toml"]'
    ),
    "after/after.toml": AFTER,
}
"""The ford in two files."""


async def test_a_file_saved_in_two_steps_shows_nothing_in_between():
    folder = folder_of(IN_TWO)
    path = folder / "after" / "after.toml"
    async with previewing(folder, keys=["enter", "2", "2", "space", "space"]) as (app, pilot):
        before = app.course
        save(path, "")
        await looked(app, pilot, 2)
        assert app.course is before
        assert not app.failure
        save(path, AFTER.replace("There is no road.", "There is a road."))
        assert "There is a road." in await looked(app, pilot)
        assert app.course.play.choices == ("crossing.march",)


async def test_a_half_written_file_is_not_complained_of_at_once():
    folder = folder_of(IN_TWO)
    path = folder / "after" / "after.toml"
    async with previewing(folder) as (app, pilot):
        save(path, AFTER[: AFTER.index("Men lie")])
        await looked(app, pilot)
        assert not app.failure
        save(path, AFTER)
        await looked(app, pilot)
        assert not app.failure
        assert app.sound


async def test_a_file_is_deleted_and_comes_back():
    folder = folder_of(IN_TWO)
    path = folder / "after" / "after.toml"
    async with previewing(folder, keys=["enter", "2", "2", "space"]) as (app, pilot):
        path.unlink()
        await looked(app, pilot, 6)
        assert app.is_running
        assert app.sound is False
        assert "4 errors" in text(app)
        save(path, AFTER)
        await looked(app, pilot, 2)
        assert app.sound
        assert app.course.play.choices == ("crossing.march",)


async def test_the_folder_is_gone_and_comes_back():
    folder = ford_folder()
    aside = folder.with_name(folder.name + "-aside")
    async with previewing(folder) as (app, pilot):
        os.rename(folder, aside)
        shown = await looked(app, pilot, 6)
        assert "The camp" in shown
        assert "The last good story is shown" in shown
        assert "E101" in shown
        os.rename(aside, folder)
        change(folder / "story.toml", "The camp", "The tents")
        assert "The tents" in await looked(app, pilot, 2)


async def test_a_file_of_50_megabytes_appears():
    folder = folder_of(IN_TWO)
    large = folder / "after" / "large.toml"
    async with previewing(folder) as (app, pilot):
        with large.open("wb") as file:
            file.truncate(50 * 1024 * 1024)
        shown = await looked(app, pilot, 2)
        assert "The camp" in shown
        assert "E105 after/large.toml:1" in shown
        large.unlink()
        await looked(app, pilot, 6)
        assert app.sound


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
async def test_what_is_no_ordinary_file_is_not_waited_for():
    folder = folder_of(IN_TWO)
    async with previewing(folder) as (app, pilot):
        os.mkfifo(folder / "after" / "pipe.toml")
        shown = await looked(app, pilot, 6)
        assert "E102 after/pipe.toml:1" in shown


async def test_bytes_that_are_no_text():
    folder = ford_folder()
    async with previewing(folder) as (app, pilot):
        save(folder / "story.toml", b"title = \xff\xfe\x00")
        shown = await looked(app, pilot, 2)
        assert "The camp" in shown
        assert "E103" in shown


async def test_a_file_that_changes_at_every_look():
    folder = ford_folder()
    async with previewing(folder) as (app, pilot):
        for number in range(5):
            words = WHOLE.replace('title = "The camp"', f'title = "Camp {number}"')
            save(folder / "story.toml", words if number % 2 else words[:-400])
            await app.look()
        await looked(app, pilot)
        save(folder / "story.toml", WHOLE)
        await looked(app, pilot)
        assert app.sound
        assert "The camp" in text(app)


async def test_a_story_that_is_broken_from_the_beginning_is_shown_when_it_is_mended():
    folder = folder_of({"story.toml": WHOLE[:-200] + '"""'})
    async with previewing(folder) as (app, pilot):
        assert front(app) == "problems"
        assert "E104" in text(app) or "E1" in text(app)
        await typed(app, pilot, "escape", "enter", "v", "slash", "escape", "e")
        assert app.is_running
        save(folder / "story.toml", WHOLE)
        shown = await looked(app, pilot)
        assert front(app) == "reading"
        assert "The camp" in shown


async def test_a_folder_without_a_story_and_then_with_one(tmp_path):
    async with previewing(tmp_path) as (app, pilot):
        assert "E101" in text(app)
        save(tmp_path / "story.toml", WHOLE)
        assert "The camp" in await looked(app, pilot)


async def test_a_campaign_that_is_gone():
    folder = ford_folder()
    async with previewing(folder, keys=["enter", "2", "2"]) as (app, pilot):
        whole = WHOLE.replace('id = "north"', 'id = "south"').replace('["north"]', '["south"]')
        save(folder / "story.toml", whole)
        await looked(app, pilot, 2)
        assert app.course.play.program.campaign.id == "south"
        save(folder / "story.toml", WHOLE)
        await looked(app, pilot, 2)
        assert app.course.play.choices == ("crossing.march",)


async def test_a_story_with_another_id_keeps_the_place():
    folder = ford_folder()
    async with previewing(folder, keys=["enter", "2", "2"]) as (app, pilot):
        change(folder / "story.toml", 'id = "ford"', 'id = "another"')
        await looked(app, pilot)
        assert app.course.play.choices == ("crossing.march",)


async def test_expressions_nested_without_end():
    folder = ford_folder()
    async with previewing(folder) as (app, pilot):
        deep = "(" * 2000 + "water" + ")" * 2000
        change(folder / "story.toml", 'visible_if = "secret"', f'visible_if = "{deep} == 0"')
        await looked(app, pilot, 2)
        assert app.is_running
        assert app.sound is False


@pytest.mark.slow
@pytest.mark.parametrize("keys", [[], ["e"], ["v"], ["slash"], ["question_mark"]], ids=str)
async def test_a_hostile_story_is_shown_as_written_and_does_nothing(keys, monkeypatch):
    monkeypatch.setattr("game.author.preview.app.Preview.open_url", None)
    folder = folder_of({"story.toml": hostile()})
    async with previewing(folder, (140, 40), keys=keys) as (app, pilot):
        if not keys:
            assert BAD in text(app)
        await _click_everything(app, pilot)
        assert app.is_running


@pytest.mark.slow
async def test_a_hostile_id_in_a_message_does_nothing():
    folder = folder_of({"story.toml": hostile()})
    async with previewing(folder, (140, 40)) as (app, pilot):
        whole = hostile().replace("[node.gate]", '[node."[@click=app.quit]x[/]"]')
        save(folder / "story.toml", whole.replace('goto = "gate"', f"goto = '''{BAD}'''"))
        await looked(app, pilot, 2)
        assert app.sound is False
        for key in ("e", "escape", "slash", "escape"):
            await typed(app, pilot, key)
            await _click_everything(app, pilot)
        assert app.is_running


async def _click_everything(app, pilot):
    """Click on every third sign of every row."""
    for y, row in enumerate(rows(app)):
        for x in [x for x, sign in enumerate(row) if sign not in " \u2500\u2501"][::3]:
            for kind in (events.MouseDown, events.MouseUp):
                app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y, None))
        await pilot.pause()
    await settled(app, pilot)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
async def test_a_link_out_of_the_folder_is_refused(tmp_path):
    folder = folder_of(IN_TWO)
    secret = tmp_path / "secret.toml"
    secret.write_text("[node.secret]\n")
    async with previewing(folder) as (app, pilot):
        (folder / "after" / "link.toml").symlink_to(secret)
        assert "E102 after/link.toml:1" in await looked(app, pilot, 2)
    shutil.rmtree(folder)
