"""Where the story and the saves are, in a checkout and installed."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).parent
APPLICATION = "ten-days-at-mutanchiang"


def checkout() -> Path | None:
    """The checkout that the game runs from, or None if it is installed."""
    top = PACKAGE.parent
    return top if (top / "run.py").is_file() and (top / "story").is_dir() else None


def story_folder() -> Path:
    """The shipped story."""
    top = checkout()
    base = top / "story" if top else PACKAGE / "_shipped" / "story"
    return base / "mutanchiang"


def saves_folder() -> Path:
    """Where saves are kept: `saves/` in a checkout, the user's data folder otherwise.

    The environment variable `TEN_DAYS_SAVES` names another place.
    """
    named = os.environ.get("TEN_DAYS_SAVES")
    if named:
        return Path(named)
    top = checkout()
    if top is not None:
        return top / "saves"
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False) / "saves"
