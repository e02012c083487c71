"""Reading a story: for playing, for checking, and as stories grow."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import Callable, Iterator

import tomli

from game.language import parse_effect, parse_expression, parse_inline
from game.reader import check, load
from tests.bench.made import plan, write_story
from tests.bench.measure import Row, ratio, say, side_by_side, timed

SHIPPED = Path(__file__).parent.parent.parent / "story" / "mutanchiang"
ROUNDS = 7
START_GOAL, CHECK_GOAL, GROWTH_GOAL = 2.0, 5.0, 1.5
SIZES = (1_000, 10_000, 100_000)

Work = Callable[[Path], object]


def tomli_alone(folder: Path) -> None:
    """Every TOML file of a folder, read and parsed, and nothing else."""
    for path in sorted(folder.rglob("*.toml")):
        tomli.loads(path.read_bytes().decode("utf-8"))


def cold(work: Work, story: Path) -> None:
    """A work as a fresh process does it: no expression or text has been parsed before."""
    for parse in (parse_expression, parse_effect, parse_inline):
        parse.cache_clear()
    work(story)


def starting() -> Iterator[Row]:
    """`load` against tomli alone."""
    return _against_tomli("start", load, START_GOAL)


def checking() -> Iterator[Row]:
    """`check` against tomli alone."""
    return _against_tomli("check", check, CHECK_GOAL)


def _against_tomli(name: str, work: Work, goal: float) -> Iterator[Row]:
    shape = plan(1000)
    with tempfile.TemporaryDirectory() as name_of:
        folder = Path(name_of)
        full = write_story(folder / "full", shape, full=True)
        bare = write_story(folder / "bare", shape)
        yield _held(name, work, SHIPPED, "the shipped story", goal)
        yield _held(name, work, full, "1,000 generated nodes", goal)
        yield _held(name, work, bare, "1,000 generated nodes, bare", None)


def _held(name: str, work: Work, story: Path, note: str, goal: float | None) -> Row:
    ours, theirs = side_by_side([partial(cold, work, story), partial(tomli_alone, story)], ROUNDS)
    times = ratio(ours, theirs)
    best, usual, peer = ours.best * 1000, ours.median * 1000, theirs.best * 1000
    met = times <= goal if goal else None
    return Row(name, best, usual, "ms", "tomli", peer, times, goal, met, note)


def linear() -> Iterator[Row]:
    """`load` and `check` of ever larger stories, in time for each node."""
    firsts: dict[str, float] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            made = write_story(Path(folder) / "story", plan(size))
            for name, work in (("load", load), ("check", check)):
                say(f"linear: {name} of {size:,} nodes")
                yield _each(name, work, made, size, firsts)


def _each(name: str, work: Work, story: Path, size: int, firsts: dict[str, float]) -> Row:
    times = timed(partial(cold, work, story), 5 if size <= 10_000 else 2)
    best, usual = (seconds / size * 1e6 for seconds in (times.best, times.median))
    first = firsts.setdefault(name, best)
    note = f"{size:,} nodes"
    if size == SIZES[0]:
        return Row(f"linear {name}", best, usual, "us/node", note=note)
    growth, goal = best / first, GROWTH_GOAL if size == SIZES[-1] else None
    met = growth <= goal if goal else None
    peer = f"{SIZES[0]:,} nodes"
    return Row(f"linear {name}", best, usual, "us/node", peer, first, growth, goal, met, note)
