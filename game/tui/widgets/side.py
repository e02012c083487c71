"""What stands beside the text in a wide window: the map and the state of the battle."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from game.engine import Position
from game.model import Story
from game.tui.map.geography import Geography
from game.tui.map.widget import MapPane
from game.tui.widgets.blank import Blank
from game.tui.widgets.gauges import Gauges
from game.tui.widgets.settled import Settled
from game.tui.widgets.tally import Tally
from game.view import Page, Tongue, gauges, hours_at, ledger_rows
from game.view.map_marks import MapView, map_view

if TYPE_CHECKING:
    from game.tui.app import TenDays


MAP, MARGINS = 15, 2
"""Rows that the map keeps, and those that are blank below it and below the state."""


class Across(Blank, Horizontal, Settled):
    """The text, and what stands beside it."""


class Beside(Blank, Vertical, Settled):
    """Whatever stands beside the text."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__(id="side")
        self._tongue = tongue

    def stand(self, here: bool) -> None:
        """Stand beside the text where the window is wide enough, or give it all the room."""
        if here:
            self.styles.clear_rule("display")
        else:
            self.styles.display = "none"

    def show(self, page: Page, position: Position) -> None:
        """Show a page's moment."""
        raise NotImplementedError

    def prepare(self, page: Page) -> None:
        """Draw ahead what a page that is likely to come next will show; some have nothing."""


class Side(Beside):
    """A map above, gauges below."""

    def __init__(self, story: Story, geography: Geography, tongue: Tongue) -> None:
        super().__init__(tongue)
        self._story = story
        self._view: MapView | None = None
        self._due: tuple[Page, Position, MapView] | None = None
        self._panes = [MapPane(geography, id="side-map")] if geography.extents else []
        self._gauges = Gauges(tongue, id="side-gauges", steady=True)
        self._tally = Tally(tongue, id="side-tally")

    def compose(self) -> ComposeResult:
        """The map, where there is one, and the gauges."""
        yield from self._panes
        yield self._gauges
        yield self._tally

    def show(self, page: Page, position: Position) -> None:
        """Show a page's moment: with the text if its map is drawn, else a frame after it."""
        view = self._view_of(page)
        waiting, self._due = self._due is not None, (page, position, view)
        ready = all(view == self._view or pane.has_ready(view) for pane in self._panes)
        if ready and self.display:
            self._draw()
        elif not waiting:
            self.call_after_refresh(self._draw)

    def prepare(self, page: Page) -> None:
        """Draw the map of a page that is likely to come next, if there is room for one."""
        for pane in self._panes:
            if pane.outer_size:
                pane.prepare(self._view_of(page))

    def _view_of(self, page: Page) -> MapView:
        return map_view(self._story, page.place_id, page.markers, self._tongue)

    def _draw(self) -> None:
        if self._due is None or not self.size.width:
            return
        (page, position, view), self._due = self._due, None
        for pane in self._panes:
            pane.use(cast("TenDays", self.app).charset)
            if view != self._view:
                pane.show(view)
        self._view = view
        told = hours_at(page, position.program, self._tongue)
        self._gauges.show(gauges(position, self._tongue), told)
        self._tally.show(ledger_rows(position, self._tongue))
        self._leave_room()

    def on_resize(self) -> None:
        """What could not be seen before is drawn; the figures take no more than the map leaves.

        Not at once: the layout that gave the room is not done with the parts inside.
        """
        self.call_after_refresh(self._draw)
        self._leave_room()

    def _leave_room(self) -> None:
        """The map first, then the state, and of the figures what there is room for."""
        width, height = self.content_size
        if not width or not self._panes:
            return
        state = len(self._gauges.lines(width))
        self._tally.limit(max(0, height - MAP - state - MARGINS))
