"""What other visitors ordered, as a screen asks for it. Whole snapshots, never a query."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping

Choices = Mapping[str, int]
"""Visitors by the id of what they chose."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Other visitors at one decision.

    Attributes:
        all: All visitors by their choice.
        today: Today's visitors by their choice; None as long as they are too few to show.
    """

    all: Choices
    today: Choices | None = None

    @property
    def total(self) -> int:
        """All who gave an order here."""
        return sum(self.all.values())

    @property
    def total_today(self) -> int:
        """Those of today; 0 while they are too few to show."""
        return sum((self.today or {}).values())


@dataclass(frozen=True, slots=True)
class Counts:
    """Visits that have ended."""

    today: int = 0
    all: int = 0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that screens may ask, as it was when the last visit was written down.

    Attributes:
        day: What was then today.
    """

    day: str = ""
    all: Mapping[str, Choices] = field(default_factory=dict)
    today: Mapping[str, Choices] = field(default_factory=dict)
    visits: int = 0
    visits_today: int = 0

    def tally(self, node: str, minimum: int, day: str) -> Tally | None:
        """The visitors at a decision, or None where they are fewer than the minimum."""
        everybody = self.all.get(node, {})
        if sum(everybody.values()) < minimum:
            return None
        today = self.today.get(node, {}) if day and day == self.day else {}
        return Tally(everybody, today if sum(today.values()) >= minimum else None)

    def counts(self, day: str) -> Counts:
        """How many visits there were."""
        return Counts(self.visits_today if day and day == self.day else 0, self.visits)
