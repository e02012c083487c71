"""How soon a key is answered by the scene that it leads to, beside a bare app.

The road of 1945 is walked by keys, from the first page through decisions and answers.
Only keys that lead to another scene are timed; keys that scroll or mark are pressed in
both programs and not counted. A scene stands when the whole window is as it stays: head,
text, choices, foot, and from 120 columns on the map and the state of the battle. The peer
shows the same windows, row for row, each as one text in one widget.

Both programs are asked in turn, and the whole walk is taken several times. Of each scene
the best time counts, so that what else the machine does is left out, and a scene that is
slow of itself is not.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from statistics import median
from typing import NamedTuple, Sequence

from game.tui import TenDays
from tests.bench.measure import Row, say
from tests.bench.window import Window
from tests.tui.driving import playing, rows

SIZES = ((80, 24), (120, 40), (200, 50))
SCENES, WALKS = 30, 3
ANSWER = 1.5
BYTES = {"space": b" ", "G": b"G", "enter": b"\r"}

BARE = """
import sys
from textual.app import App
from textual.widgets import Static

TEXTS = open(sys.argv[1], encoding="utf-8").read().split("\\f")

class Bare(App):
    BINDINGS = [("space,G,enter,1,2,3,4,5,6,7,8,9", "turn", "turn")]
    at = 0

    def compose(self):
        yield Static(TEXTS[0], markup=False)

    def action_turn(self):
        self.at = min(self.at + 1, len(TEXTS) - 1)
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


class Press(NamedTuple):
    """A key, whether it leads to another scene, and the window after it."""

    key: str
    turns: bool
    window: str


class Walk(NamedTuple):
    """One walk: milliseconds of each scene, and processor seconds over all of it."""

    times: list[float]
    busy: float


def turned(size: tuple[int, int], folder: Path, walks: int = WALKS) -> Row:
    """The row of one size."""
    presses = asyncio.run(pressed(size))
    texts = folder / f"turned-{size[0]}x{size[1]}"
    texts.write_text("\f".join(press.window for press in presses), "utf-8")
    found = []
    for walk in range(walks):
        say(f"turning: {size[0]}x{size[1]}, walk {walk + 1} of {walks}")
        found.append(_walked(size, folder, texts, presses[1:]))
    ours, theirs = (_best([pair[i].times for pair in found]) for i in (0, 1))
    busy = median(pair[0].busy / pair[1].busy for pair in found)
    times = p95(ours) / p95(theirs)
    note = (
        f"p95 {p95(ours):.1f} and {p95(theirs):.1f} ms, median {median(ours):.1f} and "
        f"{median(theirs):.1f}; processor time {busy:.2f}"
    )
    return Row(
        f"key to paint, {size[0]}x{size[1]}", min(ours), median(ours), "ms", "one Static",
        min(theirs), times, ANSWER, times <= ANSWER, note,
    )  # fmt: skip


def p95(times: Sequence[float]) -> float:
    """The time that one in twenty exceeds."""
    return sorted(times)[int(len(times) * 0.95)]


def _best(walks: Sequence[Sequence[float]]) -> list[float]:
    return [min(times) for times in zip(*walks, strict=True)]


async def pressed(size: tuple[int, int], scenes: int = SCENES) -> list[Press]:
    """The road of 1945 by keys, and the window after each; the first is the window before."""
    from game.engine import Playthrough, historical_path, program
    from game.reader import load
    from game.view import Course
    from tests.bench.reader import SHIPPED

    story = load(SHIPPED)
    campaign = next(iter(story.campaigns))
    path = iter(historical_path(program(story, campaign)))
    async with playing(story, size) as (app, pilot):
        app.read(Course.begin(Playthrough.begin(story, campaign), app.tongue))
        await pilot.pause()
        found, order = [Press("", False, _window(app))], ""
        while sum(press.turns for press in found) < scenes:
            before, screen = app.course, app.screen
            page = screen.page  # type: ignore[attr-defined]
            if page is not None and screen.gated:  # type: ignore[attr-defined]
                key = "2"
            elif page is not None and screen.choices.rows and not order:  # type: ignore[attr-defined]
                key = order = _digit(page, next(path))
            else:
                key, order = order or ("G" if not screen.body.at_end else "space"), ""  # type: ignore[attr-defined]
            await pilot.press(key)
            for _ in range(3):
                await pilot.pause()
            found.append(Press(key, app.course is not before, _window(app)))
    return found


def _window(app: TenDays) -> str:
    """What stands in the window."""
    return "\n".join(row.rstrip() for row in rows(app))


def _digit(page: object, choice: str) -> str:
    """The digit of a choice."""
    return next(str(c.number) for c in page.choices if f"{page.id}.{c.id}" == choice)  # type: ignore[attr-defined]


def _walked(
    size: tuple[int, int], folder: Path, texts: Path, presses: Sequence[Press]
) -> tuple[Walk, Walk]:
    """Both programs answer the same keys in turn, so that both see the same machine."""
    windows = [
        Window(["-c", OURS], folder / "saves", size),
        Window(["-c", BARE, str(texts)], folder / "saves", size),
    ]
    try:
        for window in windows:
            window.settle()
        began = [window.busy() for window in windows]
        answers = [
            [window.answer(BYTES.get(press.key, press.key.encode())) for window in windows]
            for press in presses
        ]
        busy = [window.busy() - before for window, before in zip(windows, began, strict=True)]
    finally:
        for window in windows:
            window.close()
    walks = []
    for place, window in enumerate(windows):
        stood = window.stood_after([pair[place] for pair in answers], size[0])
        times = [t for t, press in zip(stood, presses, strict=True) if press.turns]
        walks.append(Walk(times, busy[place]))
    return walks[0], walks[1]
