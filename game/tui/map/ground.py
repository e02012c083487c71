"""The country as it lies, before anything of the story stands on it."""

from __future__ import annotations

from dataclasses import dataclass

from game.tui.map.canvas import SOLID, Canvas, Pattern
from game.tui.map.charset import LAYERS, Charset
from game.tui.map.geography import Feature, Geography, Town
from game.tui.map.projection import Window

PATTERNS: dict[str, Pattern] = {"railway": (4, 6), "border": (1, 3), "coast": (2, 3)}
"""The dashes of each kind of line; a river is drawn through."""

DETAIL = ((4, 2.0), (3, 4.5), (2, 20.0))
"""Down to which rank places are shown, up to so many kilometres a column."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A window on the country, drawn. Worth keeping until the window moves.

    Attributes:
        canvas: The drawing. It is copied before more is drawn on it.
        towns: The places to be shown at this scale.
    """

    window: Window
    charset: Charset
    canvas: Canvas
    towns: tuple[Town, ...]
    credit: str


def ground_of(geography: Geography, window: Window, charset: Charset) -> Ground:
    """Draw the country in a window."""
    canvas = Canvas(window.width, window.height, charset.dots)
    seen = window.extent
    features = [feature for feature in geography.features if seen.meets(feature.extent)]
    for feature in sorted(features, key=lambda feature: LAYERS.index(feature.kind)):
        _draw(canvas, window, feature)
    lowest = detail(window.scale)
    towns = (town for town in geography.towns if town.rank <= lowest and window.holds(town.at))
    shown = tuple(sorted(towns, key=lambda town: town.rank))
    return Ground(window, charset, canvas, shown, geography.credit)


def detail(scale: float) -> int:
    """The lowest rank of place that is shown at so many kilometres a column."""
    return next((rank for rank, limit in DETAIL if scale <= limit), 1)


def _draw(canvas: Canvas, window: Window, feature: Feature) -> None:
    if feature.kind == "lake":
        canvas.area((window.ring(part) for part in feature.parts), "lake")
    for part in feature.parts:
        pattern = PATTERNS.get(feature.kind, SOLID)
        canvas.line(window.segments(part), feature.kind, pattern)
