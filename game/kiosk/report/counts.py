"""The counts of a kiosk, read from its file while the kiosk may be writing it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Iterator

from game.kiosk.visits.record import GLANCE
from game.kiosk.visits.schema import CHOICES, COUNTS, DWELL, PAGES, VERSION, VISITS, Table
from game.misuse import Misuse

Row = dict[str, Any]


class Counted:
    """An open file of counts, as it was when it was opened; see `opened`."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base

    def rows(self, table: Table) -> Iterator[Row]:
        """Every row of a table by its columns, in the order of its key."""
        columns = (*table.key, *table.sums)
        query = f"select {', '.join(columns)} from {table.name} order by {', '.join(table.key)}"
        for row in self._base.execute(query):
            yield dict(zip(columns, row, strict=True))

    @property
    def glances(self) -> int:
        """Times that somebody touched the screen, and did no more."""
        query = f"select coalesce(sum(n), 0) from visits where ends = '{GLANCE}'"
        return int(self._base.execute(query).fetchone()[0])

    def by(self, *columns: str) -> Counter[Any]:
        """Visits by a column, or by several."""
        return self._summed(VISITS, columns, "n", f"where ends <> '{GLANCE}'")

    def choices(self, what: str = "n") -> Counter[Any]:
        """Orders by decision and choice; those that were `changed`, if asked for."""
        return self._summed(CHOICES, ("node", "choice"), what)

    def pages(self, what: str = "n") -> Counter[Any]:
        """Visits by page; those whose `last` it was, if asked for."""
        return self._summed(PAGES, ("node",), what)

    def nodes(self) -> set[str]:
        """Every page and decision that was counted."""
        return set(self.pages()) | {node for node, _ in self.choices()}

    def dwell(self, what: str) -> dict[str, dict[int, int]]:
        """Times spent on a `page`, or before an `order`, by node and step."""
        found: dict[str, dict[int, int]] = {}
        counts = self._summed(DWELL, ("what", "node", "seconds"), "n")
        for (kind, node, step), number in counts.items():
            if kind == what:
                found.setdefault(node, {})[step] = number
        return found

    def _summed(
        self, table: Table, columns: tuple[str, ...], what: str, where: str = ""
    ) -> Counter[Any]:
        keys = ", ".join(columns)
        query = f"select {keys}, sum({what}) from {table.name} {where} group by {keys}"
        found: Counter[Any] = Counter()
        for *key, number in self._base.execute(query):
            found[tuple(key) if len(columns) > 1 else key[0]] = number
        return found


@contextmanager
def opened(path: Path) -> Iterator[Counted]:
    """Read a file of counts; where there is none, nothing has been counted.

    Raises:
        Misuse: if it cannot be read.
    """
    try:
        with closing(_connected(path)) as base:
            base.execute("begin")
            if base.execute("pragma user_version").fetchone() != (VERSION,):
                raise sqlite3.DatabaseError("it is of another version")
            yield Counted(base)
    except (sqlite3.Error, OSError) as fault:
        raise Misuse(
            f"{path} cannot be read ({fault}); the kiosk sets it aside and begins a new one."
        ) from None


def _connected(path: Path) -> sqlite3.Connection:
    if path.exists():
        uri = f"{path.absolute().as_uri()}?mode=ro"
        return sqlite3.connect(uri, uri=True, isolation_level=None)
    base = sqlite3.connect(":memory:", isolation_level=None)
    base.executescript("; ".join(table.made() for table in COUNTS))
    base.execute(f"pragma user_version = {VERSION}")
    return base
