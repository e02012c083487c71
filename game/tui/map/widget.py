"""The map on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.events import Click, Resize
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from game.tui.map.charset import BRAILLE, Charset
from game.tui.map.draw import STYLES, Drawing, draw
from game.tui.map.extent import Extent
from game.tui.map.framing import situation
from game.tui.map.geography import Geography
from game.tui.map.ground import Ground, ground_of
from game.tui.map.projection import Window, fitted
from game.view.map_marks import MapView
from game.view.map_words import sentence


class MapPane(Widget):
    """The country with what the story puts on it.

    It follows the situation until it is moved, zoomed or set to a sheet.
    Every style name of a drawing is a component class, `map--river` and so on.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"map--{style}" for style in STYLES}

    DEFAULT_CSS = """
    MapPane {
        & > .map--river { color: $primary 70%; }
        & > .map--lake { color: $primary 45%; }
        & > .map--coast { color: $primary 60%; }
        & > .map--border { color: $foreground 60%; }
        & > .map--railway { color: $foreground 38%; }
        & > .map--place { color: $foreground 75%; }
        & > .map--city { color: $foreground; text-style: bold; }
        & > .map--here { color: $foreground; text-style: bold reverse; }
        & > .map--bridge { color: $foreground; }
        & > .map--other { color: $foreground 90%; }
        & > .map--axis-other { color: $foreground 70%; }
        & > .map--front-other { color: $foreground 70%; }
        & > .map--soviet { color: $text-error; text-style: bold; }
        & > .map--axis-soviet { color: $text-error; }
        & > .map--front-soviet { color: $text-error; }
        & > .map--japanese { color: $text-warning; text-style: bold; }
        & > .map--axis-japanese { color: $text-warning; }
        & > .map--front-japanese { color: $text-warning; }
        & > .map--credit { color: $foreground 50%; }
    }
    """

    @dataclass
    class Pointed(Message):
        """Something that stands on the map was clicked."""

        pane: MapPane
        name: str

        @property
        def control(self) -> MapPane:
            """The map that was clicked."""
            return self.pane

    def __init__(
        self,
        geography: Geography,
        view: MapView | None = None,
        charset: Charset = BRAILLE,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._geography = geography
        self._view = view or MapView()
        self._charset = charset
        self._sheet: Extent | None = None
        self._moved: Window | None = None
        self._ground: Ground | None = None
        self._drawing: Drawing | None = None

    def show(self, view: MapView) -> None:
        """Show another moment. A map that was moved stays where it is."""
        self._view = view
        self._redraw()

    def show_situation(self) -> None:
        """Follow the situation again."""
        self._sheet = self._moved = None
        self._redraw()

    def show_sheet(self, number: int) -> None:
        """Show the whole of a sheet, 0 being the finest; a missing one is the widest."""
        extents = self._geography.extents
        self._moved = None
        self._sheet = extents[min(number, len(extents) - 1)] if extents else None
        self._redraw()

    def use(self, charset: Charset) -> None:
        """Draw with other characters."""
        self._charset = charset
        self._redraw()

    def pan(self, right: int, down: int) -> None:
        """Move the window by so many eighths of its size."""
        if window := self._window():
            self._moved = window.moved(right * window.width / 8, down * window.height / 8)
            self._redraw()

    def zoom(self, factor: float) -> None:
        """See it closer (above 1) or from farther off (below 1)."""
        if window := self._window():
            self._moved = window.zoomed(factor)
            self._redraw()

    def name_at(self, column: int, row: int) -> str:
        """The name of what stands in a cell; empty where nothing does."""
        drawing = self._drawn()
        return drawing.names.get((column, row), "") if drawing else ""

    @property
    def off_map(self) -> tuple[str, ...]:
        """The markers that are out of sight, in words."""
        drawing = self._drawn()
        return tuple(sentence(mark, self._view.here) for mark in drawing.off) if drawing else ()

    def render_line(self, y: int) -> Strip:
        """One row of the map; without a map, the reason in the first row."""
        ground = self.rich_style
        drawing = self._drawn()
        if drawing is None:
            reason = " ".join(self._geography.reasons) if y == 0 else ""
            return _strip([Segment(reason, ground)], self.size.width, ground)
        if y >= len(drawing.lines):
            return Strip.blank(self.size.width, ground)
        segments = [Segment(text, self._style(style)) for text, style in drawing.lines[y]]
        return _strip(segments, self.size.width, ground)

    def on_resize(self, event: Resize) -> None:
        """Draw anew for the new size."""
        self._redraw()

    def on_click(self, event: Click) -> None:
        """Tell the name of what was clicked."""
        at = event.get_content_offset(self) or Offset(-1, -1)
        if name := self.name_at(at.x, at.y):
            self.post_message(self.Pointed(self, name))

    def _redraw(self) -> None:
        self._drawing = None
        self.refresh()

    def _window(self) -> Window | None:
        width, height = self.size
        if self._moved:
            return self._moved.sized(width, height)
        if self._sheet:
            return fitted(self._sheet, width, height)
        return situation(self._geography, self._view, width, height)

    def _drawn(self) -> Drawing | None:
        window = None if self._drawing else self._window()
        if window:
            self._drawing = draw(self._ground_of(window), self._view)
        return self._drawing

    def _ground_of(self, window: Window) -> Ground:
        kept = self._ground
        if kept is None or (kept.window, kept.charset.name) != (window, self._charset.name):
            kept = ground_of(self._geography, window, self._charset)
            self._ground = kept
        return kept

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"map--{name}") if name else self.rich_style


def _strip(segments: list[Segment], width: int, ground: Style) -> Strip:
    return Strip(segments).adjust_cell_length(width, ground)
