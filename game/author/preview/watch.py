"""Looking at a story's folder again and again: what has changed since it was read.

The folder is polled, not watched by the system. A look at a hundred files costs a
millisecond, and it sees the same on every file system: network folders, containers
and shared drives tell no watcher of changes, and editors save in several ways (in
place, by renaming, by emptying first), each of which raises other events.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Callable, Mapping, NamedTuple

SUFFIXES = (".toml", ".po", ".geojson", ".json")
DEEPEST, MOST = 8, 10_000
"""Folders below each other, and files, that are looked at."""

SETTLE = 3
"""Looks without a change after which an empty or missing file is believed."""


class Stamp(NamedTuple):
    """By what it is known that a file is still the same."""

    modified: int
    size: int
    inode: int


Stamps = Mapping[str, Stamp]
"""The files of a folder, by their place in it."""


def stamp_of(path: str | Path) -> Stamp | None:
    """A file's stamp; None where there is no such file."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return Stamp(found.st_mtime_ns, found.st_size, found.st_ino)


def look(folder: Path) -> Stamps:
    """Every story file below a folder; none if there is no folder."""
    found: dict[str, Stamp] = {}
    _look(str(folder), "", found, DEEPEST)
    return found


def _look(folder: str, before: str, found: dict[str, Stamp], deep: int) -> None:
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                _note(entry, before, found, deep)
    except OSError:
        return


def _note(entry: os.DirEntry[str], before: str, found: dict[str, Stamp], deep: int) -> None:
    if len(found) >= MOST or entry.name.startswith("."):
        return
    if entry.is_dir(follow_symlinks=False):
        if deep:
            _look(entry.path, f"{before}{entry.name}/", found, deep - 1)
    elif entry.name.endswith(SUFFIXES):
        stamp = stamp_of(entry.path)
        if stamp is not None:
            found[f"{before}{entry.name}"] = stamp


class Watcher:
    """Says which files differ from what was read.

    A file that is suddenly empty or gone may be half of a save: it is believed
    when several looks in turn have seen the same. Everything else is told at once.

    Args:
        look: Gives the files as they are.
        settle: Looks after which an empty or missing file is believed.
    """

    def __init__(self, look: Callable[[], Stamps], settle: int = SETTLE) -> None:
        self._look, self._settle = look, settle
        self._known = self._last = look()
        self._quiet = 0

    def changed(self) -> frozenset[str]:
        """Look once; gives the files that must be read again."""
        now = self._look()
        self._quiet = self._quiet + 1 if now == self._last else 0
        self._last = now
        names = {n for n in {*self._known, *now} if self._known.get(n) != now.get(n)}
        if any(_is_thin(now.get(name)) for name in names) and self._quiet < self._settle:
            return frozenset()
        self._known = now
        return frozenset(names)


def _is_thin(stamp: Stamp | None) -> bool:
    return stamp is None or not stamp.size
