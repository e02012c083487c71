"""The closing report as a reader sees it."""

from __future__ import annotations

from game.view import OrderRow, ReportView, TimeRow, order_rows, report_view
from tests.ford import ford, played


def report(*choices: str, old: str = "", new: str = "") -> ReportView:
    return report_view(played(*choices, story=ford(old, new)))


def test_it_says_where_the_road_of_1945_was_left() -> None:
    assert report("row", "bury").parted == "You gave the orders of 1945 throughout."
    assert report("march", "wait").parted == (
        "You left the road of 1945 at order 1, \u201cThe crossing\u201d."
    )
    assert report("row", "go-on").parted == (
        "You left the road of 1945 at order 2, \u201cThe far bank\u201d."
    )


def test_each_order_stands_beside_that_of_1945() -> None:
    march = "March round by high water."
    assert report("march", "wait").orders == (
        OrderRow(1, "The crossing", march, "Row over.", parts=True),
        OrderRow(2, "Lost", "Wait.", "", parts=False),
    )
    assert order_rows(played("row")) == (
        OrderRow(1, "The crossing", "Row over.", "Row over.", parts=False),
    )


def test_the_two_lines_of_time_meet_and_part() -> None:
    march = "The crossing: March round by high water."
    assert report("march", "wait").timeline == (
        TimeRow("9 August 1945", "The camp", "The camp"),
        TimeRow("9 August 1945", march, "The crossing: Row over."),
        TimeRow("10 August 1945", "", "The far bank: Bury them."),
        TimeRow("11 August 1945", "", "Over the river"),
    )
    assert all(row.same for row in report("row", "bury").timeline)


def test_a_decision_that_is_come_to_twice_has_two_rows() -> None:
    again = report(
        "march",
        "march",
        "row",
        old='goto = "drift"\nbasis = "conjecture"\neffects = ["water -= 1"]',
        new='goto = "crossing"\neffects = ["water = 0"]',
    )
    assert [row.mine for row in again.timeline] == [
        "The camp",
        "The crossing: March round by high water.",
        "The crossing: March round by low water.",
        "The crossing: Row over.",
        "The far bank",
        "",
    ]


def test_what_was_met_is_told_from_elsewhere_and_cited() -> None:
    end = report("row", "bury")
    assert [aside.id for aside in end.asides] == ["fisherman", "village"]
    assert [fact.id for fact in end.facts] == ["crossed", "rained"]
    assert [source.id for source in end.sources] == ["diary", "map"]


def test_what_has_not_been_answered_yet_is_not_told() -> None:
    begun = report()
    assert begun.asides == ()
    assert [fact.id for fact in begun.facts] == ["crossed"]
    assert [aside.id for aside in report("row").asides] == ["fisherman"]


def test_it_can_be_asked_for_in_the_middle() -> None:
    half = report("row")
    assert (half.ending.kind, half.ending.id) == ("decision", "far-bank")
    assert [row.verdict for row in half.ledger] == ["So far."] * 3
