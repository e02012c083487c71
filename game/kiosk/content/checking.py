"""Checks a story in a process of its own, so that a visitor's screen never waits for it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from game.folders import PACKAGE

LONGEST = 120.0
"""Seconds that a check may take."""


def errors_of(folder: Path) -> list[str]:
    """Every error of a story, in sentences; none, and it may be played."""
    words = [sys.executable, "-m", __package__, str(folder.absolute())]
    try:
        done = subprocess.run(
            words, cwd=PACKAGE.parent, capture_output=True, timeout=LONGEST, check=True
        )
        found = json.loads(done.stdout)["errors"]
    except subprocess.TimeoutExpired:
        return [f"The story could not be checked within {LONGEST:.0f} seconds."]
    except (OSError, subprocess.SubprocessError, ValueError, KeyError) as fault:
        return [f"The story could not be checked ({type(fault).__name__})."]
    return [str(sentence) for sentence in found]


def checked(folder: Path) -> list[str]:
    """As `errors_of`, in this process."""
    from game.reader import BrokenStory, check, load

    found = [d.sentence() for d in check(folder).diagnostics if d.severity == "error"]
    if not found:
        try:
            found = [] if load(folder).campaigns else ["The story has no campaign."]
        except BrokenStory as fault:
            found = [str(fault)]
    return found
