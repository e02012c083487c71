"""The map at 200 by 50: how long a whole redraw takes, and a step of moving it."""

from __future__ import annotations

import asyncio
from io import StringIO
from typing import Callable, Iterator

from rich.console import Console
from textual.app import App, ComposeResult

from game.tui.map.charset import BLOCKS, BRAILLE
from game.tui.map.geography import read_maps
from game.tui.map.widget import MapPane
from game.view.map_marks import map_view
from tests.bench.measure import Row, Times, timed

SIZE = (200, 50)
REDRAW, STEP = 30.0, 16.0
ROUNDS = 15
NODE = "s-stay"
"""A decision of the shipped story, for what stands on the map."""


class Alone(App[None]):
    """One map, as large as the window, on a terminal with all colours: hills are painted."""

    def __init__(self, pane: MapPane) -> None:
        super().__init__()
        self.console = Console(color_system="truecolor", file=StringIO(), force_terminal=True)
        self.pane = pane

    def compose(self) -> ComposeResult:
        """The map."""
        yield self.pane


def maps() -> Iterator[Row]:
    """Redraw, pan, zoom, and a step of the way to 1945, on both sheets."""
    yield from asyncio.run(_rows())


async def _rows() -> list[Row]:
    from game.reader import load
    from tests.bench.reader import SHIPPED

    story = load(SHIPPED)
    node = story.nodes[NODE]
    view = map_view(story, node.place, node.markers)
    pane = MapPane(read_maps(SHIPPED / "map"), view, moves=True)
    found: list[Row] = []
    async with Alone(pane).run_test(size=SIZE):
        for sheet, name in enumerate(("battle", "theatre")):
            pane.show_sheet(sheet)
            _paint(pane)
            found += _of_sheet(pane, name, lambda: pane.show(view))
    return found


def _of_sheet(pane: MapPane, name: str, again: Callable[[], None]) -> list[Row]:
    turns = iter(range(10_000))

    def redraw() -> None:
        pane.use((BLOCKS, BRAILLE)[next(turns) % 2])
        _paint(pane)

    def pan() -> None:
        pane.pan((1, -1)[next(turns) % 2], 0)
        _paint(pane)

    def zoom() -> None:
        pane.zoom((1.25, 0.8)[next(turns) % 2])
        _paint(pane)

    def moment() -> None:
        again()
        _paint(pane)

    works = (("redraw", redraw, REDRAW), ("pan", pan, STEP), ("zoom", zoom, STEP))
    rows = [_row(f"map: {what}, {name}", timed(work, ROUNDS), goal) for what, work, goal in works]
    pane.use(BRAILLE)
    return [*rows, _row(f"map: moment, {name}", timed(moment, ROUNDS), STEP)]


def _row(name: str, times: Times, goal: float) -> Row:
    best, usual = times.best * 1000, times.median * 1000
    return Row(name, best, usual, "ms", goal=goal, met=usual <= goal, note="200 by 50")


def _paint(pane: MapPane) -> None:
    for row in range(pane.size.height):
        pane.render_line(row)
