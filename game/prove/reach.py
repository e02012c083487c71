"""Ways through a space: from some states to others, and the orders they take."""

from __future__ import annotations

from typing import Callable, Iterable

from game.prove.space import Space


def way(
    space: Space,
    starts: Iterable[int],
    is_goal: Callable[[int], bool],
    avoid: Callable[[int], bool] = lambda _state: False,
) -> tuple[int, list[str], int] | None:
    """The shortest way to a goal.

    Args:
        space: The space, whole or not.
        starts: Where the way may begin.
        is_goal: Whether a state is where it should lead.
        avoid: States that it may not pass.

    Returns:
        Where it begins, its orders and where it ends; None if there is none.
    """
    come: dict[int, tuple[int, str | None] | None] = {s: None for s in starts if not avoid(s)}
    level = list(come)
    while level:
        level, decisions = [], level
        for state in decisions:
            if is_goal(state):
                return _told(come, state)
            for following, move in space.edges(state):
                if following not in come and not avoid(following):
                    come[following] = (state, move.taking.order)
                    level.append(following)
    return None


def _told(
    come: dict[int, tuple[int, str | None] | None], goal: int
) -> tuple[int, list[str], int]:
    orders: list[str] = []
    state = goal
    while (before := come[state]) is not None:
        state, order = before
        if order:
            orders.append(order)
    return state, orders[::-1], goal


def around(space: Space, state: int) -> list[str]:
    """The orders of the shortest way from a state round to itself; empty if there is none."""
    for following, move in space.edges(state):
        found = way(space, [following], lambda there: there == state)
        if found is not None:
            return [*([move.taking.order] if move.taking.order else []), *found[1]]
    return []
