"""The tree of decisions drawn: 1945 straight down, your road over it, the rest faint."""

from __future__ import annotations

from game.export.report.tags import Tag, tag
from game.view import Tongue
from game.view.roads import RoadsView, SpotView, WayView

STEP, ROW, TOP, EDGE = 22, 26, 16, 24
NAMES, LETTER, LONGEST = 70, 6.4, 46
"""Room before the names beside the tree, for each of their letters, and their longest."""

Point = tuple[float, float]


class Tree:
    """A tree ready to be placed.

    Attributes:
        width: How wide it is with its names.
        height: How high it is.
        marks: What is drawn.
    """

    def __init__(self, view: RoadsView) -> None:
        columns = [spot.column for spot in view.spots] or [0]
        left = EDGE - min(0, *columns) * STEP
        self._names_at = max(0, *columns) * STEP + left + EDGE
        self._points = {
            spot.id: (left + spot.column * STEP, TOP + spot.row * ROW) for spot in view.spots
        }
        titles = [len(spot.title) for spot in view.spots if spot.mine or spot.real]
        self.width = self._names_at + NAMES + min(LONGEST, max(titles, default=0)) * LETTER
        self.height: float = TOP * 2 + max(0, view.rows - 1) * ROW
        ways = [self._way(way) for way in view.ways]
        self.marks = [*ways, *(mark for spot in view.spots for mark in self._spot(spot))]
        self.marks += [mark for spot in view.spots for mark in self._forks(spot)]
        self.marks += self._names(view)

    def _way(self, way: WayView) -> Tag:
        (ax, ay), (bx, by) = self._points[way.start], self._points[way.end]
        bend = max(ROW / 2, (by - ay) / 2)
        whose = "mine" if way.mine else "real" if way.real else "never"
        curve = f"M{ax} {ay}C{ax} {ay + bend} {bx} {by - bend} {bx} {by}"
        return tag("path", class_=f"way {whose}", d=curve)

    def _spot(self, spot: SpotView) -> list[Tag]:
        x, y = self._points[spot.id]
        whose = "mine" if spot.mine else "real" if spot.real else "never"
        dot = tag("circle", class_=f"spot {whose}", cx=x, cy=y, r=3 if whose == "never" else 5)
        both = spot.mine and spot.real
        return [dot, *([tag("circle", class_="ring", cx=x, cy=y, r=8.5)] if both else [])]

    def _forks(self, spot: SpotView) -> list[Tag]:
        """What was offered to you at a decision, a small mark for each choice."""
        y = self._points[spot.id][1]
        return [
            tag(
                "circle",
                class_=f"fork {'mine' if fork.mine else 'real' if fork.real else 'never'}",
                cx=self._names_at + number * 11,
                cy=y,
                r=3.5 if fork.mine or fork.real else 2,
            )
            for number, fork in enumerate(spot.forks)
        ]

    def _names(self, view: RoadsView) -> list[Tag]:
        """Names of what either road passed; those on one row stand one below the other."""
        named = sorted(
            (spot for spot in view.spots if spot.mine or spot.real),
            key=lambda spot: (spot.row, not spot.mine),
        )
        found, last = [], 0.0
        for spot in named:
            last = max(self._points[spot.id][1] + 4, last + 13)
            x = self._names_at + (52 if spot.mine else 64)
            whose = "mine" if spot.mine else "real"
            found.append(tag("text", shortened(spot.title), class_=whose, x=x, y=last))
        self.height = max(self.height, last + 8)
        return found


def shortened(title: str) -> str:
    """A title that fits beside the tree."""
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}\u2026"


def legend_words(tongue: Tongue) -> tuple[tuple[str, str], ...]:
    """What each mark stands for."""
    say = tongue.say
    return (("mine", say("your road")), ("real", "1945"), ("never", say("not seen")))
