"""Seconds that each export of the shipped story takes."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import Iterator

from game.author.export import KINDS, Request
from game.folders import story_folder
from game.misuse import Misuse
from game.reader import load
from game.view import ENGLISH
from tests.bench.measure import Row, say, timed

ROUNDS = 3
GOAL = 3.0


def exporting() -> Iterator[Row]:
    """Every kind against its goal, the story read beforehand."""
    story = load(story_folder())
    with tempfile.TemporaryDirectory() as folder:
        for kind, write in KINDS.items():
            place = Path(folder) / kind
            try:
                times = timed(partial(write, Request(story, ENGLISH, place)), ROUNDS)
            except Misuse as fault:
                say(f"export {kind}: {fault}")
                continue
            share = times.median / GOAL
            note = f"{place.stat().st_size / 1000:,.0f} kB"
            yield Row(
                f"export {kind}", times.best * 1000, times.median * 1000, "ms",
                "the goal", GOAL * 1000, share, 1, share <= 1, note,
            )  # fmt: skip
