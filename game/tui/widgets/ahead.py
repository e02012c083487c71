"""A map that is drawn before it is shown."""

from __future__ import annotations

from typing import NamedTuple

from textual.geometry import Size
from textual.strip import Strip

from game.tui.map.charset import Charset
from game.tui.map.draw import Drawing
from game.tui.map.ground import Ground
from game.view.map_marks import MapView


class Ahead(NamedTuple):
    """A moment, and how it looks in a window that follows the situation."""

    view: MapView
    charset: Charset
    ground: Ground | None
    drawing: Drawing | None
    rows: list[Strip]

    def suits(self, view: MapView, size: Size, charset: Charset) -> bool:
        """Whether it is what is to be shown."""
        drawn = Size(self.rows[0].cell_length, len(self.rows)) if self.rows else Size(0, 0)
        return drawn == size and charset is self.charset and view == self.view
