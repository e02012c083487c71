"""Lengths of time as they are kept: in coarse steps, so that no visit can be told by them."""

from __future__ import annotations

from bisect import bisect_right

PAGES = (0, 2, 5, 10, 20, 30, 45, 60, 90, 120, 180, 300)
"""Seconds on a page, or before an order; each step reaches to the next."""

WHOLE = (0, 30, 60, 120, 180, 240, 300, 420, 600, 900, 1200, 1800, 2700, 3600)
"""Seconds of a whole visit."""


def bucket(seconds: float, steps: tuple[int, ...] = PAGES) -> int:
    """The step that a length of time is in, by its first second."""
    return steps[max(0, bisect_right(steps, seconds) - 1)]


def in_words(step: int, steps: tuple[int, ...] = PAGES) -> str:
    """A step, as in "20-29 s"."""
    place = steps.index(step) + 1
    return f"{step}-{steps[place] - 1} s" if place < len(steps) else f"{step} s and more"


def median(counts: dict[int, int]) -> int | None:
    """The step in which the middle one lies; None where there is none."""
    half, seen = sum(counts.values()) / 2, 0
    for step in sorted(counts):
        seen += counts[step]
        if seen >= half and seen:
            return step
    return None
