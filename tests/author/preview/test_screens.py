"""The preview as an author uses it: saves, broken files, jumps, values, nodes, the editor."""

from __future__ import annotations

import re
from typing import Any

import pytest

from game.author.preview.app import Preview
from game.author.preview.desk import Desk
from game.author.preview.ways import Arrival, Guide
from game.view import Course
from tests.author.preview.driving import (
    change,
    ford_folder,
    looked,
    previewing,
    save,
    settled,
    typed,
)
from tests.ford import WHOLE
from tests.tui.driving import click, foot, front, text

NARROW, WIDE = (80, 24), (120, 40)


async def test_it_begins_on_the_first_page_with_the_pane_beside_it():
    async with previewing(ford_folder()) as (app, _):
        shown = text(app)
        assert front(app) == "reading"
        assert "The camp" in shown
        assert "Problems" in shown
        assert "water 1" in shown
        assert app.sound


async def test_in_a_narrow_window_the_pane_is_a_key_away():
    async with previewing(ford_folder(), NARROW) as (app, pilot):
        assert "secret" not in text(app)
        await typed(app, pilot, "v")
        assert "secret" in text(app)
        await typed(app, pilot, "e")
        assert front(app) == "problems"
        await typed(app, pilot, "escape")
        assert front(app) == "reading"


async def test_a_save_changes_the_page_and_keeps_the_place():
    folder = ford_folder()
    async with previewing(folder, keys=["enter", "1", "1", "G", "space"]) as (app, pilot):
        assert "Men lie in the reeds." not in text(app)  # its note is asked first
        await typed(app, pilot, "2", "2")
        assert "Men lie in the reeds." in text(app)
        change(folder / "story.toml", "Men lie in the reeds.", "Men sleep in the reeds.")
        shown = await looked(app, pilot)
        assert "Men sleep in the reeds." in shown
        assert app.course.play.choices == ("crossing.row",)


async def test_what_is_scrolled_to_stays_so_in_a_window_of_another_size_too():
    folder = ford_folder()
    lines = "\\n\\n".join(f"Paragraph {n} of a long page about the bank." for n in range(40))
    change(folder / "story.toml", "The far bank is quiet.", lines)
    async with previewing(folder, NARROW, keys=["enter", "space"]) as (app, pilot):
        place = app.screen.body.scroll_offset
        first = re.findall(r"Paragraph \d+", text(app))[0]
        assert place.y > 0
        change(folder / "story.toml", f"{first} of", f"{first} and last of")
        assert f"{first} and last of" in await looked(app, pilot)
        assert app.screen.body.scroll_offset == place
        await pilot.resize_terminal(64, 24)
        await settled(app, pilot)
        assert f"{first} and last of" in text(app)


async def test_a_choice_that_was_marked_stays_marked():
    folder = ford_folder()
    async with previewing(folder, keys=["enter", "2"]) as (app, pilot):
        before = app.screen.choices.row.id
        change(folder / "story.toml", 'label = "Row over."', 'label = "Row at once."')
        assert "Row at once." in await looked(app, pilot)
        assert app.screen.choices.row.id == before == "march"


async def test_nothing_happens_where_nothing_was_saved():
    folder = ford_folder()
    async with previewing(folder) as (app, pilot):
        before = app.course
        await looked(app, pilot, 3)
        assert app.course is before


async def test_a_broken_file_leaves_the_last_good_story_running():
    folder = ford_folder()
    async with previewing(folder, keys=["enter"]) as (app, pilot):
        change(folder / "story.toml", 'text = "The far bank is quiet."', 'text = "The far')
        shown = await looked(app, pilot, 2)
        assert "The far bank is quiet." in shown
        assert "The last good story is shown; e tells what is wrong." in shown
        assert "E104 story.toml:" in shown
        assert "1 error" in foot(app)
        await typed(app, pilot, "1", "1")
        assert app.course.play.choices == ("crossing.row",)
        change(folder / "story.toml", 'text = "The far', 'text = "The far bank is loud."')
        shown = await looked(app, pilot)
        assert "last good" not in shown
        assert app.sound


async def test_the_place_comes_back_with_the_choice_that_led_there():
    folder = ford_folder()
    async with previewing(folder, keys=["enter", "2", "2"]) as (app, pilot):
        change(folder / "story.toml", 'id = "march"', 'id = "walk"')
        shown = await looked(app, pilot)
        assert "The story goes another way here now, after order 0 of 1." in shown
        assert "Your order" in shown
        change(folder / "story.toml", 'id = "walk"', 'id = "march"')
        shown = await looked(app, pilot)
        assert "another way" not in shown
        assert app.course.play.choices == ("crossing.march",)


