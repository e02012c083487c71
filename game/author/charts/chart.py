"""A story as boxes and arrows: what there is, what is reached, how often, and the road of 1945."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Iterable, Iterator, Mapping

from game.engine import Leg, Program, begin, go, historical_path
from game.model import RETURN, Ending, Moment, Node, Story
from game.prove import Limits
from game.prove.chances import counts
from game.prove.explore import Ground, explore
from game.prove.moves import Move, Moves, Taking, takings_of
from game.prove.order import order_of
from game.prove.space import Space

NEAR = 2
"""Steps from a node, either way, that count as its surroundings."""


@dataclass(slots=True)
class Box:
    """A node or an ending.

    Attributes:
        kind: `page`, `decision` or `ending`.
        at: The day, where the node says one.
        reached: Whether any playthrough comes to it; None where that is not known.
        chance: How likely a random playthrough ends there; of endings only.
        historical: Whether the path of 1945 passes it.
    """

    id: str
    title: str
    kind: str
    at: str = ""
    reached: bool | None = None
    chance: float | None = None
    historical: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way from one box to another.

    Attributes:
        label: The choice, or an empty word where nothing is chosen.
        made: Whether any playthrough goes that way; None where that is not known.
    """

    start: str
    end: str
    label: str
    made: bool | None = None
    historical: bool = False


@dataclass(slots=True)
class Chart:
    """One campaign, or the nodes that no campaign leads to.

    Attributes:
        name: The campaign; empty for what belongs to none.
        begin: The box it begins at, if that is in the chart.
        whole: Whether every state was walked, so that it is known what is reached.
    """

    name: str
    begin: str | None
    whole: bool = True
    boxes: dict[str, Box] = field(default_factory=dict)
    arrows: list[Arrow] = field(default_factory=list)

    def ahead(self) -> dict[str, list[Arrow]]:
        """The arrows that leave each box."""
        found: dict[str, list[Arrow]] = {id: [] for id in self.boxes}
        for arrow in self.arrows:
            found[arrow.start].append(arrow)
        return found


def charts(story: Story, limits: Limits, campaign: str | None = None) -> list[Chart]:
    """A chart of each campaign, or of one; then one of what no campaign leads to."""
    ids = list(story.campaigns) if campaign is None else [campaign]
    found = [_chart(story, id, limits) for id in ids]
    if campaign is None:
        rest = _lost(story, {id for chart in found for id in chart.boxes})
        if rest.boxes:
            found.append(rest)
    return found


def around(chart: Chart, id: str) -> Chart:
    """The surroundings of a node: what lies within two steps of it."""
    near = {id}
    for _ in range(NEAR):
        near |= {a.end for a in chart.arrows if a.start in near} | {
            a.start for a in chart.arrows if a.end in near
        }
    return Chart(
        chart.name,
        chart.begin if chart.begin in near else None,
        chart.whole,
        {id: box for id, box in chart.boxes.items() if id in near},
        [arrow for arrow in chart.arrows if arrow.start in near and arrow.end in near],
    )


def _chart(story: Story, campaign: str, limits: Limits) -> Chart:
    program = Program(story, campaign)
    ground = Ground(program)
    space = explore(ground, ground.live(), limits)
    chart = Chart(campaign, program.campaign.start, space.whole)
    chances = _chances(space) if space.whole else {}
    nodes, moves = _history(program)
    for id in ground.moves.at:
        chart.boxes[id] = _box(story, id)
        chart.boxes[id].reached = id in space.by_node or (None if not space.whole else False)
        chart.boxes[id].chance = chances.get(id, 0.0 if space.whole else None)
        chart.boxes[id].historical = id in nodes
    made = {move for via in set(space.via) for move in via}
    arrows = _arrows(ground.moves, made if space.whole else None, moves)
    chart.arrows = list(_joined(arrows))
    return chart


def _chances(space: Space) -> dict[str, float]:
    shares = counts(space, order_of(space.out)).chances
    endings = space.program.story.endings
    return (
        {id: float(shares.of(states)) for id, states in space.by_node.items() if id in endings}
        if shares
        else {}
    )


def _box(story: Story, id: str) -> Box:
    node: Node | Ending = story.nodes.get(id) or story.endings[id]
    kind = "ending" if isinstance(node, Ending) else "decision" if node.choices else "page"
    return Box(id, node.title, kind, _day(node.at[0].moment) if node.at else "")


def _day(moment: Moment) -> str:
    return moment.isoformat()[:10]


def _arrows(moves: Moves, made: set[int] | None, history: set[tuple[str, str]]) -> Iterator[Arrow]:
    for move in moves.all:
        for end in _ends(moves, move):
            start, label = move.taking.node, _label(move.taking)
            done = None if made is None else move.number in made
            yield Arrow(start, end, label, done, (start + "." + label, end) in history)


def _ends(moves: Moves, move: Move) -> Iterable[str]:
    return sorted(moves.after(move) & moves.at.keys())


def _label(taking: Taking) -> str:
    if taking.choice is not None:
        return taking.choice.id
    return "(no choice left)" if taking.falls else ""


def _joined(arrows: Iterable[Arrow]) -> Iterator[Arrow]:
    """Arrows between the same boxes under the same label are one."""
    found: dict[tuple[str, str, str], Arrow] = {}
    for arrow in arrows:
        key = (arrow.start, arrow.end, arrow.label)
        had = found.get(key)
        if had is not None:
            made = None if arrow.made is None else bool(had.made or arrow.made)
            arrow = Arrow(*key, made, had.historical or arrow.historical)
        found[key] = arrow
    yield from found.values()


def _history(program: Program) -> tuple[set[str], set[tuple[str, str]]]:
    """The nodes of the path of 1945, and its steps: `node.choice` and the node that follows."""
    leg = begin(program)
    nodes, steps = _passed(leg, ""), set[tuple[str, str]]()
    trail = list(nodes)
    steps |= _pairs(trail)
    for order in historical_path(program):
        leg = go(leg.position, order.rpartition(".")[2])
        trail = _passed(leg, order)
        steps |= {(order, trail[0])} | _pairs(trail)
        nodes += trail
    return set(nodes), steps


def _passed(leg: Leg, _order: str) -> list[str]:
    return [*(stop.node for stop in leg.stops), leg.position.node]


def _pairs(trail: list[str]) -> set[tuple[str, str]]:
    return {(f"{a}.", b) for a, b in pairwise(trail)}


def _lost(story: Story, known: set[str]) -> Chart:
    """What no campaign leads to."""
    chart = Chart("", None)
    ids = [id for id in (*story.nodes, *story.endings) if id not in known]
    for id in ids:
        chart.boxes[id] = _box(story, id)
        chart.boxes[id].reached = False
    arrows = [
        Arrow(id, way.to, _label(taking), False)
        for id in ids
        for taking in takings_of(story, id)
        for way in taking.result.ways
        if way.to != RETURN and way.to in chart.boxes
    ]
    chart.arrows = list(_joined(arrows))
    return chart


def find(charts: list[Chart], id: str) -> Mapping[str, Chart]:
    """The charts that hold a node, by name."""
    return {chart.name: chart for chart in charts if id in chart.boxes}
