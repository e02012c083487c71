"""The reading ruler: marks the line or the paragraph that is read, and moves with the arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, NamedTuple

from textual.content import Content

from game.tui.typeset import Line
from game.tui.widgets.laid import Laid
from game.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from game.tui.screens.body import Body

LINE, PARAGRAPH = "line", "paragraph"


class Stop(NamedTuple):
    """Rows of a widget that are marked together, and where they stand in the whole text."""

    widget: Laid
    rows: range
    top: int


class Ruler:
    """The ruler of one body of text.

    Args:
        body: What it lies on.
    """

    def __init__(self, body: Body) -> None:
        self._body = body
        self._mode = ""
        self._at: tuple[Laid, int] | None = None
        self._on: Laid | None = None

    def set(self, mode: str) -> None:
        """By the line, by the paragraph, or with an empty string not at all."""
        if mode != self._mode:
            self._mode = mode
            self.begin()

    @property
    def is_on(self) -> bool:
        """Whether the reader wants one."""
        return bool(self._mode)

    def begin(self) -> None:
        """To the first line in sight; away, if it is not wanted."""
        self.lift()
        self._at = None
        if self._mode:
            self._body.call_after_refresh(self.keep_in_sight)

    def lift(self) -> None:
        """Take it off the text; the next arrow lays it down where it was."""
        if self._on is not None:
            self._on.rule_rows(None)
            self._on = None

    def step(self, way: int) -> bool:
        """A line or paragraph down (1) or up (-1); says whether there was one."""
        if not self._mode:
            return False
        stops = list(self._stops())
        here = self._place(stops)
        if here is None:
            here = self._first(stops) - way
        elif not self._is_laid(stops[here]):
            here -= way
        if not 0 <= here + way < len(stops):
            return False
        self._lay(stops[here + way])
        return True

    def keep_in_sight(self) -> None:
        """When the page has been turned, the ruler goes with it."""
        if not self._mode:
            return
        stops = list(self._stops())
        here = self._place(stops)
        if here is None or not self._is_in_sight(stops[here]):
            first = self._first(stops)
            if first < len(stops):
                self._lay(stops[first], follow=False)

    def _lay(self, stop: Stop, follow: bool = True) -> None:
        self.lift()
        self._at = (stop.widget, stop.rows.start)
        self._on = stop.widget
        self._on.rule_rows(stop.rows)
        if follow:
            self._body.show_row(stop.widget, stop.rows.start, len(stop.rows))

    def _is_laid(self, stop: Stop) -> bool:
        return stop.widget.ruled is not None

    def _place(self, stops: list[Stop]) -> int | None:
        """The number of the stop that it lies on."""
        if self._at is None:
            return None
        widget, row = self._at
        found = (i for i, s in enumerate(stops) if s.widget is widget and row in s.rows)
        return next(found, None)

    def _first(self, stops: list[Stop]) -> int:
        """The number of the first stop in sight."""
        return next((i for i, s in enumerate(stops) if self._is_in_sight(s)), len(stops))

    def _is_in_sight(self, stop: Stop) -> bool:
        top = self._body.scroll_offset.y + self._body.gutter.top
        return top <= stop.top < top + self._body.scrollable_content_region.height

    def _stops(self) -> Iterator[Stop]:
        """Every line, or every paragraph, that can be read; choices have a mark of their own."""
        for laid in self._body.query(Laid):
            if laid.region.height and not isinstance(laid, Menu):
                top = self._body.top_of(laid)
                for rows in self._rows(laid):
                    yield Stop(laid, rows, top + rows.start)

    def _rows(self, laid: Laid) -> Iterator[range]:
        lines = laid.lines(laid.content_size.width)
        if self._mode == LINE:
            yield from (range(y, y + 1) for y, line in enumerate(lines) if _has_words(line))
            return
        start: int | None = None
        for y, line in enumerate([*lines, Content("")]):
            if line.plain.strip() and start is None:
                start = y
            elif not line.plain.strip() and start is not None:
                yield range(start, y)
                start = None


def _has_words(line: Line) -> bool:
    """Whether there is something to read on a line that is not only drawn."""
    return any(sign.isalnum() for sign in line.plain)
