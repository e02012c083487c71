"""The tables of the file of counts: each is a key and numbers that only grow.

Counts under a kiosk's name are never changed by another kiosk, so files of several can be
laid together by taking every row as it is.
"""

from __future__ import annotations

from typing import NamedTuple

VERSION = 1


class Table(NamedTuple):
    """A table of counts.

    Attributes:
        key: The columns that tell its rows apart.
        sums: The columns that are added up.
    """

    name: str
    key: tuple[str, ...]
    sums: tuple[str, ...]

    def made(self) -> str:
        """The statement that makes it."""
        kinds = {name: "integer" for name in (*NUMBERS, *self.sums)}
        columns = [f"{c} {kinds.get(c, 'text')} not null" for c in (*self.key, *self.sums)]
        key = ", ".join(self.key)
        return f"create table {self.name} ({', '.join(columns)}, primary key ({key})) without rowid"

    def adds(self) -> str:
        """The statement that adds to a row, or begins it."""
        marks = ", ".join("?" * (len(self.key) + len(self.sums)))
        sums = ", ".join(f"{name} = {name} + excluded.{name}" for name in self.sums)
        key = ", ".join(self.key)
        return f"insert into {self.name} values ({marks}) on conflict ({key}) do update set {sums}"


NUMBERS = ("hour", "pages", "seconds")

_WHERE = ("kiosk", "story", "day")

VISITS = Table(
    "visits",
    (
        *("kiosk", "story", "version", "day", "hour", "language", "modes", "campaign"),
        *("pages", "seconds", "ends"),
    ),
    ("n",),
)
"""Visits by when, how long, how far, and how they ended."""

CHOICES = Table("choices", (*_WHERE, "node", "choice"), ("n", "changed"))
"""Orders; `changed` are those that were taken back and given otherwise."""

PAGES = Table("pages", (*_WHERE, "node"), ("n", "last"))
"""Visits that saw a page; `last` are those that were broken off there."""

DWELL = Table("dwell", (*_WHERE, "what", "node", "seconds"), ("n",))
"""Time on a `page`, or before an `order`, in steps."""

COUNTS = (VISITS, CHOICES, PAGES, DWELL)

SEEN = "create table seen (id integer primary key, day text not null)"
"""Random ids of today's visits."""

NAMES = frozenset({"seen", *(table.name for table in COUNTS)})
