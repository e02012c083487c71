"""Writes visits down, whatever becomes of the file; in a thread, so that nobody waits for it."""

from __future__ import annotations

import queue
import sqlite3
import threading
from collections import deque
from pathlib import Path
from typing import Callable

from game.kiosk.clock import Clock
from game.kiosk.visits.record import Record
from game.kiosk.visits.store import Labels, Store, WrongFile
from game.kiosk.visits.tallies import Snapshot
from game.saves.files import set_aside

MOST_WAITING = 5000
"""Visits kept in memory while they cannot be written; beyond it the oldest are lost."""

PATIENCE = 30.0
"""Seconds that a locked file is waited for before a new one is begun."""

RETRY = 5.0
"""Seconds between two tries."""

JOURNAL = ("-wal", "-shm")
"""What SQLite puts beside its file."""

BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class Keeper:
    """Keeps visits, and knows the last snapshot of the counts.

    Args:
        path: The file of counts.
        today: Gives the day of today.
        tell: Is told each new problem; an empty word when it is over.
    """

    def __init__(
        self,
        path: Path,
        clock: Clock,
        labels: Labels,
        today: Callable[[], str],
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._tell, self._told = tell, ""
        self.snapshot = Snapshot()
        self._path, self._clock, self._labels, self._today = path, clock, labels, today
        self._waiting: deque[Record] = deque(maxlen=MOST_WAITING)
        self._store: Store | None = None
        self._locked_since: float | None = None
        self._trouble: str | None = None
        self._set_aside: str | None = None

    @property
    def problem(self) -> str | None:
        """In one sentence what staff should know, or None."""
        return self._trouble or self._set_aside

    @property
    def waiting(self) -> int:
        """Visits that have not been written yet."""
        return len(self._waiting)

    def take(self, record: Record) -> None:
        """Take a visit to be written by `work`."""
        self._waiting.append(record)

    def work(self) -> bool:
        """Write what waits, and renew the snapshot; never raises.

        Returns:
            Whether everything has been written.
        """
        try:
            self._write()
            self._locked_since = self._trouble = None
            return True
        except (sqlite3.Error, OSError) as fault:
            self._troubled(fault)
            return False
        finally:
            self._tell_news()

    def _tell_news(self) -> None:
        """Tell a problem once, whatever number of visits waits by now."""
        news = (self.problem or "").partition(";")[0]
        if news != self._told:
            self._told = news
            self._tell(self.problem or "")

    def _write(self) -> None:
        store, today = self._opened(), self._today()
        if self._waiting:
            store.add(self._waiting, self._labels)
            self._waiting.clear()
        if today != self.snapshot.day:
            store.forget(today)
        self.snapshot = store.snapshot(today)

    def _opened(self) -> Store:
        if self._store is not None and not self._store.is_there():
            self.close()
            self._set_aside = f"{self._path.name} had been taken away; a new one was begun."
        if self._store is None:
            self._store = Store(self._path)
        return self._store

    def _troubled(self, fault: sqlite3.Error | OSError) -> None:
        self.close()
        code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
        if isinstance(fault, WrongFile) or code in BROKEN:
            self._begin_anew("could not be used")
        elif code in LOCKED and self._too_long():
            self._begin_anew("was locked by another program")
        else:
            reason = getattr(fault, "strerror", None) or str(fault)
            self._trouble = (
                f"Visitors' choices cannot be written to {self._path} ({reason}); "
                f"{len(self._waiting)} visits wait in memory."
            )

    def _too_long(self) -> bool:
        now = self._clock.monotonic()
        self._locked_since = now if self._locked_since is None else self._locked_since
        return now - self._locked_since >= PATIENCE

    def _begin_anew(self, why: str) -> None:
        """Move the file and its journal out of the way; the next try begins a new one."""
        self._locked_since = None
        try:
            kept = set_aside(self._path, JOURNAL)
        except OSError as fault:
            self._trouble = (
                f"{self._path} {why} and cannot be moved ({fault.strerror}); "
                f"{len(self._waiting)} visits wait in memory."
            )
            return
        self._set_aside = f"{self._path.name} {why}; it is kept as {kept.name}."
        self._trouble = None

    def close(self) -> None:
        """Let go of the file."""
        if self._store is not None:
            self._store.close()
            self._store = None


class Writer:
    """The thread in which a keeper works."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._queue: queue.SimpleQueue[Record | threading.Event | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="visits", daemon=True)
        self._thread.start()

    def put(self, record: Record) -> None:
        """Hand a visit over. Returns at once."""
        self._queue.put(record)

    def flush(self, seconds: float) -> bool:
        """Wait until everything handed over so far has been tried; whether that was in time."""
        done = threading.Event()
        self._queue.put(done)
        return done.wait(seconds)

    def close(self, seconds: float) -> None:
        """Write what can be written, and end."""
        self._queue.put(None)
        self._thread.join(seconds)

    def _run(self) -> None:
        whole = self._work()
        while True:
            try:
                item = self._queue.get(timeout=None if whole else RETRY)
            except queue.Empty:
                whole = self._work()
                continue
            if item is None:
                self._work()
                self._keeper.close()
                return
            if isinstance(item, Record):
                self._keeper.take(item)
            whole = self._work()
            if isinstance(item, threading.Event):
                item.set()

    def _work(self) -> bool:
        """Work, and once more where that made room for a new file."""
        return self._keeper.work() or self._keeper.work()
