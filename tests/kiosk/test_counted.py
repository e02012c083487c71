"""Whole visits at the kiosk, with trouble under the file of counts: play goes on, all is counted once."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import Callable, ContextManager, Iterator

import pytest

from game.kiosk.clock import FakeClock
from game.kiosk.visits import Visits, store
from game.kiosk.visits.store import Store
from tests.kiosk.playing import At, at_the_kiosk


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "WAITS", 0.0)


async def a_visit(at: At) -> None:
    """From the attract loop to an ending, by the first button each time, and begun anew."""
    await at.press("x")
    for _ in range(40):
        if at.desk.showing == "ending":
            break
        await at.press("1")
    assert at.desk.showing == "ending"
    await at.wait(600)
    await at.wait(600)
    assert at.shown == "attract"


@contextmanager
def taken_away(path: Path, _: pytest.MonkeyPatch) -> Iterator[None]:
    for found in path.parent.iterdir():
        found.unlink()
    yield


@contextmanager
def overwritten(path: Path, _: pytest.MonkeyPatch) -> Iterator[None]:
    for found in path.parent.iterdir():
        found.unlink()
    path.write_bytes(b"no database" * 1000)
    yield


@contextmanager
def locked(path: Path, _: pytest.MonkeyPatch) -> Iterator[None]:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin exclusive")
    yield
    other.close()


@contextmanager
def full(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refused(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "add", refused)
        yield


Trouble = Callable[[Path, pytest.MonkeyPatch], ContextManager[None]]


@pytest.mark.parametrize(
    "trouble, told, counted",
    [
        (taken_away, "had been taken away", 2),
        (overwritten, "could not be used", 2),
        (locked, "is locked", 3),
        (full, "disk is full", 3),
    ],
)
async def test_play_goes_on_and_each_visit_is_counted_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: Trouble, told: str, counted: int
) -> None:
    path = tmp_path / "data" / "visits.sqlite"
    kept = Visits.open(path, FakeClock(), "kiosk-1", "hash", minimum=1)
    async with at_the_kiosk(visits=kept) as at:
        await a_visit(at)
        kept.flush()
        with trouble(path, monkeypatch):
            await a_visit(at)
            kept.flush()
            assert kept.problem is not None
            assert told in kept.problem
        await a_visit(at)
    kept.close()
    assert (kept.counts().all, kept.waiting) == (counted, 0)
