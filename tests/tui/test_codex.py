"""The codex screen: parts, search, and entries opened in place."""

from __future__ import annotations

import pytest

from game.tui.widgets.chart import Chart, Dates, bar
from game.tui.widgets.tabs import Tabs
from game.view import ENGLISH
from game.view.chapters import ChartRow, DatedView, chart_view
from tests.tui.driving import click, front, playing, press, shipped, text
from tests.weather import weather


def plain(lines) -> list[str]:
    return [line.plain.rstrip() for line in lines]


async def test_parts_are_switched_by_keys_round_and_round() -> None:
    async with playing(weather(), keys=["c"]) as (app, pilot):
        assert "\u258cAll Chapters People Places Sources How we know" in text(app)
        await press(pilot, "right", "right")
        assert "\u258cPeople" in text(app)
        assert "\u258c Ivan Orlov \u258c Major of engineers. Orloff" in text(app)
        assert "North bank" not in text(app)
        await press(pilot, "left", "left", "left")
        assert "\u258cHow we know" in text(app)
        assert "How we know The hour The boats" in text(app)
        await press(pilot, "tab")
        assert "\u258cAll" in text(app)


async def test_parts_are_switched_by_mouse() -> None:
    async with playing(weather(), keys=["c"]) as (app, pilot):
        await click(app, pilot, "Sources")
        assert "\u258cSources" in text(app)
        await click(app, pilot, "Diary of a clerk")
        assert front(app) == "entry"
        assert "He was there." in text(app)
        assert "What rests on it" in text(app)
        assert "It rained at one. Diary of a clerk, p. 4" in text(app)


@pytest.mark.parametrize("wanted, found", [("orlof", "Orlov"), ("engin", "Orlov"), ("hour", "ho")])
async def test_a_search_finds_other_names_roles_and_conflicts(wanted, found) -> None:
    async with playing(weather(), keys=["c", "slash", *wanted]) as (app, _):
        assert f"{found}" in text(app)
        assert "North bank" not in text(app)


async def test_a_search_looks_everywhere_if_the_part_has_nothing() -> None:
    async with playing(weather(), keys=["c", "right", "slash", *"orlov"]) as (app, pilot):
        assert "\u258cAll" in text(app)
        assert "Ivan Orlov" in text(app)
        await press(pilot, "x")
        assert "Nothing here has that name or role." in text(app)


async def test_a_chapter_shows_its_dates_its_chart_and_its_facts() -> None:
    async with playing(weather(), (80, 70), keys=["c", "right", "enter"]) as (app, _):
        assert "In the order of time" in text(app)
        assert "June to August 1941 A wet summer." in text(app)
        assert "1942 to 1944: no count" in text(app)
        assert "40 boats a clerk Old ones." in text(app)
        assert "Few boats, then more. Nobody counted in between." in text(app)


async def test_conflicts_are_opened_from_the_list_by_keys_and_back() -> None:
    keys = ["c", "enter", "tab", "tab", "enter"]
    async with playing(weather(), (80, 40), keys=keys) as (app, pilot):
        assert "The hour One or two. A clerk: one A map: two" in text(app)
        await press(pilot, "escape")
        assert "How we know The clerk was wet." in text(app)
        await click(app, pilot, "The boats")
        assert "Both are shown." in text(app)
        assert "There were 10 to 20 boats." in text(app)


async def test_the_source_of_a_fact_is_opened_by_a_click() -> None:
    keys = ["c", "right", "enter", "end"]
    async with playing(weather(), (80, 70), keys=keys) as (app, pilot):
        await click(app, pilot, "A map")
        assert "A map further source" in text(app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)])
async def test_it_stands_at_every_size(size) -> None:
    keys = ["c", "right", "down", "down", "enter"]
    async with playing(shipped(), size, keys=keys) as (app, pilot):
        assert front(app) == "entry"
        await press(pilot, "end")
        assert app.screen.body.at_end
        await press(pilot, "escape")
        assert front(app) == "codex"


def test_tabs_go_on_on_the_next_line() -> None:
    tabs = Tabs("parts")
    tabs.show([("a", "All"), ("b", "People"), ("c", "Places")], "b")
    assert plain(tabs.lay(40)) == [" All  \u258cPeople   Places"]
    assert plain(tabs.lay(16)) == [" All  \u258cPeople", " Places"]
    assert [line.cell_length <= 3 for line in tabs.lay(3)] == [True] * 3


def test_a_long_date_stands_above_its_text() -> None:
    dates = Dates()
    dates.show([DatedView("1941", "Wet."), DatedView("31 July 1941 to 2 August 1945", "Dry.")])
    assert plain(dates.lay(40)) == ["1941  Wet.", "31 July 1941 to 2 August 1945", "      Dry."]
    assert all(line.cell_length <= 5 for line in dates.lay(5))


def test_bars_show_values_ranges_and_open_ends() -> None:
    cells = [
        bar(ChartRow("1941", "40", 40, 40), 40, 8).plain,
        bar(ChartRow("1941", "10 to 40", 10, 40), 40, 8).plain,
        bar(ChartRow("1941", "up to 40", None, 40), 40, 8).plain,
        bar(ChartRow("1941", "20 or more", 20, None), 40, 8).plain,
        bar(ChartRow("1941", "0", 0, 0), 0, 8).plain,
    ]
    assert cells == [
        "\u2501" * 8,
        "\u2501\u2501\u254c\u254c\u254c\u254c\u254c\u2524",
        "\u254c" * 7 + "\u2524",
        "\u2501" * 4 + "\u254c\u254c\u254c\u2192",
        "\u2501",
    ]


@pytest.mark.parametrize("width", [1, 2, 5, 20, 56, 108])
def test_a_chart_keeps_to_its_width(width) -> None:
    chart = Chart(ENGLISH)
    chart.show(chart_view(weather().chapters["wet"]))
    assert all(line.cell_length <= width for line in chart.lay(width))
