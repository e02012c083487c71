"""How often each choice is met and taken, and what the endings' chances are once it was.

Exact wherever the chances of the states are. A choice that can come again
counts from the first time it is taken.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Iterable, Mapping, NamedTuple, Protocol

from game.prove.chances import Chances, chances_of, whole_of
from game.prove.order import Order, Out, order_of
from game.prove.space import Space

Chance = Fraction | float
Part = int | Fraction | float

WORK = 20_000_000
"""States times choices up to which chances behind choices are worked out in a story with loops."""


class Taken(NamedTuple):
    """How it goes with one choice over random playthroughs.

    Attributes:
        order: The choice, as `node.choice`.
        offered: How likely it is that one could take it at all.
        taken: How likely it is that one takes it.
        endings: How likely each ending is once it was taken; None where that
            could not be worked out.
    """

    order: str
    offered: Chance
    taken: Chance
    endings: Mapping[str, Chance] | None


class _Begun(NamedTuple):
    """How likely one is at each of some states, as parts of a whole."""

    first: Mapping[int, Part]
    whole: int

    def of(self, states: Iterable[int]) -> Chance:
        total = sum(self.first[state] for state in states)
        return total if isinstance(total, float) else Fraction(total) / self.whole


class Odds:
    """Chances of a campaign that was walked whole.

    Attributes:
        endings: How likely each ending is over all random playthroughs.

    Raises:
        ValueError: if loops are too large to be solved.
    """

    def __init__(self, space: Space, order: Order) -> None:
        self._space = space
        shares = chances_of(space.out, order)
        if shares is None:
            raise ValueError
        self._shares = shares
        self._again = _coming_again(space)
        self._onward = _onward(space, order)
        self.endings: dict[str, Chance] = {
            id: shares.of(space.by_node[id])
            for id in space.program.story.endings
            if id in space.by_node
        }

    @property
    def exact(self) -> bool:
        """Whether the chances are fractions, and not floating-point numbers."""
        return not any(isinstance(chance, float) for chance in self.endings.values())

    def met(self, node: str) -> Chance:
        """How likely it is that a random playthrough comes to a node."""
        states = self._space.by_node.get(node, [])
        if node not in self._again:
            return self._shares.of(states)
        return self._at_first(self._cut(set(states)), states)

    def taken(self, order: str) -> Taken:
        """How it goes with one choice."""
        node = order.partition(".")[0]
        states = [s for s in self._space.by_node.get(node, ()) if self._offers(s, order)]
        offered = self._shares.of(states)
        if node in self._again:
            offered = self._at_first(self._cut(set(states)), states)
        behind = self._behind(order, states)
        chance = behind.of(behind.first)
        endings = None
        if chance and self._onward is not None:
            after = self._onward.endings(behind)
            endings = {id: part / chance for id, part in after.items()} if after else None
        return Taken(order, offered, chance, endings)

    def _offers(self, state: int, order: str) -> bool:
        return any(move.taking.order == order for _, move in self._space.edges(state))

    def _behind(self, order: str, states: list[int]) -> _Begun:
        """How likely each state is the one that the choice leads to, the first time."""
        if order.partition(".")[0] in self._again:
            out, fresh = self._redirected(order, states)
            shares = _solved(out)
            return _Begun({s: shares.parts[new] for s, new in fresh.items()}, shares.whole)
        found: dict[int, Part] = {}
        for state in states:
            share, ways = self._shares.parts[state], len(self._space.via[state])
            part = share // ways if isinstance(share, int) else share / ways
            for following, move in self._space.edges(state):
                if move.taking.order == order:
                    found[following] = found.get(following, 0) + part
        return _Begun(found, self._shares.whole)

    def _redirected(self, order: str, states: list[int]) -> tuple[Out, dict[int, int]]:
        """The graph with the choice leading nowhere: to a new state for each one it led to."""
        out, fresh = list(self._space.out), dict[int, int]()
        for state in states:
            there = []
            for following, move in self._space.edges(state):
                if move.taking.order == order:
                    following = fresh.setdefault(following, len(out) + len(fresh))
                there.append(following)
            out[state] = there
        return [*out, *([] for _ in fresh)], fresh

    def _cut(self, states: set[int]) -> Out:
        return [[] if state in states else there for state, there in enumerate(self._space.out)]

    def _at_first(self, out: Out, states: list[int]) -> Chance:
        return _solved(out).of(states)


def _solved(out: Out) -> Chances:
    shares = chances_of(out, order_of(out))
    if shares is None:
        raise ValueError
    return shares


def _coming_again(space: Space) -> set[str]:
    """Nodes that one might come to twice, going by nodes alone."""
    names = list(space.by_node)
    number = {id: i for i, id in enumerate(names)}
    there: list[set[int]] = [set() for _ in names]
    for state, ahead in enumerate(space.out):
        there[number[space.node[state]]].update(number[space.node[s]] for s in ahead or ())
    return {names[i] for loop in order_of([list(ids) for ids in there]).loops for i in loop}


class _Onward(Protocol):
    """What the endings' chances are from some states on."""

    def endings(self, begun: _Begun) -> dict[str, Chance] | None:
        """How likely each ending is, if one begins so likely at each of the states."""


def _onward(space: Space, order: Order) -> _Onward | None:
    whole = None if order.loops else whole_of(space.out, order)
    if whole is not None:
        return _Straight(space, order, whole)
    choices = sum(len(space.program.story.nodes[id].choices) for id in _decisions(space))
    return _Round(space, order) if choices * len(space.out) <= WORK else None


def _decisions(space: Space) -> list[str]:
    return [id for id in space.by_node if id in space.program.story.nodes]


class _Straight:
    """Worked back from the endings. One whole number holds all endings' parts, a field each."""

    def __init__(self, space: Space, order: Order, whole: int) -> None:
        self._ids = [id for id in space.program.story.endings if id in space.by_node]
        self._whole, self._wide = whole, 2 * whole.bit_length() + 1
        own = {id: whole << i * self._wide for i, id in enumerate(self._ids)}
        self._parts = [0] * len(space.out)
        for state in reversed(order.states):
            there = space.out[state]
            if there:
                self._parts[state] = sum(self._parts[s] for s in there) // len(there)
            else:
                self._parts[state] = own.get(space.node[state], 0)

    def endings(self, begun: _Begun) -> dict[str, Chance] | None:
        whole = self._whole * begun.whole
        total = sum(self._parts[state] * int(part) for state, part in begun.first.items())
        mask = (1 << self._wide) - 1
        fields = ((total >> i * self._wide) & mask for i in range(len(self._ids)))
        return {id: Fraction(field, whole) for id, field in zip(self._ids, fields, strict=True)}


class _Round:
    """Walked on from the states, for stories with loops."""

    def __init__(self, space: Space, order: Order) -> None:
        self._space, self._order = space, order

    def endings(self, begun: _Begun) -> dict[str, Chance] | None:
        first = {state: Fraction(part) / begun.whole for state, part in begun.first.items()}
        shares = chances_of(self._space.out, self._order, first)
        if shares is None:
            return None
        by_node = self._space.by_node
        return {
            id: shares.of(by_node[id]) for id in self._space.program.story.endings if id in by_node
        }
