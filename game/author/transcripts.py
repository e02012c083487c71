"""Approved transcripts: what each written playthrough once said, and what it says now."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path
from typing import Callable, NamedTuple

from game.engine import Playthrough

FOLDER = "transcripts"
"""Where approved transcripts are kept, beside the story's files."""

Teller = Callable[[Playthrough], str]
"""Makes the transcript of a playthrough."""


class Comparison(NamedTuple):
    """A transcript beside the approved one.

    Attributes:
        diff: The lines that differ, with a few around them.
    """

    id: str
    same: bool
    diff: tuple[str, ...] = ()


def compared(folder: Path, id: str, now: str) -> Comparison | None:
    """A transcript against the approved one; None where none has been approved."""
    place = _place(folder, id)
    if not place.is_file():
        return None
    before = place.read_text(encoding="utf-8")
    lines = unified_diff(before.splitlines(), now.splitlines(), "approved", "now", n=1, lineterm="")
    return Comparison(id, before == now, tuple(lines))


def approve(folder: Path, id: str, now: str) -> Comparison:
    """Keep a transcript as the approved one."""
    place = _place(folder, id)
    place.parent.mkdir(exist_ok=True)
    place.write_text(now, encoding="utf-8")
    return Comparison(id, True)


def _place(folder: Path, id: str) -> Path:
    return folder / FOLDER / f"{id}.txt"
