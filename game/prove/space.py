"""The reachable states of a campaign, and how each was come to."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import Callable, Iterator, Sequence

from game.engine import Program
from game.engine.position import State
from game.prove.emit import Key
from game.prove.moves import Move, Moves
from game.prove.reads import Reads, Slots

Stack = tuple[str, ...]
"""The nodes that follow the scenes under way, the innermost last."""


@dataclass(eq=False)
class Space:
    """A campaign's states as a graph; a state is named by its number.

    Attributes:
        node: The node of each state.
        key: The live slots of each state.
        live: For each node, which slots its keys hold.
        out: The states that each state leads to; None where the walk has not been.
        via: The number of the move to each of them.
        come: How each state was come to first: from which state, by which move.
            The first state has -1 for both.
        spilled: Overflows: the state, the move out of it, and the variable.
        limit: The limit that stopped the walk, `states` or `seconds`, or None.
    """

    program: Program
    moves: Moves
    reads: Reads
    live: dict[str, int]
    node: list[str] = field(default_factory=list)
    key: list[Key] = field(default_factory=list)
    out: list[list[int] | None] = field(default_factory=list)
    via: list[tuple[int, ...]] = field(default_factory=list)
    come: list[tuple[int, int]] = field(default_factory=list)
    spilled: list[tuple[int, int, str]] = field(default_factory=list)
    limit: str | None = None

    @property
    def whole(self) -> bool:
        """Whether every reachable state is in it."""
        return self.limit is None

    def edges(self, state: int) -> Iterator[tuple[int, Move]]:
        """The states that a state leads to, with the moves."""
        for there, move in zip(self.out[state] or (), self.via[state], strict=True):
            yield there, self.moves.all[move]

    def witness(self, state: int) -> list[str]:
        """The shortest orders that lead to a state, as `node.choice`."""
        orders: list[str] = []
        while state >= 0:
            state, move = self.come[state]
            order = self.moves.all[move].taking.order if move >= 0 else None
            if order:
                orders.append(order)
        return orders[::-1]

    @cached_property
    def depth(self) -> list[int]:
        """The fewest orders that lead to each state."""
        given = [int(move.taking.choice is not None) for move in self.moves.all]
        found: list[int] = []
        for before, move in self.come:
            found.append(found[before] + given[move] if before >= 0 else 0)
        return found

    def full(self, state: int) -> State:
        """The state as the engine has it; what is not live stands as it began."""
        return self.filled(self.node[state], self.key[state])

    def filled(self, node: str, key: Key) -> State:
        """A node's live slots as a state; what is not live stands as it began."""
        live = self.reads.among(self.live[node])
        if len(live) == len(self.reads.names):
            return key
        values = list(self.program.first_state)
        for slot, value in zip(live, key, strict=True):
            values[slot] = value
        return tuple(values)

    def is_ending(self, state: int) -> bool:
        """Whether the story stops there, as it should."""
        return self.node[state] in self.program.story.endings

    @cached_property
    def by_node(self) -> dict[str, list[int]]:
        """The states of each node that is come to."""
        found: dict[str, list[int]] = {}
        for state, node in enumerate(self.node):
            found.setdefault(node, []).append(state)
        return found

    def unlike(self, node: str, states: Sequence[int], slots: Slots) -> list[int]:
        """Some states of a node, but only the first of those that are alike in these slots."""
        seen = self.seen(node, slots)
        firsts = {seen(self.key[state]): state for state in reversed(states)}
        return sorted(firsts.values())

    def seen(self, node: str, slots: Slots) -> Callable[[Key], object]:
        """What these slots hold in a node's states, as a function of their keys."""
        live = self.reads.among(self.live[node])
        places = [place for place, slot in enumerate(live) if slots >> slot & 1]
        return itemgetter(*places) if places else lambda _key: None
