"""The map in words: what stands where, seen from the scene's place."""

from __future__ import annotations

from game.view.map_marks import SIDES, MapView, Mark, Spot, bearing, kilometres

WINDS = (
    "north",
    "north-east",
    "east",
    "south-east",
    "south",
    "south-west",
    "west",
    "north-west",
)
"""The eight directions, clockwise from north."""

NEAR = 2.0
"""Kilometres within which a thing is said to be at a place."""


def map_words(view: MapView) -> tuple[str, ...]:
    """The map as sentences: the scene's place, then everything on it, the nearest first."""
    return (*_here(view), *_standing(view), *_lost(view))


def sentence(mark: Mark, seen_from: Spot | None) -> str:
    """One marker in words, its place told from another place where there is one."""
    if mark.is_line and mark.to is not None:
        return _line(mark, mark.to, seen_from)
    return f"{_capital(_where(mark.at, seen_from))}: {_what(mark)}{_moving(mark, seen_from)}."


def wind(a: Spot, b: Spot) -> str:
    """The direction from one spot to another, to the nearest of eight."""
    return WINDS[round(bearing(a.at, b.at) / 45) % 8]


def distance(a: Spot, b: Spot) -> str:
    """A distance in words, no finer than it is known."""
    km = kilometres(a.at, b.at)
    step = 1 if km < 10 else 5 if km < 50 else 10 if km < 500 else 50
    about = "about " if a.rough or b.rough else ""
    return f"{about}{max(1, round(km / step) * step):,} km"


def _here(view: MapView) -> tuple[str, ...]:
    if not view.here_name:
        return ()
    if view.here is None:
        return (f"The scene is at {view.here_name}, whose position is not known.",)
    return (f"The scene is at {view.here_name}.",)


def _standing(view: MapView) -> list[str]:
    here = view.here
    marks = sorted(view.marks, key=lambda m: kilometres(m.at.at, here.at)) if here else view.marks
    return [sentence(mark, here) for mark in marks]


def _lost(view: MapView) -> tuple[str, ...]:
    if not view.lost:
        return ()
    return (f"Not on the map, position not known: {', '.join(view.lost)}.",)


def _line(mark: Mark, to: Spot, seen_from: Spot | None) -> str:
    start, end = _end(mark.at, seen_from), _end(to, seen_from)
    way = f"{wind(mark.at, to)}, {distance(mark.at, to)}"
    if mark.kind == "front":
        return f"From {start} to {end}, {way} long: {_what(mark)}."
    return f"From {start} towards {end}, {way}: {_what(mark)}."


def _end(spot: Spot, seen_from: Spot | None) -> str:
    if spot.name or (seen_from and kilometres(spot.at, seen_from.at) < NEAR):
        return spot.name or (seen_from.name if seen_from else "")
    if seen_from is None:
        return _degrees(spot)
    return f"{distance(seen_from, spot)} {wind(seen_from, spot)} of {seen_from.name}"


def _where(spot: Spot, seen_from: Spot | None) -> str:
    if seen_from is None:
        return f"at {spot.name or _degrees(spot)}"
    if spot.id and spot.id == seen_from.id:
        return f"at {seen_from.name}"
    if spot.name:
        return f"at {spot.name}, {distance(seen_from, spot)} {wind(seen_from, spot)}" + (
            f" of {seen_from.name}"
        )
    if kilometres(spot.at, seen_from.at) < NEAR:
        return f"at {seen_from.name}"
    return f"{wind(seen_from, spot)} of {seen_from.name}, {distance(seen_from, spot)}"


def _what(mark: Mark) -> str:
    side = mark.side.capitalize() if mark.side in SIDES else ""
    if mark.kind == "bridge" or mark.kind == "front":
        told = ", ".join(word for word in (side, mark.label) if word)
        return f"{mark.kind} ({told})" if told else mark.kind
    name = mark.name if mark.kind != "axis" else _moved(mark)
    untold = side and side.lower() not in name.lower()
    name = f"{name} ({side})" if untold else name
    return f"{name}, {mark.strength}" if mark.strength else name


def _moved(mark: Mark) -> str:
    if mark.label in ("", mark.name):
        return mark.name
    return f"{mark.name}, {mark.label}"


def _moving(mark: Mark, seen_from: Spot | None) -> str:
    if mark.to is None:
        return ""
    nearer = seen_from is not None and kilometres(mark.to.at, seen_from.at) < kilometres(
        mark.at.at, seen_from.at
    )
    return f", {'coming' if nearer else 'going'} {wind(mark.at, mark.to)}"


def _degrees(spot: Spot) -> str:
    east, north = spot.at
    return f"{abs(north):.1f} {'N' if north >= 0 else 'S'}, {abs(east):.1f} {_hand(east)}"


def _hand(east: float) -> str:
    return "E" if east >= 0 else "W"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
