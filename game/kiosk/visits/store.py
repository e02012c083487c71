"""The file of counts. A visit is added to them whole, in one transaction, once.

No visit is kept as a row of its own. Its random id is remembered until the next day,
so that a visit that is written twice is counted once.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Iterable

from game.kiosk.visits.record import Record
from game.kiosk.visits.schema import CHOICES, COUNTS, DWELL, NAMES, PAGES, SEEN, VERSION, VISITS
from game.kiosk.visits.tallies import Snapshot

WAITS = 2.0
"""Seconds that are waited for another program that has the file."""

KEPT = 256
"""Kilobytes of the file that are kept in memory, however long it grows with the months."""


class WrongFile(sqlite3.DatabaseError):
    """A file that is no file of counts, or one that is broken."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What every count is kept under.

    Attributes:
        version: The program's version.
    """

    kiosk: str
    version: str


class Store:
    """An open file of counts. It belongs to the thread that opened it.

    Args:
        path: The file; it is made where there is none.

    Raises:
        sqlite3.Error: if it cannot be opened.
        OSError: if its folder cannot be made.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._base = sqlite3.connect(path, timeout=WAITS, isolation_level=None)
        try:
            self._prepare()
            self._file = _file(path)
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        (version,) = self._base.execute("pragma user_version").fetchone()
        found = self._base.execute("select name from sqlite_master where type = 'table'")
        names = {name for (name,) in found}
        if (version, names) not in ((0, set()), (VERSION, NAMES)):
            raise WrongFile("another program's file, or another version's")
        self._base.execute("pragma journal_mode = wal")
        self._base.execute("pragma synchronous = normal")
        self._base.execute(f"pragma cache_size = -{KEPT}")
        if not names:
            tables = "; ".join([SEEN, *(table.made() for table in COUNTS)])
            self._base.executescript(f"begin; {tables}; pragma user_version = {VERSION}; commit;")
        (sound,) = self._base.execute("pragma quick_check(1)").fetchone()
        if sound != "ok":
            raise WrongFile(sound)

    def is_there(self) -> bool:
        """Whether the file is still the one that was opened."""
        return self._file is not None and _file(self._path) == self._file

    def add(self, records: Iterable[Record], labels: Labels) -> None:
        """Count visits; those that have been counted are passed over.

        Raises:
            sqlite3.Error: if that cannot be done; none is counted then.
        """
        self._base.execute("begin immediate")
        try:
            for record in records:
                self._add(record, labels)
            self._base.execute("commit")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._base.execute("rollback")
            raise

    def _add(self, record: Record, labels: Labels) -> None:
        seen = "insert or ignore into seen values (?, ?)"
        if self._base.execute(seen, (record.id, record.day)).rowcount == 0:
            return
        if record.how != "staff":
            pages = len({page.node for page in record.pages})
            when = (record.day, record.hour, record.language, record.modes, record.campaign)
            row = (labels.kiosk, record.story, labels.version, *when, pages)
            self._base.execute(VISITS.adds(), (*row, record.step, record.how, 1))
        if record.counts:
            self._add_course(record, (labels.kiosk, record.story, record.day))

    def _add_course(self, record: Record, key: tuple[str, str, str]) -> None:
        last = record.pages[-1].node if record.how != "finished" else None
        nodes = dict.fromkeys(page.node for page in record.pages)
        orders = [order for order in record.orders if order.was_read]
        spent = Counter(("page", page.node, page.step) for page in record.pages)
        spent.update(("order", order.node, order.step) for order in record.orders)
        choices = [(*key, order.node, order.choice, 1, order.changed) for order in orders]
        self._base.executemany(CHOICES.adds(), choices)
        self._base.executemany(PAGES.adds(), [(*key, node, 1, node == last) for node in nodes])
        self._base.executemany(DWELL.adds(), [(*key, *what, n) for what, n in spent.items()])

    def forget(self, today: str) -> None:
        """Drop the ids of the visits of other days."""
        self._base.execute("delete from seen where day <> ?", (today,))

    def snapshot(self, today: str) -> Snapshot:
        """What screens may ask."""
        return Snapshot(
            today,
            self._choices("select node, choice, sum(n) from choices group by 1, 2"),
            self._choices(
                "select node, choice, sum(n) from choices where day = ? group by 1, 2", today
            ),
            self._visits("select sum(n) from visits where ends <> 'glance'"),
            self._visits("select sum(n) from visits where ends <> 'glance' and day = ?", today),
        )

    def _choices(self, query: str, *given: str) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {}
        for node, choice, number in self._base.execute(query, given):
            found.setdefault(node, {})[choice] = number
        return found

    def _visits(self, query: str, *given: str) -> int:
        return int(self._base.execute(query, given).fetchone()[0] or 0)

    def close(self) -> None:
        """Let go of the file."""
        with contextlib.suppress(sqlite3.Error):
            self._base.close()


def _file(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
