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
    if not any(hours):
        return []
    carried = _carried(space, hours)
    pairs: dict[tuple[Hour, Hour], tuple[int, int]] = {}
    for state, there in enumerate(space.out):
        own = hours[state]
        before = carried[state] if own is None else (own,)
        for following in there or ():
            now = hours[following]
            if now is not None and now is not own:
                for hour in before:
                    pairs.setdefault((hour, now), (state, following))
    found = [Back(n, h, *states) for (h, n), states in pairs.items() if earlier(n.moment, h.moment)]
    return list({(back.later.node, back.earlier.node): back for back in reversed(found)}.values())


def _hours(space: Space) -> list[Hour | None]:
    """What each state says of the time itself."""
    story, program = space.program.story, space.program
    found: list[Hour | None] = [None] * len(space.node)
    for id, states in space.by_node.items():
        at = (story.nodes.get(id) or story.endings[id]).at
        hours = [Hour(id, when.moment) for when in at]
        for state in states if at else ():
            full = space.full(state) if at[0].condition else ()
            for when, hour in zip(at, hours, strict=True):
                if when.condition is None or program.value(when.condition, full):
                    found[state] = hour
                    break
    return found


def _carried(space: Space, hours: list[Hour | None]) -> dict[int, set[Hour]]:
    """The hours that it may be at states that say none: those of the states before them."""
    carried: dict[int, set[Hour]] = {s: set() for s, hour in enumerate(hours) if hour is None}
    waiting = list(range(len(hours))) if carried else []
    for state in waiting:
        own = hours[state]
        before = carried[state] if own is None else {own}
        for following in space.out[state] or ():
            if following in carried and not before <= carried[following]:
                carried[following] |= before
                waiting.append(following)
    return carried


def earlier(one: Moment, other: Moment) -> bool:
    """Whether a moment is surely before another."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return _day(one) < _day(other)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
