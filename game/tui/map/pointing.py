"""What the cursor points at, in words."""

from __future__ import annotations

from game.tongue import N_
from game.tui.map.draw import Drawing, Thing
from game.tui.map.geography import Feature, Geography, Town
from game.tui.map.naming import short_name
from game.tui.map.projection import Segment, Window
from game.tui.map.sheet import Cell
from game.view.map_marks import MapView, Mark, Spot, kilometres
from game.view.map_words import place_words, sentence

KINDS = {
    "river": N_("The river {name}."),
    "lake": N_("The shore of {name}."),
    "railway": N_("The railway {name}."),
    "border": N_("The border."),
    "coast": N_("The coast."),
}
"""What is said of a line."""

LATER = ("railway", "river", "lake", "coast", "border")
"""Which line is told where several run through a cell, the first of these."""


def told(geography: Geography, view: MapView, window: Window, drawing: Drawing, cell: Cell) -> str:
    """What stands in a cell, or where that cell is: always a sentence, if the map has places."""
    signs = _signs(drawing, cell)
    if signs:
        return " ".join(_thing(thing, view) for thing in signs)
    line = _named(geography, drawing.names.get(cell, "")) or _line(geography, window, cell)
    if isinstance(line, Town):
        return _thing(line, view)
    if line is not None:
        return view.tongue.say(KINDS[line.kind]).format(name=short_name(line))
    return _where(geography, view, window, cell)


def stops(drawing: Drawing) -> list[Cell]:
    """Every sign, row by row: what the cursor goes to from one to the next."""
    return sorted(drawing.signs, key=lambda cell: (cell[1], cell[0]))


def _signs(drawing: Drawing, cell: Cell) -> list[Thing]:
    """What a sign stands for, or the sign whose name is written there."""
    if cell in drawing.signs:
        return [drawing.signs[cell]]
    name = drawing.names.get(cell)
    return [t for t in drawing.signs.values() if name and t.name == name][:1]


def _named(geography: Geography, name: str) -> Town | Feature | None:
    """What a name that stands without a sign belongs to."""
    if not name:
        return None
    towns = (town for town in geography.towns if town.name == name)
    lines = (f for f in geography.features if f.kind in KINDS and short_name(f) == name)
    return next(towns, None) or next(lines, None)


def _thing(thing: Thing, view: MapView) -> str:
    if isinstance(thing, Mark):
        return sentence(thing, view.here, view.tongue)
    spot = thing if isinstance(thing, Spot) else Spot(thing.at, thing.name)
    if isinstance(thing, Spot):
        return view.tongue.say("The scene is at {place}.").format(place=thing.name)
    return place_words(spot, view.here, view.tongue)


def _where(geography: Geography, view: MapView, window: Window, cell: Cell) -> str:
    """How far a bare cell is from the nearest place that the map names."""
    at = window.point(cell[0] + 0.5, cell[1] + 0.5)
    towns = [town for town in geography.towns if town.name]
    if not towns:
        return ""
    near: Town = min(towns, key=lambda town: kilometres(town.at, at))
    return place_words(Spot(at), Spot(near.at, near.name), view.tongue)


def _line(geography: Geography, window: Window, cell: Cell) -> Feature | None:
    """The line that runs through a cell."""
    seen = window.extent
    found: dict[str, Feature] = {}
    for feature in geography.at_scale(window.scale):
        if feature.kind in KINDS and feature.kind not in found and seen.meets(feature.extent):
            parts = (window.segments(part) for part in feature.parts)
            if any(_runs(segment, cell) for part in parts for segment in part):
                found[feature.kind] = feature
    return next((found[kind] for kind in LATER if kind in found), None)


def _runs(segment: Segment, cell: Cell) -> bool:
    x, y, to_x, to_y = segment
    left, top = cell[0] * 2, cell[1] * 4
    if max(x, to_x) < left or min(x, to_x) >= left + 2:
        return False
    if max(y, to_y) < top or min(y, to_y) >= top + 4:
        return False
    steps = max(1, round(max(abs(to_x - x), abs(to_y - y))))
    dx, dy = (to_x - x) / steps, (to_y - y) / steps
    return any(
        left <= x + dx * i < left + 2 and top <= y + dy * i < top + 4 for i in range(steps + 1)
    )
