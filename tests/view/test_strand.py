"""Both lines of time over the ten days."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from game.view import Knot, strand_view
from game.view.strand import BEGIN, share, strand_so_far
from tests.ford import played

CROSSED = datetime.fromisoformat("1945-08-09T05:30:00+09:00")
CROSSING = share(CROSSED)
FAR_BANK = share(datetime.fromisoformat("1945-08-10T21:00:00+09:00"))
END = share(datetime.fromisoformat("1945-08-11T00:00:00+09:00"))


def test_orders_of_1945_are_tied_where_they_are_the_same() -> None:
    assert strand_view(played("row", "bury")).knots == (
        Knot(CROSSING, mine=True, real=True, same=True),
        Knot(FAR_BANK, mine=True, real=True, same=True),
        Knot(END, mine=True, real=True, same=True),
    )


def test_another_order_at_the_same_hour_is_not_the_same() -> None:
    knots = strand_view(played("march", "wait")).knots
    assert knots[0] == Knot(CROSSING, mine=True, real=True, same=False)
    assert [(knot.mine, knot.real) for knot in knots[1:]] == [(False, True), (False, True)]


def test_of_1945_no_more_is_shown_than_had_come_to_pass() -> None:
    shown = strand_view(played("row"), until=date(1945, 8, 10))
    assert [knot.at for knot in shown.knots] == [CROSSING]
    assert shown.mine == shown.real == 0.1


def test_a_page_without_a_moment_stands_at_that_of_the_last_order() -> None:
    assert strand_so_far(played(), None) is None
    shown = strand_so_far(played("row"), None)
    assert shown == strand_view(played("row"), until=CROSSED)


@given(st.datetimes(datetime(1900, 1, 1), datetime(2000, 1, 1)))
def test_a_share_lies_between_nought_and_one_and_grows_with_time(at) -> None:
    instant = at.replace(tzinfo=BEGIN.tzinfo)
    assert 0.0 <= share(instant) <= share(instant + timedelta(hours=1)) <= 1.0
