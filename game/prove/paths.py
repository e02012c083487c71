"""All asserts about ways, answered in one walk back over the states of a story without loops."""

from __future__ import annotations

from typing import Iterable, Sequence

from game.model import Assertion
from game.prove.order import Order
from game.prove.reach import Goal, goal_of, starts_of
from game.prove.space import Space


class Paths:
    """What `reachable` and `leads` ask about, one bit each of a whole number a state.

    The bit of a `reachable` says that some way leads from the state to its goal,
    that of a `leads` that some way from there stops short of it.

    Args:
        space: The states.
        order: Their order. Nothing loops.
        asserts: What is asked.
    """

    def __init__(self, space: Space, order: Order, asserts: Sequence[Assertion]) -> None:
        self._space = space
        self._bit = {wanted.id: 1 << i for i, wanted in enumerate(asserts)}
        self._goals = {wanted.id: goal_of(wanted.of[1]) for wanted in asserts}
        self._found = self._over(order, asserts)
        self._starts = {wanted.of[0] for wanted in asserts if wanted.kind == "reachable"}
        self._passed: list[int] = []

    def _over(self, order: Order, asserts: Sequence[Assertion]) -> list[int]:
        space, goals = self._space, self._goals
        sure = [wanted for wanted in asserts if wanted.kind == "reachable"]
        short = [wanted for wanted in asserts if wanted.kind == "leads"]
        every = self._bits(short)
        won = _by((goals[a.id].node, self._bit[a.id]) for a in sure)
        met = _by((goals[a.id].node, self._bit[a.id]) for a in short)
        given = _by((goals[a.id].order, self._bit[a.id]) for a in sure)
        kept = _by((goals[a.id].order, self._bit[a.id]) for a in short)
        orders = [move.taking.order or "" for move in space.moves.all]
        gains = [given.get(order, 0) for order in orders]
        losses = [kept.get(order, 0) for order in orders]
        busy = [bool(gain or loss) for gain, loss in zip(gains, losses, strict=True)]
        found = [0] * len(space.out)
        for state in reversed(order.states):
            there, bits = space.out[state], 0
            if there:
                for following, move in zip(there, space.via[state], strict=True):
                    if busy[move]:
                        bits |= found[following] & ~losses[move] | gains[move]
                    else:
                        bits |= found[following]
            elif there is not None:
                bits = every
            node = space.node[state]
            found[state] = bits & ~met.get(node, 0) | won.get(node, 0)
        return found

    def _bits(self, asserts: Iterable[Assertion]) -> int:
        return sum(self._bit[wanted.id] for wanted in asserts)

    def some(self, wanted: Assertion) -> bool:
        """Whether there is such a way from where the assert begins."""
        bit = self._bit[wanted.id]
        return any(self._found[state] & bit for state in starts_of(self._space, wanted.of[0]))

    def shown(self, wanted: Assertion) -> list[str] | None:
        """Orders that pass where a `reachable` begins and come to its goal.

        They are looked for among the ways by which each state was come to first;
        None if none of those is one.
        """
        goal, space = self._goals[wanted.id], self._space
        bit = self._begun().get(wanted.of[0], 0)
        states = [s for s in self._ends(goal) if self._passed[s] & bit]
        if not states:
            return None
        witness = space.witness(min(states, key=space.depth.__getitem__))
        return witness if goal.order is None else [*witness, goal.order]

    def _ends(self, goal: Goal) -> Iterable[int]:
        """The states of a goal, or those where its order can be given."""
        if goal.order is None:
            return self._space.by_node.get(goal.node or "", ())
        numbers = {m.number for m in self._space.moves.all if m.taking.order == goal.order}
        states = self._space.by_node.get(goal.order.partition(".")[0], ())
        return [s for s in states if not numbers.isdisjoint(self._space.via[s])]

    def _begun(self) -> dict[str, int]:
        """A bit for each place where a `reachable` begins; fills in which ways passed it."""
        bits = {id: 1 << i for i, id in enumerate(sorted(self._starts))}
        if not self._passed:
            space = self._space
            moves = [bits.get(move.taking.order or "", 0) for move in space.moves.all]
            passed = self._passed = [0] * len(space.out)
            for state, (before, move) in enumerate(space.come):
                had = passed[before] | moves[move] if before >= 0 else 0
                passed[state] = had | bits.get(space.node[state], 0)
        return bits


def _by(pairs: Iterable[tuple[str | None, int]]) -> dict[str, int]:
    """Bits gathered by what they belong to."""
    found: dict[str, int] = {}
    for key, bit in pairs:
        if key is not None:
            found[key] = found.get(key, 0) | bit
    return found
