"""The map in words: what stands where, seen from the scene's place."""

from __future__ import annotations

from dataclasses import dataclass

from game.tongue import ENGLISH, N_, Tongue
from game.view.map_marks import MapView, Mark, Spot, bearing, kilometres

WINDS = (
    N_("north"),
    N_("north-east"),
    N_("east"),
    N_("south-east"),
    N_("south"),
    N_("south-west"),
    N_("west"),
    N_("north-west"),
)
"""The eight directions, clockwise from north."""

SIDES = {"soviet": N_("Soviet"), "japanese": N_("Japanese")}
"""The sides that are named; all others are told as neither."""

KINDS = {"bridge": N_("bridge"), "front": N_("front")}
"""The kinds of marker that are told by their kind."""

NEAR = 2.0
"""Kilometres within which a thing is said to be at a place."""


def map_words(view: MapView) -> tuple[str, ...]:
    """The map as sentences: the scene's place, then everything on it, the nearest first."""
    told = _Told(view.tongue)
    return (*told.here(view), *told.standing(view), *told.lost(view))


def sentence(mark: Mark, seen_from: Spot | None, tongue: Tongue = ENGLISH) -> str:
    """One marker in words, its place told from another place where there is one."""
    return _Told(tongue).mark(mark, seen_from)


def wind(a: Spot, b: Spot, tongue: Tongue = ENGLISH) -> str:
    """The direction from one spot to another, to the nearest of eight."""
    return tongue.say(WINDS[round(bearing(a.at, b.at) / 45) % 8])


def distance(a: Spot, b: Spot, tongue: Tongue = ENGLISH) -> str:
    """A distance in words, no finer than it is known."""
    km = kilometres(a.at, b.at)
    step = 1 if km < 10 else 5 if km < 50 else 10 if km < 500 else 50
    words = tongue.say("about {km} km") if a.rough or b.rough else tongue.say("{km} km")
    return words.format(km=tongue.number(max(1, round(km / step) * step)))


def place_words(spot: Spot, seen_from: Spot | None, tongue: Tongue = ENGLISH) -> str:
    """Where a place is, in one sentence, told from another place where there is one."""
    return _Told(tongue).place(spot, seen_from)


def side_name(side: str, tongue: Tongue = ENGLISH) -> str:
    """A side in a word; empty for those that are not named."""
    return tongue.say(SIDES[side]) if side in SIDES else ""


@dataclass(frozen=True, slots=True)
class _Told:
    """Sentences in one language. Each is whole, so that a translator may turn it round."""

    tongue: Tongue

    def _say(self, words: str, **values: str) -> str:
        return self.tongue.say(words).format(**values)

    def here(self, view: MapView) -> tuple[str, ...]:
        if not view.here_name:
            return ()
        words = N_("The scene is at {place}.")
        if view.here is None:
            words = N_("The scene is at {place}, whose position is not known.")
        return (self._say(words, place=view.here_name),)

    def standing(self, view: MapView) -> list[str]:
        here, marks = view.here, list(view.marks)
        if here:
            marks.sort(key=lambda mark: kilometres(mark.at.at, here.at))
        return [self.mark(mark, here) for mark in marks]

    def place(self, spot: Spot, seen_from: Spot | None) -> str:
        if seen_from is None:
            return f"{spot.name or self._degrees(spot)}."
        if kilometres(spot.at, seen_from.at) < NEAR:
            return self._say(N_("At {place}."), place=seen_from.name)
        if not spot.name:
            return self._from(N_("{distance} {wind} of {here}."), spot, seen_from)
        return self._from(N_("{place}, {distance} {wind} of {here}."), spot, seen_from)

    def lost(self, view: MapView) -> tuple[str, ...]:
        if not view.lost:
            return ()
        words = N_("Not on the map, position not known: {names}.")
        return (self._say(words, names=", ".join(view.lost)),)

    def mark(self, mark: Mark, seen_from: Spot | None) -> str:
        if mark.is_line and mark.to is not None:
            return self._line(mark, mark.to, seen_from)
        where = _capital(self._where(mark.at, seen_from))
        return f"{where}: {self._what(mark)}{self._moving(mark, seen_from)}."

    def _line(self, mark: Mark, to: Spot, seen_from: Spot | None) -> str:
        words = N_("From {start} towards {end}, {wind}, {distance}: {what}.")
        if mark.kind == "front":
            words = N_("From {start} to {end}, {wind}, {distance} long: {what}.")
        return self._say(
            words,
            start=self._end(mark.at, seen_from),
            end=self._end(to, seen_from),
            wind=wind(mark.at, to, self.tongue),
            distance=distance(mark.at, to, self.tongue),
            what=self._what(mark),
        )

    def _end(self, spot: Spot, seen_from: Spot | None) -> str:
        if spot.name or (seen_from and kilometres(spot.at, seen_from.at) < NEAR):
            return spot.name or (seen_from.name if seen_from else "")
        if seen_from is None:
            return self._degrees(spot)
        return self._from(N_("{distance} {wind} of {here}"), spot, seen_from)

    def _from(self, words: str, spot: Spot, seen_from: Spot) -> str:
        return self._say(
            words,
            place=spot.name,
            distance=distance(seen_from, spot, self.tongue),
            wind=wind(seen_from, spot, self.tongue),
            here=seen_from.name,
        )

    def _where(self, spot: Spot, seen_from: Spot | None) -> str:
        if seen_from is None:
            return self._say(N_("at {place}"), place=spot.name or self._degrees(spot))
        if spot.name and (not spot.id or spot.id != seen_from.id):
            return self._from(N_("at {place}, {distance} {wind} of {here}"), spot, seen_from)
        if spot.name or kilometres(spot.at, seen_from.at) < NEAR:
            return self._say(N_("at {place}"), place=seen_from.name)
        return self._from(N_("{wind} of {here}, {distance}"), spot, seen_from)

    def _what(self, mark: Mark) -> str:
        side = side_name(mark.side, self.tongue)
        if mark.kind in KINDS:
            kind, told = self._say(KINDS[mark.kind]), ", ".join(filter(None, (side, mark.label)))
            return f"{kind} ({told})" if told else kind
        name = mark.name if mark.kind != "axis" else _moved(mark)
        untold = side and side.lower() not in name.lower()
        name = f"{name} ({side})" if untold else name
        return f"{name}, {mark.strength}" if mark.strength else name

    def _moving(self, mark: Mark, seen_from: Spot | None) -> str:
        if mark.to is None:
            return ""
        nearer = seen_from is not None and kilometres(mark.to.at, seen_from.at) < kilometres(
            mark.at.at, seen_from.at
        )
        words = N_("coming {wind}") if nearer else N_("going {wind}")
        return f", {self._say(words, wind=wind(mark.at, mark.to, self.tongue))}"

    def _degrees(self, spot: Spot) -> str:
        east, north = spot.at
        words = {
            (True, True): N_("{north} N, {east} E"),
            (True, False): N_("{north} N, {east} W"),
            (False, True): N_("{north} S, {east} E"),
            (False, False): N_("{north} S, {east} W"),
        }[north >= 0, east >= 0]
        return self._say(words, north=f"{abs(north):.1f}", east=f"{abs(east):.1f}")


def _moved(mark: Mark) -> str:
    if mark.label in mark.name:
        return mark.name
    return f"{mark.name}, {mark.label}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