async def test_going_on_from_where_it_parted_makes_that_the_place():
    folder = ford_folder()
    async with previewing(folder, keys=["enter", "2", "2"]) as (app, pilot):
        change(folder / "story.toml", 'id = "march"', 'id = "walk"')
        await looked(app, pilot)
        await typed(app, pilot, "1", "1")
        change(folder / "story.toml", 'id = "walk"', 'id = "march"')
        await looked(app, pilot)
        assert app.course.play.choices == ("crossing.row",)


async def test_a_page_that_is_faulty_waits_until_it_is_mended():
    folder = ford_folder()
    async with previewing(folder) as (app, pilot):
        change(folder / "story.toml", 'title = "The camp"', 'titel = "The tents"')
        shown = await looked(app, pilot, 2)
        assert "The camp" in shown
        assert "The last good story is shown" in shown
        assert "did you mean `title`?" in text(app) or "E201" in shown
        assert app.failure


async def test_a_fault_elsewhere_does_not_keep_the_page_from_changing():
    folder = ford_folder()
    async with previewing(folder) as (app, pilot):
        whole = WHOLE.replace('goto = "drowned"', 'goto = "nowhere"').replace(
            "It *rains* on", "It pours on"
        )
        save(folder / "story.toml", whole)
        shown = await looked(app, pilot, 2)
        assert "It pours on" in shown
        assert app.sound is False
        await typed(app, pilot, "c")
        assert "This opens when the story has no error." in text(app)
        await typed(app, pilot, "enter", "2", "2")
        assert app.is_running
        assert app.course.play.choices == ("crossing.march",)


async def test_enter_on_a_problem_goes_to_its_page():
    folder = ford_folder()
    async with previewing(folder) as (app, pilot):
        change(folder / "story.toml", 'title = "Lost"', 'title = "Lost"\nplace = "nowhere"')
        await looked(app, pilot)
        await typed(app, pilot, "e")
        assert "nowhere" in text(app)
        await typed(app, pilot, "enter")
        assert app.course.scene.id == "drift"


async def test_a_click_on_a_problem_goes_to_its_page():
    folder = ford_folder()
    change(folder / "story.toml", 'title = "Lost"', 'title = "Lost"\nplace = "nowhere"')
    async with previewing(folder) as (app, pilot):
        await click(app, pilot, "nowhere")
        await settled(app, pilot)
        assert app.course.scene.id == "drift"


async def test_a_problem_on_no_page_says_where_it_is():
    folder = ford_folder()
    change(folder / "story.toml", "claims = [{ low = 1", "clams = [{ low = 1")
    async with previewing(folder, keys=["e", "enter"]) as (app, _):
        assert "That is on no page, but in story.toml:" in text(app)


async def test_a_set_value_is_marked_as_no_real_path():
    async with previewing(ford_folder(), keys=["enter", "v"]) as (app, pilot):
        await typed(app, pilot, "down", "down", "right")
        assert "secret * true" in text(app)
        await typed(app, pilot, "escape")
        shown = text(app)
        assert "not a real path" in shown
        assert "Hide." in shown  # a choice that is seen only so
        await typed(app, pilot, "z")
        assert "not a real path" not in text(app)
        assert app.course.scene.id == "camp"


async def test_a_value_that_the_node_itself_sets_is_told():
    async with previewing(ford_folder(), keys=["v", "left"]) as (app, _):
        assert "water is set, but this node makes it 1." in text(app)


async def test_a_value_among_many_is_typed():
    folder = ford_folder()
    words = ("max = 2", "max = 900"), ('words = ["low", "high", "in flood"]', "")
    for old, new in words:
        change(folder / "story.toml", old, new)
    async with previewing(folder, keys=["enter", "v", "enter", *"777", "enter"]) as (app, pilot):
        assert app.course.here.variables["water"] == 777
        await typed(app, pilot, "enter", *"9999", "enter")
        assert "water cannot be that; it can be: 0..900" in text(app)


async def test_a_value_stays_set_when_the_story_is_saved():
    folder = ford_folder()
    async with previewing(folder, keys=["enter", "v", "down", "down", "right"]) as (app, pilot):
        change(folder / "story.toml", "The far bank is quiet.", "The far bank is loud.")
        await looked(app, pilot)
        assert app.course.here.variables["secret"] is True
        assert app.ground is not None


async def test_a_node_is_started_from_by_its_id():
    async with previewing(ford_folder(), node="drowned") as (app, _):
        assert app.course.play.choices == ("crossing.march", "drift.wait")
        assert "In the river" in text(app)


