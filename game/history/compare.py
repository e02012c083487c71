"""Order by order: what was given, and what was given in 1945."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import Playthrough
from game.model import Choice, Node


@dataclass(frozen=True, slots=True)
class Decision:
    """One order of a playthrough.

    Attributes:
        number: Its number in the playthrough, from 1.
        historical: The choice of 1945 at this node, or None off the historical path.
        taken: The choice that was given, or None if it is still to give.
    """

    number: int
    node: Node
    historical: Choice | None
    taken: Choice | None

    @property
    def parts(self) -> bool:
        """Whether this order leaves the road of 1945, as far as the node knows it."""
        return self.historical is not None and self.taken != self.historical


def decisions(play: Playthrough) -> tuple[Decision, ...]:
    """Every order that was given, in order."""
    pairs = zip(play.legs, play.legs[1:], strict=False)
    story = play.program.story
    return tuple(
        _decision(number, story.nodes[before.position.node], leg.choice)
        for number, (before, leg) in enumerate(pairs, 1)
    )


def _decision(number: int, node: Node, taken: str | None) -> Decision:
    historical = next((c for c in node.choices if c.historical), None)
    given = next((c for c in node.choices if c.id == taken), None)
    return Decision(number, node, historical, given)


def parting(play: Playthrough) -> Decision | None:
    """The first order that left the road of 1945, if one did."""
    return next((d for d in decisions(play) if d.parts), None)
