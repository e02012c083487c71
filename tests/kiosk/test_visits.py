"""Visitors' choices: each is counted once, by the hour, and shown only with enough others."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.kiosk.clock import FakeClock
from game.kiosk.visits import Counts, Record
from game.kiosk.visits.buckets import PAGES, WHOLE, bucket, in_words, median
from game.kiosk.visits.store import Store
from tests.kiosk.visiting import LABELS, keeper, record, visit, visits


def all_rows(path: Path) -> str:
    """Everything that is in a file of counts, as text."""
    base = sqlite3.connect(path)
    dump = "\n".join(base.iterdump())
    base.close()
    return dump


def test_a_comparison_is_given_from_twenty_visitors_on(tmp_path: Path) -> None:
    kept = visits(tmp_path / "v.sqlite", FakeClock())
    for number in range(19):
        visit(kept, "go" if number < 5 else "wait")
    kept.flush()
    assert kept.tally("begin") is None
    visit(kept)
    kept.flush()
    tally = kept.tally("begin")
    assert tally is not None
    assert (tally.all, tally.today, tally.total) == (
        {"go": 5, "wait": 15},
        {"go": 5, "wait": 15},
        20,
    )
    assert kept.counts() == Counts(today=20, all=20)
    kept.close()


def test_the_next_day_begins_at_nothing_and_shows_all_the_same(tmp_path: Path) -> None:
    clock = FakeClock()
    kept = visits(tmp_path / "v.sqlite", clock)
    for _ in range(20):
        visit(kept)
    kept.flush()
    clock.advance(24 * 3600)
    tally = kept.tally("begin")
    assert tally is not None
    assert (tally.total, tally.today, kept.counts()) == (20, None, Counts(0, 20))
    visit(kept)
    kept.close()
    assert kept.counts() == Counts(1, 21)


def test_no_choice_is_kept_where_none_may_be_shown(tmp_path: Path) -> None:
    kept = visits(tmp_path / "v.sqlite", FakeClock(), minimum=1)
    found = kept.begin("en")
    kept.page(found, "bridge", 10)
    kept.order(found, 1, "bridge", "order-it", 10)
    kept.page(found, "after", 10)
    kept.end(found, "finished")
    kept.close()
    assert kept.tally("bridge") is None
    assert "order-it" not in all_rows(tmp_path / "v.sqlite")


def test_who_touched_the_screen_only_or_works_here_is_no_visitor(tmp_path: Path) -> None:
    kept = visits(tmp_path / "v.sqlite", FakeClock(), minimum=1)
    visit(kept, how="staff")
    touched = kept.begin("en")
    kept.page(touched, "begin", 10)
    kept.page(touched, "begin", 10)
    kept.order(touched, 1, "begin", "go", 10)
    kept.end(touched, "idle")
    kept.close()
    assert kept.counts() == Counts(0, 0)
    assert kept.tally("begin") is None


def test_the_first_order_at_a_place_stands(tmp_path: Path) -> None:
    kept = visits(tmp_path / "v.sqlite", FakeClock(), minimum=1)
    found = kept.begin("en")
    kept.page(found, "begin", 10)
    for choice in ("wait", "wait", "go"):
        kept.order(found, 1, "begin", choice, 10)
    kept.page(found, "after", 10)
    for _ in range(3):
        kept.end(found, "finished")
    kept.close()
    tally = kept.tally("begin")
    assert tally is not None
    assert tally.all == {"wait": 1}


def test_an_order_too_fast_to_have_been_read_is_not_counted(tmp_path: Path) -> None:
    kept = visits(tmp_path / "v.sqlite", FakeClock(), minimum=1)
    found = kept.begin("en")
    kept.order(found, 1, "begin", "go", 1.9)
    kept.page(found, "begin", 2)
    kept.order(found, 2, "after", "stay", 2.0)
    kept.page(found, "after", 2)
    kept.end(found, "idle")
    kept.close()
    assert kept.tally("begin") is None
    assert kept.tally("after") is not None


def test_nothing_is_kept_that_tells_who_or_when_exactly(tmp_path: Path) -> None:
    clock = FakeClock(now=datetime(2026, 3, 2, 11, 47, 53, tzinfo=UTC))
    kept = visits(tmp_path / "v.sqlite", clock)
    visit(kept)
    kept.flush()
    clock.advance(24 * 3600)
    visit(kept)
    kept.close()
    said = all_rows(tmp_path / "v.sqlite")
    counts = [line for line in said.splitlines() if 'INTO "seen"' not in line]
    assert "47" not in "".join(counts)
    assert said.count('INSERT INTO "seen"') == 1
    assert said.count('INSERT INTO "visits"') == 2


def test_a_visit_is_kept_under_the_story_that_it_began_with(tmp_path: Path) -> None:
    kept = visits(tmp_path / "v.sqlite", FakeClock(), minimum=1)
    found = kept.begin("en")
    kept.plays("new", ["begin"])
    for node in ("begin", "after"):
        kept.page(found, node, 10)
    kept.order(found, 1, "begin", "go", 10)
    kept.end(found, "finished")
    kept.close()
    said = all_rows(tmp_path / "v.sqlite")
    assert "'hash'" in said
    assert "'new'" not in said
    assert kept.tally("begin") is None


def test_a_clock_that_was_never_set_gives_no_day(tmp_path: Path) -> None:
    clock = FakeClock(now=datetime(1970, 1, 1, 3, tzinfo=UTC))
    kept = visits(tmp_path / "v.sqlite", clock, minimum=1)
    visit(kept)
    kept.close()
    assert kept.counts() == Counts(today=0, all=1)
    assert "1970" not in all_rows(tmp_path / "v.sqlite")


def test_a_clock_set_back_in_a_visit_makes_it_no_shorter(tmp_path: Path) -> None:
    clock = FakeClock()
    kept = visits(tmp_path / "v.sqlite", clock)
    found = kept.begin("en")
    clock.advance(70)
    clock.jump(-9000)
    kept.page(found, "begin", 70)
    kept.page(found, "after", 2)
    kept.end(found, "idle")
    kept.close()
    base = sqlite3.connect(tmp_path / "v.sqlite")
    assert base.execute("select seconds from visits").fetchone() == (60,)


def test_nothing_at_all_is_kept_where_that_was_asked_for(tmp_path: Path) -> None:
    from game.kiosk.visits import Visits

    kept = Visits.open(None, FakeClock(), "kiosk-1", "hash")
    visit(kept)
    assert kept.flush()
    kept.close()
    assert (kept.counts(), kept.tally("begin"), kept.problem) == (Counts(), None, None)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["page", "page", "order", "order", "end", "night"]),
        st.integers(0, 2),
        st.integers(1, 3),
        st.sampled_from(["wait", "go"]),
    ),
    max_size=60,
)


class Told:
    """The plain model: the pages and the first orders of three visits, until each is over."""

    def __init__(self) -> None:
        self.pages: list[set[str]] = [set(), set(), set()]
        self.orders: list[dict[int, str]] = [{}, {}, {}]
        self.over: set[int] = set()

    def tell(self, act: str, which: int, number: int, choice: str) -> None:
        if which in self.over:
            return
        if act == "page":
            self.pages[which].add(f"n{number}")
        elif act == "order":
            self.orders[which].setdefault(number, choice)
        elif act == "end":
            self.over.add(which)

    def counted(self) -> Counter[tuple[str, str]]:
        orders = [self.orders[i] for i, pages in enumerate(self.pages) if len(pages) >= 2]
        return Counter((f"n{number}", choice) for own in orders for number, choice in own.items())


@settings(max_examples=100)
@given(ACTS)
def test_nothing_counts_twice_whatever_is_told_again(acts: list[tuple[str, int, int, str]]) -> None:
    clock, told = FakeClock(), Told()
    with TemporaryDirectory() as folder:
        kept = visits(Path(folder) / "v.sqlite", clock, minimum=1)
        begun = [kept.begin("en") for _ in range(3)]
        for act, which, number, choice in [*acts, *(("end", i, 1, "") for i in (0, 1, 2, 0, 1, 2))]:
            told.tell(act, which, number, choice)
            if act == "page":
                kept.page(begun[which], f"n{number}", 10)
            elif act == "order":
                kept.order(begun[which], number, f"n{number}", choice, 10)
            elif act == "end":
                kept.end(begun[which], "finished")
            else:
                kept.flush()
                clock.advance(24 * 3600)
                kept.flush()
        kept.close()
        found = {f"n{number}": kept.tally(f"n{number}") for number in (1, 2, 3)}
        assert kept.counts().all == sum(len(pages) >= 2 for pages in told.pages)
        assert told.counted() == {
            (node, choice): number
            for node, tally in found.items()
            if tally
            for choice, number in tally.all.items()
        }


def test_a_visit_that_is_told_again_another_day_is_not_counted_again(tmp_path: Path) -> None:
    clock = FakeClock()
    kept = visits(tmp_path / "v.sqlite", clock)
    found = kept.begin("en")
    for _ in range(3):
        kept.page(found, "begin", 10)
        kept.page(found, "after", 10)
        kept.end(found, "finished")
        kept.flush()
        clock.advance(24 * 3600)
        kept.flush()
    kept.close()
    assert kept.counts().all == 1


def test_of_visits_that_cannot_all_be_counted_none_is(tmp_path: Path) -> None:
    store = Store(tmp_path / "v.sqlite")
    broken = replace(record(2), hour=None)  # type: ignore[arg-type]
    with pytest.raises(sqlite3.IntegrityError):
        store.add([record(1), broken], LABELS)
    assert store.snapshot("2026-03-02").visits == 0
    store.add([record(1), record(3)], LABELS)
    assert store.snapshot("2026-03-02").visits == 2
    store.close()


BATCHES = st.lists(st.lists(st.integers(1, 8), max_size=6), max_size=8)


@settings(max_examples=60)
@given(BATCHES, st.lists(st.booleans(), max_size=8))
def test_a_visit_written_again_is_counted_once(
    batches: list[list[int]], reopen: list[bool]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "v.sqlite"
        store = Store(path)
        for i, batch in enumerate(batches):
            store.add([record(number) for number in batch], LABELS)
            if i < len(reopen) and reopen[i]:
                store.close()
                store = Store(path)
        told = store.snapshot("2026-03-02")
        store.close()
        visitors = {number for batch in batches for number in batch}
        assert told.visits == told.visits_today == len(visitors)
        assert told.all == ({"begin": {"wait": len(visitors)}} if visitors else {})


def test_a_visit_whose_writing_was_not_confirmed_is_counted_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = Store.add

    def unconfirmed(store: Store, records: list[Record], labels: object) -> None:
        add(store, records, LABELS)
        raise sqlite3.OperationalError("disk I/O error")

    kept = keeper(tmp_path / "v.sqlite", FakeClock())
    kept.take(record(1))
    monkeypatch.setattr(Store, "add", unconfirmed)
    assert not kept.work()
    monkeypatch.setattr(Store, "add", add)
    assert kept.work()
    assert kept.snapshot.visits == 1


@given(st.floats(0, 1e6))
def test_a_length_of_time_lies_in_its_step(seconds: float) -> None:
    for steps in (PAGES, WHOLE):
        found = bucket(seconds, steps)
        after = steps[steps.index(found) + 1 :]
        assert found <= seconds
        assert not after or seconds < after[0]


def test_steps_in_words_and_their_middle() -> None:
    assert in_words(20) == "20-29 s"
    assert in_words(300) == "300 s and more"
    assert median({}) is None
    assert median({10: 1, 20: 1, 300: 1}) == 20
