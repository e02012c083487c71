"""The player's battle against the real one."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from game.engine import Position
from game.history import closing_report, decisions, ledger_lines, parting, timeline
from game.history.timeline import MANCHURIA, day, instant
from game.model import Claim
from tests.ford import ford, played


def men(position: Position) -> tuple[int, bool | None, list[bool | None]]:
    """The first metric: its value, and whether it lies in the claims and in each of them."""
    line = ledger_lines(position)[0]
    return line.value, line.inside, [check.inside for check in line.claims]


def test_orders_are_numbered_from_one_and_know_that_of_1945() -> None:
    told = [
        (d.number, d.node.id, d.taken and d.taken.id, d.historical and d.historical.id, d.parts)
        for d in decisions(played("march", "wait"))
    ]
    assert told == [
        (1, "crossing", "march", "row", True),
        (2, "drift", "wait", None, False),
    ]


def test_the_road_is_left_once() -> None:
    assert parting(played("row", "bury")) is None
    assert parting(played()) is None
    left = parting(played("row", "go-on"))
    assert left is not None
    assert (left.number, left.node.id) == (2, "far-bank")


def test_a_figure_lies_inside_the_widest_of_its_own_claims() -> None:
    assert men(played("row").position) == (12, True, [True, False, None])
    assert men(played().position) == (0, False, [False, False, None])
    assert men(played("march").position) == (30, True, [False, True, None])


def test_without_a_claim_of_its_own_measure_nothing_is_judged() -> None:
    only = ford('measure = "lost"\nscope = "battle"\nclaims', 'measure = "drowned"\nclaims')
    assert men(played("row", story=only).position) == (12, None, [None, None, None])


def test_another_scope_is_another_count() -> None:
    only = ford('by = "Our count", measure = "lost", scope = "battle"',
                'by = "Our count", measure = "lost", scope = "war"')  # fmt: skip
    assert men(played("row", story=only).position) == (12, False, [None, False, None])


@pytest.mark.parametrize(
    ("low", "high", "inside"),
    [
        (None, None, (-9, 0, 5, 6, 99)),
        (5, None, (5, 6, 99)),
        (None, 5, (-9, 0, 5)),
        (5, 5, (5,)),
        (5, 6, (5, 6)),
    ],
)
def test_the_ends_of_a_claim_belong_to_it(
    low: int | None, high: int | None, inside: tuple[int, ...]
) -> None:
    claim = Claim("Somebody", low=low, high=high)
    assert [value for value in (-9, 0, 5, 6, 99) if claim.holds(value)] == list(inside)


def test_two_lines_of_time() -> None:
    mine, real = timeline(played("march", "wait"))
    assert [(e.node.id, e.order, e.historical) for e in mine] == [
        ("camp", None, True),
        ("crossing", "march", False),
    ]
    assert [(e.node.id, e.order) for e in real] == [
        ("camp", None),
        ("crossing", "row"),
        ("far-bank", "bury"),
        ("over", None),
    ]


def test_a_moment_that_depends_on_the_state() -> None:
    moved = ford('title = "The crossing"\nat = 1945-08-09T05:30:00+09:00',
                 'title = "The crossing"\nat = { one_of = [{ if = "water == 1", at = 1945-08-12 },'
                 " { at = 1945-08-13 }] }")  # fmt: skip
    mine, _ = timeline(played("row", story=moved))
    assert [e.at for e in mine if e.node.id == "crossing"] == [date(1945, 8, 12)]


def test_moments_are_compared_on_the_manchurian_clock() -> None:
    late = datetime.fromisoformat("1945-08-09T00:30:00+10:00")
    assert day(late) == date(1945, 8, 8)
    assert instant(date(1945, 8, 9)) == datetime(1945, 8, 9, tzinfo=MANCHURIA)
    assert instant(late) < instant(date(1945, 8, 9))


def test_the_closing_report_cites_what_was_shown() -> None:
    def cited(*choices: str) -> list[str]:
        return [fact.id for fact in closing_report(played(*choices)).facts]

    assert cited() == ["crossed"]
    assert cited("march", "wait") == ["crossed", "rained"]
    report = closing_report(played("row", "bury"))
    assert [source.id for source in report.sources] == ["diary", "map"]
    assert [aside.id for aside in report.asides] == ["fisherman", "village"]
