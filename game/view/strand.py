"""Both lines of time as one drawing: the orders of either, by the hour, over the ten days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from game.dates import DAYS, FIRST_DAY
from game.engine import Playthrough
from game.history import Event
from game.history.timeline import MANCHURIA, instant, timeline
from game.model import Ending, Moment

BEGIN = datetime.combine(FIRST_DAY, time(), MANCHURIA)
LENGTH = timedelta(days=DAYS)


@dataclass(frozen=True, slots=True)
class Knot:
    """An order, or the end, on one of the lines or on both.

    Attributes:
        at: How far into the ten days, 0.0 to 1.0; what lies outside stands at the edge.
        mine: Whether it is yours, and
        real: whether it is that of 1945.
        same: Whether both gave the same order there; False where they stand at the same
            decision at the same hour and gave different ones.
    """

    at: float
    mine: bool
    real: bool
    same: bool = False


@dataclass(frozen=True, slots=True)
class StrandView:
    """Two lines.

    Attributes:
        mine: How far yours has come, 0.0 to 1.0, and
        real: how far that of 1945 is shown.
    """

    knots: tuple[Knot, ...]
    mine: float
    real: float

    @property
    def days(self) -> tuple[int, ...]:
        """The days by their numbers."""
        return tuple((FIRST_DAY + timedelta(days=i)).day for i in range(DAYS))


def strand_view(play: Playthrough, until: Moment | None = None) -> StrandView:
    """Both lines; of 1945 no more than had come to pass.

    Args:
        play: A playthrough.
        until: The hour up to which 1945 is shown; None shows all of it.
    """
    mine, real = (_knotted(line) for line in timeline(play))
    if until is not None:
        real = {k: e for k, e in real.items() if instant(e.at) <= instant(until)}
    knots = [
        Knot(share(at), (at, id) in mine, (at, id) in real, _same(mine, real, (at, id)))
        for at, id in sorted({*mine, *real})
    ]
    return StrandView(tuple(knots), _end(mine, until), _end(real, until))


def strand_so_far(play: Playthrough, moment: Moment | None) -> StrandView | None:
    """Both lines up to the moment of a page; None while nothing has happened by the clock.

    A page that tells no moment stands at that of the last order.
    """
    mine, _ = timeline(play)
    until = moment or max((e.at for e in mine if e.order), key=instant, default=None)
    return strand_view(play, until) if until is not None else None


Knots = dict[tuple[datetime, str], Event]


def _knotted(line: tuple[Event, ...]) -> Knots:
    """The orders and the end of a line, by hour and node."""
    return {
        (instant(event.at), event.node.id): event
        for event in line
        if event.order is not None or isinstance(event.node, Ending)
    }


def _same(mine: Knots, real: Knots, key: tuple[datetime, str]) -> bool:
    return key in mine and key in real and mine[key].order == real[key].order


def _end(line: Knots, until: Moment | None) -> float:
    if until is not None:
        return share(instant(until))
    return max((share(at) for at, _ in line), default=0.0)


def share(at: datetime) -> float:
    """How far an instant is into the ten days, between 0.0 and 1.0."""
    return min(1.0, max(0.0, (at - BEGIN) / LENGTH))
