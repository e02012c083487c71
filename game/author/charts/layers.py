"""Boxes in layers: each below all that lead to it, and where branches come together again."""

from __future__ import annotations

from game.author.charts.chart import Chart


def forward(chart: Chart) -> dict[str, list[str]]:
    """What follows each box, without the arrows that lead back to where one has been."""
    ahead = {id: list(dict.fromkeys(a.end for a in found)) for id, found in chart.ahead().items()}
    open_: set[str] = set()
    done: set[str] = set()
    for first in [chart.begin, *chart.boxes] if chart.begin else list(chart.boxes):
        if first is None or first in done:
            continue
        trail = [(first, iter(list(ahead[first])))]
        open_.add(first)
        while trail:
            id, rest = trail[-1]
            following = next(rest, None)
            if following is None:
                trail.pop()
                open_.discard(id)
                done.add(id)
            elif following in open_:
                ahead[id].remove(following)
            elif following not in done:
                open_.add(following)
                trail.append((following, iter(list(ahead[following]))))
    return ahead


def sorted_boxes(ahead: dict[str, list[str]]) -> list[str]:
    """Each box before all that follow it."""
    before = {id: 0 for id in ahead}
    for there in ahead.values():
        for id in there:
            before[id] += 1
    ready = [id for id, count in before.items() if not count]
    for id in ready:
        for following in ahead[id]:
            before[following] -= 1
            if not before[following]:
                ready.append(following)
    return ready


def layers(chart: Chart) -> dict[str, int]:
    """The layer of each box, from 0: one below the lowest of those before it."""
    ahead = forward(chart)
    found = dict.fromkeys(ahead, 0)
    for id in sorted_boxes(ahead):
        for following in ahead[id]:
            found[following] = max(found[following], found[id] + 1)
    return found


def _last(chart: Chart, order: list[str], depth: dict[str, int]) -> str | None:
    """As far as the story goes: its one deepest ending, or the deepest box before all endings."""
    deepest = [id for id in order if depth[id] == max(depth.values())]
    if len(deepest) == 1:
        return deepest[0]
    goers = [id for id in order if chart.boxes[id].kind != "ending"] or order
    return max(goers, key=depth.__getitem__, default=None)


def meetings(chart: Chart) -> dict[str, str | None]:
    """For each box, the one that all ways from it pass which come as far as the story goes.

    Ways that stop early do not count: an ending in the middle does not keep the
    other branches from coming together.
    """
    ahead = forward(chart)
    order = sorted_boxes(ahead)
    depth = layers(chart)
    last = _last(chart, order, depth)
    main: dict[str, set[str]] = {}
    for id in reversed(order):
        there = [main[following] for following in ahead[id] if following in main]
        if id == last:
            main[id] = {id}
        elif there:
            main[id] = {id} | set.intersection(*there)
    return {
        id: min(main.get(id, set()) - {id}, key=depth.__getitem__, default=None) for id in order
    }
