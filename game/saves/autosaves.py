"""The games that are kept by themselves: one file for each playthrough, the last few of each."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path
from typing import Callable, Iterable

from game.saves.errors import SaveError
from game.saves.files import previous
from game.saves.save import Save

AUTOSAVE = "autosave-"
KEPT = 5
"""Playthroughs of a campaign that are kept by themselves."""

Reader = Callable[[Path], Save]
"""Reads a save, raising OSError or SaveError."""


def is_autosave(path: Path) -> bool:
    """Whether a file is kept by itself."""
    return path.name.startswith(AUTOSAVE)


def fresh_name(folder: Path, campaign: str, now: datetime) -> str:
    """A name for a new playthrough, with the time at which it begins."""
    stem = f"{AUTOSAVE}{campaign}-{now:%Y%m%d-%H%M%S}"
    number = 1
    while (folder / (name := f"{stem}{f'-{number}' if number > 1 else ''}.json")).exists():
        number += 1
    return name


def thin_out(paths: Iterable[Path], campaign: str, kept: Path, read: Reader) -> None:
    """Remove what is too many of a campaign: finished ones first, the oldest first.

    Args:
        paths: Every save.
        campaign: Whose playthroughs are counted.
        kept: The one under way, which stays whatever there is.
        read: Reads a save; what cannot be read stays.
    """
    found: list[tuple[bool, str, Path]] = []
    for path in paths:
        with contextlib.suppress(OSError, SaveError):
            save = read(path)
            if is_autosave(path) and save.campaign == campaign and path != kept:
                found.append((not save.ending, save.saved, path))
    for _, _, path in sorted(found)[: max(0, len(found) + 1 - KEPT)]:
        for one in (path, previous(path)):
            with contextlib.suppress(OSError):
                one.unlink()
