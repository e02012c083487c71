"""What of a visit is told to the figures: pages left, orders given, how it ended."""

from __future__ import annotations

from game.kiosk.clock import Clock
from game.kiosk.visit import Visit
from game.kiosk.visits import Tally, VisitId, Visits
from game.model import Story


class Figures:
    """Tells the figures about the visit under way. Nothing is told before a campaign begins."""

    def __init__(self, visits: Visits, clock: Clock) -> None:
        self._visits, self._clock = visits, clock
        self._id: VisitId | None = None
        self._since = 0.0

    def begin(self, visit: Visit, campaign: str) -> None:
        """A campaign is begun. One that was left for it was not finished."""
        self.over("restart", visit)
        self._id = self._visits.begin(visit.language, visit.modes.names, campaign)
        self._since = self._clock.monotonic()

    def left(self, before: Visit, after: Visit) -> None:
        """One page is left for another."""
        if self._id is None or before.where != "story":
            return
        if before.node != (after.node if after.where == "story" else ""):
            self._page(before)

    def _page(self, visit: Visit) -> None:
        if self._id is not None and visit.where == "story":
            self._visits.page(self._id, visit.node, self.seconds)
            self._since = self._clock.monotonic()

    @property
    def seconds(self) -> float:
        """How long the present page has been read."""
        return self._clock.monotonic() - self._since

    def ordered(self, node: str, number: int, choice: str) -> None:
        """An order was given."""
        if self._id is not None:
            self._visits.order(self._id, number, node, choice, self.seconds)

    def over(self, how: str, visit: Visit) -> None:
        """The visit, or one campaign of it, is over."""
        if self._id is None:
            return
        self._page(visit)
        self._visits.end(self._id, how, visit.modes.names)
        self._id = None

    def tally(self, node: str) -> Tally | None:
        """What other visitors ordered there; None where that is not shown."""
        return self._visits.tally(node)


def untallied(story: Story) -> tuple[str, ...]:
    """The decisions at which no choice is ever kept."""
    return tuple(id for id, node in story.nodes.items() if not node.tally)
