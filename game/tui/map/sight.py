"""Where a map looks: at the situation, at a whole sheet, or where it was moved to."""

from __future__ import annotations

from game.tui.map.extent import Extent
from game.tui.map.framing import situation
from game.tui.map.geography import Geography
from game.tui.map.projection import Window, fitted
from game.tui.map.sheet import Cell
from game.view.map_marks import MapView


class Sight:
    """A way of looking at a country. It follows the situation until it is told otherwise."""

    def __init__(self, geography: Geography) -> None:
        self._geography = geography
        self._sheet: Extent | None = None
        self._moved: Window | None = None

    def window(self, frame: MapView, width: int, height: int) -> Window | None:
        """What is seen in so many cells; None if there is neither a map nor a marker.

        Args:
            frame: What is to be in sight while the situation is followed.
            width: Columns.
            height: Rows.
        """
        if self._moved:
            return self._moved.sized(width, height)
        if self._sheet:
            return fitted(self._sheet, width, height)
        return situation(self._geography, frame, width, height)

    @property
    def follows(self) -> bool:
        """Whether it looks at the situation."""
        return self._sheet is None and self._moved is None

    def follow(self) -> None:
        """Look at the situation again."""
        self._sheet = self._moved = None

    def whole(self, number: int) -> None:
        """Look at the whole of a sheet, 0 being the finest; a missing one is the widest."""
        extents = self._geography.extents
        self._moved = None
        self._sheet = extents[min(number, len(extents) - 1)] if extents else None

    def move(self, window: Window, columns: float, rows: float) -> None:
        """Move a window by so many cells, to the right and down."""
        self._moved = window.moved(columns, rows)

    def zoom(self, window: Window, factor: float, about: Cell | None = None) -> None:
        """See it closer (above 1) or from farther off (below 1).

        Args:
            window: What is seen now.
            factor: How much closer.
            about: The cell that stays where it is; the middle, if there is none.
        """
        closer = window.zoomed(factor)
        if about is not None:
            away = 1 - closer.scale / window.scale
            columns, rows = about[0] - window.width / 2, about[1] - window.height / 2
            closer = window.moved(columns * away, rows * away).zoomed(factor)
        self._moved = closer
