"""One visit: as it goes on, and as it is kept once it is over."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Iterable, NamedTuple, NewType

from game.kiosk.clock import is_set
from game.kiosk.visits.buckets import PAGES, WHOLE, bucket

VisitId = NewType("VisitId", int)
"""A random number, known to the machine only while the visit lasts and until the night after."""

FEWEST_PAGES = 2
"""With fewer, somebody only touched the screen."""

FASTEST_ORDER = PAGES[1]
"""Seconds; an order given sooner was not read, and is not counted."""

ENDS = ("finished", "restart", "idle", "fault", "staff")
"""How a visit may end."""

GLANCE = "glance"
"""How one of too few pages is kept, whatever ended it."""


def day_of(moment: datetime) -> str:
    """A day as it is kept, as in 2026-03-02; empty where the clock has not been set."""
    return f"{moment:%Y-%m-%d}" if is_set(moment) else ""


class Order(NamedTuple):
    """An order that a visitor gave first at its place in the visit."""

    node: str
    choice: str
    step: int
    changed: bool = False

    @property
    def was_read(self) -> bool:
        """Whether it was not given too soon to have been read."""
        return self.step >= FASTEST_ORDER


class Read(NamedTuple):
    """A page that was left, and the step of the time spent on it."""

    node: str
    step: int


@dataclass(frozen=True, slots=True)
class Record:
    """A visit that is over.

    Attributes:
        day: The day as in 2026-03-02; empty where the clock had not been set.
        hour: The hour of the day, or -1.
        story: The hash of the story's content.
        modes: What was switched on, such as `large`, in order and joined by spaces.
        step: The whole visit's length, in steps of `WHOLE`.
        how: One of `ENDS`, or `GLANCE`.
    """

    id: VisitId
    story: str
    day: str
    hour: int
    language: str
    modes: str
    campaign: str
    pages: tuple[Read, ...]
    orders: tuple[Order, ...]
    step: int
    how: str

    @property
    def counts(self) -> bool:
        """Whether it is part of the figures."""
        return self.how not in (GLANCE, "staff")


@dataclass(slots=True)
class Running:
    """A visit that goes on.

    Attributes:
        since: The monotonic second at which it began.
    """

    id: VisitId
    story: str
    began: datetime
    since: float
    language: str
    modes: set[str]
    campaign: str
    pages: list[Read] = field(default_factory=list)
    orders: dict[int, Order] = field(default_factory=dict)

    def page(self, node: str, seconds: float) -> None:
        """Note a page that was left."""
        self.pages.append(Read(node, bucket(seconds, PAGES)))

    def order(self, number: int, node: str, choice: str, seconds: float) -> None:
        """Note an order. The first one at a place stands; another is only known as a change."""
        first = self.orders.get(number)
        if first is None:
            self.orders[number] = Order(node, choice, bucket(seconds, PAGES))
        elif (node, choice) != (first.node, first.choice):
            self.orders[number] = first._replace(changed=True)

    def over(self, how: str, at: float, more_modes: Iterable[str] = ()) -> Record:
        """The visit as it is kept.

        Args:
            how: One of `ENDS`.
            at: The monotonic second.
            more_modes: What else was switched on in its course.
        """
        day = day_of(self.began)
        glance = len({page.node for page in self.pages}) < FEWEST_PAGES and how != "staff"
        return Record(
            self.id,
            self.story,
            day,
            self.began.hour if day else -1,
            self.language,
            " ".join(sorted(self.modes.union(more_modes))),
            self.campaign,
            tuple(self.pages),
            tuple(order for _, order in sorted(self.orders.items())),
            bucket(at - self.since, WHOLE),
            GLANCE if glance else how,
        )
