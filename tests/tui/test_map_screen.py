"""The map screen: whose situation, which view, what the cursor says, by keys and by mouse."""

from dataclasses import replace
from functools import cache

import pytest
from textual.events import MouseScrollUp

from game.engine import Playthrough
from game.reader import load
from game.tui import TenDays
from game.tui.map.charset import ASCII, BLOCKS, BRAILLE
from game.tui.map.widget import MapPane
from game.view import ENGLISH, Course
from tests.helpers import folder_of
from tests.tui.driving import place_of, press, text
from tests.view.test_situations import STORY

COUNTRY = (
    '{"type": "FeatureCollection", "bbox": [129, 43, 131, 45], "credit": "Drawn by us.",'
    ' "features": [{"type": "Feature", "properties": {"kind": "river", "name": "Long River"},'
    ' "geometry": {"type": "LineString", "coordinates": [[129, 43.9], [131, 44.1]]}}]}'
)
HEAD = 'format = 1\nid = "small"\nversion = "1.0.0"\ntitle = "A small story"\n\n'


@cache
def story():
    words = STORY.replace("chosen('river.stay')", 'chosen(\\"river.stay\\")')
    return load(folder_of({"story.toml": HEAD + words, "map/battle.geojson": COUNTRY}))


def app_after(*choices, still=True):
    course = Course.resume(Playthrough.replay(story(), "one", choices))
    app = TenDays(story(), None, ENGLISH, course=course)
    app.animation_level = "none" if still else "full"
    return app


async def test_w_shows_1945_and_back() -> None:
    app = app_after("keep")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "m")
        assert "The map · your situation" in text(app)
        assert "rearguard" not in drawn(app)
        await press(pilot, "w")
        assert "The map · 1945" in text(app)
        assert "rearguard" in drawn(app)
        await press(pilot, "w")
        assert "The map · your situation" in text(app)
        assert "rearguard" not in drawn(app)


async def test_it_moves_and_comes_to_rest_at_1945() -> None:
    app, now = app_after("keep", still=False), [100.0]
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "m")
        pane = app.screen.query_one(MapPane)
        pane.clock = lambda: now[0]
        await press(pilot, "w")
        now[0] += 60
        pane.step_on()
        moved = drawn(app)
        assert "rearguard" in moved
        app.animation_level = "none"
        await press(pilot, "w", "w")
        assert drawn(app) == moved


async def test_where_nothing_differs_w_is_not_offered() -> None:
    app = app_after("blow")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "m")
        before = drawn(app)
        await press(pilot, "w")
        assert drawn(app) == before
        assert "The map · 1945" not in text(app)


async def test_the_cursor_goes_from_sign_to_sign_and_says_what_they_are() -> None:
    app = app_after("blow")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "m", "tab")
        first = pointed(app)
        await press(pilot, "tab")
        assert {first, pointed(app)} <= {
            "At The hill, 20 km north of The bank: 1st Army (Soviet).",
            "The scene is at The bank.",
            "At The bank: rearguard (Japanese).",
        }
        assert first != pointed(app)
        await press(pilot, "shift+tab")
        assert pointed(app) == first
        await press(pilot, "J", "J")
        assert pointed(app) != first
        await press(pilot, "0")
        assert pointed(app) == ""


async def test_views_go_round() -> None:
    app = app_after("blow")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "m")
        first = drawn(app)
        await press(pilot, "v")
        assert drawn(app) != first
        await press(pilot, "v")
        assert drawn(app) == first


async def test_a_click_says_what_is_there_and_has_it_in_the_middle() -> None:
    app = app_after("blow")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "m")
        column, row = place_of(app, "1st Army")
        await pilot.click(offset=(column, row))
        await pilot.pause()
        pane = app.screen.query_one(MapPane)
        assert pointed(app) == "At The hill, 20 km north of The bank: 1st Army (Soviet)."
        where = place_of(app, "1st Army")
        middle = pane.region.height // 2 + pane.region.y
        assert abs(where[1] - middle) <= 1


async def test_the_wheel_zooms_about_the_pointer() -> None:
    app = app_after("blow")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "m")
        column, row = place_of(app, "1st Army")
        before = drawn(app)
        await pilot._post_mouse_events([MouseScrollUp], offset=(column, row), button=0)
        await pilot.pause()
        assert drawn(app) != before
        assert abs(place_of(app, "1st Army")[1] - row) <= 1


@pytest.mark.parametrize(
    ("signs", "charset"), [("", BRAILLE), ("blocks", BLOCKS), ("ascii", ASCII)]
)
async def test_the_signs_that_were_set_are_drawn(signs, charset) -> None:
    app = app_after("blow")
    app.settings = replace(app.settings, signs=signs)
    async with app.run_test(size=(120, 40)) as pilot:
        for keys in ((), ("m",)):
            await press(pilot, *keys)
            await pilot.pause()
            await pilot.pause()
            shown = drawn(app)
            assert charset.unit("soviet", "army") in shown
            if not charset.dots:
                assert charset.lines["river"] * 3 in shown
                assert not any("\u2800" < char <= "\u28ff" for char in shown)


async def test_without_colour_there_are_no_hills(monkeypatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_after("blow")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "m")
        assert app.screen.query_one(MapPane)._hills() == ()


def drawn(app) -> str:
    pane = app.screen.query_one(MapPane)
    rows = (pane.render_line(y) for y in range(pane.size.height))
    return "\n".join("".join(segment.text for segment in row) for row in rows)


def pointed(app) -> str:
    return app.screen.query_one("#map-readout")._words
