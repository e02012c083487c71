"""From one situation to another: what stands on the map, part of the way along."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.tui.map.extent import turned
from game.view.map_marks import MapView, Mark, Spot, twin

SECONDS = 0.5
"""How long one situation takes to turn into another."""

STEP = 0.05
"""How many seconds each step on the way stands."""


@dataclass(frozen=True, slots=True)
class Travel:
    """The way from one situation to another, by a clock that somebody else reads.

    Attributes:
        begun: When it began, in seconds.
    """

    start: MapView
    end: MapView
    begun: float

    def at(self, now: float) -> MapView:
        """What stands on the map at a time; a slow terminal leaves steps out."""
        return between(self.start, self.end, (now - self.begun) / SECONDS)

    def is_over(self, now: float) -> bool:
        """Whether the end has been come to."""
        return now - self.begun >= SECONDS


def between(start: MapView, end: MapView, far: float) -> MapView:
    """What stands on the map when so much of the way has been gone, from 0 to 1.

    What both situations know moves; what only one of them knows comes or goes
    half way.
    """
    if far <= 0 or far >= 1:
        return start if far <= 0 else end
    gone = [mark for mark in start.marks if far < 0.5 and not twin(mark, end.marks)]
    come = (_moved(twin(mark, start.marks), mark, far) for mark in end.marks)
    here = start.here if far < 0.5 else end.here
    return replace(end, here=here, marks=(*gone, *(mark for mark in come if mark)))


def both(start: MapView, end: MapView) -> MapView:
    """Everything of two situations, to find a window that shows them both."""
    here = start.here or end.here
    spots = [Mark("", "", "", "", "", end.here)] if end.here and end.here != here else []
    return replace(start, here=here, marks=(*start.marks, *end.marks, *spots))


def _moved(start: Mark | None, end: Mark, far: float) -> Mark | None:
    if start is None:
        return end if far >= 0.5 else None
    to = _spot(start.to, end.to, far) if start.to and end.to else end.to
    return replace(start if far < 0.5 else end, at=_spot(start.at, end.at, far), to=to)


def _spot(start: Spot, end: Spot, far: float) -> Spot:
    (east, north), (to_east, to_north) = start.at, end.at
    across = turned(to_east - east) * far
    return replace(end, at=(turned(east + across), north + (to_north - north) * far))
