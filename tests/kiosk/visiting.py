"""Visits for tests, and counts to hold them against."""

from __future__ import annotations

from pathlib import Path

from game.kiosk.clock import FakeClock
from game.kiosk.visits import Record, Visits
from game.kiosk.visits.buckets import PAGES, WHOLE, bucket
from game.kiosk.visits.keeper import Keeper
from game.kiosk.visits.record import Order, Read, VisitId, day_of
from game.kiosk.visits.store import Labels

LABELS = Labels("kiosk-1", "1.0")


def record(
    number: int, choice: str = "wait", how: str = "finished", day: str = "2026-03-02"
) -> Record:
    """A visit of two pages and one order."""
    pages = (Read("begin", bucket(12)), Read("after", bucket(31)))
    orders = (Order("begin", choice, bucket(9, PAGES)),)
    length = bucket(43, WHOLE)
    return Record(VisitId(number), "hash", day, 11, "en", "", "short", pages, orders, length, how)


def keeper(path: Path, clock: FakeClock) -> Keeper:
    """A keeper without a thread."""
    return Keeper(path, clock, LABELS, lambda: day_of(clock.now()))


def visits(path: Path, clock: FakeClock, minimum: int = 20) -> Visits:
    return Visits.open(path, clock, "kiosk-1", "hash", minimum, untallied=("bridge",))


def visit(kept: Visits, choice: str = "wait", how: str = "finished") -> None:
    """One whole visit: two pages, one order."""
    found = kept.begin("en")
    kept.page(found, "begin", 12)
    kept.order(found, 1, "begin", choice, 9)
    kept.page(found, "after", 31)
    kept.end(found, how)
