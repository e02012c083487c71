"""The screens: how soon they answer, and what they keep of it in memory."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import subprocess
import sys
import tempfile
from itertools import cycle
from pathlib import Path
from typing import Any, Iterator

from game.kiosk.warming import warm
from game.saves import Store
from game.tui import TenDays
from tests.bench.measure import Row, say
from tests.bench.turning import SIZES, turned
from tests.bench.window import ROOT
from tests.tui.driving import playing, press

SCENES, GROWTH = 1000, 2.0
"""Scenes in each of two rounds, and the megabytes that the second may add."""


def screens() -> Iterator[Row]:
    """Key to paint, memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in SIZES:
            yield turned(size, folder)
    say(f"screens: {2 * SCENES:,} scenes")
    yield _memory()


def _memory() -> Row:
    """Two rounds in a process of their own; how much the second adds."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.screens"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    before, between, after = json.loads(done.stdout)
    grown = after - between
    note = f"{SCENES:,} scenes; the first {SCENES:,} add {between - before:.1f}"
    return Row("memory", grown, grown, "MB", goal=GROWTH, met=grown < GROWTH, note=note)


async def walked(rounds: int = 2, scenes: int = SCENES) -> list[float]:
    """Resident megabytes before, between and after rounds of scenes.

    Every campaign is read in turn, by another choice each time, and at every scene
    another screen is opened and closed. All texts are parsed before, as at the kiosk:
    what is kept of each is as much as the story is long, and no leak.
    """
    from game.reader import load
    from tests.bench.reader import SHIPPED

    story = load(SHIPPED)
    warm(story, story.campaigns, rest=lambda _: None)
    campaigns = cycle(story.campaigns)
    found: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        async with playing(story, (120, 40), Store(Path(name))) as (app, pilot):
            seen = 0
            for _ in range(rounds):
                found.append(_resident())
                for _ in range(scenes):
                    await _another_scene(app, pilot, seen, campaigns)
                    seen += 1
                    await press(pilot, *DOORS[seen % len(DOORS)])
                    await pilot.pause()
            found.append(_resident())
    return found


async def _another_scene(app: TenDays, pilot: Any, seen: int, campaigns: Iterator[str]) -> None:
    """On to the next page, answer or ending; behind the last one, into another campaign."""
    while app.screen.NAME not in ("title", "reading"):  # type: ignore[attr-defined]
        await press(pilot, "escape")
    before = app.course
    if before is None or app.screen.NAME == "title" or before.at_end:  # type: ignore[attr-defined]
        if before is not None:
            app.open_report()
            await press(pilot, "space", "escape")
        app.begin(next(campaigns))
        await pilot.pause()
        return
    while app.course is before and app.screen.NAME == "reading":  # type: ignore[attr-defined]
        rows = [row for row in app.screen.choices.rows if row.number]  # type: ignore[attr-defined]
        page = app.screen.page  # type: ignore[attr-defined]
        if page is not None and rows:
            digit = str(rows[seen % len(rows)].number)
            await press(pilot, digit, digit)
        else:
            await press(pilot, "G", "space")


DOORS = (
    *(("m", "plus", "v", "escape"), ("l", "escape"), ("n", "escape"), ("c", "escape")),
    *(("s", "escape"), ("question_mark", "escape"), ("p", "escape"), ("o", "escape")),
    *(("tab", "enter", "escape"), ("f", "escape"), ("ctrl+p", "escape"), ("t",), ("c", "right")),
)
"""Keys that open the other screens, one after the other."""


def _resident() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    print(json.dumps(asyncio.run(walked())))
