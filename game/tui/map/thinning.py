"""Lines with no more points than can be seen."""

from __future__ import annotations

import math

from game.tui.map.extent import Point

DEGREE = 111.195
"""Kilometres in a degree of latitude."""


def thinned(line: tuple[Point, ...], least: float) -> tuple[Point, ...]:
    """A line without the points that lie less than so many kilometres from the one before.

    Its ends are kept, so that lines that met still meet.
    """
    if len(line) < 3:
        return line
    narrowing = math.cos(math.radians(line[0][1]))
    reach = (least / DEGREE) ** 2
    kept = [line[0]]
    for point in line[1:-1]:
        across, down = (point[0] - kept[-1][0]) * narrowing, point[1] - kept[-1][1]
        if across * across + down * down >= reach:
            kept.append(point)
    return (*kept, line[-1])
