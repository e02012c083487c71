"""The country as it lies, before anything of the story stands on it."""

from __future__ import annotations

from dataclasses import dataclass

from game.tui.map.canvas import SOLID, Canvas, Pattern
from game.tui.map.charset import LAYERS, Charset
from game.tui.map.geography import Feature, Geography, Town
from game.tui.map.naming import Course, courses
from game.tui.map.projection import Segment, Window
from game.tui.map.relief import fitting

PATTERNS: dict[str, Pattern] = {"railway": (4, 8), "border": (1, 2), "coast": (2, 3)}
"""The dashes of each kind of line; a river is drawn through."""

THICK = 1.2
"""Kilometres to a column from which on, closer, a river is two dots wide."""

RAILS = 90
"""Columns from which on railways are named."""

ROOMY = 900
"""Cells from which on a map shows every rank of place that its scale allows."""

DETAIL = ((4, 2.0), (3, 4.5), (2, 20.0))
"""Down to which rank places are shown, up to so many kilometres a column."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A window on the country, drawn. Worth keeping until the window moves.

    Attributes:
        canvas: The drawing. It is copied before more is drawn on it.
        towns: The places to be shown at this scale.
        courses: Rivers, lakes and railways that may be named.
        features: What of it is in sight.
        shades: A shade for each cell, row by row; none where there is no shading.
    """

    window: Window
    charset: Charset
    canvas: Canvas
    towns: tuple[Town, ...]
    credit: str
    courses: tuple[Course, ...] = ()
    shades: tuple[bytes, ...] = ()
    features: tuple[Feature, ...] = ()


def ground_of(geography: Geography, window: Window, charset: Charset) -> Ground:
    """Draw the country in a window."""
    canvas = Canvas(window.width, window.height, charset.dots)
    seen = window.extent
    found = geography.at_scale(window.scale)
    features = [feature for feature in found if seen.meets(feature.extent)]
    drawn = [
        (feature, _draw(canvas, window, feature))
        for feature in sorted(features, key=lambda feature: LAYERS.index(feature.kind))
    ]
    lowest = detail(window.scale, window.width * window.height)
    towns = (town for town in geography.towns if town.rank <= lowest and window.holds(town.at))
    shown = tuple(sorted(towns, key=lambda town: town.rank))
    named = courses(drawn, rails=window.width >= RAILS)
    relief = fitting(geography.reliefs, window)
    shades = relief.shades(window) if relief else ()
    return Ground(
        window,
        charset,
        canvas,
        shown,
        geography.credit,
        named,
        shades,
        tuple(f for f, seen in drawn if seen),
    )


def detail(scale: float, cells: int) -> int:
    """The lowest rank of place that is shown.

    Args:
        scale: Kilometres to a column.
        cells: How many cells the map has; a small one leaves a rank out.
    """
    lowest = next((rank for rank, limit in DETAIL if scale <= limit), 1)
    return lowest if cells >= ROOMY else max(1, lowest - 1)


def _draw(canvas: Canvas, window: Window, feature: Feature) -> list[Segment]:
    """Draw a feature; gives what of it is in sight."""
    if feature.kind == "lake":
        canvas.area((window.ring(part) for part in feature.parts), "lake")
    pattern = PATTERNS.get(feature.kind, SOLID)
    thick = feature.kind == "river" and window.scale <= THICK
    seen = [segment for part in feature.parts for segment in window.segments(part)]
    canvas.line(seen, feature.kind, pattern, (1,) if thick else ())
    return seen
