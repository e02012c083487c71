"""A walk made again after one node was changed: only what the change touches is walked anew.

The states of the walk before it stay as they are, and so do the moves out of all
nodes but the changed one (and those that lead to it, where its effects on entry
were changed). What they lead to now, and all new states behind them, are worked
out; then the states that are still reachable are counted off. So the states and
the transitions are exactly those of a whole walk, in a fraction of the time.
"""

from __future__ import annotations

from functools import cached_property
from typing import Iterable

from game.engine import Program
from game.model import RETURN, Story
from game.prove.emit import Arrive, Emitter, Expand, Key
from game.prove.explore import Limits, Room, Walk, returning
from game.prove.live import Live
from game.prove.moves import Move, Moves, scenes_of, takings_of
from game.prove.order import order_of
from game.prove.reach import Goal
from game.prove.reads import Slots
from game.prove.space import Space


class Wider(Exception):
    """The change needs more of the states than the walk has kept, or changes how it begins."""


class Remade:
    """The walk of a campaign of which one node was changed.

    Args:
        walk: The walk before the change; whole.
        story: The changed story.
        node: The node that was changed. It must have the same choices, results and
            ways, with other conditions, effects or targets.
        limits: Where to stop; the new states alone are counted.

    Attributes:
        space: The walk before the change.
        node: The node of each state, those before the change first.
        key: The live slots of each state.
        same: Whether every state leads where it did, by the same results.
        limit: The limit that stopped it, or None.

    Raises:
        Wider: if only a whole walk can tell.
    """

    def __init__(self, walk: Walk, story: Story, node: str, limits: Limits) -> None:
        self._walk, self._story, self._node = walk, story, node
        self._before = walk.ground.moves
        self.space: Space = walk.space
        self.program = Program(story, walk.space.program.campaign.id)
        self._moves = self._changed_moves()
        self._nodes = self._touched()
        live = Live.over(self.program, self._moves, walk.ground.reads, walk.live.at)
        if not all(map(live.holds, self._nodes)):
            raise Wider
        self._live = live
        self._emitter = Emitter(self.program, self._moves, walk.ground.reads, live)
        self._plain: dict[str, Expand | None] = {}
        self._arrivals: dict[tuple[Slots, str], Arrive] = {}
        self._rooms: dict[Room, tuple[Expand | None, dict[int, Room]]] = {}
        self._fresh: dict[tuple[Room, Key], int] = {}
        self._room_of: list[Room] = []
        self._new: dict[int, tuple[tuple[int, ...], list[int]]] = {}
        self._ahead: dict[str, set[str]] = {}
        self.key: list[Key] = []
        self.limit: str | None = None
        self.same = self._go(limits)

    def _changed_moves(self) -> Moves:
        """The moves with those of the node as they are now, under their old numbers."""
        before = self._before
        moves = Moves(self._story, list(before.all), dict(before.at))
        takings = list(takings_of(self._story, self._node))
        for had, taking in zip(before.at[self._node], takings, strict=True):
            for move, way in zip(had.moves, taking.result.ways, strict=True):
                now = Move(move.number, taking, way)
                taking.moves.append(now)
                moves.all[move.number] = now
        moves.at[self._node] = takings
        if any(end not in moves.at for m in moves.at[self._node] for end in self._ends(m.moves)):
            raise Wider
        scenes_of(moves)
        if (moves.scene_of, moves.returns) != (before.scene_of, before.returns):
            raise Wider
        return moves

    def _ends(self, moves: Iterable[Move]) -> list[str]:
        return [move.way.to for move in moves if move.way.to != RETURN]

    def _touched(self) -> set[str]:
        """The nodes whose moves may lead to other states than before."""
        old = self._walk.space.program.story.nodes[self._node]
        if old.effects == self._story.nodes[self._node].effects:
            return {self._node}
        if self.program.campaign.start == self._node:
            raise Wider
        into = (m.taking.node for m in self._moves.all if self._node in self._moves.after(m))
        return {self._node, *into}

    def _go(self, limits: Limits) -> bool:
        space, same = self.space, True
        for node in self._nodes:
            for state in space.by_node.get(node, ()):
                numbers, there = self._expand(self._walk.rooms[state], space.key[state])
                self._new[state] = (numbers, there)
                same = same and there == space.out[state] and self._alike(state, numbers)
        for i, room in enumerate(self._room_of):
            if i > limits.states or (i % 512 == 0 and limits.late(i)):
                self.limit = "states" if i > limits.states else "seconds"
                break
            self._new[len(space.out) + i] = self._expand(room, self.key[i])
        self._emitter.spilled.clear()
        return same

    def _alike(self, state: int, numbers: tuple[int, ...]) -> bool:
        """Whether the same results are taken; through which of their ways does not matter."""
        before = self.space.via[state]
        if before == numbers:
            return True
        now, then = self._moves.all, self._before.all
        return [(now[n].taking.order, now[n].taking.number) for n in numbers] == [
            (then[n].taking.order, then[n].taking.number) for n in before
        ]

    def _expand(self, room: Room, key: Key) -> tuple[tuple[int, ...], list[int]]:
        expand, goals = self._of(room)
        if expand is None:
            return (), []
        numbers, keys = expand(key)
        return numbers, [self._state(goals[n], k) for n, k in zip(numbers, keys, strict=True)]

    def _state(self, room: Room, key: Key) -> int:
        found = room.known.get(key)
        if found is None:
            found = self._fresh.get((room, key))
        if found is None:
            found = self._fresh[room, key] = len(self.space.out) + len(self.key)
            self.key.append(key)
            self._room_of.append(room)
        return found

    def _of(self, room: Room) -> tuple[Expand | None, dict[int, Room]]:
        """A room's function and where its moves lead, as they are now."""
        if room.node not in self._nodes:
            return room.expand, room.goals
        if room not in self._rooms:
            self._rooms[room] = self._made(room)
        return self._rooms[room]

    def _made(self, room: Room) -> tuple[Expand | None, dict[int, Room]]:
        node = room.node
        if node not in self._plain:
            self._plain[node] = self._emitter.expand(node)
        expand = self._plain[node]
        takings = self._moves.at[node]
        house = self._walk.house
        goals = {m.number: house.down(m.way, room.stack) for t in takings for m in t.moves}
        returns = any(m.way.to == RETURN and not m.way.scene for t in takings for m in t.moves)
        if expand is not None and returns:
            expand = returning(expand, self._moves, goals, self._arriving)
        return expand, goals

    def _arriving(self, move: int, node: str) -> Arrive:
        slots = self._live.following(self._moves.all[move])
        if (slots, node) not in self._arrivals:
            self._arrivals[slots, node] = self._emitter.arrive(slots, node)
        return self._arrivals[slots, node]

    def out(self, state: int) -> list[int]:
        """Where a state leads now."""
        changed = self._new.get(state)
        return changed[1] if changed is not None else self.space.out[state] or []

    @cached_property
    def reached(self) -> list[int]:
        """The states that are still reachable, the first one first."""
        old, new = self.space.out, self._new
        seen = bytearray(len(old) + len(self.key))
        seen[0] = 1
        waiting = [0]
        for state in waiting:
            changed = new.get(state)
            for following in (changed[1] if changed is not None else old[state]) or ():
                if not seen[following]:
                    seen[following] = 1
                    waiting.append(following)
        return waiting

    @cached_property
    def fresh(self) -> dict[str, list[int]]:
        """The reachable states that there were not before, by node."""
        found: dict[str, list[int]] = {}
        for state in self.reached:
            if self.is_new(state):
                found.setdefault(self.node_of(state), []).append(state)
        return found

    @cached_property
    def straight(self) -> bool:
        """Whether no node can be come to again, so that nothing loops."""
        names = {id: i for i, id in enumerate(self._moves.at)}
        out: list[list[int]] = [[] for _ in names]
        for move in self._moves.all:
            ahead = [names[id] for id in self._moves.after(move) if id in names]
            out[names[move.taking.node]] += ahead
        return not order_of(out).loops

    def strays(self, first: str, goal: Goal, exposed: bytearray) -> bool:
        """Whether some way from a node or an order now comes past a goal, to a stop.

        Only for what is `straight`, and where no way did before. A way that does must
        go by a changed transition; before that it is as it was.

        Args:
            first: A node or an order.
            goal: What all ways came to.
            exposed: The states before the change that lie between the two.
        """
        waiting = self._parting(first, goal, exposed)
        if waiting is None:
            return True
        seen = bytearray(len(self.space.out) + len(self.key))
        for state in waiting:
            known = not self.is_new(state) and exposed[state] and state not in self._new
            if seen[state] or known or self.node_of(state) == goal.node:
                continue
            seen[state] = 1
            there = self.out(state)
            if not there:
                return True
            for following, number in zip(there, self.via(state), strict=True):
                if goal.order is None or self._moves.all[number].taking.order != goal.order:
                    waiting.append(following)
        return False

    def _parting(self, first: str, goal: Goal, exposed: bytearray) -> list[int] | None:
        """Where changed transitions between two ends lead; None if they lead nowhere at all."""
        waiting: list[int] = []
        for state, (via, there) in self._new.items():
            between = not self.is_new(state) and bool(exposed[state])
            if between and not there:
                return None
            if self.is_new(state) and self.node_of(state) == first:
                waiting.append(state)
            for following, number in zip(there, via, strict=True):
                order = self._moves.all[number].taking.order
                onward = between and (goal.order is None or order != goal.order)
                if onward or (order is not None and order == first):
                    waiting.append(following)
        return waiting

    def reaches(self, first: str, goal: str) -> bool:
        """Whether some way leads from a node or choice to another."""
        if first == self.program.campaign.start and "." not in goal:
            return goal in self._nodes_reached
        if first not in self._ahead:
            self._ahead[first] = self._ahead_of(first)
        return goal in self._ahead[first]

    @cached_property
    def _nodes_reached(self) -> set[str]:
        node, count = self.space.node, len(self.space.out)
        old = {node[state] for state in self.reached if state < count}
        return old | self.fresh.keys()

    def _ahead_of(self, first: str) -> set[str]:
        """The nodes and orders that come behind a node or an order."""
        node, dot, _ = first.partition(".")
        starts = [state for state in self.reached if self.node_of(state) == node]
        if dot:
            starts = [
                following
                for state in starts
                for following, move in zip(self.out(state), self.via(state), strict=True)
                if self._moves.all[move].taking.order == first
            ]
        seen = bytearray(len(self.space.out) + len(self.key))
        moves: set[tuple[int, ...]] = set()
        nodes: set[str] = set()
        waiting = list(dict.fromkeys(starts))
        for state in waiting:
            seen[state] = 1
        for state in waiting:
            nodes.add(self.node_of(state))
            moves.add(self.via(state))
            for following in self.out(state):
                if not seen[following]:
                    seen[following] = 1
                    waiting.append(following)
        numbers = {number for via in moves for number in via}
        return nodes | {self._moves.all[number].taking.order or "" for number in numbers}

    def via(self, state: int) -> tuple[int, ...]:
        """The numbers of the moves out of a state."""
        changed = self._new.get(state)
        if changed is not None:
            return changed[0]
        return self.space.via[state] if state < len(self.space.via) else ()

    def is_new(self, state: int) -> bool:
        """Whether there was no such state before."""
        return state >= len(self.space.out)

    def node_of(self, state: int) -> str:
        """The node of a state."""
        count = len(self.space.out)
        return self.space.node[state] if state < count else self._room_of[state - count].node

    def key_of(self, state: int) -> Key:
        """The live slots of a state."""
        count = len(self.space.out)
        return self.space.key[state] if state < count else self.key[state - count]

    def as_space(self) -> Space:
        """The changed campaign's space, as a whole walk would give it, in another order."""
        reached = self.reached
        number = {state: i for i, state in enumerate(reached)}
        reads = self._walk.ground.reads
        found = Space(self.program, self._moves, reads, self._walk.live.at, limit=self.limit)
        found.node = [self.node_of(state) for state in reached]
        found.key = [self.key_of(state) for state in reached]
        found.come = [(-1, -1)] * len(reached)
        met = bytearray(len(reached))
        for i, state in enumerate(reached):
            via = self.via(state)
            there = [number[following] for following in self.out(state)]
            found.out.append(there)
            found.via.append(via)
            for following, move in zip(there, via, strict=True):
                if following and not met[following]:
                    met[following] = 1
                    found.come[following] = (i, move)
        return found
