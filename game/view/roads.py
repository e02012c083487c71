"""The tree of decisions: your road, that of 1945, and what was not seen."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from game.engine import Playthrough, historical_path, options
from game.engine.play import Leg
from game.history.roads import Roads, roads, stations
from game.tongue import ENGLISH, Tongue
from game.view.playthroughs import title_at
from game.view.prose import Glass, line


@dataclass(frozen=True, slots=True)
class Fork:
    """A choice that was offered, and whose it was."""

    label: str
    mine: bool
    real: bool


@dataclass(frozen=True, slots=True)
class SpotView:
    """A decision or an ending on the tree.

    Attributes:
        mine: Whether you came to it, and
        real: whether 1945 did.
        row: How far from the start.
        column: Where beside 1945; 0 is on its line.
        forks: What was offered to you there; nothing where you never were.
    """

    id: str
    title: str
    ending: bool
    mine: bool
    real: bool
    row: int
    column: int
    forks: tuple[Fork, ...] = ()


@dataclass(frozen=True, slots=True)
class WayView:
    """A way from one spot to another, and whose it was."""

    start: str
    end: str
    mine: bool
    real: bool


@dataclass(frozen=True, slots=True)
class RoadsView:
    """The tree.

    Attributes:
        told: In one sentence, how much of it was seen.
    """

    spots: tuple[SpotView, ...]
    ways: tuple[WayView, ...]
    told: str

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max((spot.row for spot in self.spots), default=-1) + 1


def roads_view(play: Playthrough, tongue: Tongue = ENGLISH) -> RoadsView:
    """The tree of a playthrough's campaign."""
    found = roads(play.program)
    mine = stations(play)
    real = stations(Playthrough.of(play.program, historical_path(play.program)))
    offered = {
        leg.position.node: _forks(leg, after.choice, tongue) for leg, after in pairwise(play.legs)
    }
    spots = tuple(
        SpotView(
            spot.id,
            title_at(play.program.story, spot.id, tongue),
            spot.ending,
            spot.id in mine,
            spot.id in real,
            spot.row,
            spot.column,
            offered.get(spot.id, ()),
        )
        for spot in found.spots
    )
    return RoadsView(spots, _ways(found, mine, real), _told(spots, tongue))


def _forks(leg: Leg, taken: str | None, tongue: Tongue) -> tuple[Fork, ...]:
    """The choices that were shown at a decision."""
    position = leg.position
    glass = Glass.at(position, tongue)
    choices = {choice.id: choice for choice in position.program.story.nodes[position.node].choices}
    return tuple(
        Fork(
            line(tongue.text(f"{position.node}.{option.id}.label", choice.label), glass),
            option.id == taken,
            choice.historical,
        )
        for option in options(position)
        for choice in [choices[option.id]]
    )


def _ways(found: Roads, mine: tuple[str, ...], real: tuple[str, ...]) -> tuple[WayView, ...]:
    own, past = (set(pairwise(road)) for road in (mine, real))
    rows = [WayView(*way, way in own, way in past) for way in found.ways]
    return tuple(sorted(rows, key=lambda way: (way.mine, way.real)))


def _told(spots: tuple[SpotView, ...], tongue: Tongue) -> str:
    decisions = [spot for spot in spots if not spot.ending]
    endings = [spot for spot in spots if spot.ending]
    words = tongue.say(
        "You came to {seen} of {all} decisions, and to {ended} of {endings} endings."
    )
    return words.format(
        seen=tongue.number(sum(spot.mine for spot in decisions)),
        all=tongue.number(len(decisions)),
        ended=tongue.number(sum(spot.mine for spot in endings)),
        endings=tongue.number(len(endings)),
    )
