"""The asserts of a story, decided over its states."""

from __future__ import annotations

from typing import Iterator, NamedTuple, Sequence

from game.engine import Program
from game.language import names_in, parse_expression
from game.model import Assertion
from game.prove.explore import Ground, Limits
from game.prove.live import Live
from game.prove.order import Order, order_of
from game.prove.paths import Paths
from game.prove.ranges import together
from game.prove.reach import Goal, Starts, goal_of, starts_of, way
from game.prove.space import Space


class Ruling(NamedTuple):
    """How an assert stands in one campaign.

    Attributes:
        holds: None where the walk stopped before it could be decided.
        witness: Orders that show it: a way for `reachable` that holds, a breach
            for others that fail; else None.
        say: What its author says it is for, if anything.
    """

    id: str
    holds: bool | None
    witness: list[str] | None = None
    say: str = ""


def rulings(
    ground: Ground, space: Space, order: Order, asserts: Sequence[Assertion], limits: Limits
) -> list[Ruling]:
    """Decide those asserts that concern a campaign."""
    concerned = [a for a in asserts if concerns(a, ground.program)]
    found = _ways(space, order, [a for a in concerned if a.kind in ("reachable", "leads")])
    about = [a for a in concerned if a.kind in ("never", "always")]
    seen = [a for a in about if in_sight(space, a)]
    found += [_state(space, a) for a in seen]
    others = [a for a in about if a not in seen]

    def keeping(kept: Sequence[Assertion]) -> Live:
        everywhere, at = 0, dict[str, int]()
        for wanted in kept:
            slots = ground.reads.expression(wanted.of[0])
            if wanted.at is None:
                everywhere |= slots
            else:
                at[wanted.at] = at.get(wanted.at, 0) | slots
        return ground.live(everywhere, at)

    for kept, wider in together(ground, others, keeping, space, limits):
        found += [_state(wider, wanted) for wanted in kept]
    return found


def concerns(wanted: Assertion, program: Program) -> bool:
    """Whether an assert speaks of a campaign: of it by name, or of all, in words it knows."""
    if wanted.campaign is not None:
        return wanted.campaign == program.campaign.id
    if wanted.kind in ("reachable", "leads"):
        return True
    return _needs(wanted.of[0], program) <= set(program.variables)


def _needs(expression: str, program: Program) -> set[str]:
    """The variables that an expression reads, by way of derived values too."""
    story, found = program.story, set[str]()
    waiting = list(names_in(parse_expression(expression)))
    for name in waiting:
        if name in story.variables:
            found.add(name)
        elif name in story.derived:
            waiting.extend(names_in(parse_expression(story.derived[name].expr)))
    return found


def in_sight(space: Space, wanted: Assertion) -> bool:
    """Whether a space's states hold all that an assert asks about."""
    if wanted.kind in ("reachable", "leads"):
        return True
    slots = space.reads.expression(wanted.of[0])
    nodes = space.live if wanted.at is None else [wanted.at]
    return all(slots & ~space.live.get(node, -1) == 0 for node in nodes)


def _state(space: Space, wanted: Assertion) -> Ruling:
    """`never` and `always`: the first state that breaks it."""
    breach = wanted.kind == "never"
    slots = space.reads.expression(wanted.of[0])
    broken: list[int] = []
    for node, states in space.by_node.items():
        if wanted.at not in (None, node):
            continue
        for state in space.unlike(node, states, slots):
            if bool(space.program.value(wanted.of[0], space.full(state))) == breach:
                broken.append(state)
                break
    if broken:
        return Ruling(wanted.id, False, min(map(space.witness, broken), key=len))
    return Ruling(wanted.id, True if space.whole else None)


def _ways(space: Space, order: Order, asserts: Sequence[Assertion]) -> list[Ruling]:
    """`reachable` and `leads`, all in one walk where nothing loops."""
    if order.loops or not asserts:
        return [_path(space, order, wanted) for wanted in asserts]
    paths = Paths(space, order, asserts)
    return [_told(space, order, paths, wanted) for wanted in asserts]


def _told(space: Space, order: Order, paths: Paths, wanted: Assertion) -> Ruling:
    """What the one walk has found, with a witness if there is one to be shown."""
    if not paths.some(wanted):
        return Ruling(wanted.id, (wanted.kind == "leads") if space.whole else None)
    witness = paths.shown(wanted) if wanted.kind == "reachable" else None
    return Ruling(wanted.id, True, witness) if witness else _path(space, order, wanted)


def path_ruling(space: Space, order: Order, wanted: Assertion) -> Ruling:
    """How a `reachable` or `leads` stands in a space."""
    return _path(space, order, wanted)


def _path(space: Space, order: Order, wanted: Assertion) -> Ruling:
    first, last = wanted.of
    starts, goal = starts_of(space, first), goal_of(last)
    if wanted.kind == "reachable":
        witness = way(space, starts, lambda s: space.node[s] == goal.node, order=goal.order)
        if witness is not None:
            return Ruling(wanted.id, True, witness)
        return Ruling(wanted.id, False if space.whole else None)
    witness = _astray(space, order, starts, goal)
    if witness is not None:
        return Ruling(wanted.id, False, witness)
    return Ruling(wanted.id, True if space.whole else None)


def _astray(space: Space, order: Order, starts: Starts, goal: Goal) -> list[str] | None:
    """A way that never comes to the goal: it stops elsewhere, or goes round for ever."""
    stopped = way(space, starts, lambda s: space.out[s] == [], past=goal)
    if stopped is not None or not order.loops:
        return stopped
    kept: list[list[int]] = [[] for _ in space.out]
    for state in range(len(space.out)):
        if space.node[state] != goal.node:
            kept[state] = list(_past(space, state, goal))
    looping = {state for loop in order_of(kept).loops for state in loop}
    return way(space, starts, looping.__contains__, past=goal)


def _past(space: Space, state: int, goal: Goal) -> Iterator[int]:
    for following, move in space.edges(state):
        given = goal.order is not None and move.taking.order == goal.order
        if not given and space.node[following] != goal.node:
            yield following
