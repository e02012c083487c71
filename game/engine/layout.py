"""Which slot of the state holds what."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.position import Ledger, State
from game.model import Story, Variable


@dataclass(frozen=True, slots=True)
class Layout:
    """The order of a campaign's state and ledger.

    Attributes:
        variables: Variable ids; they fill the first slots.
        visits: Nodes whose visits are counted, with the count to stop at.
        chosen: Choices that are remembered.
        metrics: Metric ids.
    """

    variables: tuple[str, ...]
    visits: tuple[tuple[str, int], ...]
    chosen: tuple[str, ...]
    metrics: tuple[str, ...]

    @property
    def width(self) -> int:
        """How many slots a state has."""
        return len(self.variables) + len(self.visits) + len(self.chosen)

    def slots(self, prefix: str, suffix: str) -> dict[str, str]:
        """Source of each slot for the emitter, as `prefix` index `suffix`."""
        names = [
            *self.variables,
            *(f"visits {node}" for node, _ in self.visits),
            *(f"chosen {choice}" for choice in self.chosen),
        ]
        return {name: f"{prefix}{i}{suffix}" for i, name in enumerate(names)}


def layout_of(story: Story, campaign: str) -> Layout:
    """The layout of one campaign: its own variables and metrics, and what is remembered."""
    return Layout(
        variables=tuple(v.id for v in campaign_variables(story, campaign)),
        visits=tuple(sorted(story.recalled.items())),
        chosen=tuple(sorted(story.remembered)),
        metrics=tuple(
            m.id for m in story.metrics.values() if not m.campaigns or campaign in m.campaigns
        ),
    )


def campaign_variables(story: Story, campaign: str) -> list[Variable]:
    """The variables that a campaign's state holds, in the order they were declared."""
    every = story.variables.values()
    return [v for v in every if not v.campaigns or campaign in v.campaigns]


def first_state(story: Story, campaign: str, layout: Layout) -> tuple[State, Ledger]:
    """State and ledger before anything has happened."""
    values = [story.variables[id].start for id in layout.variables]
    past = [0] * len(layout.visits) + [False] * len(layout.chosen)
    return (*values, *past), tuple(story.metrics[id].start for id in layout.metrics)
