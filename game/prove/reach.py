"""Ways through a space: from some states to others, and the orders they take."""

from __future__ import annotations

from typing import Callable, Mapping, NamedTuple

from game.prove.space import Space

Start = tuple[int, str | None]
"""How one came to where a way begins: to a state, and from there by an order, if by any."""

Starts = Mapping[int, Start]
"""States that a way may begin at, each with how one came there."""


class Goal(NamedTuple):
    """Where a way should lead: to a node or ending, or up to an order being given."""

    node: str | None = None
    order: str | None = None


def goal_of(id: str) -> Goal:
    """A goal by its id: a node, an ending or `node.choice`."""
    return Goal(order=id) if "." in id else Goal(node=id)


def starts_of(space: Space, id: str) -> dict[int, Start]:
    """The states of a node, or those that a choice leads to."""
    node, dot, _ = id.partition(".")
    states = space.by_node.get(node, ())
    if not dot:
        return {state: (state, None) for state in states}
    found: dict[int, Start] = {}
    numbers = {move.number for move in space.moves.all if move.taking.order == id}
    for state in states:
        for following, number in zip(space.out[state] or (), space.via[state], strict=True):
            if number in numbers and following not in found:
                found[following] = (state, id)
    return found


def told(space: Space, start: Start) -> list[str]:
    """The orders that a way begins with."""
    state, order = start
    return [*space.witness(state), order] if order else space.witness(state)


def way(
    space: Space,
    starts: Starts,
    ends: Callable[[int], bool],
    past: Goal | None = None,
    order: str | None = None,
) -> list[str] | None:
    """The shortest way from some states to others, with the orders before them.

    Args:
        space: The space, whole or not.
        starts: Where the way may begin.
        ends: Whether a way may end at a state.
        past: What the way may not come to.
        order: An order that ends the way too.

    Returns:
        The orders from the campaign's beginning, or None if there is no way.
    """
    past = past or Goal()
    come: dict[int, tuple[int, str | None] | None] = {
        state: None for state in starts if space.node[state] != past.node
    }
    waiting = list(come)
    for state in waiting:
        if ends(state):
            return _told(space, come, starts, state)
        for following, move in space.edges(state):
            given = move.taking.order
            if given is not None and given == order:
                return [*_told(space, come, starts, state), given]
            if following in come or space.node[following] == past.node:
                continue
            if given is None or given != past.order:
                come[following] = (state, given)
                waiting.append(following)
    return None


def _told(
    space: Space, come: Mapping[int, tuple[int, str | None] | None], starts: Starts, state: int
) -> list[str]:
    orders: list[str] = []
    while (before := come[state]) is not None:
        state, order = before
        if order:
            orders.append(order)
    return told(space, starts[state]) + orders[::-1]


def round_trip(space: Space, state: int) -> list[str]:
    """The orders that lead to a state of a loop and once round to it again."""
    starts: dict[int, Start] = {}
    for following, move in space.edges(state):
        starts.setdefault(following, (state, move.taking.order))
    return way(space, starts, lambda there: there == state) or space.witness(state)
