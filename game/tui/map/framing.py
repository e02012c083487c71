"""Which part of the country to look at."""

from __future__ import annotations

from game.tui.map.extent import Extent, Point
from game.tui.map.geography import Geography
from game.tui.map.projection import Window, fitted, round_points
from game.view.map_marks import MapView

CLOSE, WIDE = 40.0, 150.0
"""The fewest kilometres seen: with several things to look at, and with one or two."""


def situation(geography: Geography, view: MapView, width: int, height: int) -> Window | None:
    """The window that shows the scene's place and what stands about it.

    Things beyond the map's finest sheet are left out of account, unless the
    scene itself is there. None if there is neither a map nor a marker.
    """
    sheet = _sheet(geography, view)
    points = [point for point in _points(view) if sheet is None or sheet.has(point)]
    if points:
        return round_points(points, width, height, CLOSE if len(points) > 2 else WIDE)
    return fitted(sheet, width, height) if sheet else None


def _sheet(geography: Geography, view: MapView) -> Extent | None:
    here = view.here
    holding = (extent for extent in geography.extents if here and extent.has(here.at))
    return next(holding, geography.extents[0] if geography.extents else None)


def _points(view: MapView) -> list[Point]:
    spots = [spot for mark in view.marks for spot in (mark.at, mark.to)]
    return [spot.at for spot in (view.here, *spots) if spot is not None]
