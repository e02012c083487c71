"""A few playthroughs that together show every passage that can be shown at all."""

from __future__ import annotations

from typing import Iterable, Mapping, NamedTuple, Sequence

from game.prove.moves import Taking
from game.prove.order import Order
from game.prove.places import Turn, key_of, outcome_turns, page_turns
from game.prove.reach import way
from game.prove.space import Space

Keys = frozenset[str]


class Showing(NamedTuple):
    """One playthrough of a cover.

    Attributes:
        orders: Its choices, as `node.choice`.
        new: The passages that it shows and none before it did.
    """

    orders: list[str]
    new: Keys


class Shown:
    """What each state and each transition shows."""

    def __init__(self, space: Space) -> None:
        self._space = space
        self._pages: dict[str, list[Turn]] = {}
        self._outcomes: dict[Taking, list[Turn]] = {}
        self.page: list[Keys] = [self._page(state) for state in range(len(space.out))]

    def _page(self, state: int) -> Keys:
        id, story = self._space.node[state], self._space.program.story
        if id not in self._pages:
            turns = page_turns(story.nodes.get(id) or story.endings[id])
            self._pages[id] = [turn for turn in turns if turn.passages]
        return self._keys(self._pages[id], state)

    def after(self, state: int, taking: Taking) -> Keys:
        """What a move out of a state shows: the order itself, its result and its outcome."""
        if taking not in self._outcomes:
            self._outcomes[taking] = list(outcome_turns(taking))
        own = {key_of(taking)} if taking.choice or taking.falls else set()
        return self._keys(self._outcomes[taking], state) | own

    def _keys(self, turns: Iterable[Turn], state: int) -> Keys:
        found: set[str] = set()
        for turn in turns:
            for key, condition in turn.items:
                if condition is None or self._holds(condition, state):
                    found.add(key)
                    break
        return frozenset(found)

    def _holds(self, condition: str, state: int) -> bool:
        return bool(self._space.program.value(condition, self._space.full(state)))


def cover(space: Space, order: Order) -> list[Showing]:
    """Playthroughs that show everything; each is picked for how much it adds."""
    shown = Shown(space)
    left: set[str] = set().union(*shown.page)
    for state in range(len(space.out)):
        for _, move in space.edges(state):
            left |= shown.after(state, move.taking)
    found: list[Showing] = []
    while left:
        states, takings = _richest(space, order, shown, left)
        seen: set[str] = set()
        for state, taking in zip(states, [*takings, None], strict=True):
            seen |= shown.page[state] | (shown.after(state, taking) if taking else frozenset())
        new = frozenset(seen & left)
        if not new:
            break
        left -= new
        found.append(Showing([t.order for t in takings if t.order], new))
    return found


Path = tuple[list[int], list[Taking]]
"""States passed, and what was taken between them."""


def _richest(space: Space, order: Order, shown: Shown, left: set[str]) -> Path:
    """A whole playthrough that shows much of what is left."""
    if order.loops:
        return _to_something(space, shown, left)
    worth = [0] * len(space.out)
    best: dict[int, tuple[int, Taking]] = {}
    for state in reversed(order.states):
        for following, move in space.edges(state):
            gain = len(shown.after(state, move.taking) & left) + worth[following]
            if state not in best or gain > worth[state]:
                worth[state], best[state] = gain, (following, move.taking)
        worth[state] += len(shown.page[state] & left)
    return _along(best)


def _along(best: Mapping[int, tuple[int, Taking]]) -> Path:
    states: list[int] = [0]
    takings: list[Taking] = []
    while states[-1] in best:
        following, taking = best[states[-1]]
        states.append(following)
        takings.append(taking)
    return states, takings


def _to_something(space: Space, shown: Shown, left: set[str]) -> Path:
    """Where one can go round: to the first thing that is left, and on to the nearest ending."""
    for state in range(len(space.out)):
        if shown.page[state] & left:
            return _retraced(space, _onward(space, {state: space.witness(state)}))
        for following, move in space.edges(state):
            if shown.after(state, move.taking) & left:
                given = [move.taking.order] if move.taking.order else []
                return _retraced(space, _onward(space, {following: space.witness(state) + given}))
    return [0], []


def _onward(space: Space, start: Mapping[int, list[str]]) -> list[str]:
    ((_, orders),) = start.items()
    return way(space, start, space.is_ending) or orders


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
