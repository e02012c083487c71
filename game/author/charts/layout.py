"""Where boxes stand: layer below layer, with room kept where an arrow passes a layer by."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple, Sequence

from game.author.charts.chart import Chart
from game.author.charts.layers import layers

WIDE, NARROW = 190.0, 26.0
"""Room that a box takes across, and an arrow that passes by."""

SWEEPS = 6

Spot = str | tuple[str, str, int]
"""A box, or where an arrow between two boxes passes a layer."""


class Layout(NamedTuple):
    """Places of the middles of boxes, and of the bends of arrows.

    Attributes:
        row: The layer of each box, from 0.
        x: How far right each box and each bend is.
        bends: For the arrows between two boxes, where they pass the layers between.
    """

    row: dict[str, int]
    x: dict[Spot, float]
    bends: dict[tuple[str, str], list[Spot]]


def layout(chart: Chart) -> Layout:
    """Few crossings, and short ways across: by going over the layers down and up a few times."""
    row = layers(chart)
    rows: list[list[Spot]] = [[] for _ in range(max(row.values(), default=0) + 1)]
    for id, layer in row.items():
        rows[layer].append(id)
    bends: dict[tuple[str, str], list[Spot]] = {}
    up: dict[Spot, list[Spot]] = {}
    down: dict[Spot, list[Spot]] = {}
    for start, end in dict.fromkeys((a.start, a.end) for a in chart.arrows):
        passed: list[Spot] = [(start, end, i) for i in range(row[start] + 1, row[end])]
        bends[start, end] = passed
        for layer, spot in enumerate(passed, row[start] + 1):
            rows[layer].append(spot)
        trail: list[Spot] = [start, *passed, end]
        for above, below in pairwise(trail) if row[start] < row[end] else ():
            down.setdefault(above, []).append(below)
            up.setdefault(below, []).append(above)
    for _ in range(SWEEPS):
        _order(rows, up)
        _order(rows[::-1], down)
    return Layout(row, _places(rows, up, down), bends)


def _order(rows: Sequence[list[Spot]], near: dict[Spot, list[Spot]]) -> None:
    """Put each row in the order of the middles of what it hangs on in the row before."""
    place: dict[Spot, float] = {}
    for spots in rows:
        middle = {}
        for i, spot in enumerate(spots):
            there = [place[n] for n in near.get(spot, ()) if n in place]
            middle[spot] = sum(there) / len(there) if there else i + 0.5
        spots.sort(key=lambda spot: middle[spot])
        place |= {spot: float(i) for i, spot in enumerate(spots)}


def _places(
    rows: Sequence[list[Spot]], up: dict[Spot, list[Spot]], down: dict[Spot, list[Spot]]
) -> dict[Spot, float]:
    """Places across: as near to what is above and below as the neighbours allow."""
    x: dict[Spot, float] = {}
    for spots in rows:
        so_far = 0.0
        for spot in spots:
            x[spot] = so_far + _room(spot) / 2
            so_far += _room(spot)
    for _ in range(SWEEPS):
        for spots, near in [(s, up) for s in rows] + [(s, down) for s in rows[::-1]]:
            wanted = {s: _mean([x[n] for n in near.get(s, ())], x[s]) for s in spots}
            x |= _apart(spots, wanted)
    least = min((at - _room(spot) / 2 for spot, at in x.items()), default=0.0)
    return {spot: at - least for spot, at in x.items()}


def _mean(places: list[float], otherwise: float) -> float:
    return sum(places) / len(places) if places else otherwise


def _apart(spots: Sequence[Spot], wanted: dict[Spot, float]) -> dict[Spot, float]:
    """The wanted places, moved apart in the same order: runs that touch share a shift."""
    runs: list[tuple[list[Spot], float]] = []
    for spot in spots:
        run, middle = [spot], wanted[spot]
        while runs and runs[-1][1] + _span(runs[-1][0]) / 2 > middle - _span(run) / 2:
            before, at = runs.pop()
            middle = _shared(before, at, run, middle)
            run = before + run
        runs.append((run, middle))
    found: dict[Spot, float] = {}
    for run, middle in runs:
        left = middle - _span(run) / 2
        for spot in run:
            found[spot] = left + _room(spot) / 2
            left += _room(spot)
    return found


def _shared(before: list[Spot], at: float, run: list[Spot], middle: float) -> float:
    """The middle of two runs put together, each pulled as strongly as it has spots."""
    span = _span(before) + _span(run)
    left = (at - _span(before) / 2) * len(before)
    left += (middle - _span(run) / 2 - _span(before)) * len(run)
    return left / (len(before) + len(run)) + span / 2


def _span(run: Sequence[Spot]) -> float:
    return sum(map(_room, run))


def _room(spot: Spot) -> float:
    return WIDE if isinstance(spot, str) else NARROW
