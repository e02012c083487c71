"""Reading a story: for playing, for checking, and as stories grow."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import Callable, Iterator

import tomli

from game.language import parse_effect, parse_expression, parse_inline
from game.reader import check, load
from tests.bench.made import PER_FILE, plan, write_story
from tests.bench.measure import Row, ratio, say, side_by_side

SHIPPED = Path(__file__).parent.parent.parent / "story" / "mutanchiang"
ROUNDS = 9
MANY_ROUNDS = 31
"""For what takes only moments, and is easily disturbed."""
START_GOAL, CHECK_GOAL, GROWTH_GOAL = 2.0, 5.0, 1.5
SIZES = (10_000, 100_000)

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
    rounds = MANY_ROUNDS if story == SHIPPED else ROUNDS
    ours, theirs = side_by_side([partial(cold, work, story), partial(tomli_alone, story)], rounds)
    times = ratio(ours, theirs)
    best, usual, peer = ours.best * 1000, ours.median * 1000, theirs.best * 1000
    met = times <= goal if goal else None
    return Row(name, best, usual, "ms", "tomli", peer, times, goal, met, note)


def linear() -> Iterator[Row]:
    """`load` and `check` of ever larger stories, in time for each node.

    Each large story is read beside a small one that is read again and again for
    about as long, so that both see the same machine.
    """
    with tempfile.TemporaryDirectory() as name_of:
        folder = Path(name_of)
        small = write_story(folder / "small", plan(PER_FILE))
        for size in SIZES:
            large = write_story(folder / f"{size}", plan(size))
            for name, work in (("tomli alone", tomli_alone), ("load", load), ("check", check)):
                say(f"linear: {name} of {size:,} nodes")
                yield _each(name, work, small, large, size)


def _each(name: str, work: Work, small: Path, large: Path, size: int) -> Row:
    times = size // PER_FILE // 5
    again = partial(_often, work, small, times)
    theirs, ours = side_by_side([again, partial(cold, work, large)], 3)
    best, usual = (seconds / size * 1e6 for seconds in (ours.best, ours.median))
    peer = theirs.best / times / PER_FILE * 1e6
    growth = ratio(ours, theirs) * times * PER_FILE / size
    goal = GROWTH_GOAL if size == SIZES[-1] and work is not tomli_alone else None
    met = growth <= goal if goal else None
    beside, note = f"{PER_FILE:,} nodes", f"{size:,} nodes"
    return Row(f"linear {name}", best, usual, "us/node", beside, peer, growth, goal, met, note)


def _often(work: Work, story: Path, times: int) -> None:
    for _ in range(times):
        cold(work, story)
