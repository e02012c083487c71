"""What has been proved about a story."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from game.prove.asserts import Ruling
from game.prove.ledgers import Total
from game.prove.met import Met
from game.prove.ranges import Range

Witness = list[str]


class Stop(NamedTuple):
    """A position with no way on."""

    node: str
    witness: Witness


class Loop(NamedTuple):
    """A loop with no way out."""

    nodes: tuple[str, ...]
    witness: Witness


class Step(NamedTuple):
    """A step from one node to another at which time runs back."""

    before: str
    after: str
    witness: Witness


class Overrun(NamedTuple):
    """A variable that leaves bounds it must keep, or a metric that a loop changes."""

    id: str
    witness: Witness


class Reached(NamedTuple):
    """How an ending is come to.

    Attributes:
        paths: How many lists of choices lead to it; None if there is no end of them.
        chance: A fraction, or a floating-point number where it would be too long;
            None where loops are too large to be solved.
        shortest: The fewest orders that lead to it; None if none do.
    """

    id: str
    paths: int | None
    chance: Fraction | float | None
    shortest: Witness | None


class Account(NamedTuple):
    """A metric's least and greatest total, and that of the historical path."""

    total: Total
    history: int | None


@dataclass(slots=True)
class CampaignProof:
    """What has been proved about one campaign.

    Attributes:
        limit: The limit that stopped the walk, or None; then `met`, `endings` and
            `ledger` say nothing for certain.
    """

    id: str
    states: int
    transitions: int
    limit: str | None
    met: Met
    deadlocks: list[Stop] = field(default_factory=list)
    traps: list[Loop] = field(default_factory=list)
    time: list[Step] = field(default_factory=list)
    overflows: list[Overrun] = field(default_factory=list)
    cycles: list[Overrun] = field(default_factory=list)
    endings: list[Reached] = field(default_factory=list)
    variables: dict[str, Range] = field(default_factory=dict)
    ledger: dict[str, Account] = field(default_factory=dict)
    rulings: list[Ruling] = field(default_factory=list)


@dataclass(slots=True)
class Gaps:
    """What the story has and nobody ever meets. Empty where a walk was stopped.

    Attributes:
        totals: How many nodes, choices and passages there are.
        conditions: Conditions that always give the same answer, with it.
        fallbacks: Nodes whose fallback is never needed.
    """

    totals: dict[str, int]
    nodes: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    passages: list[str] = field(default_factory=list)
    conditions: list[tuple[str, bool]] = field(default_factory=list)
    fallbacks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Proof:
    """What has been proved about a story."""

    campaigns: list[CampaignProof]
    gaps: Gaps
    asserts: list[Ruling]

    @property
    def whole(self) -> bool:
        """Whether every reachable state of every campaign was walked, and every assert decided."""
        walked = all(campaign.limit is None for campaign in self.campaigns)
        return walked and all(ruling.holds is not None for ruling in self.asserts)

    @property
    def faulty(self) -> bool:
        """Whether anything was found that should not be."""
        gaps = self.gaps
        missing = (gaps.nodes, gaps.choices, gaps.passages, gaps.conditions, gaps.fallbacks)
        broken = any(ruling.holds is False for ruling in self.asserts)
        return any(missing) or broken or any(map(_faulty, self.campaigns))

    @property
    def verdict(self) -> str:
        """`faults`, `incomplete` or `proved`."""
        if self.faulty:
            return "faults"
        return "proved" if self.whole else "incomplete"


def _faulty(campaign: CampaignProof) -> bool:
    stuck = campaign.deadlocks or campaign.traps or campaign.time
    return bool(stuck or campaign.overflows or campaign.cycles)
