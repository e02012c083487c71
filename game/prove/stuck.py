"""Where a story does not come to an end: positions with no way on, and loops with no way out."""

from __future__ import annotations

from typing import NamedTuple

from game.prove.order import Order, leading_to
from game.prove.space import Space


class Trap(NamedTuple):
    """A loop without a way to any ending: its nodes, and the first of its states."""

    nodes: tuple[str, ...]
    state: int


def deadlocks(space: Space) -> list[int]:
    """States with no way on that are no endings; the first of each node."""
    found: dict[str, int] = {}
    for state, there in enumerate(space.out):
        if there is not None and not there and not space.is_ending(state):
            found.setdefault(space.node[state], state)
    return list(found.values())


def traps(space: Space, order: Order) -> list[Trap]:
    """Loops that lead out neither to an ending nor to a deadlock; one for each set of nodes."""
    if not order.loops:
        return []
    stops = [state for state, there in enumerate(space.out) if not there]
    saved = leading_to(space.out, stops)
    found: dict[tuple[str, ...], Trap] = {}
    for loop in order.loops:
        inside = set(loop)
        if loop[0] in saved or _leaves(space, inside):
            continue
        nodes = tuple(sorted({space.node[state] for state in loop}))
        state = min(loop)
        if nodes not in found or state < found[nodes].state:
            found[nodes] = Trap(nodes, state)
    return list(found.values())


def _leaves(space: Space, inside: set[int]) -> bool:
    return any(following not in inside for state in inside for following in space.out[state] or ())
