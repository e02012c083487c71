"""How the choices of a campaign weigh: what is met, where paths join, what is ruled out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterator, NamedTuple

from game.engine import Program
from game.model import Story
from game.prove.explore import Ground, Limits, explore
from game.prove.odds import Chance, Odds, Taken
from game.prove.order import order_of
from game.prove.space import Space
from game.prove.turning import Join, NoReturn, joins, points_of_no_return


class Decision(NamedTuple):
    """A decision over random playthroughs.

    Attributes:
        number: Which decision it is on the shortest way to it, from 1.
        met: How likely it is that one comes to it.
    """

    node: str
    number: int
    met: Chance
    choices: list[Taken]


@dataclass(slots=True)
class Stats:
    """How the choices of one campaign weigh.

    Attributes:
        whole: Whether every state was walked; if not, the rest is empty.
        odds: None also where loops are too large to be solved.
        joins: Where paths join, and how likely one comes there.
    """

    campaign: str
    states: int
    whole: bool
    odds: Odds | None = None
    decisions: list[Decision] = field(default_factory=list)
    joins: list[tuple[Join, Chance]] = field(default_factory=list)
    no_return: list[NoReturn] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The number of the latest decision."""
        return max((decision.number for decision in self.decisions), default=0)

    def change(self, taken: Taken) -> tuple[str, float] | None:
        """The ending whose chance a choice changes most, and by how much."""
        if self.odds is None or taken.endings is None:
            return None
        usual = self.odds.endings
        changes = {id: float(taken.endings[id] - usual[id]) for id in usual}
        return max(changes.items(), key=lambda change: abs(change[1]), default=None)


def stats_of(story: Story, campaign: str, limits: Limits) -> Stats:
    """How the choices of a campaign weigh.

    Raises:
        EngineError: for a story that `check` would refuse.
    """
    ground = Ground(Program(story, campaign))
    space = explore(ground, ground.live(), limits)
    stats = Stats(campaign, len(space.out), space.whole)
    if not space.whole:
        return stats
    order = order_of(space.out)
    stats.no_return = points_of_no_return(space, order)
    try:
        odds = Odds(space, order)
        decisions = list(_decisions(space, odds))
        met = [(join, odds.met(join.node)) for join in joins(space)]
    except ValueError:
        return stats
    stats.odds, stats.decisions, stats.joins = odds, decisions, met
    return stats


def _decisions(space: Space, odds: Odds) -> Iterator[Decision]:
    for id, states in space.by_node.items():
        node = space.program.story.nodes.get(id)
        if node is not None and node.is_decision:
            number = min(space.depth[state] for state in states) + 1
            taken = [odds.taken(f"{id}.{choice.id}") for choice in node.choices]
            yield Decision(id, number, odds.met(id), taken)
