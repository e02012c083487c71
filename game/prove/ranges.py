"""What values each variable can have where something can still read it."""

from __future__ import annotations

from typing import Callable, Iterable, Iterator, NamedTuple, Sequence, TypeVar

from game.model import Value, Variable
from game.prove.explore import Ground, Limits, explore
from game.prove.live import Live
from game.prove.settings import Settings
from game.prove.space import Space

T = TypeVar("T")

ROOM = 20_000
"""States that a walk for several questions at once may take beyond four times the first walk."""


class Range(NamedTuple):
    """The least and the greatest value; of an enum the first and the last in its order.

    Attributes:
        bound: Whether these are only bounds, which no state need reach.
    """

    min: Value
    max: Value
    bound: bool = False


def ranges(ground: Ground, space: Space, limits: Limits) -> dict[str, Range]:
    """The range of every variable of a campaign.

    A variable that is shown is in sight in every state. Where nothing reads it any
    more, the values that effects set are enough, unless they depend on the one it
    had: then a second walk keeps it.
    """
    variables = ground.program.variables.values()
    if not space.whole:
        return {variable.id: declared(variable) for variable in variables}
    met = _met(space)
    settings = Settings(space)
    shown = [v for v in variables if v.shown]
    unsure = [v for v in shown if not settings.add(v, met[v.id])]
    found = {v.id: spread(v, met[v.id]) for v in variables}
    unsure = [v for v in unsure if found[v.id] != full(v)]

    def keeping(kept: Sequence[Variable]) -> Live:
        return ground.live(sum(ground.reads.slot(v.id) for v in kept))

    for kept, wider in together(ground, unsure, keeping, space, limits):
        more = _met(wider) if wider.whole else {}
        for variable in kept:
            values = met[variable.id] | more.get(variable.id, set())
            found[variable.id] = spread(variable, values) if more else declared(variable)
    return found


def together(
    ground: Ground,
    questions: Sequence[T],
    keeping: Callable[[Sequence[T]], Live],
    first: Space,
    limits: Limits,
) -> Iterator[tuple[Sequence[T], Space]]:
    """Walks that answer questions which need more slots kept, as few as will do.

    All questions share a walk; where that grows too large, each half has its own.
    """
    if not questions:
        return
    alone = len(questions) == 1
    most = limits.states if alone else min(limits.states, 4 * len(first.out) + ROOM)
    space = explore(ground, keeping(questions), Limits(most, limits.late))
    if alone or space.whole:
        yield questions, space
        return
    half = len(questions) // 2
    for part in (questions[:half], questions[half:]):
        yield from together(ground, part, keeping, first, limits)


def declared(variable: Variable) -> Range:
    """The bounds that a variable is declared with."""
    if variable.kind == "bool":
        return Range(False, True, True)
    if variable.kind == "enum":
        return Range(variable.values[0], variable.values[-1], True)
    return Range(variable.min, variable.max, True)


def full(variable: Variable) -> Range:
    """The range of a variable that takes every value it is declared with."""
    return declared(variable)._replace(bound=False)


def spread(variable: Variable, values: Iterable[Value]) -> Range:
    """The least and the greatest of some values; the declared bounds if there are none."""
    ranked = sorted(values, key=variable.values.index if variable.kind == "enum" else int)
    return Range(ranked[0], ranked[-1]) if ranked else declared(variable)


def _met(space: Space) -> dict[str, set[Value]]:
    """The values of each variable in the states where it is live, and in what outcomes print."""
    names = space.reads.names
    found: dict[str, set[Value]] = {name: set() for name in names}
    for node, states in space.by_node.items():
        live = space.reads.among(space.live[node])
        columns = zip(*(space.key[state] for state in states), strict=True)
        for slot, column in zip(live, columns, strict=False):
            found[names[slot]].update(column)
    for name, value in _printed(space):
        found[name].add(value)
    return found


def _printed(space: Space) -> Iterator[tuple[str, Value]]:
    """What outcomes print: values behind effects, which may be dead at the next page."""
    program = space.program
    for node, states in space.by_node.items():
        for taking in space.moves.at[node]:
            slots = space.reads.among(space.reads.outcome(taking.result)[1])
            moves = {move.number for move in taking.moves}
            for state in states if slots else ():
                if not moves.isdisjoint(space.via[state]):
                    here = program.node(node)
                    take = here.takes[taking.choice.id] if taking.choice else here.falls
                    assert take is not None
                    after = take(space.full(state), program.first_ledger)[1]
                    yield from ((space.reads.names[slot], after[slot]) for slot in slots)
