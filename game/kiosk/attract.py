"""The attract loop: which of its screens stands now, and what each takes from the story."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Iterator

from game.dates import DAYS, FIRST_DAY
from game.engine import Playthrough, Position, Stop, historical_path, program
from game.history.timeline import day, moment_of, thing
from game.kiosk.clock import Clock
from game.kiosk.config import AttractSection
from game.model import Aside, Claim, Metric, Node, Story
from game.tui.map.motion import between, both
from game.view.map_marks import MapView, map_view
from game.view.page import markers_of
from game.view.prose import Glass

STEPS = 2
"""Steps a second in which things move: nothing there changes more often than that."""


@dataclass(frozen=True, slots=True)
class Day:
    """One of the ten days, as it stands on the map.

    Attributes:
        node: The page of that day whose map it is; None where there is none.
    """

    date: date
    node: Node | None
    view: MapView


@dataclass(frozen=True, slots=True)
class Question:
    """A decision that may be asked of anybody who comes by: nobody dies of it by name."""

    campaign: str
    position: Position


class Loop:
    """Time going round. Nothing in it depends on who looks."""

    def __init__(self, story: Story, section: AttractSection, clock: Clock) -> None:
        self.story, self._section, self._clock = story, section, clock
        self._since = clock.monotonic()

    def restart(self) -> None:
        """From the first screen."""
        self._since = self._clock.monotonic()

    @property
    def gone(self) -> float:
        """Seconds since the first screen."""
        return self._clock.monotonic() - self._since

    @property
    def slide(self) -> str:
        """The name of the screen that stands now."""
        screens = self._section.screens
        return screens[int(self.gone // self._section.seconds_per_screen) % len(screens)]

    @property
    def turn(self) -> int:
        """How often the loop has gone round."""
        return int(self.gone // (self._section.seconds_per_screen * len(self._section.screens)))

    @property
    def far(self) -> float:
        """How far the present screen's time has gone, from 0 to 1, in steps."""
        seconds = self._section.seconds_per_screen
        return int(self.gone % seconds * STEPS) / (seconds * STEPS)

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """The ten days, each with what stood on the map at its end."""
        return tuple(_days(self.story))

    @cached_property
    def frame(self) -> MapView:
        """Everything that stands on the map on any of the days."""
        whole = MapView()
        for each in self.days:
            whole = both(whole, each.view)
        return whole

    def moving(self) -> tuple[Day, MapView]:
        """The day that is shown, and the map on the way to the next: still, then moving."""
        place = self.far * len(self.days)
        number = min(int(place), len(self.days) - 1)
        here = self.days[number]
        before = self.days[max(0, number - 1)].view
        return here, between(before, here.view, min(1.0, (place - number) * 2))

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """For each short campaign the first decision that may be asked in passing."""
        return tuple(_questions(self.story))

    @cached_property
    def counts(self) -> tuple[Metric, Claim, Claim] | None:
        """Two counts of the same that do not meet: of the metric wanted, else of the first."""
        found = list(_counts(self.story))
        wanted = (each for each in found if each[0].id == self._section.counts)
        return next(wanted, found[0] if found else None)

    @cached_property
    def city(self) -> Aside | None:
        """What was told by people who lived there: the first of it."""
        return next((a for a in self.story.asides.values() if a.thread == "city"), None)


def _days(story: Story) -> Iterator[Day]:
    marked: dict[date, tuple[Node, MapView]] = {}
    for campaign in _full(story):
        for when, node, view in _on_the_way(story, campaign):
            marked[when] = node, view
    last = MapView()
    for number in range(DAYS):
        when = date.fromordinal(FIRST_DAY.toordinal() + number)
        found = marked.get(when)
        last = found[1] if found else last
        yield Day(when, found[0] if found else None, last)


def _full(story: Story) -> list[str]:
    """Whole campaigns, the last first: where two tell of a day, the first one has it."""
    return [c.id for c in reversed([*story.campaigns.values()]) if c.length == "full"]


def _on_the_way(story: Story, campaign: str) -> Iterator[tuple[date, Node, MapView]]:
    """Pages of 1945 with something on the map, and their days."""
    play = Playthrough.of(program(story, campaign), historical_path(program(story, campaign)))
    for leg in play.legs:
        here = leg.position
        for stop in (*leg.stops, Stop(here.node, here.state, here.ledger, here.stack)):
            node, moment = thing(here, stop.node), moment_of(here, stop)
            glass = Glass(here.program, stop.state, stop.ledger, stop.state)
            markers = markers_of(node, glass)
            if isinstance(node, Node) and moment is not None and markers:
                yield day(moment), node, map_view(story, node.place, markers)


def _questions(story: Story) -> Iterator[Question]:
    for campaign in story.campaigns.values():
        if campaign.length != "short":
            continue
        play = Playthrough.of(
            program(story, campaign.id), historical_path(program(story, campaign.id))
        )
        for leg in play.legs:
            node = story.nodes.get(leg.position.node)
            if node is not None and node.tally and node.sensitive is None:
                yield Question(campaign.id, leg.position)
                break


def _counts(story: Story) -> Iterator[tuple[Metric, Claim, Claim]]:
    for metric in story.metrics.values():
        for i, one in enumerate(metric.claims):
            for other in metric.claims[i + 1 :]:
                if one.by != other.by and _apart(one, other):
                    yield metric, one, other


def _apart(one: Claim, other: Claim) -> bool:
    """Whether no number is in both ranges; not known where a range is open."""
    if None in (one.low, one.high, other.low, other.high):
        return False
    return not any(one.holds(end) for end in (other.low or 0, other.high or 0)) and not any(
        other.holds(end) for end in (one.low or 0, one.high or 0)
    )
