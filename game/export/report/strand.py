"""Both lines of time over the ten days, drawn: your orders above, those of 1945 below."""

from __future__ import annotations

from game.export.report.tags import Tag, tag
from game.view import Knot, StrandView

HIGH, EDGE = 74, 8
MINE, REAL, NAMES = 32, 60, 12
"""Heights of your line, of that of 1945, and of the days' numbers."""


def strand_marks(view: StrandView, width: float) -> list[Tag]:
    """The days, both lines, their orders, and what ties them."""

    def x(at: float) -> float:
        return round(EDGE + at * (width - 2 * EDGE), 1)

    step = (width - 2 * EDGE) / len(view.days)
    days = [
        tag("text", str(day), class_="quiet", x=round(EDGE + n * step, 1), y=NAMES, font_size=11)
        for n, day in enumerate(view.days)
    ]
    ways = [
        tag("line", class_="way mine", x1=EDGE, x2=x(view.mine), y1=MINE, y2=MINE),
        tag("line", class_="way real", x1=EDGE, x2=x(view.real), y1=REAL, y2=REAL),
    ]
    return [*days, *ways, *(mark for knot in view.knots for mark in _knot(knot, x(knot.at)))]


def _knot(knot: Knot, x: float) -> list[Tag]:
    marks: list[Tag] = []
    if knot.mine and knot.real and knot.same:
        marks.append(tag("line", class_="tie", x1=x, x2=x, y1=MINE, y2=REAL))
    if knot.mine:
        marks.append(tag("circle", class_="spot mine", cx=x, cy=MINE, r=4.5))
    if knot.real:
        marks.append(tag("circle", class_="spot real", cx=x, cy=REAL, r=4.5))
    return marks
