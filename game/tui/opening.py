"""What the title can show before the story has been read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Callable, NamedTuple

if TYPE_CHECKING:
    from game.model import Story
    from game.saves import Store


class Opening(NamedTuple):
    """A story that is read behind the title.

    Attributes:
        title: The story's name.
        saves: Whether anything has been kept.
        kept: Whether a game kept by itself is among it.
        read: Reads the story for a language, away from the screen.
        check: Looks the story over; gives a sentence if something is wrong.
    """

    title: str
    saves: bool
    kept: bool
    read: Callable[[str], tuple[Story, Store]]
    check: Callable[[], str | None] | None = None


def kept_in(folder: Path) -> tuple[bool, bool]:
    """Whether a folder has saves, and whether one that was made by itself is among them."""
    try:
        names = [path.name for path in folder.glob("*.json") if not path.name.startswith(".")]
    except OSError:
        return False, False
    return bool(names), any(name.startswith("autosave-") for name in names)
