"""Two lines of time: the player's and that of 1945."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from game.engine import Playthrough, Position, Stop, historical_path
from game.model import At, Ending, Moment, Node

MANCHURIA = timezone(timedelta(hours=9))
"""The clock that moments are compared by."""


@dataclass(frozen=True, slots=True)
class Event:
    """A dated page or decision.

    Attributes:
        order: The choice given there, for decisions.
        historical: Whether it stands on the line of 1945 too.
    """

    at: Moment
    node: Node | Ending
    order: str | None
    historical: bool


def timeline(play: Playthrough) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """The player's line and the line of 1945, each in order."""
    past = Playthrough.of(play.program, historical_path(play.program))
    ours, theirs = _dated(play), _dated(past)
    common = {(node.id, order) for _, node, order in theirs}
    mine = tuple(Event(at, n, order, (n.id, order) in common) for at, n, order in ours)
    real = tuple(Event(at, n, order, True) for at, n, order in theirs)
    return mine, real


Dated = tuple[Moment, Node | Ending, str | None]


def _dated(play: Playthrough) -> list[Dated]:
    found: list[Dated] = []
    orders = [leg.choice for leg in play.legs[1:]] + [None]
    for leg, order in zip(play.legs, orders, strict=True):
        for stop in leg.stops:
            _add(found, leg.position, stop, None)
        here = leg.position
        _add(found, here, Stop(here.node, here.state, here.ledger, here.stack), order)
    return found


def _add(found: list[Dated], position: Position, stop: Stop, order: str | None) -> None:
    moment = moment_of(position, stop)
    if moment is not None:
        found.append((moment, thing(position, stop.node), order))


def thing(position: Position, id: str) -> Node | Ending:
    """The node or ending of that id."""
    story = position.program.story
    return story.nodes[id] if id in story.nodes else story.endings[id]


def moment_of(position: Position, stop: Stop) -> Moment | None:
    """When a stop happens; nodes of a scene take the time of their caller."""
    for id in (stop.node, *(frame.caller for frame in reversed(stop.stack))):
        moment = _first(position, thing(position, id).at, stop)
        if moment is not None:
            return moment
    return None


def _first(position: Position, at: At, stop: Stop) -> Moment | None:
    for when in at:
        if when.condition is None or position.program.value(when.condition, stop.state):
            return when.moment
    return None


def instant(moment: Moment) -> datetime:
    """A moment as an instant on the Manchurian clock; a bare day is its first."""
    if isinstance(moment, datetime):
        return moment.astimezone(MANCHURIA)
    return datetime(moment.year, moment.month, moment.day, tzinfo=MANCHURIA)


def day(moment: Moment) -> date:
    """The day of a moment in Manchuria."""
    return instant(moment).date()
