"""How many ways lead to each state, and how likely it is that one comes there.

Exact: ways are whole numbers of any size, chances are fractions. A player picks
among the enabled choices with equal chances.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import Container, Iterable, Mapping, NamedTuple, Sequence

from game.prove.order import Order, Out
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
        return Counts(_ways_with_loops(space.out, order), _chances_with_loops(space.out, order))
    whole = whole_of(space.out, order)
    if whole is None:
        ways, _ = _straight(space.out, order, 0)
        return Counts(ways, Chances(_with_loops(space.out, order, 1.0)))
    ways, parts = _straight(space.out, order, whole)
    return Counts(ways, Chances(parts, whole))


def chances_of(
    out: Out, order: Order, begun: Mapping[int, Fraction] | None = None
) -> Chances | None:
    """The chances of the states of any graph.

    Args:
        out: The graph.
        order: Its order.
        begun: How likely a playthrough begins at each state; without it, at the first.

    Returns:
        None where loops are too large to be solved.
    """
    whole = None if order.loops or begun is not None else whole_of(out, order)
    if whole is not None:
        return Chances(_straight(out, order, whole)[1], whole)
    return _chances_with_loops(out, order, begun)


def whole_of(out: Out, order: Order) -> int | None:
    """A number that the branchings of every way divide without rest; None if it is too long."""
    whole: int = lcm(*{len(there) for there in out if there}) ** order.longest
    return None if whole.bit_length() > LARGEST else whole


def _straight(out: Out, order: Order, whole: int) -> tuple[list[int], list[int]]:
    """Ways, and parts of a whole that every branching on the way divides without rest."""
    ways, parts = [0] * len(out), [0] * len(out)
    ways[0], parts[0] = 1, whole
    for state in order.states:
        there = out[state]
        if there:
            way, part = ways[state], parts[state] // len(there)
            for following in there:
                ways[following] += way
                parts[following] += part
    return ways, parts


def _ways_with_loops(out: Out, order: Order) -> list[int | None]:
    ways: list[int | None] = [0] * len(out)
    ways[0] = 1
    looping = {loop[0] for loop in order.loops}
    for component in order.components:
        if component[0] in looping:
            for state in component:
                ways[state] = None
        for state in component:
            here = ways[state]
            for following in out[state] or ():
                had = ways[following]
                ways[following] = None if had is None or here is None else had + here
    return ways


def _chances_with_loops(
    out: Out, order: Order, begun: Mapping[int, Fraction] | None = None
) -> Chances | None:
    for one in (Fraction(1), 1.0):
        try:
            return Chances(_with_loops(out, order, one, begun))
        except TooLarge:
            continue
    return None


def _with_loops(
    out: Out, order: Order, one: Fraction | float, begun: Mapping[int, Fraction] | None = None
) -> list[Fraction | float]:
    """Component by component; inside a loop the visits are solved for."""
    parts: list[Fraction | float] = [one * 0] * len(out)
    for state, part in ({0: Fraction(1)} if begun is None else begun).items():
        parts[state] = part if isinstance(one, Fraction) else float(part)
    looping = {loop[0] for loop in order.loops}
    for component in order.components or [[state] for state in order.states]:
        if not any(parts[state] for state in component):
            continue
        if component[0] in looping:
            _go_round(out, component, parts)
        inside = set(component) if component[0] in looping else ()
        for state in component:
            _share(parts, state, out[state] or (), inside)
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


def _go_round(out: Out, component: list[int], parts: list[Fraction | float]) -> None:
    within = {state: out[state] or () for state in component}
    if all(following in within for there in within.values() for following in there):
        return  # no way out: whoever comes in is never seen again
    first = {state: parts[state] for state in component}
    exact = {state: part for state, part in first.items() if isinstance(part, Fraction)}
    if len(exact) == len(first):
        parts_now: dict[int, Fraction] | dict[int, float] = visits_exact(within, exact, LARGEST)
    else:
        parts_now = visits_near(within, {state: float(part) for state, part in first.items()})
    for state, part in parts_now.items():
        parts[state] = part
