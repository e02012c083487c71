"""The map on the screen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from time import monotonic
from typing import Callable, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer

from game.tui.map.charset import BRAILLE, STYLES, Charset
from game.tui.map.draw import Drawing, draw
from game.tui.map.geography import Geography
from game.tui.map.ground import Ground, ground_of
from game.tui.map.motion import STEP, Travel
from game.tui.map.painting import Paint, hills_between, painted
from game.tui.map.pointing import stops, told
from game.tui.map.projection import Window
from game.tui.map.sheet import Cell
from game.tui.map.sight import Sight
from game.tui.widgets.ahead import Ahead
from game.tui.widgets.blank import Ready
from game.tui.widgets.settled import Settled
from game.view.map_marks import MapView
from game.view.map_words import sentence

WHEEL = 1.25
"""How much closer one notch of the wheel brings the map."""

REVERSED = Style(reverse=True)


class MapPane(Ready, Settled):
    """The country with what the story puts on it.

    It follows the situation until it is moved, zoomed or set to a sheet.
    Every style name of a drawing is a component class, `map--river` and so on.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"map--{style}" for style in (*STYLES, "hill")}

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
        & > .map--water { color: $primary 85%; text-style: italic; }
        & > .map--track { color: $foreground 50%; text-style: italic; }
        & > .map--hill { background: $foreground 12%; }
    }
    """

    @dataclass
    class Pointed(Message):
        """Something on the map is pointed at.

        Attributes:
            name: What stands there; empty for the bare country.
            words: The same in a sentence, or where that is.
        """

        pane: MapPane
        name: str
        words: str = ""

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
        moves: bool = False,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """A map.

        Args:
            geography: The country.
            view: What stands on it.
            charset: What it is drawn with.
            id: The widget's id.
            classes: The widget's classes.
            moves: Whether the mouse may move it.
            clock: Gives seconds, for what moves by itself.
        """
        super().__init__(id=id, classes=classes)
        self._moves = moves
        self.clock = clock
        self._frame: MapView | None = None
        self._held: tuple[float, float] | None = None
        self._dragged = False
        self._cursor: Cell | None = None
        self._paint: Paint | None = None
        self._travel: Travel | None = None
        self._timer: Timer | None = None
        self._sight = Sight(geography)
        self._geography = geography
        self._view = view or MapView()
        self._charset = charset
        self._ground: Ground | None = None
        self._drawing: Drawing | None = None
        self._rows: list[Strip] = []
        self._ahead: Ahead | None = None

    def show(self, view: MapView, frame: MapView | None = None) -> None:
        """Show another moment. A map that was moved stays where it is.

        Args:
            view: What stands on the map.
            frame: What the window is to hold, where that is more.
        """
        self._halt()
        self._view, self._frame = view, frame
        self._redraw()
        ahead = self._ahead
        if ahead is not None and self.has_ready(view) and frame is None:
            self._ground, self._drawing, self._rows = ahead.ground, ahead.drawing, ahead.rows

    def prepare(self, view: MapView) -> None:
        """Draw a moment that is likely to be shown next."""
        if self.has_ready(view) or not (self._sight.follows and self.outer_size):
            return
        before = self._view, self._frame, self._ground, self._drawing, self._rows
        self._view, self._frame, self._drawing, self._rows = view, None, None, []
        rows = self._painted()
        self._ahead = Ahead(view, self._charset, self._ground, self._drawing, rows)
        self._view, self._frame, self._ground, self._drawing, self._rows = before

    def has_ready(self, view: MapView) -> bool:
        """Whether a moment need not be drawn any more."""
        suits = self._ahead is not None and self._ahead.suits(view, self.outer_size, self._charset)
        return suits and self._sight.follows

    def travel(self, view: MapView, moving: bool = True) -> None:
        """Let the situation turn into another one, or cut to it."""
        self._halt()
        if not moving:
            self._view = view
            self._redraw()
            return
        self._travel = Travel(self._view, view, self.clock())
        self._timer = self.set_interval(STEP, self.step_on)

    def step_on(self) -> None:
        """Show how far the situation has come by now on its way to another one."""
        travel, now = self._travel, self.clock()
        if travel is None:
            return
        self._view = travel.at(now)
        if travel.is_over(now):
            self._halt()
        self._redraw()

    def _halt(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._travel = None

    def show_situation(self) -> None:
        """Follow the situation again."""
        self._cursor = None
        self._sight.follow()
        self._redraw()

    def show_sheet(self, number: int) -> None:
        """Show the whole of a sheet, 0 being the finest; a missing one is the widest."""
        self._sight.whole(number)
        self._redraw()

    def use(self, charset: Charset) -> None:
        """Draw with other characters."""
        if charset is not self._charset:
            self._charset = charset
            self._redraw()

    def pan(self, right: int, down: int) -> None:
        """Move the window by so many eighths of its size."""
        if window := self._window():
            self._sight.move(window, right * window.width / 8, down * window.height / 8)
            self._redraw()

    def zoom(self, factor: float, about: Cell | None = None) -> None:
        """See it closer (above 1) or from farther off (below 1).

        Args:
            factor: How much closer.
            about: The cell that stays where it is; the middle, if there is none.
        """
        if window := self._window():
            self._sight.zoom(window, factor, about)
            self._redraw()

    @property
    def sheets(self) -> int:
        """How many sheets can be shown whole."""
        return len(self._geography.extents)

    def point(self, cell: Cell | None) -> None:
        """Put the cursor on a cell, or away, and tell what is there."""
        self._cursor = cell
        self.refresh()
        if cell is not None:
            self.post_message(self.Pointed(self, self.name_at(*cell), self.words_at(*cell)))

    def point_next(self, way: int) -> None:
        """On to the next sign, row by row, or back to the one before (-1)."""
        drawing = self._drawn()
        cells = stops(drawing) if drawing else []
        if not cells:
            return
        order = [(row, column) for column, row in cells]
        if self._cursor is None:
            place = 0 if way > 0 else -1
        else:
            at = (self._cursor[1], self._cursor[0])
            place = bisect_right(order, at) if way > 0 else bisect_left(order, at) - 1
        self.point(cells[place % len(cells)])

    def move_cursor(self, right: int, down: int) -> None:
        """Move the cursor by cells; at the edge the map moves under it."""
        width, height = self.size
        column, row = self._cursor or (width // 2, height // 2)
        column, row = column + right, row + down
        if not 0 <= column < width:
            self.pan(right // abs(right), 0)
        if not 0 <= row < height:
            self.pan(0, down // abs(down))
        self.point((max(0, min(width - 1, column)), max(0, min(height - 1, row))))

    def words_at(self, column: int, row: int) -> str:
        """A sentence about a cell: what stands there, what runs there, or where it is."""
        drawing, window = self._drawn(), self._window()
        if drawing is None or window is None:
            return ""
        return told(self._geography, self._view, window, drawing, (column, row))

    def name_at(self, column: int, row: int) -> str:
        """The name of what stands in a cell; empty where nothing does."""
        drawing = self._drawn()
        return drawing.names.get((column, row), "") if drawing else ""

    @property
    def off_map(self) -> tuple[str, ...]:
        """The markers that are out of sight, in words."""
        drawing = self._drawn()
        here, tongue = self._view.here, self._view.tongue
        return tuple(sentence(mark, here, tongue) for mark in drawing.off) if drawing else ()

    def render_line(self, y: int) -> Strip:
        """One row of the map; without a map, the reason in the first row."""
        if not self._rows:
            self._rows = self._painted()
        if y >= len(self._rows):
            return Strip.blank(self.size.width)
        strip, cursor = self._rows[y], self._cursor
        if cursor is None or cursor[1] != y:
            return strip
        before, at, after = strip.divide([cursor[0], cursor[0] + 1, strip.cell_length])
        return Strip.join([before, at.apply_style(REVERSED), after])

    def _painted(self) -> list[Strip]:
        """Every row, in colours that are looked up once."""
        ground, drawing, (width, height) = self.rich_style, self._drawn(), self.outer_size
        if drawing is None:
            reasons = (reason.said(self._view.tongue) for reason in self._geography.reasons)
            reason = Segment(" ".join(reasons), ground)
            blank = Strip.blank(width, ground)
            return [Strip([reason]).adjust_cell_length(width, ground), *[blank] * (height - 1)]
        if self._paint is None:
            self._paint = Paint(self._style, self._hills())
        shades = self._ground.shades if self._ground else ()
        rows = painted(drawing, self._paint, shades)
        return [Strip(segments, width) for segments in rows]

    def _hills(self) -> tuple[Style, ...]:
        """The grounds of the shades; none where there are too few colours for them."""
        if self.app.console.color_system != "truecolor" or self.app.no_color:
            return ()
        steepest = self.get_component_rich_style("map--hill")
        return hills_between(self.rich_style.bgcolor, steepest.bgcolor)

    def notify_style_update(self) -> None:
        """Paint anew in other colours."""
        super().notify_style_update()
        self._rows, self._paint, self._ahead = [], None, None

    def on_resize(self, event: events.Resize) -> None:
        """Draw anew for the new size; what comes back into sight as large as it was is kept."""
        if not self._rows or (self._rows[0].cell_length, len(self._rows)) != tuple(event.size):
            self._redraw()

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked; a map that moves has it in the middle then."""
        at = event.get_content_offset(self)
        if at is None or self._dragged:
            return
        name, words, window = self.name_at(at.x, at.y), self.words_at(at.x, at.y), self._window()
        if self._moves and window:
            columns, rows = at.x + 0.5 - window.width / 2, at.y + 0.5 - window.height / 2
            self._sight.move(window, columns, rows)
            self._cursor = window.width // 2, window.height // 2
            self._redraw()
        if name or (self._moves and words):
            self.post_message(self.Pointed(self, name, words))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a map that moves."""
        if self._moves and event.button == 1:
            self._held, self._dragged = (event.x, event.y), False
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Move the map with the mouse that holds it."""
        window = self._window() if self._held else None
        if self._held is None or window is None:
            return
        right, down = event.x - self._held[0], event.y - self._held[1]
        if right or down:
            self._held, self._dragged = (event.x, event.y), True
            self._sight.move(window, -right, -down)
            self._redraw()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of the map."""
        if self._held is not None:
            self._held = None
            self.release_mouse()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Closer."""
        self._wheel(event, WHEEL)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Farther off."""
        self._wheel(event, 1 / WHEEL)

    def _wheel(self, event: events.MouseScrollUp | events.MouseScrollDown, factor: float) -> None:
        if self._moves:
            event.stop()
            at = event.get_content_offset(self)
            self.zoom(factor, (at.x, at.y) if at else None)

    def _redraw(self) -> None:
        self._drawing, self._rows = None, []
        self.refresh()

    def _window(self) -> Window | None:
        return self._sight.window(self._frame or self._view, *self.outer_size)

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
        """A style by its name; the empty one is the ground's."""
        return self.get_component_rich_style(f"map--{name}") if name else self.rich_style
