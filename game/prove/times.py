"""Time must not run back from one page to the next."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from game.model import Moment
from game.prove.space import Space


class Hour(NamedTuple):
    """A moment, and the node that says so."""

    node: str
    moment: Moment


class Back(NamedTuple):
    """Time runs back: from one hour to an earlier one, at a state come to from another."""

    earlier: Hour
    later: Hour
    before: int
    state: int


def runs_back(space: Space) -> list[Back]:
    """Where time runs back; one for each pair of nodes, the first that is come to.

    A page that says no moment keeps that of the page before it. A day alone is
    compared with the day that an instant was written in.
    """
    hours = _hours(space)
    if None not in hours:
        return _compared(space, [{hour} if hour else set() for hour in hours], hours)
    return _compared(space, _carried(space, hours), hours)


def _hours(space: Space) -> list[Hour | None]:
    """What each state says of the time itself."""
    story, program = space.program.story, space.program
    found: list[Hour | None] = []
    fixed: dict[str, Hour | None] = {}
    for state, id in enumerate(space.node):
        at = (story.nodes.get(id) or story.endings[id]).at
        if not at or at[0].condition is None:
            if id not in fixed:
                fixed[id] = Hour(id, at[0].moment) if at else None
            found.append(fixed[id])
            continue
        full = space.full(state)
        holding = (w for w in at if w.condition is None or program.value(w.condition, full))
        first = next(holding, None)
        found.append(Hour(id, first.moment) if first else None)
    return found


def _carried(space: Space, hours: list[Hour | None]) -> list[set[Hour]]:
    """The hours that it may be at each state: its own, or those of the states before it."""
    carried: list[set[Hour]] = [{hour} if hour else set() for hour in hours]
    waiting = list(range(len(hours)))
    for state in waiting:
        for following in space.out[state] or ():
            if hours[following] is None and not carried[state] <= carried[following]:
                carried[following] |= carried[state]
                waiting.append(following)
    return carried


def _compared(space: Space, carried: list[set[Hour]], hours: list[Hour | None]) -> list[Back]:
    found: dict[tuple[str, str], Back] = {}
    seen: dict[tuple[Hour, Hour], bool] = {}
    for state, before in enumerate(carried):
        for following in space.out[state] or ():
            now = hours[following]
            if now is None:
                continue
            for hour in before:
                pair = (hour, now)
                if pair not in seen:
                    seen[pair] = earlier(now.moment, hour.moment)
                    if seen[pair]:
                        back = Back(now, hour, state, following)
                        found.setdefault((hour.node, now.node), back)
    return list(found.values())


def earlier(one: Moment, other: Moment) -> bool:
    """Whether a moment is surely before another."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return _day(one) < _day(other)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
