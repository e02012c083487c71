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


class Counts(NamedTuple):
    """What playthroughs come to.

    Attributes:
        ways: How many lists of choices lead to each state; None where there is no
            end of them.
        chances: None where loops are too large to be solved.
    """

    ways: Sequence[int | None]
    chances: Chances | None


def counts(space: Space, order: Order) -> Counts:
    """The ways to every state, and its chances."""
    if order.loops:
        return Counts(_ways_with_loops(space, order), _chances_with_loops(space, order))
    whole: int = lcm(*{len(there) for there in space.out if there}) ** order.longest
    if whole.bit_length() > LARGEST:
        ways, _ = _straight(space, order, 0)
        return Counts(ways, Chances(_with_loops(space, order, 1.0)))
    ways, parts = _straight(space, order, whole)
    return Counts(ways, Chances(parts, whole))


def _straight(space: Space, order: Order, whole: int) -> tuple[list[int], list[int]]:
    """Ways, and parts of a whole that every branching on the way divides without rest."""
    ways, parts, out = [0] * len(space.out), [0] * len(space.out), space.out
    ways[0], parts[0] = 1, whole
    for state in order.states:
        there = out[state]
        if there:
            way, part = ways[state], parts[state] // len(there)
            for following in there:
                ways[following] += way
                parts[following] += part
    return ways, parts


def _ways_with_loops(space: Space, order: Order) -> list[int | None]:
    ways: list[int | None] = [0] * len(space.out)
    ways[0] = 1
    looping = {loop[0] for loop in order.loops}
    for component in order.components:
        if component[0] in looping:
            for state in component:
                ways[state] = None
        for state in component:
            here = ways[state]
            for following in space.out[state] or ():
                had = ways[following]
                ways[following] = None if had is None or here is None else had + here
    return ways


def _chances_with_loops(space: Space, order: Order) -> Chances | None:
    for one in (Fraction(1), 1.0):
        try:
            return Chances(_with_loops(space, order, one))
        except TooLarge:
            continue
    return None


def _with_loops(space: Space, order: Order, one: Fraction | float) -> list[Fraction | float]:
    """Component by component; inside a loop the visits are solved for."""
    parts: list[Fraction | float] = [one * 0] * len(space.out)
    parts[0] = one
    looping = {loop[0] for loop in order.loops}
    for component in order.components or [[state] for state in order.states]:
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
