"""Pictures of what visitors see, compared with those kept in `__snapshots__`."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from game.kiosk.app import KioskApp
from game.kiosk.clock import FakeClock
from game.kiosk.desk import Desk
from tests.kiosk.playing import shipped
from tests.kiosk.shots import SCREENS, do

SHOWN = (
    "attract-question",
    "attract-days",
    "first",
    "decision",
    "answer",
    "ending",
    "warning",
    "pin",
)


@pytest.mark.parametrize("size", [(86, 24), (103, 29)], ids=["86x24", "103x29"])
@pytest.mark.parametrize("name", SHOWN)
def test_a_screen_looks_as_it_did(snap_compare: Any, name: str, size: tuple[int, int]) -> None:
    clock = FakeClock()
    app = KioskApp(Desk(shipped(), None, clock))

    async def go(pilot: Pilot[None]) -> None:
        seconds, steps = SCREENS[name]
        clock.advance(seconds)
        for step in steps:
            do(app.desk, clock, step)
        app.redraw()
        await pilot.pause()
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=go)
