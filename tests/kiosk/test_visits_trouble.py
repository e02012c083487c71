"""Whatever becomes of the file of counts: play goes on, nothing is lost, staff are told."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from game.kiosk.clock import FakeClock
from game.kiosk.visits import keeper as keeping
from game.kiosk.visits import store as storing
from game.kiosk.visits.keeper import Keeper
from game.saves.files import set_aside
from tests.kiosk.visiting import LABELS, keeper, record, visit, visits


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "WAITS", 0.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "visits.sqlite"


@pytest.mark.parametrize("content", [b"no database at all, but long enough" * 90, b"\0" * 5000])
def test_a_file_that_is_none_is_set_aside(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    kept = visits(path, FakeClock())
    visit(kept)
    kept.close()
    assert kept.counts().all == 1
    assert kept.problem == "visits.sqlite could not be used; it is kept as visits.sqlite.broken-1."
    assert path.with_name("visits.sqlite.broken-1").read_bytes() == content


def test_a_file_broken_within_is_set_aside(path: Path) -> None:
    kept = keeper(path, FakeClock())
    for number in range(300):
        kept.take(record(number, choice=f"c{number}"))
    assert kept.work()
    kept.close()
    raw = bytearray(path.read_bytes())
    raw[4096 + 8 : 20_000] = b"\xff" * (20_000 - 4096 - 8)
    path.write_bytes(bytes(raw))
    again = keeper(path, FakeClock())
    again.take(record(1))
    assert not again.work()
    assert again.work()
    assert again.snapshot.visits == 1
    assert path.with_name("visits.sqlite.broken-1").read_bytes() == bytes(raw)


def test_a_journal_goes_with_its_file(path: Path) -> None:
    for end in ("", "-wal", "-shm"):
        Path(f"{path}{end}").write_text(end)
    path.with_name("visits.sqlite.broken-1").write_text("older")
    assert set_aside(path, keeping.JOURNAL) == path.with_name("visits.sqlite.broken-2")
    names = {found.name: found.read_text() for found in path.parent.iterdir()}
    moved = {f"visits.sqlite.broken-2{end}": end for end in ("", "-wal", "-shm")}
    assert names == {**moved, "visits.sqlite.broken-1": "older"}


def test_another_program_s_database_is_left_whole(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("create table bookings (name text)")
    other.commit()
    other.close()
    kept = keeper(path, FakeClock())
    kept.work()
    assert kept.work()
    moved = sqlite3.connect(path.with_name("visits.sqlite.broken-1"))
    assert moved.execute("select name from sqlite_master").fetchall() == [("bookings",)]


def locked(path: Path) -> sqlite3.Connection:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("pragma locking_mode = exclusive")
    other.execute("begin exclusive")
    return other


def test_a_file_locked_for_a_while_is_waited_for(path: Path) -> None:
    clock = FakeClock()
    kept = keeper(path, clock)
    assert kept.work()
    kept.close()
    other = locked(path)
    kept.take(record(1))
    assert not kept.work()
    assert kept.problem is not None
    assert "locked); 1 visits wait in memory." in kept.problem
    other.close()
    clock.advance(keeping.PATIENCE - 1)
    assert kept.work()
    assert (kept.problem, kept.snapshot.visits, kept.waiting) == (None, 1, 0)


def test_a_file_locked_for_good_is_set_aside(path: Path) -> None:
    clock = FakeClock()
    kept = keeper(path, clock)
    kept.take(record(1))
    assert kept.work()
    kept.close()
    other = locked(path)
    kept.take(record(2))
    assert not kept.work()
    clock.advance(keeping.PATIENCE)
    assert not kept.work()
    assert kept.work()
    assert kept.snapshot.visits == 1
    assert kept.problem is not None
    assert "was locked by another program; it is kept as visits.sqlite.broken-1" in kept.problem
    other.close()
    old = sqlite3.connect(path.with_name("visits.sqlite.broken-1"))
    assert old.execute("select sum(n) from visits").fetchone() == (1,)


def test_on_a_full_disk_visits_wait_and_are_written_later(path: Path) -> None:
    """The database itself says that the disk is full: it may not grow."""
    kept = keeper(path, FakeClock())
    assert kept.work()
    base = kept._store._base  # type: ignore[union-attr]
    (pages,) = base.execute("pragma page_count").fetchone()
    base.execute(f"pragma max_page_count = {pages}")
    for number in range(400):
        kept.take(record(number, choice=f"choice-{number}"))
    assert not kept.work()
    assert kept.problem is not None
    assert "(database or disk is full); 400 visits wait in memory." in kept.problem
    assert kept.work()  # opened anew, it may grow again
    assert (kept.problem, kept.snapshot.visits, kept.waiting) == (None, 400, 0)


def test_where_nothing_can_be_written_play_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way of the folder")
    kept = visits(tmp_path / "file" / "visits.sqlite", FakeClock())
    visit(kept)
    kept.flush()
    assert (kept.tally("begin"), kept.counts().all, kept.waiting) == (None, 0, 1)
    assert kept.problem is not None
    assert "1 visits wait in memory" in kept.problem
    (tmp_path / "file").unlink()
    kept.close()
    assert (kept.counts().all, kept.waiting, kept.problem) == (1, 0, None)


def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("whoever runs this may write anywhere")
    kept = keeper(tmp_path / "visits.sqlite", FakeClock())
    kept.take(record(1))
    assert not kept.work()
    assert kept.problem is not None
    tmp_path.chmod(0o700)
    assert kept.work()


def test_a_read_only_file_is_told_and_written_later(path: Path) -> None:
    kept = keeper(path, FakeClock())
    assert kept.work()
    kept._store._base.execute("pragma query_only = on")  # type: ignore[union-attr]
    kept.take(record(1))
    assert not kept.work()
    assert kept.problem is not None
    assert "readonly" in kept.problem
    assert kept.work()
    assert kept.snapshot.visits == 1


def test_a_file_that_was_taken_away_is_begun_anew(path: Path) -> None:
    kept = visits(path, FakeClock())
    visit(kept)
    kept.flush()
    for found in path.parent.iterdir():
        found.unlink()
    visit(kept)
    kept.close()
    assert kept.counts().all == 1
    assert kept.problem == "visits.sqlite had been taken away; a new one was begun."
    assert path.exists()


def test_each_problem_is_told_once_and_its_end(tmp_path: Path) -> None:
    told: list[str] = []
    clock = FakeClock()
    (tmp_path / "file").write_text("in the way of the folder")
    path = tmp_path / "file" / "visits.sqlite"
    kept = Keeper(path, clock, LABELS, lambda: "2026-03-02", told.append)
    for number in range(3):
        kept.take(record(number))
        assert not kept.work()
    (tmp_path / "file").unlink()
    assert kept.work()
    assert kept.work()
    assert len(told) == 2
    assert "cannot be written" in told[0]
    assert told[1] == ""


def test_too_many_waiting_visits_lose_the_oldest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MOST_WAITING", 3)
    (tmp_path / "file").write_text("")
    kept = keeper(tmp_path / "file" / "visits.sqlite", FakeClock())
    for number in range(5):
        kept.take(record(number))
    assert kept.waiting == 3


def test_the_thread_tries_again_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "RETRY", 0.01)
    written, work, tried = threading.Event(), keeping.Keeper.work, []

    def watched(kept: keeping.Keeper) -> bool:
        tried.append(1)
        if len(tried) == 12:
            (tmp_path / "file").unlink()
        whole = work(kept)
        if whole:
            written.set()
        return whole

    monkeypatch.setattr(keeping.Keeper, "work", watched)
    (tmp_path / "file").write_text("in the way of the folder")
    kept = visits(tmp_path / "file" / "visits.sqlite", FakeClock())
    visit(kept)
    assert written.wait(30)
    kept.close()
    assert kept.counts().all == 1


def test_of_a_file_that_grows_for_months_little_is_kept_in_memory(path: Path) -> None:
    kept = keeper(path, FakeClock())
    assert kept.work()
    base = kept._store._base  # type: ignore[union-attr]
    assert base.execute("pragma cache_size").fetchone() == (-256,)
