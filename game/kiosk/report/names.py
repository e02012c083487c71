"""What the story calls the pages and orders that were counted, and where they stand in it."""

from __future__ import annotations

from typing import NamedTuple

from game.model import Ending, Node, Story
from game.saves.fingerprint import reached

ANSWER = ".answer"
"""At the end of the id of the page that answers an order."""


class Place(NamedTuple):
    """A page of a campaign.

    Attributes:
        ending: Whether the campaign ends there.
    """

    id: str
    title: str
    ending: bool


class Group(NamedTuple):
    """The pages of one campaign, in the order of the story's files; short campaigns come first."""

    title: str
    start: str
    places: tuple[Place, ...]


class Names:
    """A story's words, or the bare ids where there is no story.

    Args:
        story: The story that is played; None if none can be read.
        counted: Every page that was counted.
    """

    def __init__(self, story: Story | None, counted: set[str]) -> None:
        self._story = story
        self.groups: tuple[Group, ...] = tuple(self._grouped(counted))

    def _grouped(self, counted: set[str]) -> list[Group]:
        groups, left = [], set(counted)
        campaigns = self._story.campaigns.items() if self._story else ()
        for id, campaign in sorted(campaigns, key=lambda pair: pair[1].length != "short"):
            nodes = {node.id for node in reached(self._story, id)} if self._story else set()
            own = {page for page in left if page.removesuffix(ANSWER) in nodes}
            left -= own
            if own:
                places = tuple(self._place(node) for node in self._in_order(own))
                groups.append(Group(campaign.title or id, campaign.start, places))
        if left:
            places = tuple(self._place(node) for node in sorted(left))
            groups.append(Group("Pages that the story no longer has", "", places))
        return groups

    def _in_order(self, ids: set[str]) -> list[str]:
        story = self._story
        order = [*story.nodes, *story.endings] if story else []
        return [page for id in order for page in (id, f"{id}{ANSWER}") if page in ids]

    def _place(self, id: str) -> Place:
        node = self._node(id.removesuffix(ANSWER))
        told = f"{node.title}: what followed" if node and id.endswith(ANSWER) else None
        return Place(id, told or (node.title if node else id), isinstance(node, Ending))

    def _node(self, id: str) -> Node | Ending | None:
        if self._story is None:
            return None
        return self._story.nodes.get(id) or self._story.endings.get(id)

    def choices(self, node: str, counted: list[str]) -> list[tuple[str, str, bool]]:
        """A decision's choices: id, label, and whether it was the one of 1945.

        Those that were counted and are no longer in the story stand last.
        """
        found = self._node(node)
        known = found.choices if isinstance(found, Node) else ()
        listed = [(choice.id, choice.label, choice.historical) for choice in known]
        ids = {id for id, _, _ in listed}
        return [*listed, *((id, id, False) for id in counted if id not in ids)]
