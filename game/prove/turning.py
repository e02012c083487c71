"""Where paths join, and where they part for good: the choices that rule an ending out."""

from __future__ import annotations

from typing import NamedTuple

from game.prove.order import Order
from game.prove.space import Space


class Join(NamedTuple):
    """A node or ending that is come to in several ways: by these choices and from these pages."""

    node: str
    sources: tuple[str, ...]


class NoReturn(NamedTuple):
    """A choice after which an ending that was in reach no longer is.

    Attributes:
        always: Whether that is so in every state with the ending still in reach,
            and not only in some.
    """

    ending: str
    order: str
    always: bool


def joins(space: Space) -> list[Join]:
    """Where paths join, in the order the nodes are come to."""
    sources: dict[str, dict[str, None]] = {}
    for state, node in enumerate(space.node):
        for following, move in space.edges(state):
            came = sources.setdefault(space.node[following], {})
            came[move.taking.order or node] = None
    found = [Join(id, tuple(sources.get(id, ()))) for id in space.by_node]
    return [join for join in found if len(join.sources) > 1]


def points_of_no_return(space: Space, order: Order) -> list[NoReturn]:
    """For each ending the choices that rule it out, in the order they are come to."""
    hopes, ids = _hopes(space, order)
    lost: dict[str, int] = {}
    kept: dict[str, int] = {}
    for state in range(len(space.out)):
        for following, move in space.edges(state):
            given = move.taking.order
            if given is not None:
                lost[given] = lost.get(given, 0) | hopes[state] & ~hopes[following]
                kept[given] = kept.get(given, 0) | hopes[state] & hopes[following]
    return [
        NoReturn(id, given, not kept[given] >> i & 1)
        for i, id in enumerate(ids)
        for given, endings in lost.items()
        if endings >> i & 1
    ]


def _hopes(space: Space, order: Order) -> tuple[list[int], list[str]]:
    """The endings in reach of each state, one bit each, and which bit is whose."""
    ids = [id for id in space.program.story.endings if id in space.by_node]
    bit = {id: 1 << i for i, id in enumerate(ids)}
    hopes = [bit.get(node, 0) for node in space.node]
    for component in reversed(order.components or [[state] for state in order.states]):
        found = 0
        for state in component:
            found |= hopes[state]
            for following in space.out[state] or ():
                found |= hopes[following]
        for state in component:
            hopes[state] = found
    return hopes, ids
