"""The kiosk's screens as pictures, to look at them.

python -m tests.kiosk.shots [--out DIR] [--size 86x24] [--mode default|large|contrast] [--screen NAME]
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path
from typing import Callable, Literal, Sequence

from game.folders import story_folder
from game.kiosk.app import KioskApp
from game.kiosk.clock import FakeClock
from game.kiosk.config import Config
from game.kiosk.desk import Desk
from game.kiosk.museum import MuseumWays
from game.reader import load
from tests.kiosk.playing import Shut
from tests.pictures import tidy

SIZES = ((80, 24), (86, 24), (103, 29), (130, 37))
MODES = {"default": (), "large": ("mode:large",), "contrast": ("mode:contrast",)}
SHIMIZU = ("commander:shimizu-short", "on")
ROAD = (*SHIMIZU, "order:keep", "on", "order:share", "on")
END = (*ROAD, "read-on", "order:guns", "on", "order:withdraw", "on")
SCREENS: dict[str, tuple[float, tuple[str, ...]]] = {
    "attract-question": (0, ()),
    "attract-days": (14, ()),
    "attract-counts": (21, ()),
    "attract-visitors": (31, ()),
    "first": (0, ("wake",)),
    "page": (0, ("wake", SHIMIZU[0])),
    "decision": (0, ("wake", *SHIMIZU)),
    "answer": (0, ("wake", *SHIMIZU, "order:keep")),
    "gate": (0, ("wake", *ROAD)),
    "sensitive": (0, ("wake", *ROAD, "read-on")),
    "ending": (0, ("wake", *END)),
    "beside": (0, ("wake", *END, "beside")),
    "asking": (0, ("wake", *SHIMIZU, "again")),
    "warning": (0, ("wake", *SHIMIZU, "wait")),
    "full": (0, ("wake", "length:full", "commander:shimizu")),
    "full-decision": (0, ("wake", "commander:shimizu", "on", "on", "on", "on")),
    "menu": (0, ("staff",)),
    "pin": (0, ("pin",)),
    "pattern": (0, ("pattern",)),
    "paused": (0, ("paused",)),
    "closed": (0, ("closed",)),
    "fault": (0, ("fault",)),
}
"""Seconds of the attract loop that pass, and what is picked then."""


def do(desk: Desk, clock: FakeClock, what: str, modes: Sequence[str] = ()) -> None:
    """One step towards a screen."""
    special: dict[str, Callable[[], object]] = {
        "wake": lambda: _wake(desk, modes),
        "wait": lambda: _wait(desk, clock),
        "staff": lambda: _staff(desk, "menu"),
        "pin": lambda: _staff(desk, "pin"),
        "pattern": lambda: _staff(desk, "pattern"),
        "paused": lambda: setattr(desk.staff, "paused", True),
        "closed": lambda: setattr(desk, "hours", Shut()),
        "fault": lambda: desk.failed(ValueError("x"), "first"),
    }
    special.get(what, lambda: desk.pick(what))()
    if what in special:
        return
    clock.advance(1)


def _wake(desk: Desk, modes: Sequence[str]) -> None:
    desk.key("a")
    for mode in modes:
        desk.pick(mode)


def _staff(desk: Desk, at: Literal["menu", "pin", "pattern"]) -> None:
    desk.staff.at = at
    desk.staff.touched()


def _wait(desk: Desk, clock: FakeClock) -> None:
    clock.advance(60)
    desk.tick()


async def shot(size: tuple[int, int], mode: str, name: str) -> str:
    """One screen as SVG."""
    clock = FakeClock()
    log = lambda event, **facts: print(event, facts)  # noqa: E731
    desk = Desk(load(story_folder()), Config(), clock, log=log)
    desk.staff.ways = MuseumWays(desk.config, clock)
    app = KioskApp(desk)
    seconds, steps = SCREENS[name]
    async with app.run_test(size=size) as pilot:
        clock.advance(seconds)
        for step in steps:
            do(desk, clock, step, MODES[mode])
        app.redraw()
        await pilot.pause()
        await pilot.pause()
        return tidy(app.export_screenshot(title=name))


def main(arguments: Sequence[str] | None = None) -> None:
    """Write what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.kiosk.shots")
    parser.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()) / "kiosk")
    parser.add_argument("--size", action="append")
    parser.add_argument("--mode", action="append", choices=list(MODES))
    parser.add_argument("--screen", action="append", choices=list(SCREENS))
    chosen = parser.parse_args(arguments)
    sizes = [tuple(map(int, size.split("x"))) for size in chosen.size or ()] or SIZES
    for columns, rows in sizes:
        for mode in chosen.mode or MODES:
            folder = chosen.out / f"{columns}x{rows}-{mode}"
            folder.mkdir(parents=True, exist_ok=True)
            for name in chosen.screen or SCREENS:
                svg = asyncio.run(shot((columns, rows), mode, name))
                (folder / f"{name}.svg").write_text(svg, "utf-8")
            print(folder)


if __name__ == "__main__":
    main()
