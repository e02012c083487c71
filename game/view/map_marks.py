"""What stands on the map at a moment: markers with their places looked up."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Iterable

from game.model import Marker, Story
from game.tongue import ENGLISH, Tongue

Point = tuple[float, float]
"""Longitude and latitude in degrees."""

EARTH = 6371.0
"""The Earth's mean radius in kilometres."""

LINES = ("axis", "front")
"""The kinds of marker that run from one place to another."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point that may have a name.

    Attributes:
        names: Every name it is known by, its own among them.
        rough: Whether its position is not well known.
    """

    at: Point
    name: str = ""
    id: str = ""
    names: tuple[str, ...] = ()
    rough: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker that can be placed.

    Attributes:
        name: The unit's or place's full name, else the marker's own label.
        label: What is written beside it on a map.
    """

    id: str
    name: str
    label: str
    side: str
    kind: str
    at: Spot
    to: Spot | None = None
    strength: str | None = None

    @property
    def is_line(self) -> bool:
        """Whether it is drawn from one place to another."""
        return self.kind in LINES and self.to is not None


@dataclass(frozen=True, slots=True)
class MapView:
    """What a map shows, as plain data.

    Attributes:
        here: The scene's place, where its position is known.
        here_name: The name of the scene's place, known or not.
        lost: Names of the markers whose place no one can give.
        tongue: The language in which it is told.
    """

    here: Spot | None = None
    here_name: str = ""
    marks: tuple[Mark, ...] = ()
    lost: tuple[str, ...] = ()
    tongue: Tongue = ENGLISH


def map_view(
    story: Story,
    place: str | None = None,
    markers: Iterable[Marker] = (),
    tongue: Tongue = ENGLISH,
) -> MapView:
    """The map of one moment.

    Args:
        story: Whose places and units give positions and names.
        place: The id of the scene's place.
        markers: The markers that hold at this moment; conditions are not looked at.
        tongue: The reader's language.

    Returns:
        Every marker, either placed or among the lost.
    """
    named = [(marker, _mark(story, marker, tongue)) for marker in markers]
    return MapView(
        here=_spot(story, place, tongue) if place else None,
        here_name=_place_name(story, place, tongue) if place else "",
        marks=tuple(mark for _, mark in named if mark),
        lost=tuple(_name(story, marker, tongue) for marker, mark in named if not mark),
        tongue=tongue,
    )


def twin(mark: Mark, others: Iterable[Mark]) -> Mark | None:
    """The same thing in another situation: by its id, else what is labelled alike."""
    known = tuple(others)
    named = (other for other in known if other.id == mark.id)
    alike = (o for o in known if mark.label and _sign(o) == _sign(mark))
    return next(named, None) or next(alike, None)


def _sign(mark: Mark) -> tuple[str, str, str]:
    return mark.side, mark.kind, mark.label


def kilometres(a: Point, b: Point) -> float:
    """The distance between two points over the ground."""
    east_a, north_a, east_b, north_b = map(math.radians, (*a, *b))
    across = math.sin((east_b - east_a) / 2) ** 2 * math.cos(north_a) * math.cos(north_b)
    chord = math.sin((north_b - north_a) / 2) ** 2 + across
    return 2 * EARTH * math.asin(math.sqrt(min(1.0, chord)))


def bearing(a: Point, b: Point) -> float:
    """The direction from one point to another, in degrees clockwise from north."""
    east_a, north_a, east_b, north_b = map(math.radians, (*a, *b))
    turn = east_b - east_a
    x = math.sin(turn) * math.cos(north_b)
    y = math.cos(north_a) * math.sin(north_b)
    y -= math.sin(north_a) * math.cos(north_b) * math.cos(turn)
    return math.degrees(math.atan2(x, y)) % 360


def _mark(story: Story, marker: Marker, tongue: Tongue) -> Mark | None:
    at = _spot(story, marker.at, tongue)
    to = _spot(story, marker.to, tongue) if marker.to is not None else None
    if at is None or (marker.to is not None and to is None):
        return None
    name = _name(story, marker, tongue)
    label = marker.label or ("" if marker.kind in LINES else name)
    return Mark(marker.id, name, label, marker.side, marker.kind, at, to, strength=marker.strength)


def _name(story: Story, marker: Marker, tongue: Tongue) -> str:
    entry = story.units.get(marker.id) or story.places.get(marker.id)
    if entry is None:
        return marker.label or marker.id.replace("-", " ")
    return tongue.text(f"{marker.id}.name", entry.name)


def _place_name(story: Story, id: str, tongue: Tongue) -> str:
    place = story.places.get(id)
    return tongue.text(f"{id}.name", place.name) if place else id.replace("-", " ")


def _spot(story: Story, at: str | Point, tongue: Tongue) -> Spot | None:
    if not isinstance(at, str):
        return Spot(at)
    place = story.places.get(at)
    if place is None or place.at is None:
        return None
    name = tongue.text(f"{at}.name", place.name)
    names = tuple(dict.fromkeys((name, place.name, *place.other_names)))
    return Spot(place.at, name, at, names, rough=place.accuracy in ("rough", "region"))
