"""A few playthroughs that together show every passage that can be shown at all."""

from __future__ import annotations

from typing import NamedTuple, Sequence

from game.prove.moves import Taking
from game.prove.order import Order
from game.prove.reach import Starts, told, way
from game.prove.shown import Keys, Shown
from game.prove.space import Space


class Showing(NamedTuple):
    """One playthrough of a cover.

    Attributes:
        orders: Its choices, as `node.choice`.
        new: The passages that it shows and none before it did.
    """

    orders: list[str]
    new: Keys


class Forks:
    """The states of a space without loops, with those put together that nobody can tell apart.

    A state with one way on stands for the fork that it leads to, and forks are the
    same if their ways show the same and lead to the same. So few are left, and
    the playthrough that shows most is found on them.

    Attributes:
        at: The fork that each state comes to.
        ways: For each fork what is shown on each way up to the next one, and which
            that is; it comes before in the list.
    """

    def __init__(self, order: Order, shown: Shown) -> None:
        self.at = [0] * len(shown.page)
        self.ways: list[tuple[tuple[int, int], ...]] = []
        known: dict[tuple[tuple[int, int], ...], int] = {}
        upto = list(shown.page)
        for state in reversed(order.states):
            edges = shown.edges[state]
            if len(edges) == 1:
                ((following, _, bits),) = edges
                self.at[state] = self.at[following]
                upto[state] |= bits | upto[following]
                continue
            ways = tuple([(bits | upto[to], self.at[to]) for to, _, bits in edges])
            fork = self.at[state] = known.setdefault(ways, len(known))
            if fork == len(self.ways):
                self.ways.append(ways)
        self._different = {bits for ways in self.ways for bits, _ in ways}

    def richest(self, left: int) -> list[int]:
        """Which way to take at each fork, to be shown much of what is left."""
        gains = {bits: (bits & left).bit_count() for bits in self._different}
        worth: list[int] = []
        best: list[int] = []
        for ways in self.ways:
            values = [gains[bits] + worth[fork] for bits, fork in ways]
            most = max(values, default=0)
            worth.append(most)
            best.append(values.index(most) if values else 0)
        return best


def cover(space: Space, order: Order) -> list[Showing]:
    """Playthroughs that show everything; each is picked for how much it adds."""
    shown = Shown(space)
    forks = None if order.loops else Forks(order, shown)
    left = shown.everything()
    found: list[Showing] = []
    while left:
        if forks is None:
            states, takings = _to_something(space, shown, left)
        else:
            states, takings = _along(shown, forks, forks.richest(left))
        seen = shown.page[states[-1]]
        for state, following, taking in zip(states, states[1:], takings, strict=False):
            seen |= shown.page[state] | _along_edge(shown, state, following, taking)
        new = seen & left
        if not new:
            break
        left &= ~new
        found.append(Showing([t.order for t in takings if t.order], shown.keys(new)))
    return found


def _along_edge(shown: Shown, state: int, following: int, taking: Taking) -> int:
    edges = shown.edges[state]
    return next(bits for to, move, bits in edges if to == following and move is taking)


Path = tuple[list[int], list[Taking]]
"""States passed, and what was taken between them."""


def _along(shown: Shown, forks: Forks, best: Sequence[int]) -> Path:
    """The playthrough that takes the best way at each fork."""
    states: list[int] = [0]
    takings: list[Taking] = []
    while edges := shown.edges[states[-1]]:
        way_on = best[forks.at[states[-1]]] if len(edges) > 1 else 0
        following, taking, _ = edges[way_on]
        states.append(following)
        takings.append(taking)
    return states, takings


def _to_something(space: Space, shown: Shown, left: int) -> Path:
    """Where one can go round: to the first thing that is left, and on to the nearest ending."""
    for state in range(len(space.out)):
        if shown.page[state] & left:
            return _retraced(space, _onward(space, {state: (state, None)}))
        for following, taking, bits in shown.edges[state]:
            if bits & left:
                return _retraced(space, _onward(space, {following: (state, taking.order)}))
    return [0], []


def _onward(space: Space, starts: Starts) -> list[str]:
    ((_, start),) = starts.items()
    return way(space, starts, space.is_ending) or told(space, start)


def _retraced(space: Space, orders: Sequence[str]) -> Path:
    """The states that a list of orders passes."""
    states: list[int] = [0]
    takings: list[Taking] = []
    waiting = list(orders)
    while True:
        for following, move in space.edges(states[-1]):
            order = move.taking.order
            if order is None or (waiting and order == waiting[0]):
                waiting = waiting[1:] if order else waiting
                states.append(following)
                takings.append(move.taking)
                break
        else:
            return states, takings
