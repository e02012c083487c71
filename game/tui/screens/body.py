"""The part of a screen that scrolls, and where one is reading in it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.containers import VerticalScroll
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar
from textual.widget import Widget

from game.tui.ruler import Ruler
from game.tui.widgets.blank import Blank
from game.tui.widgets.laid import Laid
from game.tui.widgets.rail import Rail

RESETTLED = 0.05
"""Seconds after which a resized window is laid out for good."""

OVERLAP = 2
"""Lines that stay in sight when a screenful is turned."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is reading: so far in a block of lines of a widget, or so many rows above it."""

    widget: Laid
    block: int
    far: float
    above: int = 0


class Body(Blank, VerticalScroll, can_focus=False, inherit_bindings=False):
    """The part of a screen that scrolls. Resized, it keeps the paragraph that is read in sight."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
    """Its scrollbar has a place of its own: to have grown is no reason for a second layout."""

    class Turned(Message):
        """Another part is in sight."""

    def __init__(self, *children: Widget, id: str = "body", classes: str = "body") -> None:
        super().__init__(*children, id=id, classes=classes)
        self._place: Place | None = None
        self._was_at_end = self._returning = False
        self._settled = self.size
        self._left_at = 0.0
        self.ruler = Ruler(self)
        """The reading ruler on it."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The rail; made when it is first asked for, as Textual does."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = rail = Rail(name="vertical")
            rail.display = False
            self.app._start_widget(self, rail)
        return self._vertical_scrollbar

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the place, unless it is moved by a resize that is still under way."""
        super().watch_scroll_y(old_value, new_value)
        clamped = old_value > self.max_scroll_y
        if self.size == self._settled and not clamped and not self._returning:
            self._was_at_end = 0 < self.max_scroll_y <= new_value
            self._place = self._found() if new_value else None
        self.post_message(self.Turned())

    def watch_virtual_size(self) -> None:
        """There is more or less to read than before."""
        self.post_message(self.Turned())

    def on_resize(self) -> None:
        """Come back to the place; once more when what changed the width has been laid out too."""
        self.call_after_refresh(self._come_back)
        self.set_timer(RESETTLED, self._settle)

    def keep_place(self) -> None:
        """Stay with what is read, though something above it takes more rows now."""
        self.call_after_refresh(self._come_back)

    def _come_back(self) -> None:
        self._returning = True
        self.scroll_to(y=self._row(), animate=False, immediate=True)
        self._returning, self._settled = False, self.size
        self._left_at = self.scroll_y
        self.post_message(self.Turned())

    def _settle(self) -> None:
        """Come back once more, unless it has been scrolled since."""
        if self.scroll_y == self._left_at:
            self._come_back()

    def _found(self) -> Place | None:
        """What stands in the uppermost row."""
        top = self.scroll_offset.y
        for laid in self.query(Laid):
            height = laid.region.height
            if height and (row := top - self.top_of(laid)) < height:
                return Place(laid, *laid.block_at(max(0, row)), above=max(0, -row))
        return None

    def _row(self) -> int:
        """Where the place is now."""
        if self._was_at_end:
            return self.max_scroll_y
        place = self._place
        if place is None or not place.widget.region:
            return 0
        row = place.widget.row_of_block(place.block, place.far) - place.above
        return self.top_of(place.widget) + row

    def top_of(self, widget: Widget) -> int:
        """The row of the whole text in which a widget begins, the margin above counted."""
        return self.depth_of(widget) + self.gutter.top

    def depth_of(self, widget: Widget) -> int:
        """How far to scroll so that a widget stands at the top, wherever it is scrolled to now."""
        depth, here = 0, widget
        if isinstance(widget, Laid) and widget.holder is not None:
            depth, here = widget.placed.y, widget.holder
        while here is not self:
            depth += here.virtual_region.y
            assert isinstance(here.parent, Widget)
            here = here.parent
        return depth

    def start(self) -> None:
        """To the top, where something new is shown; nothing of it is selected yet."""
        if self.screen.selections:
            self.screen.clear_selection()
        self.to_top()
        self._place, self._was_at_end = None, False
        self.ruler.begin()

    def show_row(self, widget: Widget, row: int, height: int = 1) -> None:
        """Bring rows of a widget inside it into sight."""
        top = self.top_of(widget)
        self.scroll_to_region(Region(0, top + row, 1, height), animate=False, x_axis=False)

    def show_whole(self, widget: Widget) -> bool:
        """Bring all of a widget into sight; says whether there is room for that."""
        height = widget.region.height
        fits = height <= self.scrollable_content_region.height
        if fits:
            self.show_row(widget, 0, height)
        return fits

    @property
    def at_end(self) -> bool:
        """Whether nothing is left below."""
        return self.scroll_target_y >= self.max_scroll_y

    def turn(self, way: int) -> None:
        """A screenful down (1) or up (-1)."""
        step = max(1, self.scrollable_content_region.height - OVERLAP)
        self.scroll_to(y=self._bound + way * step, duration=0.15, immediate=True)

    def roll(self, rows: int) -> None:
        """So many rows down, or up."""
        self.scroll_to(y=self._bound + rows, animate=False, immediate=True)

    @property
    def _bound(self) -> float:
        """Where a scroll under way will end: keys pressed meanwhile go on from there."""
        return min(self.scroll_target_y, self.max_scroll_y)

    def to_end(self) -> None:
        """To the last row."""
        self.scroll_end(animate=False, immediate=True)

    def to_top(self) -> None:
        """To the first row."""
        self.scroll_home(animate=False, immediate=True)
