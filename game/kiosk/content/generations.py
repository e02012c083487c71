"""Generations of a story on disk, each in a folder of its own that is never changed."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

MOST_FILES = 5000
MOST_BYTES = 256 * 1024 * 1024
KEPT = 3
"""Generations kept: the newest, and those before it, one of which may still be played."""

NAMES = "generations.json"


class Refused(Exception):
    """A story that is not taken; one sentence says why."""


@dataclass(frozen=True, slots=True)
class Generation:
    """A story that may be played.

    Attributes:
        hash: Of everything in it.
        folder: Where it is.
        shipped: Whether it is the story to fall back on.
    """

    hash: str
    folder: Path
    shipped: bool = False


def files_of(folder: Path) -> Iterator[Path]:
    """The files of a story folder, from it, in order; no links and nothing hidden.

    Raises:
        Refused: if there are too many for a story.
        OSError: if the folder cannot be looked through.
    """
    number = size = 0
    for place, folders, names in os.walk(folder, onerror=_raised):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if name.startswith(".") or path.is_symlink() or not path.is_file():
                continue
            number, size = number + 1, size + path.stat().st_size
            if number > MOST_FILES or size > MOST_BYTES:
                raise Refused(f"{folder} holds too much for a story; put only the story there.")
            yield path.relative_to(folder)


def _raised(fault: OSError) -> None:
    raise fault


def hash_of(folder: Path) -> str:
    """The hash of everything in a story folder.

    Raises:
        OSError: if it cannot be read.
    """
    made = hashlib.sha256()
    for name in sorted(files_of(folder), key=lambda path: path.as_posix()):
        raw = (folder / name).read_bytes()
        made.update(f"{name.as_posix()}\0{len(raw)}\0".encode("utf-8", "surrogateescape"))
        made.update(raw)
    return made.hexdigest()[:12]


class Generations:
    """The generations that a kiosk keeps, the newest first.

    Args:
        folder: Where they are kept; made when it is needed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> list[str]:
        """Hashes of the good ones, the newest first; none where nothing can be read."""
        try:
            found = json.loads((self._folder / NAMES).read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return []
        names = found if isinstance(found, list) else []
        return [n for n in names if isinstance(n, str) and n.isalnum() and self._of(n).is_dir()]

    def all(self) -> list[Generation]:
        """The good ones, the newest first."""
        return [Generation(name, self._of(name)) for name in self.names()]

    def copied(self, source: Path) -> Path:
        """A copy of a story folder, not yet a generation.

        Raises:
            OSError: if it cannot be read, or written.
            Refused: if it is too large.
        """
        copy = self._folder / ".new"
        self.drop(copy)
        for name in files_of(source):
            target = copy / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / name, target)
        return copy

    def take(self, copy: Path) -> Generation:
        """Make a copy that was found good the newest generation, and drop the oldest.

        Raises:
            OSError: if that cannot be written; the generations are as they were then.
        """
        from game.saves.files import write_whole

        name = hash_of(copy)
        if not self._of(name).is_dir():
            os.replace(copy, self._of(name))
        names = [name, *(old for old in self.names() if old != name)]
        write_whole(self._folder / NAMES, json.dumps(names[:KEPT]) + "\n")
        for old in names[KEPT:]:
            self.drop(self._of(old))
        return Generation(name, self._of(name))

    def drop(self, folder: Path) -> None:
        """Remove a folder of ours."""
        with contextlib.suppress(OSError):
            shutil.rmtree(folder)

    def _of(self, name: str) -> Path:
        return self._folder / name
