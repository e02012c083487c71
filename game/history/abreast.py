"""Where 1945 stood when the player stands somewhere: at the same hour, and at the same place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from game.engine import Program
from game.history.timeline import Event, instant, line_of_1945
from game.model import Moment


@dataclass(frozen=True, slots=True)
class Abreast:
    """1945 beside one moment of a battle.

    Attributes:
        latest: What 1945 had come to last by that hour; None before its first page.
        same: When 1945 came to the very same node; None if it never did.
        later: How much later than 1945 the player comes there, below nought if
            earlier; None where either is known to the day only, or 1945 never came.
    """

    latest: Event | None
    same: Moment | None = None
    later: timedelta | None = None


def abreast(program: Program, node: str, moment: Moment) -> Abreast:
    """1945 beside a node and the moment at which the player is there."""
    line = line_of_1945(program)
    begun = [event for event in line if instant(event.at) <= instant(moment)]
    same = next((event.at for event in line if event.node.id == node), None)
    return Abreast(begun[-1] if begun else None, same, _later(moment, same))


def _later(moment: Moment, same: Moment | None) -> timedelta | None:
    if isinstance(moment, datetime) and isinstance(same, datetime):
        return moment - same
    return None
