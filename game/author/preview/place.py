"""Where the author stands, and how to come back there when the story has been read again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping

from game.engine import Playthrough, Program, enter, program
from game.engine.position import Stack, State
from game.model import Story, StoryError, Variable
from game.model.campaign import Value
from game.saves import Save, SaveError, replayed
from game.saves.save import Order
from game.view import Beat, Course, Page, Tongue


@dataclass(frozen=True, slots=True)
class Ground:
    """A beginning that no playthrough has: a node that is come to with these values.

    Attributes:
        values: Variables by id, and what is remembered of the past; what is not
            named stands as the campaign begins.
        changed: The variables that the author has set.
    """

    node: str
    values: Mapping[str, Value] = field(default_factory=dict)
    ledger: Mapping[str, int] = field(default_factory=dict)
    stack: Stack = ()
    changed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Trail:
    """A place by ids alone, so that it can be found in another version of the story.

    Attributes:
        ground: Where it began, if not at the campaign's own beginning.
        first: The node of the first decision.
        beat: What was read, and where it stood among what is read there.
    """

    story: str
    campaign: str
    ground: Ground | None
    first: str
    orders: tuple[Order, ...]
    beat: tuple[str, int]


@dataclass(frozen=True, slots=True)
class Placed:
    """A place that was come back to.

    Attributes:
        kept: How many of the trail's orders could be given.
        parted: Whether that is not all of them, or they lead elsewhere now.
    """

    course: Course
    kept: int
    parted: bool


def trail_of(course: Course, ground: Ground | None) -> Trail:
    """The trail to where a course is read."""
    play = course.play
    pairs = zip(play.legs, play.legs[1:], strict=False)
    orders = (Order(a.position.node, b.choice or "", b.position.node) for a, b in pairs)
    program = play.program
    return Trail(
        program.story.manifest.id,
        program.campaign.id,
        ground,
        play.legs[0].position.node,
        tuple(orders),
        (_name(course.beat), course.index),
    )


def placed(trail: Trail, story: Story, tongue: Tongue) -> Placed:
    """The trail gone again in a story, as far as it goes.

    Raises:
        StoryError: if not even its beginning can be come to.
    """
    play, kept, parted = _replayed(trail, story)
    course = Course.begin(play, tongue)
    if parted:
        return Placed(Course.resume(play, tongue), kept, True)
    return Placed(_turned(course, trail.beat), kept, False)


def begun(story: Story, campaign: str, ground: Ground | None) -> Playthrough:
    """A playthrough from its beginning, or from a ground.

    Raises:
        StoryError: if it cannot be begun there.
    """
    made = program(story, campaign)
    if ground is None:
        return Playthrough.of(made)
    ledger = tuple(ground.ledger.get(id, story.metrics[id].start) for id in made.layout.metrics)
    leg = enter(made, ground.node, _state(made, ground.values), ledger, ground.stack)
    return Playthrough((leg,))


def _replayed(trail: Trail, story: Story) -> tuple[Playthrough, int, bool]:
    try:
        play, kept, parted = _straight(trail, story)
    except StoryError:
        if trail.ground is not None:
            raise
        play, kept, parted = _renamed(trail, story)
    if parted and trail.ground is None:
        try:
            play, kept, parted = _renamed(trail, story)
        except SaveError:  # some other node is broken just now; as far as it went, then
            return play, kept, parted
    return play, kept, parted


def _straight(trail: Trail, story: Story) -> tuple[Playthrough, int, bool]:
    """The orders by the ids that they had. No node is read but those on the way."""
    play = begun(story, trail.campaign, trail.ground)
    if play.position.node != trail.first:
        return play, 0, True
    for number, order in enumerate(trail.orders):
        try:
            play = play.take(order.choice)
        except StoryError:
            return play, number, True
        if play.position.node != order.led_to:
            return play, number + 1, True
    return play, len(trail.orders), False


def _renamed(trail: Trail, story: Story) -> tuple[Playthrough, int, bool]:
    """The same as a save, which finds what has been renamed."""
    save = Save(
        story=story.manifest.id, version="", structure="", text="", campaign=trail.campaign,
        language="", label="", saved="", first=trail.first, orders=trail.orders, ending=False,
    )  # fmt: skip
    loaded = replayed(save, story)
    return loaded.play, len(loaded.play.legs) - 1, loaded.parted is not None


def _state(program: Program, values: Mapping[str, Value]) -> State:
    """A whole state; values that their variables can no longer hold are left out."""
    names = program.layout.slots("", "")
    state = list(program.first_state)
    for place, name in enumerate(names):
        if name in values and fits(program.variables.get(name), values[name]):
            state[place] = values[name]
    return tuple(state)


def fits(variable: Variable | None, value: Value) -> bool:
    """Whether a variable can hold a value; what is remembered of the past holds its own."""
    if variable is None:
        return True
    if variable.kind == "int":
        return type(value) is int and variable.min <= value <= variable.max
    return value in variable.values if variable.kind == "enum" else type(value) is bool


def _turned(course: Course, beat: tuple[str, int]) -> Course:
    """At the beat of that name; where there is none, as far in as it stood."""
    name, index = beat
    names = [_name(there) for there in course.beats]
    at = names.index(name) if name in names else min(index, len(names) - 1)
    while course.index < at:
        course = course.forward()
    return course


def _name(beat: Beat) -> str:
    return beat.id if isinstance(beat, Page) else f"order {beat.number}"
