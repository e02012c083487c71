"""The tree of a story's nodes, parts of which can be folded away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Collection, Iterator, Sequence

from game.author.charts.chart import Arrow, Box, Chart, charts
from game.author.charts.tree import Twig, title, twigs
from game.model import Story
from game.prove import Limits

AT_A_GLANCE = Limits(0, lambda _states: True)
"""As little as can be walked: what is written is known at once, what is reached is not."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of the outline.

    Attributes:
        key: By what it is known when the story has been read again.
        below: How many lines can be folded away behind it.
        node: What it leads to; empty for the heading of a campaign.
    """

    key: str
    deep: int
    text: str
    node: str
    below: int = 0
    historical: bool = False
    reached: bool | None = None


def outline(found: Sequence[Chart]) -> tuple[Branch, ...]:
    """Charts as lines: each campaign, its nodes, and the ways out of each."""
    lines = [line for chart in found for line in _lines(chart)]
    return tuple(_counted(lines))


def drawn(story: Story, limits: Limits) -> tuple[Branch, ...]:
    """A story's outline, walked as far as the limits allow."""
    return outline(charts(story, limits))


def open_lines(lines: Sequence[Branch], folded: Collection[str]) -> Iterator[Branch]:
    """The lines that are not folded away."""
    hidden = -1
    for line in lines:
        if 0 <= hidden < line.deep:
            continue
        hidden = line.deep if line.key in folded else -1
        yield line


def above(lines: Sequence[Branch], key: str) -> str | None:
    """The line under which a line stands."""
    place = next((i for i, line in enumerate(lines) if line.key == key), None)
    if place is None:
        return None
    deep = lines[place].deep
    return next((line.key for line in reversed(lines[:place]) if line.deep < deep), None)


def matching(lines: Sequence[Branch], boxes: Collection[str], words: str) -> list[Branch]:
    """Each node once whose line holds all the words."""
    wanted = words.casefold().split()
    found: dict[str, Branch] = {}
    for line in lines:
        hit = line.key in boxes and all(word in line.text.casefold() for word in wanted)
        if hit and line.node:
            found.setdefault(line.node, line)
    return list(found.values())


def boxes(lines: Sequence[Branch]) -> frozenset[str]:
    """The lines that are nodes or endings, not ways."""
    return frozenset(line.key for line in lines if line.key.endswith("\0"))


def _lines(chart: Chart) -> Iterator[Branch]:
    yield Branch(f"{chart.name}\n", 0, title(chart), "")
    for twig in twigs(chart):
        yield _branch(chart.name, twig)


def _branch(campaign: str, twig: Twig) -> Branch:
    box, arrow = twig.box, twig.arrow
    whole = _arrow_key(arrow) if arrow is not None else f"{box.id}\0"
    part: Box | Arrow = arrow or box
    reached = box.reached if arrow is None else arrow.made
    return Branch(f"{campaign}\n{whole}", twig.deep, twig.line, box.id, 0, part.historical, reached)


def _arrow_key(arrow: Arrow) -> str:
    return f"{arrow.start}\n{arrow.label}\n{arrow.end}"


def _counted(lines: Sequence[Branch]) -> Iterator[Branch]:
    """The same lines, each with the number of those that stand deeper behind it."""
    open_: list[int] = []
    below = [0] * len(lines)
    for place, line in enumerate(lines):
        while open_ and lines[open_[-1]].deep >= line.deep:
            open_.pop()
        for over in open_:
            below[over] += 1
        open_.append(place)
    for line, count in zip(lines, below, strict=True):
        yield Branch(
            line.key, line.deep, line.text, line.node, count, line.historical, line.reached
        )
