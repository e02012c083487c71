"""Two lines of time: the player's and that of 1945."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from typing import Iterator

from game.engine import Playthrough, Position, Program, Stop, historical_path
from game.model import At, Ending, Moment, Node

MANCHURIA = timezone(timedelta(hours=9))
"""The clock that moments are compared by."""


@dataclass(frozen=True, slots=True)
class Event:
    """A dated page or decision.

    Attributes:
        order: The choice given there, for decisions.
        historical: Whether it stands on the line of 1945 too.
        stop: The state that its words are read in.
    """

    at: Moment
    node: Node | Ending
    order: str | None
    historical: bool
    stop: Stop


def timeline(play: Playthrough) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """The player's line and the line of 1945, each in order."""
    real = line_of_1945(play.program)
    common = {(event.node.id, event.order) for event in real}
    mine = (replace(e, historical=(e.node.id, e.order) in common) for e in _dated(play))
    return tuple(mine), real


def line_of_1945(program: Program) -> tuple[Event, ...]:
    """The line of 1945, in order; found once for a campaign."""
    kept: tuple[Event, ...] | None = program.kept.get("line-of-1945")
    if kept is None:
        past = Playthrough.of(program, historical_path(program))
        kept = program.kept["line-of-1945"] = tuple(_dated(past))
    return kept


def _dated(play: Playthrough) -> Iterator[Event]:
    orders = [leg.choice for leg in play.legs[1:]] + [None]
    for leg, order in zip(play.legs, orders, strict=True):
        here = leg.position
        for stop in leg.stops:
            yield from _event(here, stop, None)
        yield from _event(here, Stop(here.node, here.state, here.ledger, here.stack), order)


def _event(position: Position, stop: Stop, order: str | None) -> Iterator[Event]:
    moment = moment_of(position, stop)
    if moment is not None:
        yield Event(moment, thing(position, stop.node), order, True, stop)


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
