"""The screens: how soon they stand, how soon they answer, and what they keep of it in memory.

A key is answered when the page stands as it will stay: head, text, choices and foot. The
map beside the text, from 120 columns on, is drawn after the text has been painted and
comes a frame later; when it has, the note says under "with the map". The peer shows the
same text in a window of the same size, all of it in one widget.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Iterator

from tests.bench.measure import Row, say
from tests.bench.window import COLUMNS, ROOT, ROWS, Window

STARTS, KEYS = 11, 60
SIZES = ((80, 24), (120, 40))
WIDE, SIDE = 120, 48
"""Columns from which the map stands beside the text, and how many it takes."""
FIRST_BYTE, FIRST_SCENE, ANSWER = 100.0, 1.25, 1.5
SCENES, GROWTH = 1000, 2.0
"""Scenes in each of two rounds, and the megabytes that the second may add."""

BARE = """
import sys
from textual.app import App
from textual.widgets import Static

TEXTS = open(sys.argv[1], encoding="utf-8").read().split("\\f")

class Bare(App):
    BINDINGS = [("enter,left", "turn", "turn")]
    at = 0

    def compose(self):
        yield Static(TEXTS[0], markup=False)

    def action_turn(self):
        self.at = 1 - self.at
        self.query_one(Static).update(TEXTS[self.at])

Bare().run()
"""
"""The peer: one text in one widget."""

OURS = """
from game.engine import Playthrough
from game.folders import story_folder
from game.reader import load
from game.tui import run_tui
from game.view import ENGLISH, Course

story = load(story_folder())
begun = Course.begin(Playthrough.begin(story, next(iter(story.campaigns))))
run_tui(story, None, ENGLISH, course=begun)
"""
"""The game at its first page."""


def screens() -> Iterator[Row]:
    """First byte, first scene, key to paint, memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        say("screens: starting")
        yield from _starts(_bare(folder, (COLUMNS, ROWS)), folder)
        for size in SIZES:
            say(f"screens: turning pages at {size[0]}x{size[1]}")
            yield _turns(size, folder)
    say(f"screens: {2 * SCENES:,} scenes")
    yield _memory()


def _bare(folder: Path, size: tuple[int, int]) -> list[str]:
    """The words that start the peer on the texts of a size."""
    texts = folder / f"{size[0]}x{size[1]}"
    texts.write_text("\f".join(asyncio.run(_pages(size))), "utf-8")
    return ["-c", BARE, str(texts)]


async def _pages(size: tuple[int, int]) -> list[str]:
    """The first two pages as they stand on the screen."""
    from game.reader import load
    from tests.bench.reader import SHIPPED
    from tests.tui.driving import playing, rows

    story, found = load(SHIPPED), []
    async with playing(story, size) as (app, pilot):
        app.begin(next(iter(story.campaigns)))
        for _ in range(2):
            await pilot.pause()
            found.append("\n".join(row.rstrip() for row in rows(app)))
            await pilot.press("enter")
    return found


def _starts(bare: list[str], folder: Path) -> Iterator[Row]:
    first: list[float] = []
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(STARTS + 1):
        theirs.append(_opened(bare, folder, "1945")[1])
        byte, scene = _opened(["run.py"], folder, "Quit", "help")
        first.append(byte)
        ours.append(scene)
    first, ours, theirs = first[1:], ours[1:], theirs[1:]
    usual = median(first)
    yield Row("first byte", min(first), usual, "ms", goal=FIRST_BYTE, met=usual <= FIRST_BYTE)
    times = median(a / b for a, b in zip(ours, theirs, strict=True))
    yield Row(
        "first scene", min(ours), median(ours), "ms", "bare Textual", min(theirs), times,
        FIRST_SCENE, times <= FIRST_SCENE, "the title, ready for a key",
    )  # fmt: skip


def _opened(words: list[str], folder: Path, *marks: str) -> tuple[float, float]:
    window = Window(words, folder / "saves")
    try:
        return window.opened(*marks)
    finally:
        window.close()


def _turns(size: tuple[int, int], folder: Path) -> Row:
    """Both programs answer the same keys in turn, so that both see the same machine."""
    mine = Window(["-c", OURS], folder / "saves", size)
    peer = Window(_bare(folder, size), folder / "saves", size)
    try:
        mine.settle()
        peer.settle()
        pairs = [(mine.answer(key), peer.answer(key)) for key in [b"\r", b"\x1b[D"] * (KEYS // 2)]
    finally:
        mine.close()
        peer.close()
    answers, bare = ([pair[i] for pair in pairs[4:]] for i in (0, 1))
    ours = mine.stood_after(answers, size[0] - SIDE if size[0] >= WIDE else size[0])
    theirs = peer.stood_after(bare, size[0])
    times = _p95(ours) / _p95(theirs)
    note = f"median {median(theirs):.0f}; p95 {_p95(ours):.0f} and {_p95(theirs):.0f} ms"
    if size[0] >= WIDE:
        note += f"; with the map {median(answer[-1].after for answer in answers):.0f} ms"
    return Row(
        f"key to paint, {size[0]}x{size[1]}", min(ours), median(ours), "ms", "one Static",
        min(theirs), times, ANSWER, times <= ANSWER, note,
    )  # fmt: skip


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


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
    """Resident megabytes before, between and after rounds through every screen."""
    from game.reader import load
    from tests.bench.reader import SHIPPED
    from tests.tui.driving import playing

    story = load(SHIPPED)
    found: list[float] = []
    async with playing(story, (120, 40)) as (app, pilot):
        app.begin(next(iter(story.campaigns)))
        await pilot.pause()
        for _ in range(rounds):
            found.append(_resident())
            for number in range(scenes):
                await pilot.press(WALK[number % len(WALK)])
                if app.course is None or app.screen.NAME not in SEEN:  # type: ignore[attr-defined]
                    app.begin(next(iter(story.campaigns)))
                await pilot.pause()
        found.append(_resident())
    return found


SEEN = ("reading", "map", "ledger", "journal", "codex", "saves", "help", "report", "entry")
WALK = (
    *("enter", "space", "space", "1", "1", "space", "m", "escape", "l", "escape", "n", "escape"),
    *("c", "escape", "s", "escape", "question_mark", "escape", "tab", "enter", "escape", "space"),
    *("f", "escape", "o", "escape", "p", "escape", "space", "space", "1", "1", "space", "space"),
)
"""Keys that go on, and that open and close every screen on the way."""


def _resident() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    print(json.dumps(asyncio.run(walked())))
