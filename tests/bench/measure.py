"""Rows of the table, and how times are taken."""

from __future__ import annotations

import gc
import sys
import time
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, Callable, NamedTuple


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement, and what it is held against.

    Attributes:
        value: The best of several runs.
        median: The median of the same runs.
        peer_value: The peer's best; None where it was not measured.
        ratio: The median of the ratios, each within one round of runs.
        goal: What the ratio must reach; None where nothing is asked.
        note: Anything to be said beside the row.
    """

    name: str
    value: float
    median: float
    unit: str
    peer: str | None = None
    peer_value: float | None = None
    ratio: float | None = None
    goal: float | None = None
    met: bool | None = None
    note: str = ""

    def as_json(self) -> dict[str, Any]:
        """The row for programs."""
        return asdict(self)


class Times(NamedTuple):
    """Seconds of each run."""

    runs: tuple[float, ...]

    @property
    def best(self) -> float:
        """The shortest run."""
        return min(self.runs)

    @property
    def median(self) -> float:
        """The run in the middle."""
        return median(self.runs)


def timed(work: Callable[[], object], rounds: int) -> Times:
    """Seconds of several runs, garbage left over by earlier ones swept first."""
    return side_by_side([work], rounds)[0]


def side_by_side(works: list[Callable[[], object]], rounds: int) -> list[Times]:
    """Several works in turn, round by round, so that all see the same machine.

    Each is run once unmeasured to begin with.
    """
    for work in works:
        work()
    rows = [[_seconds(work) for work in works] for _ in range(rounds)]
    return [Times(runs) for runs in zip(*rows, strict=True)]


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def ratio(ours: Times, theirs: Times) -> float:
    """Our seconds over theirs: the median over the rounds."""
    return median(a / b for a, b in zip(ours.runs, theirs.runs, strict=True))


def say(words: str) -> None:
    """A line on progress, out of the way of the results."""
    print(words, file=sys.stderr, flush=True)
