"""What every pass works on: the story, its places, and where to note faults."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Collection, Iterator

from game.model import Ending, Node, Story, Way
from game.reader.draft import Draft
from game.reader.faults import Path, Sink
from game.reader.shape import better_id
from game.reader.walk import ways_of


@dataclass
class Matter:
    """A story under check.

    Attributes:
        campaigns_at: For each node and ending, the campaigns that may come there;
            filled by the graph pass.
        read: Names that some expression or text reads.
        written: Variables that some effect sets.
        dangling: Whether some way leads nowhere, so that what is not met may be met yet.
    """

    story: Story
    draft: Draft
    sink: Sink
    campaigns_at: dict[str, frozenset[str]] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    dangling: bool = False
    _ways: dict[str, tuple[tuple[Way, Path], ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, story: Story, draft: Draft, sink: Sink) -> Matter:
        """The matter of a story that has just been read."""
        return cls(story, draft, sink)

    def each(self, section: str) -> Iterator[tuple[str, Path]]:
        """The ids of a section with their paths; the sink is set to their file."""
        shelf = self.draft.shelves[section]
        for id in shelf:
            self.sink.file, path = shelf.place(id)
            yield id, path

    def nodes(self) -> Iterator[tuple[Node, Path]]:
        """All nodes, the sink set to the file of each."""
        for id, path in self.each("node"):
            yield self.story.nodes[id], path

    def endings(self) -> Iterator[tuple[Ending, Path]]:
        """All endings, the sink set to the file of each."""
        for id, path in self.each("ending"):
            yield self.story.endings[id], path

    def broken_list(self, section: str, id: str, key: str) -> bool:
        """Whether what should be a list is something else, or missing."""
        raw = self.draft.shelves[section].raw(id)
        return type(raw) is not dict or type(raw.get(key)) is not list

    @cached_property
    def targets(self) -> frozenset[str]:
        """Every id that a way may lead to."""
        return frozenset([*self.story.nodes, *self.story.endings])

    @cached_property
    def choice_ids(self) -> frozenset[str]:
        """Every choice, as `node.choice`."""
        nodes = self.story.nodes.values()
        return frozenset(f"{node.id}.{choice.id}" for node in nodes for choice in node.choices)

    @cached_property
    def codex(self) -> frozenset[str]:
        """Every id that a link may lead to."""
        s = self.story
        return frozenset([*s.people, *s.units, *s.places, *s.terms, *s.chapters])

    def ways(self, node: str) -> tuple[tuple[Way, Path], ...]:
        """Every way on from a node, with its path."""
        found = self._ways.get(node)
        if found is None:
            _, path = self.draft.shelves["node"].place(node)
            found = self._ways[node] = tuple(ways_of(self.story.nodes[node], path))
        return found

    def need(self, id: str, known: Collection[str], what: str, code: str, path: Path) -> bool:
        """Note an id that is not known. An empty id was noted before."""
        if not id or id in known:
            return True
        near = self.sink.nearest(id, known)
        misnamed = near is not None and better_id(near) == id
        if not misnamed and not self.draft.may_hold(id):
            hint = f"did you mean `{near}`?" if near else None
            self.sink.add(code, path, f"There is no {what} `{id}`.", hint)
        return False
