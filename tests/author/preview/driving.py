"""A preview of a folder that the test writes in; it looks at the folder when it is told to."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any, AsyncIterator, Sequence

from textual.pilot import Pilot

from game.author.preview.app import Preview, Run
from game.author.preview.desk import Desk
from tests.ford import WHOLE
from tests.helpers import folder_of
from tests.tui.driving import text

_TIME = count(1_900_000_000_000_000_000, 1_000_000)


def save(path: Path, content: str | bytes) -> None:
    """Write a file; no two saves have the same time."""
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    now = next(_TIME)
    os.utime(path, ns=(now, now))


def change(path: Path, old: str, new: str) -> None:
    """Save a file with a stretch replaced."""
    before = path.read_text("utf-8")
    assert old in before
    save(path, before.replace(old, new, 1))


def ford_folder(**more: str | bytes) -> Path:
    """The ford in a folder."""
    return folder_of({"story.toml": WHOLE, **more})


async def settled(app: Preview, pilot: Pilot[Any]) -> None:
    """Wait until everything is read, checked and drawn."""
    await app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


@asynccontextmanager
async def previewing(
    folder: Path,
    size: tuple[int, int] = (120, 40),
    node: str = "",
    keys: Sequence[str] = (),
    run: Run | None = None,
) -> AsyncIterator[tuple[Preview, Pilot[Any]]]:
    """A running preview, after some keys."""
    app = Preview(Desk(folder), node, run=run)
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(app, pilot)
        await typed(app, pilot, *keys)
        yield app, pilot
    if app.fault is not None:
        raise app.fault


async def typed(app: Preview, pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, each when the one before has been answered."""
    for key in keys:
        await pilot.press(key)
        await settled(app, pilot)


async def looked(app: Preview, pilot: Pilot[Any], times: int = 1) -> str:
    """Look at the folder; gives what stands on the screen then."""
    for _ in range(times):
        await app.look()
        await settled(app, pilot)
    return text(app)
