"""A small country for the tests: a river, a railway, a border, a lake, two places."""

from __future__ import annotations

from typing import Any

from game.tui.map import ASCII, BRAILLE, Charset, Drawing, Geography, draw, fitted, ground_of
from game.tui.map.geography import geography_of
from game.view.map_marks import MapView, Mark, Spot

BIGTOWN = Spot((129.5, 44.5), "Bigtown", "bigtown", ("Bigtown",))

LAKE = [[[129.9, 44.1], [130.3, 44.1], [130.3, 44.3], [129.9, 44.3], [129.9, 44.1]]]


def feature(kind: str, name: str, type: str, coordinates: Any, **more: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"kind": kind, "name": name, **more},
        "geometry": {"type": type, "coordinates": coordinates},
    }


def collection(*features: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features), **more}


COUNTRY = collection(
    feature("river", "Long River", "LineString", [[129.2, 45], [129.2, 44]]),
    feature("railway", "Main line", "LineString", [[129, 44.5], [131, 44.5]]),
    feature("border", "Border", "LineString", [[130.7, 45], [130.7, 44]]),
    feature("lake", "Round Lake", "Polygon", LAKE),
    feature("place", "Bigtown", "Point", [129.5, 44.5], rank=1),
    feature("place", "Nearby", "Point", [130.2, 44.8], rank=2),
    bbox=[129, 44, 131, 45],
)


def mark(side: str, kind: str, at: tuple[float, float], label: str, **more: Any) -> Mark:
    return Mark(f"{side}-{kind}", label, label, side, kind, Spot(at), **more)


SITUATION = MapView(
    here=BIGTOWN,
    here_name="Bigtown",
    marks=(
        mark("soviet", "army", (130.5, 44.9), "1st"),
        mark("soviet", "axis", (130.5, 44.9), "", to=Spot((130.2, 44.8))),
        mark("japanese", "division", (130.2, 44.6), "2nd"),
        mark("other", "bridge", (129.2, 44.5), ""),
    ),
)


def drawn(
    view: MapView = SITUATION,
    size: tuple[int, int] = (40, 13),
    charset: Charset = BRAILLE,
    country: Geography | None = None,
) -> Drawing:
    country = country or geography_of(COUNTRY)
    return draw(ground_of(country, fitted(country.extents[0], *size), charset), view)


def rows(drawing: Drawing) -> list[str]:
    return [row.rstrip() for row in drawing.text.split("\n")]


__all__ = ["ASCII", "BIGTOWN", "BRAILLE", "COUNTRY", "SITUATION", "collection", "drawn", "feature"]
