"""The drawings of the closing report, as they would be read, and writing it down."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import AsyncIterator

import pytest
from textual.pilot import Pilot

from game.engine import Playthrough
from game.saves import Store
from game.tui import PlainRequest, TenDays
from game.tui.widgets.elsewhere import Elsewhere
from game.tui.widgets.gauges import Gauges
from game.tui.widgets.strand import Strand
from game.tui.widgets.tally import Tally, behind
from game.tui.widgets.tree import DecisionTree
from game.view import ENGLISH, Course, Gauge, Hours, LedgerRow, standing, strand_view
from game.view.days import day_rows
from game.view.gauges import ClaimRow
from game.view.roads import RoadsView, SpotView, WayView, roads_view
from tests.ford import begun, played
from tests.gallery import off_the_road
from tests.tui.driving import click, foot, playing, press, rows, shipped, small, text

APART = played("march", "wait")
HISTORY = played("row", "bury")


@asynccontextmanager
async def reporting(
    size: tuple[int, int], store: Store | None = None
) -> AsyncIterator[tuple[TenDays, Pilot[PlainRequest | None]]]:
    """A battle like that of 1945, at its closing report."""
    async with playing(small(), size, store) as (app, pilot):
        app.read(Course.resume(Playthrough.replay(small(), "one", ("cross", "knock"))))
        app.open_report()
        await pilot.pause()
        yield app, pilot


def plain(lines) -> list[str]:
    return [line.plain.rstrip() for line in lines]


def drawn(widget, width: int) -> list[str]:
    lines = widget.lay(width)
    assert all(line.cell_length <= width for line in lines)
    return plain(lines)


def strand(play, width: int) -> list[str]:
    widget = Strand(ENGLISH)
    widget.show(strand_view(play))
    return drawn(widget, width)


def test_orders_stand_over_each_other_and_are_tied_where_they_are_the_same() -> None:
    assert strand(HISTORY, 63) == [
        "             9    10   11   12   13   14   15   16   17   18",
        "Your battle  \u2550\u25cf\u2550\u2550\u2550\u2550\u2550\u2550\u2550\u25cf\u25cf",
        "              \u2502       \u2502\u2502",
        "1945         \u2500\u25cb\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u25cb\u25cb",
        "\u25cf\u25cb orders   \u2502 the same order   \u00d7 another order at the same hour",
    ]


def test_another_order_at_the_same_hour_has_a_cross() -> None:
    assert strand(APART, 63)[2] == "              \u00d7"


def test_without_room_names_stand_above_and_below() -> None:
    lines = strand(APART, 40)
    assert (lines[1], lines[5]) == ("Your battle", "1945")


def tree(play, width: int) -> list[str]:
    widget = DecisionTree(ENGLISH)
    widget.show(roads_view(play))
    return drawn(widget, width)


def test_both_roads_on_one_line_and_what_was_not_seen_beside_it() -> None:
    assert tree(HISTORY, 80) == [
        "You came to 2 of 3 decisions, and to 1 of 2 endings.",
        "\u25cf your road   \u25cb 1945   \u25cf\u25cb both   \u00b7 not seen",
        "",
        "    \u25cf\u25cb  \u25cf\u25cb\u00b7\u00b7 The crossing",
        "\u00b7\u00b7\u00b7\u00b7\u2551",
        "\u00b7   \u25cf\u25cb  \u00b7\u25cf\u25cb The far bank",
        ":   \u2551",
        "\u00b7   \u25cf\u25cb  Over the river",
    ]


def test_your_road_is_doubled_and_that_of_1945_is_not() -> None:
    assert tree(APART, 80)[3:] == [
        "    \u25cf\u25cb  \u25cb\u00b7\u25cf The crossing",
        "\u2554\u2550\u2550\u2550\u255d",
        "\u25cf   \u25cb   \u25cf Lost   \u25cb The far bank",
        "\u2551   \u2502",
        "\u25cf   \u25cb   In the river   \u25cb Over the river",
    ]


def test_a_tree_without_room_is_told_row_by_row() -> None:
    columns = range(-20, 21)
    spots = (
        SpotView("a", "The start", False, True, True, 0, 0),
        *(SpotView(f"b{c}", f"End {c}", True, c == 3, c == 0, 1, c) for c in columns),
    )
    ways = tuple(WayView("a", f"b{c}", c == 3, c == 0) for c in columns)
    widget = DecisionTree(ENGLISH)
    widget.show(RoadsView(spots, ways, "You came to 1 of 41 endings."))
    lines = drawn(widget, 60)
    assert lines[-2] == "\u25cf\u25cb The start"
    assert lines[-1].startswith("\u00b7 \u00b7 \u00b7")


def test_hours_elsewhere_stand_in_columns_and_one_below_the_other() -> None:
    widget = Elsewhere(ENGLISH, "days")
    widget.show(day_rows(HISTORY))
    assert widget.links == ("aside:fisherman", "aside:village")
    wide, narrow = drawn(widget, 72), drawn(widget, 50)
    assert wide[0].split("  ")[0] == "Your battle"
    assert wide[3].startswith("\u25cf The camp")
    assert wide[3].endswith("\u203a A fisherman")
    assert narrow[:3] == ["9 August 1945", "Your battle", "\u25cf The camp"]


def row(value: int, *claims: tuple[int | None, int | None]) -> LedgerRow:
    counted = tuple(ClaimRow("A clerk", "", True, low, high, "") for low, high in claims)
    figure = str(value)
    return LedgerRow(
        "men", "Men lost", value, figure, "men", True, "", counted, (), "", final=False
    )


def test_a_figure_stands_on_its_scale_with_the_counts_behind_it() -> None:
    assert (
        behind(row(2, (5, 9)), 12).plain
        == "\u2508\u2508\u25cf\u2508\u2508\u2508" + "\u2500" * 5 + "\u2508"
    )
    assert behind(row(9, (9, 9), (4, 4)), 12).plain.count("\u25cb") == 1
    assert behind(row(3), 12).plain == " " * 12


def test_a_figure_and_its_scale_take_one_line_whatever_the_width() -> None:
    tally = Tally(ENGLISH)
    tally.show([row(2, (5, 9)), row(3)])
    assert len(tally.lay(44)) == 3
    assert drawn(tally, 44)[2] == "Men lost                   3 men"
    assert drawn(tally, 30)[2] == "Men lost                 3 men"


def gauge(label: str, words: str, step: int, steps: int) -> Gauge:
    return Gauge("id", label, words, step, steps)


def test_a_variable_keeps_to_one_line_and_gives_up_its_track_first() -> None:
    shown = Gauges(ENGLISH)
    shown.show([gauge("Roads", "working", 2, 4), gauge("The order to the army", "hold", 0, 8)])
    assert drawn(shown, 40)[1:] == [
        "Roads                      working  \u25cb\u25cb\u25cf\u25cb",
        "The order to the army         hold",
    ]
    assert drawn(shown, 16)[-2:] == ["Roads    working", "The order\u2026  hold"]


def test_hours_that_can_be_compared_stand_beside_the_day() -> None:
    shown = Gauges(ENGLISH)
    shown.show(
        [], Hours("", "day 6 of ten", "1945 came to this page at the same hour.", "as in 1945")
    )
    assert drawn(shown, 60) == ["The state of the battle            day 6 of ten \u00b7 as in 1945"]


def test_beside_a_map_the_state_is_as_high_with_a_sentence_on_1945_as_without() -> None:
    shown = Gauges(ENGLISH, steady=True)
    heights = []
    for told in ("", "1945 came here six hours later."):
        shown.show([gauge("Roads", "working", 2, 4)], Hours("", "day 6 of ten", told, ""))
        heights.append(len(shown.lay(60)))
    assert heights == [3, 3]


def test_figures_that_have_moved_come_first_where_there_is_no_room_for_all() -> None:
    tally = Tally(ENGLISH)
    tally.show([row(0, (5, 9)), row(3), row(0)])
    assert len(tally.lay(44)) == 4
    tally.limit(3)
    assert [line.split()[2] for line in drawn(tally, 44)[1:]] == ["3"]
    tally.limit(0)
    assert tally.lay(44) == ()


def test_below_a_record_stands_what_the_order_moved_and_1945_no_further() -> None:
    course = begun("row")
    found = standing(course, course.beat)
    assert [(moved.id, [claim.by for claim in moved.claims]) for moved in found.moved] == [
        ("men", ["Our count", "Their count"])
    ]
    assert [knot.same for knot in found.strand.knots] == [True]


@pytest.mark.parametrize("width", [1, 2, 7, 20, 40, 66, 84, 172])
@pytest.mark.parametrize("name", ["strand", "tree", "days"])
def test_nothing_is_wider_than_its_room(name, width) -> None:
    widgets = {
        "strand": (Strand(ENGLISH), strand_view(APART)),
        "tree": (DecisionTree(ENGLISH), roads_view(APART)),
        "days": (Elsewhere(ENGLISH, "days"), day_rows(HISTORY)),
    }
    widget, view = widgets[name]
    widget.show(view)
    assert all(line.cell_length <= width for line in widget.lay(width))


async def test_the_report_is_gone_through_part_by_part() -> None:
    async with reporting((80, 24)) as (app, pilot):
        assert "Your battle" in text(app)
        await press(pilot, "right", "right", "right")
        assert "You came to 2 of 2 decisions, and to 1 of 1 endings." in text(app)
        await press(pilot, "left")
        assert "Your orders" in text(app)
        await click(app, pilot, "Sources")
        assert "What this rests on" in text(app)


async def test_keys_that_come_at_once_go_as_far_as_keys_one_by_one() -> None:
    async with reporting((80, 24)) as (app, pilot):
        for _ in range(3):
            app.screen.action_next_section()
        await pilot.pause()
        assert "You came to 2 of 2 decisions" in text(app)
        for _ in range(2):
            app.screen.action_last_section()
        await pilot.pause()
        assert "Your figures, and who counted what" in text(app)


async def test_the_report_is_written_beside_the_saves_and_its_place_told(tmp_path) -> None:
    store = Store(tmp_path)
    async with reporting((100, 30), store) as (app, pilot):
        assert "write down" in foot(app)
        await press(pilot, "e")
        assert "The report is written:" in text(app)
    written = sorted(path.name for path in tmp_path.iterdir() if path.suffix in (".html", ".svg"))
    assert [Path(name).suffix for name in written] == [".html", ".svg"]


async def test_writing_the_report_down_moves_nothing_that_is_read(tmp_path) -> None:
    async with reporting((100, 30), Store(tmp_path)) as (app, pilot):
        await press(pilot, "right", "right", "down")
        before = [row[:-1] for row in rows(app)[2:12]]
        await press(pilot, "e")
        await pilot.pause()
        assert [row[:-1] for row in rows(app)[2:12]] == before


async def test_a_folder_that_takes_nothing_is_told_in_one_sentence(tmp_path) -> None:
    store = Store(tmp_path / "saves")
    async with reporting((100, 30), store) as (app, pilot):
        store.folder = tmp_path / "file"
        store.folder.write_text("", "utf-8")
        await press(pilot, "e")
        assert "The report could not be written to" in text(app)
        assert "the folder's name belongs to a file" in text(app)


async def test_without_saves_nothing_can_be_written() -> None:
    async with reporting((100, 30)) as (app, pilot):
        assert "write down" not in foot(app)
        await press(pilot, "e")
        assert "The report" not in text(app).replace("The closing report", "")


def test_the_tree_of_a_whole_campaign_shows_both_roads() -> None:
    lines = tree(off_the_road(shipped()), 72)
    assert len(lines) < 32
    assert any("\u255a" in line for line in lines)
    assert any("\u2502" in line for line in lines)
    assert any("\u00b7\u00b7\u00b7" in line for line in lines)
