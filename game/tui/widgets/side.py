"""What stands beside the text in a wide window: the map and the state of the battle."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from game.engine import Position
from game.model import Story
from game.tui.map.geography import Geography
from game.tui.map.widget import MapPane
from game.tui.widgets.gauges import Gauges
from game.view import Page, Tongue, gauges
from game.view.map_marks import MapView, map_view


class Side(Vertical):
    """A map above, gauges below."""

    def __init__(self, story: Story, geography: Geography, tongue: Tongue) -> None:
        super().__init__(id="side")
        self._story, self._geography, self._tongue = story, geography, tongue
        self._view: MapView | None = None

    def compose(self) -> ComposeResult:
        """The map, where there is one, and the gauges."""
        if not self._geography.reasons:
            yield MapPane(self._geography, id="side-map")
        yield Gauges(self._tongue, id="side-gauges")

    def show(self, page: Page, position: Position) -> None:
        """Show a page's moment."""
        view = map_view(self._story, page.place_id, page.markers)
        if view != self._view:
            self._view = view
            for pane in self.query(MapPane):
                pane.show(view)
        self.query_one(Gauges).show(gauges(position, self._tongue))
