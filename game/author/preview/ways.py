"""The shortest orders to each node, for starting anywhere on a real path."""

from __future__ import annotations

from typing import Callable, Iterable, Mapping, NamedTuple

from game.author.preview.place import Ground, begun
from game.engine import Playthrough, Program
from game.model import Story, StoryError
from game.prove import Limits
from game.prove.explore import Ground as Field
from game.prove.explore import explore
from game.view import Course, Page, Tongue

Orders = tuple[str, ...]


class Arrival(NamedTuple):
    """A node come to.

    Attributes:
        ground: None if it was come to on a real path; else where it was begun.
    """

    course: Course
    ground: Ground | None


def ways_of(story: Story, campaign: str, limits: Limits) -> Mapping[str, Orders]:
    """The shortest orders to each node that a campaign can reach."""
    field = Field(Program(story, campaign))
    space = explore(field, field.live(), limits)
    return {node: tuple(space.witness(states[0])) for node, states in space.by_node.items()}


class Guide:
    """Leads to nodes. What it has worked out it tries first when the story is another.

    Args:
        limits: Gives how far a walk may go.
    """

    def __init__(self, limits: Callable[[], Limits]) -> None:
        self._limits = limits
        self._ways: dict[str, Mapping[str, Orders]] = {}
        self._walked: dict[str, Story] = {}

    def to(self, story: Story, node: str, likely: Iterable[str], tongue: Tongue) -> Arrival:
        """The shortest real path to a node, or else the node with the values of the beginning.

        Args:
            story: The story.
            node: A node or ending of it.
            likely: Campaigns to look in before the others.
            tongue: The reader's language.

        Raises:
            StoryError: if the node cannot be shown at all.
        """
        known = [id for id in likely if id in story.campaigns]
        campaigns = list(dict.fromkeys([*known, *story.campaigns]))
        for campaign in campaigns:
            course = self._on_a_path(story, node, campaign, tongue)
            if course is not None:
                return Arrival(course, None)
        ground = Ground(node)
        play = begun(story, _home(story, node, campaigns), ground)
        return Arrival(Course.begin(play, tongue), ground)

    def _on_a_path(self, story: Story, node: str, campaign: str, tongue: Tongue) -> Course | None:
        course = _along(story, campaign, self._ways.get(campaign, {}).get(node), node, tongue)
        if course is not None or self._walked.get(campaign) is story:
            return course
        try:
            self._ways[campaign] = ways_of(story, campaign, self._limits())
        except Exception:  # a story that is not sound may break the walk anywhere
            return None
        self._walked[campaign] = story
        return _along(story, campaign, self._ways[campaign].get(node), node, tongue)


def _along(
    story: Story, campaign: str, orders: Orders | None, node: str, tongue: Tongue
) -> Course | None:
    """The course at a node that these orders come past; None if they do not."""
    if orders is None:
        return None
    try:
        course = Course.begin(Playthrough.replay(story, campaign, orders), tongue)
    except StoryError:
        return None
    ids = [beat.id if isinstance(beat, Page) else "" for beat in course.beats]
    if node not in ids:
        return None
    while course.index < ids.index(node):
        course = course.forward()
    return course


def _home(story: Story, node: str, campaigns: list[str]) -> str:
    """The campaign that a node belongs to as far as it says so, else the likeliest."""
    ending = story.endings.get(node) if node in story.endings else None
    own = [c for c in campaigns if ending is not None and c in ending.campaigns]
    return next(iter(own or campaigns))
