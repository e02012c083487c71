"""The author's own editor, opened at a line."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Mapping, NamedTuple

GRAPHICAL = ("code", "codium", "cursor", "code-insiders", "subl", "zed", "gedit", "kate", "notepad")
"""Editors with a window of their own: the preview stays in sight beside them."""

GOTO = ("code", "codium", "cursor", "code-insiders")
COLON = ("subl", "zed", "hx", "helix")
BARE = ("notepad",)


class Opening(NamedTuple):
    """How an editor is started.

    Attributes:
        words: The program and its arguments.
        aside: Whether it has a window of its own, so that nobody waits for it.
    """

    words: tuple[str, ...]
    aside: bool


def editor_in(environ: Mapping[str, str]) -> str:
    """The editor that the author has set, in `VISUAL` or `EDITOR`; empty without one."""
    return environ.get("VISUAL", "").strip() or environ.get("EDITOR", "").strip()


def opening(editor: str, path: Path, line: int) -> Opening | None:
    """How to open a file at a line; None if the editor's name cannot be read."""
    try:
        words = shlex.split(editor)
    except ValueError:
        return None
    if not words:
        return None
    name = Path(words[0]).stem.lower()
    return Opening((*words, *_at(name, str(path), line)), name in GRAPHICAL)


def _at(name: str, path: str, line: int) -> tuple[str, ...]:
    if name in GOTO:
        return "--goto", f"{path}:{line}"
    if name in COLON:
        return (f"{path}:{line}",)
    if name in BARE:
        return (path,)
    return ("--line", str(line), path) if name == "kate" else (f"+{line}", path)