async def test_the_node_that_was_asked_for_is_the_first_page_that_is_shown(monkeypatch):
    shown: list[str] = []
    told: list[str] = []
    lead = Guide.to

    def read(app: Preview, course: Course, notice: str = "") -> None:
        shown.append(course.beat.id)
        before(app, course, notice)

    def to(guide: Guide, *asked: Any) -> Arrival:
        told.append(apps[0].state_words)
        return lead(guide, *asked)

    before = Preview.read
    apps = [Preview(Desk(ford_folder()), "drowned")]
    monkeypatch.setattr(Preview, "read", read)
    monkeypatch.setattr(Guide, "to", to)
    async with apps[0].run_test(size=WIDE) as pilot:
        await settled(apps[0], pilot)
        assert shown == ["drowned"]
        assert told == ["The way to drowned is being looked for ..."]
        assert apps[0].sound


async def test_a_node_that_there_is_not():
    async with previewing(ford_folder(), node="nowhere") as (app, _):
        assert "There is no node nowhere that can be read." in text(app)


async def test_a_node_that_is_never_reached_is_shown_as_no_real_path():
    folder = ford_folder()
    change(folder / "story.toml", 'goto = "drift"', 'goto = "far-bank"')
    async with previewing(folder, node="drift") as (app, _):
        assert "No playthrough comes to drift." in text(app)
        assert "not a real path" in text(app)


async def test_a_node_is_found_by_typing():
    async with previewing(ford_folder(), keys=["slash", "slash", *"lost"]) as (app, pilot):
        assert "Lost" in text(app)
        assert "The camp" not in text(app)
        await typed(app, pilot, "enter")
        assert front(app) == "reading"
        assert app.course.scene.id == "drift"


async def test_the_tree_is_folded_and_unfolded():
    async with previewing(ford_folder(), keys=["slash"]) as (app, pilot):
        assert "march -> drift" in text(app)
        await typed(app, pilot, "down", "left")
        assert "march -> drift" not in text(app)
        await typed(app, pilot, "right")
        assert "march -> drift" in text(app)
        await typed(app, pilot, "minus")
        assert "The camp" not in text(app)
        await typed(app, pilot, "plus", "G", "g", "space", "pageup", "up")
        assert "The camp" in text(app)


async def test_a_row_of_the_tree_is_clicked():
    async with previewing(ford_folder(), keys=["slash"]) as (app, pilot):
        await click(app, pilot, "Lost (decision)")
        await click(app, pilot, "Lost (decision)")
        await settled(app, pilot)
        assert app.course.scene.id == "drift"


async def test_the_editor_is_opened_at_the_node(monkeypatch):
    monkeypatch.setenv("EDITOR", "vi")
    monkeypatch.delenv("VISUAL", raising=False)
    ran = []
    folder = ford_folder()
    line = WHOLE[: WHOLE.index("[node.crossing]")].count("\n") + 1
    async with previewing(folder, keys=["enter", "E"], run=lambda *a: ran.append(a)):
        assert ran == [(("vi", f"+{line}", str(folder / "story.toml")), False)]


async def test_without_an_editor_the_key_is_not_offered(monkeypatch):
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    async with previewing(ford_folder(), keys=["E"]) as (app, _):
        assert "E edit" not in foot(app)
        assert "No editor is set in EDITOR." in text(app)


async def test_an_editor_that_cannot_be_started(monkeypatch):
    monkeypatch.setenv("EDITOR", "no-such-editor")

    def run(*_):
        raise FileNotFoundError(2, "No such file")

    async with previewing(ford_folder(), keys=["E"], run=run) as (app, _):
        assert "The editor cannot be started: No such file." in text(app)


async def test_help_tells_of_the_preview():
    async with previewing(ford_folder(), WIDE, keys=["question_mark"]) as (app, _):
        shown = text(app)
        assert "What check finds in the story" in shown
        assert "Save under a name" not in shown


@pytest.mark.parametrize("keys", [["c"], ["m"], ["l"], ["enter", "1", "1", "n"]], ids=str)
async def test_the_game_s_screens_open_and_close_when_the_story_is_saved(keys):
    folder = ford_folder()
    async with previewing(folder, keys=keys) as (app, pilot):
        assert front(app) not in ("reading", "problems")
        change(folder / "story.toml", "Mud.", "Sand.")
        await looked(app, pilot)
        assert front(app) == "reading"
        assert app.is_running


async def test_a_battle_read_to_its_end_begins_again():
    async with previewing(ford_folder(), node="over", keys=["space"]) as (app, pilot):
        assert front(app) == "report"
        app.finish()
        await settled(app, pilot)
        assert (front(app), app.course.scene.id) == ("reading", "camp")


async def test_nothing_is_kept(tmp_path, monkeypatch):
    monkeypatch.setenv("TEN_DAYS_SAVES", str(tmp_path))
    async with previewing(ford_folder(), keys=["enter", "1", "1", "s", "p", "P"]) as (app, _):
        assert app.is_running
        assert list(tmp_path.iterdir()) == []
