"""The counts of a kiosk, read from its file while the kiosk may be writing it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Iterator

from game.kiosk.visits.record import GLANCE
from game.kiosk.visits.schema import COUNTS, VERSION, Table
from game.misuse import Misuse

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Counted:
    """All rows of the file of counts, by table.

    Attributes:
        rows: Each row by its columns, in the order of its key.
    """

    rows: dict[str, list[Row]] = field(default_factory=lambda: {t.name: [] for t in COUNTS})

    @classmethod
    def of(cls, path: Path) -> Counted:
        """Read a file; where there is none, nothing has been counted.

        Raises:
            Misuse: if it cannot be read.
        """
        if not path.exists():
            return cls()
        try:
            with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as base:
                return cls({table.name: list(_rows(base, table)) for table in COUNTS})
        except (sqlite3.Error, OSError) as fault:
            raise Misuse(
                f"{path} cannot be read ({fault}); the kiosk sets it aside and begins a new one."
            ) from None

    @property
    def visits(self) -> list[Row]:
        """Visits that are part of the figures."""
        return [row for row in self.rows["visits"] if row["ends"] != GLANCE]

    @property
    def glances(self) -> int:
        """Times that somebody touched the screen, and did no more."""
        return sum(row["n"] for row in self.rows["visits"] if row["ends"] == GLANCE)

    def by(self, *columns: str) -> Counter[Any]:
        """Visits by a column, or by several."""
        return _summed(self.visits, columns, "n")

    def choices(self, what: str = "n") -> Counter[Any]:
        """Orders by decision and choice; those that were `changed`, if asked for."""
        return _summed(self.rows["choices"], ("node", "choice"), what)

    def pages(self, what: str = "n") -> Counter[Any]:
        """Visits by page; those whose `last` it was, if asked for."""
        return _summed(self.rows["pages"], ("node",), what)

    def dwell(self, what: str) -> dict[str, dict[int, int]]:
        """Times spent on a `page`, or before an `order`, by node and step."""
        found: dict[str, dict[int, int]] = {}
        rows = [row for row in self.rows["dwell"] if row["what"] == what]
        for (node, step), number in _summed(rows, ("node", "seconds"), "n").items():
            found.setdefault(node, {})[step] = number
        return found


def _rows(base: sqlite3.Connection, table: Table) -> Iterator[Row]:
    if base.execute("pragma user_version").fetchone() != (VERSION,):
        raise sqlite3.DatabaseError("it is of another version")
    columns = (*table.key, *table.sums)
    query = f"select {', '.join(columns)} from {table.name} order by {', '.join(table.key)}"
    for row in base.execute(query):
        yield dict(zip(columns, row, strict=True))


def _summed(rows: list[Row], columns: tuple[str, ...], what: str) -> Counter[Any]:
    found: Counter[Any] = Counter()
    for row in rows:
        key = tuple(row[name] for name in columns)
        found[key if len(columns) > 1 else key[0]] += row[what]
    return found
