"""A chart as an indented tree: branches stand under their choices, until they come together."""

from __future__ import annotations

from dataclasses import replace
from typing import Iterator, NamedTuple

from game.author.charts.chart import Arrow, Box, Chart
from game.author.charts.layers import meetings


class Twig(NamedTuple):
    """A line of the tree: a box, or a way to one.

    Attributes:
        deep: How far inward it stands, from 1.
        arrow: The way; None for a box.
        box: The box, or the one that the way leads to.
    """

    deep: int
    box: Box
    arrow: Arrow | None = None

    @property
    def line(self) -> str:
        """The twig in words, without its place."""
        return _box_line(self.box) if self.arrow is None else _arrow_line(self.arrow)


def tree_lines(chart: Chart) -> Iterator[str]:
    """The lines of the tree, and what the marks mean."""
    yield title(chart)
    yield from ("  " * twig.deep + twig.line for twig in twigs(chart))
    if not chart.whole:
        yield "  Too many states to be walked: what is reached, and how often, is not known."


def twigs(chart: Chart) -> Iterator[Twig]:
    """The tree line by line."""
    yield from _Tree(chart).lines()


LEGEND = (
    "* the path of 1945; -> leads to what stands below at the next step inward or already above;",
    "(never) no playthrough comes there; per cent: how many random playthroughs end so.",
)


def title(chart: Chart) -> str:
    """What a tree is of, and how large that is."""
    if not chart.name:
        return "No campaign leads here"
    endings = sum(box.kind == "ending" for box in chart.boxes.values())
    return f"{chart.name}: {len(chart.boxes) - endings} nodes, {endings} endings"


class _Tree:
    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._ahead = chart.ahead()
        self._meet = meetings(chart)
        self._told: set[str] = set()

    def lines(self) -> Iterator[Twig]:
        inward = {arrow.end for arrow in self._chart.arrows if arrow.start != arrow.end}
        first = [self._chart.begin] if self._chart.begin else []
        for id in [*first, *(i for i in self._chart.boxes if i not in inward), *self._chart.boxes]:
            if id is not None and id not in self._told:
                yield from self._run(id, None, 1)

    def _run(self, id: str, stop: str | None, deep: int) -> Iterator[Twig]:
        """A box and all behind it, up to where it comes together with other branches."""
        here: str | None = id
        while here is not None and here != stop and here not in self._told:
            self._told.add(here)
            yield Twig(deep, self._chart.boxes[here])
            arrows = self._ahead[here]
            if len({arrow.end for arrow in arrows}) == 1 and not arrows[0].label:
                here = arrows[0].end
                if here in self._told:
                    yield Twig(deep + 1, self._chart.boxes[here], Arrow(arrows[0].start, here, ""))
                continue
            meet = self._meet.get(here)
            onward = meet if meet is not None and meet != stop else stop
            for arrow in arrows:
                yield from self._arrow(arrow, onward, deep + 1)
            here = meet if meet != stop else None

    def _arrow(self, arrow: Arrow, stop: str | None, deep: int) -> Iterator[Twig]:
        known = arrow.end in self._told or arrow.end == stop
        named = arrow if arrow.label else replace(arrow, label="on")
        yield Twig(deep, self._chart.boxes[arrow.end], named)
        if not known:
            yield from self._run(arrow.end, stop, deep + 1)


def _arrow_line(arrow: Arrow) -> str:
    mark = "* " if arrow.historical else ""
    never = " (never)" if arrow.made is False else ""
    return f"{mark}{arrow.label}{never} -> {arrow.end}" if arrow.label else f"-> {arrow.end}"


def _box_line(box: Box) -> str:
    mark = "* " if box.historical else ""
    notes = [box.kind] if box.kind != "page" else []
    if box.kind == "ending" and box.chance is not None:
        notes.append(f"{box.chance:.1%}")
    if box.at:
        notes.append(box.at)
    if box.reached is False:
        notes.append("never")
    said = f" ({', '.join(notes)})" if notes else ""
    return f"{mark}{box.id}  {box.title}{said}"
