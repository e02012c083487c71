"""Checks a story in a process of its own, so that a visitor's screen never waits for it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple, Sequence

from game.folders import PACKAGE

LONGEST = 120.0
"""Seconds that a check may take."""


class Facts(NamedTuple):
    """What has to be known of a story before it is played.

    Attributes:
        errors: In sentences; none, and it may be played.
        languages: Codes of the languages that it has.
        commanders: Ids of the persons that can be commanded as.
    """

    errors: list[str]
    languages: Sequence[str] = ()
    commanders: Sequence[str] = ()


def errors_of(folder: Path) -> list[str]:
    """Every error of a story, found in a process of its own."""
    return facts_of(folder).errors


def facts_of(folder: Path) -> Facts:
    """What is to be known of a story, found in a process of its own."""
    words = [sys.executable, "-m", __package__, str(folder.absolute())]
    try:
        done = subprocess.run(
            words, cwd=PACKAGE.parent, capture_output=True, timeout=LONGEST, check=True
        )
        found: Any = json.loads(done.stdout)
        return Facts(**found)
    except subprocess.TimeoutExpired:
        return Facts([f"The story could not be checked within {LONGEST:.0f} seconds."])
    except (OSError, subprocess.SubprocessError, ValueError, TypeError) as fault:
        return Facts([f"The story could not be checked ({type(fault).__name__})."])


def checked(folder: Path) -> Facts:
    """As `facts_of`, in this process."""
    from game.reader import BrokenStory, check, load

    errors = [d.sentence() for d in check(folder).diagnostics if d.severity == "error"]
    if errors:
        return Facts(errors)
    try:
        story = load(folder)
    except BrokenStory as fault:
        return Facts([str(fault)])
    if not story.campaigns:
        return Facts(["The story has no campaign."])
    persons = dict.fromkeys(c.person for c in story.campaigns.values() if c.person)
    return Facts([], list(story.manifest.languages), list(persons))
