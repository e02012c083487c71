"""How soon the first word stands, the title, and the first thing that the story is needed for."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from statistics import median
from typing import Iterator, NamedTuple

from tests.bench.measure import Row, say
from tests.bench.turning import BARE, pressed
from tests.bench.window import COLUMNS, ROWS, Window

STARTS = 21
WHOLE = (COLUMNS, ROWS)
FIRST_BYTE, FIRST_SCENE = 100.0, 1.25


class Start(NamedTuple):
    """Milliseconds from the start of a program.

    Attributes:
        byte: To the first byte.
        scene: To the whole first picture.
        busy: The processor time that the picture took.
    """

    byte: float
    scene: float
    busy: float


def opening() -> Iterator[Row]:
    """First byte, first scene, first door."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = folder / "first"
        first = asyncio.run(pressed(WHOLE, 1))
        texts.write_text("\f".join(each.window for each in first), "utf-8")
        say(f"opening: {STARTS} starts")
        ours: list[Start] = []
        theirs: list[Start] = []
        for _ in range(STARTS + 1):
            theirs.append(_started(["-c", BARE, str(texts)], folder, "1945"))
            ours.append(_started(["run.py"], folder, "Quit", "help"))
        yield from _rows(ours[1:], theirs[1:])
        doors = [_door(folder) for _ in range(STARTS)]
        yield Row("first door", min(doors), median(doors), "ms", note="asked for at once")


def _rows(ours: list[Start], theirs: list[Start]) -> Iterator[Row]:
    first = [start.byte for start in ours]
    usual = median(first)
    yield Row("first byte", min(first), usual, "ms", goal=FIRST_BYTE, met=usual <= FIRST_BYTE)
    pairs = list(zip(ours, theirs, strict=True))
    times = median(a.scene / b.scene for a, b in pairs)
    busy = median(a.busy / b.busy for a, b in pairs)
    scenes = [start.scene for start in ours]
    yield Row(
        "first scene", min(scenes), median(scenes), "ms",
        "bare Textual", min(start.scene for start in theirs), times,
        FIRST_SCENE, times <= FIRST_SCENE, f"the title, ready for a key; processor time {busy:.3g}",
    )  # fmt: skip


def _started(words: list[str], folder: Path, *marks: str) -> Start:
    window = Window(words, folder / "saves")
    try:
        byte, scene = window.opened(*marks)
        return Start(byte, scene, window.busy() * 1000)
    finally:
        window.close()


def _door(folder: Path) -> float:
    """From the title, "New game" being asked for at once, to the next screen."""
    window = Window(["run.py"], folder / "saves")
    try:
        window.opened("Quit", "help")
        return window.shown("Before you begin", lambda: window.press(b"1"))
    finally:
        window.close()
