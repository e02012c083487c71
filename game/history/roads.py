"""Every decision of a campaign and the ways between them, laid out with 1945 as a straight line.

What holds is not asked here: a way stands for all states in which it might be taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Container, Iterator, Mapping, Sequence

from game.engine import Playthrough, Program, historical_path
from game.model import RETURN, Node, Story, Ways

Stack = tuple[str, ...]
"""What follows each scene that is under way, the innermost last."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A decision or an ending.

    Attributes:
        row: How far from the start it stands, along the longest way.
        column: Where it stands beside 1945: 0 on its line, to the left below 0.
    """

    id: str
    ending: bool
    row: int
    column: int
    real: bool


@dataclass(frozen=True, slots=True)
class Roads:
    """A campaign's decisions and endings, and the ways between them."""

    spots: tuple[Spot, ...]
    ways: tuple[tuple[str, str], ...]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return max((spot.row for spot in self.spots), default=-1) + 1


def roads(program: Program) -> Roads:
    """The roads of a campaign."""
    kept: Roads | None = program.kept.get("roads")
    if kept is None:
        kept = program.kept["roads"] = _laid_out(program)
    return kept


def stations(play: Playthrough) -> tuple[str, ...]:
    """The decisions of a playthrough in order, and the ending or decision where it stands."""
    return tuple(leg.position.node for leg in play.legs)


def _laid_out(program: Program) -> Roads:
    story = program.story
    ahead = _ahead(story, program.campaign.start)
    real = stations(Playthrough.of(program, historical_path(program)))
    rows = _rows(ahead)
    columns = _columns(ahead, rows, frozenset(real))
    spots = [
        Spot(id, id in story.endings, rows[id], columns[id], id in real)
        for id in sorted(rows, key=lambda one: (rows[one], columns[one]))
    ]
    links = tuple((a, b) for a, following in ahead.items() for b in following)
    return Roads(tuple(spots), links)


def _ahead(story: Story, start: str) -> dict[str, list[str]]:
    """The decisions and endings that may follow each decision."""
    found: dict[str, list[str]] = {}
    waiting = list(_rests(story, start, ()))
    met = set(waiting)
    while waiting:
        id, stack = waiting.pop(0)
        following = found.setdefault(id, [])
        node = story.nodes.get(id)
        for there in _after(story, node, stack) if node else ():
            if there[0] not in following:
                following.append(there[0])
            if there not in met:
                met.add(there)
                waiting.append(there)
    return found


def _after(story: Story, node: Node, stack: Stack) -> Iterator[tuple[str, Stack]]:
    for choice in node.choices:
        for result in choice.results:
            yield from _through(story, result.ways, stack)
    if node.fallback:
        yield from _through(story, node.fallback.ways, stack)


def _through(story: Story, ways: Ways, stack: Stack) -> Iterator[tuple[str, Stack]]:
    for way in ways:
        if way.scene is not None:
            yield from _rests(story, story.scenes[way.scene].start, (*stack, way.to))
        else:
            yield from _rests(story, way.to, stack)


def _rests(story: Story, id: str, stack: Stack) -> Iterator[tuple[str, Stack]]:
    """Where one comes to rest from a node on; a circle of pages is a fault found elsewhere."""
    waiting, passed = [(id, stack)], set[tuple[str, Stack]]()
    while waiting:
        here, under = waiting.pop(0)
        while here == RETURN and under:
            here, under = under[-1], under[:-1]
        if (here, under) in passed:
            continue
        passed.add((here, under))
        node = story.nodes.get(here)
        if node is None or node.choices:
            if node is not None or here in story.endings:
                yield here, under
            continue
        for way in node.ways:
            if way.scene is not None:
                waiting.append((story.scenes[way.scene].start, (*under, way.to)))
            else:
                waiting.append((way.to, under))


def _rows(ahead: Mapping[str, list[str]]) -> dict[str, int]:
    """Rows along the longest way from the start; ways that lead back do not count."""
    order = {id: place for place, id in enumerate(reversed(_finished(ahead)))}
    rows = dict.fromkeys(order, 0)
    for id, place in order.items():
        for following in ahead[id]:
            if order[following] > place:
                rows[following] = max(rows[following], rows[id] + 1)
    return rows


def _finished(ahead: Mapping[str, list[str]]) -> list[str]:
    """Depth first, each after all that can be come to from it."""
    done: dict[str, None] = {}
    for start in ahead:
        stack = [(start, iter(ahead[start]))]
        open_: set[str] = {start}
        while stack and start not in done:
            id, left = stack[-1]
            onward = next((f for f in left if f not in done and f not in open_), None)
            if onward is None:
                done[id] = None
                stack.pop()
            else:
                open_.add(onward)
                stack.append((onward, iter(ahead[onward])))
    return list(done)


def _columns(
    ahead: Mapping[str, list[str]], rows: Mapping[str, int], real: frozenset[str]
) -> dict[str, int]:
    """Columns: 1945 straight down the middle, everything else near what it follows from."""
    behind: dict[str, list[str]] = {id: [] for id in ahead}
    for id, following in ahead.items():
        for there in following:
            behind[there].append(id)
    columns: dict[str, int] = {}
    for row in range(max(rows.values(), default=-1) + 1):
        here = [id for id in rows if rows[id] == row]
        columns.update((id, 0) for id in here if id in real)
        rest = [(_mean(behind[id], columns), id) for id in here if id not in real]
        taken = {0}
        for wanted, id in sorted(rest, key=lambda pair: (abs(pair[0]), pair[1])):
            columns[id] = column = _nearest(wanted, taken)
            taken.add(column)
    return columns


def _mean(parents: Sequence[str], columns: Mapping[str, int]) -> float:
    found = [columns[id] for id in parents if id in columns]
    return sum(found) / len(found) if found else 0.0


def _nearest(wanted: float, taken: Container[int]) -> int:
    """The free column nearest to one; of two as near, that on the left."""
    start = round(wanted)
    steps = (start + side * step for step in range(1000) for side in (-1, 1))
    return next(column for column in steps if column not in taken)
