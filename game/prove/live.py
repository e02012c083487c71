"""Liveness: which slots something later can still read, node by node.

States that differ only in other slots have the same future, so the walk keeps
one of them. The state of a node is what its page and its choices see: after
its effects on entry.
"""

from __future__ import annotations

from typing import Mapping, NamedTuple, Sequence

from game.engine import Program
from game.model import Result
from game.prove.moves import Move, Moves, Taking
from game.prove.reads import Change, Reads, Slots


class Needed(NamedTuple):
    """A list of effects cut down to those that matter.

    Attributes:
        before: The slots that are live before them.
        effects: The sources of those that matter, in order.
        marks: Whether it matters that the choice was taken.
    """

    before: Slots
    effects: tuple[str, ...]
    marks: bool = False


class Live:
    """What is live where, in one campaign.

    Args:
        keep: Slots to hold live at every node, though nothing reads them.
        keep_at: Slots to hold live at single nodes.

    Attributes:
        at: For each node, the slots that are live at it.
    """

    def __init__(
        self,
        program: Program,
        moves: Moves,
        reads: Reads,
        keep: Slots = 0,
        keep_at: Mapping[str, Slots] | None = None,
    ) -> None:
        self._story, self._moves, self._reads = program.story, moves, reads
        self.at = {id: self._read_at(id) | keep | (keep_at or {}).get(id, 0) for id in moves.at}
        self._settle()

    @classmethod
    def over(cls, program: Program, moves: Moves, reads: Reads, at: dict[str, Slots]) -> Live:
        """Liveness that is taken as given; ask `holds` whether it is enough at a node."""
        live = cls.__new__(cls)
        live._story, live._moves, live._reads, live.at = program.story, moves, reads, at
        return live

    def holds(self, id: str) -> bool:
        """Whether what is live at a node has all that it and what follows it can read."""
        found = self._read_at(id)
        for taking in self._moves.at[id]:
            found |= self.needed(taking).before
        return found & ~self.at[id] == 0

    def _settle(self) -> None:
        """Go over the nodes, the last first, until nothing changes."""
        before: dict[str, set[str]] = {id: set() for id in self._moves.at}
        for move in self._moves.all:
            for following in self._moves.after(move):
                before[following].add(move.taking.node)
        waiting = dict.fromkeys(self._moves.at)
        while waiting:
            id, _ = waiting.popitem()
            found = self.at[id]
            for taking in self._moves.at[id]:
                found |= self.needed(taking).before
            if found != self.at[id]:
                self.at[id] = found
                waiting.update(dict.fromkeys(before[id]))

    def _read_at(self, id: str) -> Slots:
        """What is read at the node itself: its page, its choices' conditions and shares."""
        node = self._story.nodes.get(id)
        found = self._reads.page(node or self._story.endings[id])
        for choice in node.choices if node else ():
            found |= self._reads.conditions((choice.visible_if, choice.enabled_if))
            if choice.once:
                found |= self._reads.slot(f"chosen {id}.{choice.id}")
        for taking in self._moves.at[id]:
            found |= self._read_by(taking.result)
        return found

    def _read_by(self, result: Result) -> Slots:
        shares = (share for _, share in result.ledger if isinstance(share, str))
        before, _ = self._reads.outcome(result)
        return before | self._reads.conditions([result.condition, *shares])

    def arriving(self, id: str) -> Needed:
        """What is live on arrival at a node, and its effects on entry that matter."""
        node = self._story.nodes.get(id)
        return self._before(node.effects if node else (), self.at[id])

    def following(self, move: Move) -> Slots:
        """What is live behind a move: on arrival at any node that it may lead to."""
        found = 0
        for id in self._moves.after(move):
            found |= self.arriving(id).before
        return found

    def needed(self, taking: Taking) -> Needed:
        """What is live before a result's effects, and which of them matter."""
        live = self._reads.outcome(taking.result)[1]
        for move in taking.moves:
            live |= self.following(move) | self._reads.conditions((move.way.condition,))
        needed = self._before(taking.result.effects, live)
        if taking.choice is None:
            return needed
        mark = self._reads.slot(f"chosen {taking.order}")
        return Needed(needed.before & ~mark, needed.effects, bool(needed.before & mark))

    def _before(self, effects: Sequence[str], live: Slots) -> Needed:
        kept: list[str] = []
        for change in map(self._reads.effect, reversed(effects)):
            if change.strict or change.target & live:
                live = _across(change, live)
                kept.append(change.source)
        return Needed(live, tuple(reversed(kept)))


def _across(change: Change, live: Slots) -> Slots:
    """What is live before an effect that matters."""
    held = live | change.target if change.adds else live & ~change.target
    return held | change.reads
