"""Maps that are broken, empty or strange: the map screen says so in words and goes on."""

from __future__ import annotations

import json

import pytest
from rich.cells import cell_len

from game.engine import Playthrough
from game.plain.asked import Asked
from game.reader import load
from game.tui import TenDays
from game.tui.map.widget import MapPane
from game.view import ENGLISH, Course
from tests.helpers import folder_of
from tests.tui.driving import press, text
from tests.tui.map.country import collection, feature
from tests.tui.test_map_screen import COUNTRY, HEAD, drawn
from tests.view.test_situations import STORY

KEYS = ("plus", "minus", "left", "right", "J", "K", "tab", "shift+tab", "v", "v", "w", "w", "0")
SIZES = ((60, 20), (80, 24), (120, 40))

FAR = json.dumps(
    collection(
        feature("river", "Far River", "LineString", [[10, 10], [11, 11]]), bbox=[9, 9, 12, 12]
    )
)
STRAITS = json.dumps(
    collection(
        feature("coast", "Coast", "LineString", [[178, 60], [179.9, 60.2], [-179, 60], [-178, 60]]),
        bbox=[177, 59, -177, 61],
    )
)


def app_of(country: str, words: str = STORY) -> TenDays:
    files = {"story.toml": HEAD + words.replace("chosen('river.stay')", 'chosen(\\"river.stay\\")')}
    story = load(folder_of({**files, "map/battle.geojson": country}))
    play = Playthrough.replay(story, "one", ("blow",))
    return TenDays(story, None, ENGLISH, course=Course.resume(play))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("country", "reason"),
    [
        ("", "The map file battle.geojson is not JSON."),
        ("{", "The map file battle.geojson is not JSON."),
        ("[" * 100_000, "The map file battle.geojson is not JSON."),
        ('{"features": []}', "The map file battle.geojson has no features."),
        ('{"features": [{}]}', "Features of battle.geojson that could not be read: 1."),
    ],
    ids=["nothing", "cut", "deep", "empty", "bad"],
)
async def test_without_a_map_the_reason_is_told_and_what_stands_where(country, reason, size):
    app = app_of(country)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "m", *KEYS)
        words = app.screen.query_one("#map-words")._sentences
        assert words[0] == reason
        assert "At The hill, 20 km north of The bank: 1st Army (Soviet)." in words
        assert not app.screen.query(MapPane)
        await press(pilot, "escape")
        assert app.screen.NAME == "reading"


async def test_a_map_with_one_bad_feature_is_drawn_without_it():
    bad = json.loads(COUNTRY)
    bad["features"].append(feature("river", "Bad", "LineString", [["x", 1]]))
    app = app_of(json.dumps(bad))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "m")
        assert "1st Army" in drawn(app)
        assert "Features of battle.geojson that could not be read: 1." in text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_country_that_the_story_lies_outside_of_is_shown_and_the_words_hold(size):
    app = app_of(FAR)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "m", *KEYS)
        assert "1st Army" not in drawn(app)
        assert any("1st Army" in words for words in app.screen.query_one(MapPane).off_map)
        assert any("1st Army" in words for words in Asked(app.course).map())


@pytest.mark.parametrize("size", SIZES)
async def test_a_story_across_the_date_line(size):
    words = STORY.replace("[130.0, 44.0]", "[179.8, 60.0]").replace(
        "[130.0, 44.2]", "[-179.8, 60.1]"
    )
    app = app_of(STRAITS, words)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "m")
        assert {"◉", "■"} <= set(drawn(app))
        assert "North-east of The bank" in text(app) or "north-east" in " ".join(
            Asked(app.course).map()
        )
        await press(pilot, *KEYS)


STRANGE = (
    "x" * 300,
    "牡丹江の橋" * 30,
    "Suīfe\u0301nho\u0323" * 9,
    "👩‍👩‍👧" * 40,
    "a\u202eb\u200d",
)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", STRANGE, ids=["long", "wide", "combined", "joined", "turned"])
async def test_names_that_are_long_or_wide_leave_every_row_as_wide_as_the_map(name, size):
    words = STORY.replace('name = "The bank"', f'name = "{name}"').replace("1st Army", name)
    app = app_of(COUNTRY, words)
    async with app.run_test(size=size) as pilot:
        for keys in (("m",), *((key,) for key in KEYS)):
            await press(pilot, *keys)
            widths = {cell_len(row) for row in drawn(app).split("\n")}
            assert widths == {app.screen.query_one(MapPane).size.width}


async def test_a_marker_at_an_unknown_place_is_named_as_lost():
    app = app_of(COUNTRY, STORY.replace("at = [130.0, 44.2]\n", ""))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "m")
        assert "1st Army" not in drawn(app)
        assert "Not on the map, position not known: 1st Army" in text(app)
