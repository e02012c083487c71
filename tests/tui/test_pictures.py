"""Pictures of the main screens, compared with those kept in `__snapshots__`."""

from __future__ import annotations

from typing import Callable

import pytest

from game.engine import Playthrough
from game.tui import TenDays
from game.view import ENGLISH, Course
from tests.tui.driving import press, small

PLACES: dict[str, Callable[[TenDays], object]] = {
    "title": lambda app: app.open("title"),
    "commander": lambda app: app.open("commander"),
    "page": lambda app: app.read(_at(())),
    "decision": lambda app: app.read(_at(()).forward()),
    "answer": lambda app: app.read(_at(("wait",))),
    "report": lambda app: (app.read(_at(("wait", "knock")).forward()), app.open_report()),
}


def _at(orders: tuple[str, ...]) -> Course:
    return Course.begin(Playthrough.replay(small(), "one", orders), ENGLISH)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("place", PLACES)
def test_a_screen_looks_as_it_did(snap_compare, place, size) -> None:
    app = TenDays(small(), None, ENGLISH)
    app.animation_level = "none"

    async def go(pilot) -> None:
        PLACES[place](app)
        await pilot.pause()
        if place == "decision":
            await press(pilot, "1")

    assert snap_compare(app, terminal_size=size, run_before=go)
