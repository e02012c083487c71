"""What stands beside the text in a wide window: the map and the state of the battle."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical

from game.engine import Position
from game.model import Story
from game.tui.map.geography import Geography
from game.tui.map.widget import MapPane
from game.tui.widgets.blank import Blank
from game.tui.widgets.gauges import Gauges
from game.tui.widgets.tally import Tally
from game.view import Page, Tongue, gauges, hours_at, ledger_rows
from game.view.map_marks import MapView, map_view

if TYPE_CHECKING:
    from game.tui.app import TenDays


MAP, MARGINS = 15, 2
"""Rows that the map keeps, and those that are blank below it and below the state."""


class Side(Blank, Vertical):
    """A map above, gauges below."""

    def __init__(self, story: Story, geography: Geography, tongue: Tongue) -> None:
        super().__init__(id="side")
        self._story, self._geography, self._tongue = story, geography, tongue
        self._view: MapView | None = None
        self._due: tuple[Page, Position] | None = None

    def compose(self) -> ComposeResult:
        """The map, where there is one, and the gauges."""
        if self._geography.extents:
            yield MapPane(self._geography, id="side-map")
        yield Gauges(self._tongue, id="side-gauges")
        yield Tally(self._tongue, id="side-tally")

    def show(self, page: Page, position: Position) -> None:
        """Show a page's moment: a frame after the text, which takes no longer than this."""
        waiting, self._due = self._due is not None, (page, position)
        if not waiting:
            self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        if self._due is None:
            return
        (page, position), self._due = self._due, None
        view = map_view(self._story, page.place_id, page.markers, self._tongue)
        for pane in self.query(MapPane):
            pane.use(cast("TenDays", self.app).charset)
            if view != self._view:
                pane.show(view)
        self._view = view
        told = hours_at(page, position.program, self._tongue)
        self.query_one(Gauges).show(gauges(position, self._tongue), told)
        self.query_one(Tally).show(ledger_rows(position, self._tongue))
        self._leave_room()

    def on_resize(self) -> None:
        """The figures take no more than the map leaves."""
        self._leave_room()

    def _leave_room(self) -> None:
        """The map first, then the state, and of the figures what there is room for."""
        width, height = self.content_size
        if not width or not self.query(MapPane):
            return
        state = len(self.query_one(Gauges).lines(width))
        self.query_one(Tally).limit(max(0, height - MAP - state - MARGINS))
