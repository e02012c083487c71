"""Lines that widgets set, as they would be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from game.tui.typeset import hung, ink, spread, wrapped
from game.tui.widgets.banner import Banner
from game.tui.widgets.bars import Bars, Scale, bar
from game.tui.widgets.footer import Footer
from game.tui.widgets.header import days_gone, strokes
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.prose import set_paragraphs
from game.tui.widgets.strand import _packed
from game.tui.widgets.tally import Tally
from game.tui.widgets.timelines import Timelines
from game.view import ENGLISH, LedgerRow, Paragraph, Piece
from game.view.gauges import ClaimRow
from game.view.report import TimeRow


def plain(lines) -> list[str]:
    return [line.plain.rstrip() for line in lines]


def test_paragraphs_are_parted_by_a_blank_line_and_conjecture_is_marked() -> None:
    told = (
        Paragraph((Piece("Rain on the river."),)),
        Paragraph((Piece("No one knows."),), "conjecture"),
    )
    assert plain(set_paragraphs(told, 14)) == [
        "  Rain on the",
        "  river.",
        "",
        "\u2506 No one",
        "\u2506 knows.",
    ]


def test_a_hanging_margin_stands_before_the_first_line_only() -> None:
    assert plain(hung(ink("one two three"), 9, ink("- "))) == ["- one two", "  three"]


def test_left_and_right_take_two_lines_where_one_is_too_short() -> None:
    assert plain(spread(ink("left"), ink("right"), 12)) == ["left   right"]
    assert plain(spread(ink("left"), ink("right"), 10)) == ["left", "     right"]


def test_what_the_signs_are_is_never_broken_where_it_fits_on_a_line() -> None:
    told = [ink("a one"), ink("b two three"), ink("c four")]
    assert plain(_packed(told, 21)) == ["a one   b two three", "c four"]
    assert plain(_packed(told, 10)) == ["a one", "b two", "three", "c four"]


def test_a_figure_beside_a_map_goes_by_its_short_name_where_the_long_one_is_cut() -> None:
    row = LedgerRow("a", "Killed, missing, wounded and sick", 9, "9", "men", None, "", (), (), "")
    for short, told in (("Casualties", "Casualties"), ("", "Killed, missing, wou\u2026")):
        tally = Tally(ENGLISH)
        tally.show([replace(row, short=short)])
        assert plain(tally.lay(40))[1].split("  ")[0] == told
        assert plain(tally.lay(60))[1].startswith("Killed, missing, wounded and sick")


def test_wide_characters_keep_to_the_width() -> None:
    lines = wrapped(ink("\u7261\u4e39\u6c5f\u7261\u4e39\u6c5f"), 5)
    assert [line.cell_length for line in lines] == [4, 4, 4]


@pytest.mark.parametrize("width", [10, 19, 20, 57, 76, 196])
def test_ten_strokes_fill_the_width(width) -> None:
    line = strokes(width, 3).plain
    assert len(line) == max(19, width)
    assert [part[0] for part in line.split()] == ["\u2501"] * 3 + ["\u2500"] * 7


@pytest.mark.parametrize(
    "moment, days",
    [
        (None, 0),
        (date(1945, 7, 1), 0),
        (date(1945, 8, 9), 1),
        (date(1945, 8, 18), 10),
        (date(1945, 9, 2), 10),
    ],
)
def test_days_are_counted_from_the_ninth(moment, days) -> None:
    assert days_gone(moment) == days


def claim(low, high, inside=True, measure="") -> ClaimRow:
    return ClaimRow("A clerk", "so many", inside, low, high, measure)


@pytest.mark.parametrize(
    "row, drawn",
    [
        (claim(0, 10), "\u251c\u2500\u2500\u2500\u2500\u253c\u2500\u2500\u2500\u2500\u2524"),
        (claim(8, 10, False), "     \u2502  \u251c\u2500\u2524"),
        (claim(4, None), "    \u251c\u253c\u2500\u2500\u2500\u2500\u2500\u2192"),
        (claim(None, 2, False), "\u2190\u2500\u2524  \u2502"),
        (claim(8, 8, None), "     \u2502  \u25cb"),
    ],
)
def test_a_claim_is_a_range_with_the_figure_running_through(row, drawn) -> None:
    assert bar(row, 5, Scale(0, 10, 12)).plain.rstrip() == drawn


def test_a_ledger_line_tells_figure_claims_and_verdict() -> None:
    bars = Bars(ENGLISH)
    bars._rows = (
        LedgerRow(
            "lost", "Men lost", 5, "5", "men", True, "Inside the counts.", (claim(0, 10),), (), ""
        ),
    )
    assert plain(bars.lay(40)) == [
        "Men lost                           5 men",
        "\u2508\u2508\u2508\u2508\u2508\u25cf\u2508\u2508\u2508\u2508\u2508\u2508  your battle",
        "\u251c\u2500\u2500\u2500\u2500\u253c\u2500\u2500\u2500\u2500\u2524   so many  A clerk",
        "Inside the counts.",
    ]


def test_two_lines_of_time_are_one_where_they_are_the_same() -> None:
    lines = Timelines(ENGLISH)
    lines._rows = (TimeRow("9 August", "Rain", "Rain"), TimeRow("10 August", "Wait", "Cross"))
    assert plain(lines.lay(40))[2:] == [
        "",
        "9 August",
        "\u25cf\u25cb Rain",
        "",
        "10 August",
        "\u25cf  Wait               \u25cb  Cross",
    ]


def test_the_foot_leaves_out_what_does_not_fit_but_never_the_last() -> None:
    keys = [("a", "Enter", "go on"), ("b", "m", "map"), ("h", "?", "help")]
    foot = Footer(lambda: keys)
    assert plain(foot.lay(40)) == ["Enter go on  m map                ? help"]
    assert plain(foot.lay(20)) == ["Enter go on   ? help"]
    assert plain(foot.lay(8)) == ["  ? help"]


def test_a_title_without_room_or_letters_is_written_plainly() -> None:
    assert len(Banner("Ten Days").lay(60)) == 3
    assert plain(Banner("Ten Days").lay(9)) == ["Ten Days"]
    assert plain(Banner("\u0414\u0435\u0441\u044f\u0442\u044c").lay(60)) == [
        "\u0414\u0435\u0441\u044f\u0442\u044c"
    ]


def test_a_menu_shows_the_detail_of_the_marked_row_alone() -> None:
    menu = Menu("m", folds=True)
    menu.rows = (
        Row("a", "Go.", 1, detail="At once."),
        Row("b", "Fly.", reason="No wings.", enabled=False),
        Row("c", "Stay.", 2, detail="Till dark."),
    )
    menu.marked = 2
    assert plain(menu.lay(20)) == [
        "  1  Go.",
        "  \u00b7  Fly.",
        "     No wings.",
        "\u258c 2  Stay.",
        "\u258c    Till dark.",
    ]
