"""How many ways lead to each state, and how likely it is that one comes there.

Exact: ways are whole numbers of any size, chances are fractions. A player picks
among the enabled choices with equal chances.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import Container, Iterable, NamedTuple, Sequence

from game.prove.order import Order
from game.prove.solve import TooLarge, visits_exact, visits_near
from game.prove.space import Space

LARGEST = 20_000
"""Bits of a denominator up to which chances are exact."""


class Chances(NamedTuple):
    """How often a random playthrough comes to each state.

    Outside loops that is the chance to come there at all.

    Attributes:
        parts: For each state a whole number or fraction, or a floating-point
            number where exact ones would grow too long.
        whole: What the parts are parts of.
    """

    parts: Sequence[int | Fraction | float]
    whole: int = 1

    def of(self, states: Iterable[int]) -> Fraction | float:
        """The chances of some states together."""
        total = sum(self.parts[state] for state in states)
        return total if isinstance(total, float) else Fraction(total) / self.whole


def ways_to(space: Space, order: Order) -> list[int | None]:
    """How many lists of choices lead to each state; None where there is no end of them."""
    ways: list[int | None] = [0] * len(space.out)
    ways[0] = 1
    looping = {state for loop in order.loops for state in loop}
    for component in order.components:
        if component[0] in looping:
            for state in component:
                ways[state] = None
        for state in component:
            _pass_on(ways, ways[state], space.out[state] or ())
    return ways


def _pass_on(ways: list[int | None], count: int | None, there: Sequence[int]) -> None:
    if count is None:
        for following in there:
            ways[following] = None
        return
    for following in there:
        had = ways[following]
        if had is not None:
            ways[following] = had + count


def chances(space: Space, order: Order) -> Chances | None:
    """The chances of every state; None where loops are too large to be solved."""
    for one in (Fraction(1), 1.0) if order.loops else ():
        try:
            return Chances(_with_loops(space, order, one))
        except TooLarge:
            continue
    if order.loops:
        return None
    whole: int = lcm(*{len(there) for there in space.out if there}) ** _longest(space, order)
    if whole.bit_length() > LARGEST:
        return Chances(_with_loops(space, order, 1.0))
    return Chances(_whole(space, order, whole), whole)


def _longest(space: Space, order: Order) -> int:
    """The most moves with more than one way that a playthrough can make."""
    length = [0] * len(space.out)
    out = space.out
    for state in order.states:
        there = out[state] or ()
        far = length[state] + (len(there) > 1)
        for following in there:
            if far > length[following]:
                length[following] = far
    return max(length)


def _whole(space: Space, order: Order, whole: int) -> list[int]:
    """Parts of a whole that every branching on the way divides without rest."""
    parts = [0] * len(space.out)
    parts[0] = whole
    out = space.out
    for state in order.states:
        there = out[state]
        if there:
            part = parts[state] // len(there)
            for following in there:
                parts[following] += part
    return parts


def _with_loops(space: Space, order: Order, one: Fraction | float) -> list[Fraction | float]:
    """Component by component; inside a loop the visits are solved for."""
    parts: list[Fraction | float] = [one * 0] * len(space.out)
    parts[0] = one
    looping = {loop[0] for loop in order.loops}
    for component in order.components:
        if component[0] in looping:
            _go_round(space, component, parts)
        inside = set(component) if component[0] in looping else ()
        for state in component:
            _share(parts, state, space.out[state] or (), inside)
    return parts


def _share(
    parts: list[Fraction | float], state: int, there: Sequence[int], inside: Container[int]
) -> None:
    for following in there:
        if following not in inside:
            parts[following] += parts[state] / len(there)
            if _long(parts[following]):
                raise TooLarge


def _long(part: Fraction | float) -> bool:
    return isinstance(part, Fraction) and part.denominator.bit_length() > LARGEST


def _go_round(space: Space, component: list[int], parts: list[Fraction | float]) -> None:
    out = {state: space.out[state] or () for state in component}
    if all(following in out for there in out.values() for following in there):
        return  # no way out: whoever comes in is never seen again
    first = {state: parts[state] for state in component}
    exact = {state: part for state, part in first.items() if isinstance(part, Fraction)}
    if len(exact) == len(first):
        parts_now: dict[int, Fraction] | dict[int, float] = visits_exact(out, exact, LARGEST)
    else:
        parts_now = visits_near(out, {state: float(part) for state, part in first.items()})
    for state, part in parts_now.items():
        parts[state] = part
