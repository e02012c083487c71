"""The names of rivers, lakes and railways, and where along them a name may stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import Iterable

from game.tui.map.geography import Feature
from game.tui.map.labels import Label
from game.tui.map.projection import Segment
from game.tui.map.sheet import Cell

RANKS = {"lake": 4, "river": 5, "railway": 7}
"""What is named, and how soon its name gets its place."""

ROOM = {"lake": 3, "river": 8, "railway": 26}
"""How many cells of it must be in sight."""

ALONG = (0.5, 0.3, 0.7, 0.15, 0.85)
"""How far along a line a name may stand, the best first."""

WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Course:
    """Something long that has a name, and cells along it that the name may stand beside.

    Attributes:
        name: What is written of it.
        words: What it is called in full, by its words.
    """

    kind: str
    name: str
    words: frozenset[str]
    cells: tuple[Cell, ...]

    def label(self) -> Label:
        """Its name, beside one of several cells."""
        style = "track" if self.kind == "railway" else "water"
        return Label(self.name, self.cells[0], style, RANKS[self.kind], also=self.cells[1:])


def courses(drawn: Iterable[tuple[Feature, list[Segment]]], rails: bool) -> tuple[Course, ...]:
    """What is long enough to be named.

    Args:
        drawn: What is in sight, with its segments there.
        rails: Whether railways are named too.
    """
    found: dict[tuple[str, str], list[Segment]] = {}
    words: dict[str, frozenset[str]] = {}
    for feature, segments in drawn:
        name = short_name(feature)
        if name and feature.kind in RANKS and (rails or feature.kind != "railway"):
            found.setdefault((feature.kind, name), []).extend(segments)
            words[name] = words_of([feature.name])
    lengths = {key: [_length(segment) for segment in found[key]] for key in found}
    return tuple(
        Course(kind, name, words[name], _along(found[kind, name], lengths[kind, name]))
        for kind, name in found
        if sum(lengths[kind, name]) >= ROOM[kind]
    )


def short_name(feature: Feature) -> str:
    """What is written of a name: of `Mutan (Mudan)` the first, of a railway its own line."""
    if feature.kind != "railway":
        return feature.name.partition(" (")[0]
    inner = re.search(r"\(([^()]*(?:line|railway))\)\s*$", feature.name)
    return inner[1] if inner else feature.name.partition(",")[0]


def words_of(names: Iterable[str]) -> frozenset[str]:
    """The words of some names: `Muling` is told already where `Muling River` is."""
    return frozenset(word.casefold() for name in names for word in WORD.findall(name))


def _length(segment: Segment) -> float:
    """The length of a segment in cells, whichever way it runs."""
    x, y, to_x, to_y = segment
    wide, high = abs(to_x - x) / 2, abs(to_y - y) / 4
    return wide if wide >= high else high


def _along(segments: list[Segment], lengths: list[float]) -> tuple[Cell, ...]:
    """Cells along a line, the best for a name first."""
    ends = list(accumulate(lengths))
    cells: list[Cell] = []
    for far in ALONG:
        i = min(bisect_left(ends, ends[-1] * far), len(ends) - 1)
        x, y, to_x, to_y = segments[i]
        cells.append((int((x + to_x) / 4), int((y + to_y) / 8)))
    return tuple(cells)
