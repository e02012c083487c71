"""The country on the map: lines and places read from GeoJSON."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Iterable, Iterator

from game.reader.map_files import LARGEST, features_of, map_files
from game.tongue import ENGLISH, N_, Tongue
from game.tui.map.extent import Extent, Point
from game.tui.map.relief import Relief, read_reliefs
from game.tui.map.thinning import thinned

LINES = ("coast", "border", "river", "lake", "railway")
"""The kinds of feature that are lines or areas."""


WHY = {
    "none": N_("This story has no map."),
    "large": N_("The map file {name} is too large to be a map."),
    "unread": N_("The map file {name} cannot be read."),
    "json": N_("The map file {name} is not JSON."),
    "empty": N_("The map file {name} has no features."),
    "bad": N_("Features of {name} that could not be read: {count}."),
}
"""What can be wrong with a map, in whole sentences."""

Part = tuple[Point, ...]
"""One line, or one ring of an area."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A line or an area; a lake's parts are rings."""

    kind: str
    name: str
    parts: tuple[Part, ...]
    extent: Extent


@dataclass(frozen=True, slots=True)
class Town:
    """A place of the map's own. Rank 1 is a city, 4 a village."""

    name: str
    at: Point
    rank: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something of a map is missing: a key of `WHY`, the file, and how many features."""

    why: str
    name: str = ""
    count: int = 0

    def said(self, tongue: Tongue = ENGLISH) -> str:
        """The same in a sentence."""
        return tongue.say(WHY[self.why]).format(name=self.name, count=tongue.number(self.count))


@dataclass(frozen=True, slots=True)
class Geography:
    """What can be drawn.

    Attributes:
        extents: What the sheets cover, the finest first.
        credit: Whom to thank, to be shown with every map.
        reasons: Why something could not be read.
        reliefs: Hill shading, the smallest country first.
        levels: The features as they were thinned for a scale, kept for the next time.
    """

    features: tuple[Feature, ...] = ()
    towns: tuple[Town, ...] = ()
    extents: tuple[Extent, ...] = ()
    credit: str = ""
    reasons: tuple[Reason, ...] = ()
    reliefs: tuple[Relief, ...] = ()
    levels: dict[int, tuple[Feature, ...]] = field(default_factory=dict, compare=False, repr=False)

    def at_scale(self, scale: float) -> tuple[Feature, ...]:
        """The features with no more points than can be seen at so many kilometres a column."""
        level = math.floor(math.log2(scale / 2))
        if level not in self.levels:
            self.levels[level] = tuple(
                replace(f, parts=tuple(thinned(part, 2.0**level) for part in f.parts))
                for f in self.features
            )
        return self.levels[level]


def geography_of_story(story_folder: str) -> Geography:
    """The country of a story, by the story's folder; empty for a story without one."""
    if not story_folder:
        return Geography(reasons=(Reason("none"),))
    return read_maps(Path(story_folder) / "map")


def read_maps(folder: Path) -> Geography:
    """Every `*.geojson` of a folder as one country, finer sheets laid over coarser ones."""
    files = map_files(folder)
    if not files:
        return Geography(reasons=(Reason("none"),))
    sheets = [read_map(file) for file in files]
    sheets.sort(key=lambda sheet: -sum(extent.area for extent in sheet.extents))
    country = sheets[0]
    for sheet in sheets[1:]:
        country = laid_over(country, sheet)
    return replace(country, reliefs=read_reliefs(folder))


def read_map(file: Path) -> Geography:
    """One GeoJSON file. What is broken in it is left out, and the reason given."""
    try:
        if file.stat().st_size > LARGEST:
            return Geography(reasons=(Reason("large", file.name),))
        return geography_of(json.loads(file.read_bytes()), file.name)
    except OSError:
        return Geography(reasons=(Reason("unread", file.name),))
    except (ValueError, RecursionError):
        return Geography(reasons=(Reason("json", file.name),))


def geography_of(data: Any, name: str = "the map") -> Geography:
    """The country in a GeoJSON feature collection, as `json` gives it."""
    found = features_of(data)
    if not found:
        return Geography(reasons=(Reason("empty", name),))
    read = [_feature(item) for item in found]
    bad = read.count(None)
    features = tuple(item for item in read if isinstance(item, Feature))
    towns = tuple(item for item in read if isinstance(item, Town))
    extent = _box(data.get("bbox")) or _around(features, towns)
    credit = data.get("credit")
    return Geography(
        features=features,
        towns=towns,
        extents=(extent,) if extent else (),
        credit=credit if isinstance(credit, str) else "",
        reasons=(Reason("bad", name, bad),) if bad else (),
    )


def laid_over(coarse: Geography, fine: Geography) -> Geography:
    """One country from two sheets: inside the finer sheet's extent only it is seen."""
    reasons = coarse.reasons + fine.reasons
    if not fine.extents:
        return replace(coarse, reasons=reasons)
    hole = fine.extents[0]
    whole = {f.name: f for f in coarse.features if f.kind == "lake" and not hole.holds(f.extent)}
    kept = (whole.get(f.name, f) if f.kind == "lake" else f for f in fine.features)
    return Geography(
        features=(*_outside(coarse.features, hole), *kept),
        towns=(*(t for t in coarse.towns if not hole.has(t.at)), *fine.towns),
        extents=fine.extents + coarse.extents,
        credit=fine.credit or coarse.credit,
        reasons=reasons,
    )


def _outside(features: Iterable[Feature], hole: Extent) -> Iterator[Feature]:
    for feature in features:
        if not hole.meets(feature.extent):
            yield feature
        elif feature.kind != "lake":
            parts = tuple(piece for part in feature.parts for piece in hole.cut_from(part))
            yield replace(feature, parts=parts)


def _around(features: Iterable[Feature], towns: Iterable[Town]) -> Extent | None:
    points = [point for f in features for part in f.parts for point in part]
    points += [town.at for town in towns]
    return Extent.around(points) if points else None


def _box(box: Any) -> Extent | None:
    if not isinstance(box, list) or len(box) != 4:
        return None
    west_south, east_north = _point(box[:2]), _point(box[2:])
    if west_south is None or east_north is None or west_south[1] >= east_north[1]:
        return None
    return Extent(*west_south, *east_north)


def _feature(item: Any) -> Feature | Town | None:
    try:
        facts, shape = item["properties"], item["geometry"]
        kind, name = facts["kind"], str(facts.get("name", ""))
        if kind == "place":
            at = _point(shape["coordinates"])
            return Town(name, at, int(facts.get("rank", 4))) if at else None
        parts = _parts(shape["type"], shape["coordinates"])
        points = [point for part in parts for point in part]
        return Feature(kind, name, parts, Extent.around(points)) if kind in LINES else None
    except (AttributeError, KeyError, IndexError, TypeError, ValueError):
        return None


def _parts(type: str, coordinates: Any) -> tuple[Part, ...]:
    depth = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}[type]
    parts = [coordinates]
    for _ in range(depth):
        parts = [inner for part in parts for inner in part]
    return tuple(tuple(_sure_point(point) for point in part) for part in parts)


def _sure_point(value: Any) -> Point:
    point = _point(value)
    if point is None:
        raise ValueError("a coordinate is no longitude and latitude")
    return point


def _point(value: Any) -> Point | None:
    try:
        east, north = float(value[0]), float(value[1])
    except (IndexError, KeyError, TypeError, ValueError, OverflowError):
        return None
    sound = math.isfinite(east) and abs(east) <= 360 and abs(north) <= 90
    return (east, north) if sound else None
