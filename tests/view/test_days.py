"""Day by day: yours, beyond the hill, in the city."""

from __future__ import annotations

from game.view.days import DayRow, Deed, day_rows
from tests.ford import ford, played


def test_days_stand_in_order_with_everyones_hours() -> None:
    rows = day_rows(played("row", "bury"))
    assert rows[0] == DayRow(
        "9 August 1945",
        ((Deed("The camp"), Deed("The crossing")), (), (Deed("A fisherman", "fisherman"),)),
    )
    assert [row.day for row in rows[1:3]] == ["10 August 1945", "11 August 1945"]


def test_what_has_no_date_stands_at_the_end_under_its_own_words() -> None:
    assert day_rows(played("row", "bury"))[-1].day == "that night"


def test_an_aside_before_the_first_order_comes_first() -> None:
    title = 'title = "A fisherman"'
    early = ford(f"{title}\nat = 1945-08-09", f"{title}\nat = 1945-07-01")
    assert next(row.day for row in day_rows(played("row", story=early))) == "1 July 1945"
