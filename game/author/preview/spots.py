"""Which table of a file a line stands in, and in which line a table begins.

Files are looked through as text, for they may be broken just now.
"""

from __future__ import annotations

import re
from typing import NamedTuple

HEADING = re.compile(
    r"^[ \t]*\[\[?[ \t]*(\w+)[ \t]*\.[ \t]*(?:\"([^\"\n]*)\"|'([^'\n]*)'|([\w-]+))", re.MULTILINE
)


class Spot(NamedTuple):
    """A table of a story: its section, such as `node`, and its id."""

    section: str
    id: str


def spot_at(text: str, line: int) -> Spot | None:
    """The table that a line, from 1, stands in; None above the first."""
    last = None
    for found in HEADING.finditer(text):
        if text.count("\n", 0, found.start(1)) >= line:
            break
        last = found
    return None if last is None else _spot(last)


def line_of(text: str, spot: Spot) -> int | None:
    """The line, from 1, in which a table begins."""
    for found in HEADING.finditer(text):
        if _spot(found) == spot:
            return text.count("\n", 0, found.start(1)) + 1
    return None


def _spot(found: re.Match[str]) -> Spot:
    return Spot(found[1], found[2] or found[3] or found[4] or "")
