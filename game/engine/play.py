"""Walking a story: start, options, step, replay."""

from __future__ import annotations

from typing import Iterable, NamedTuple

from game.engine.compiled import Compiled, Taken
from game.engine.errors import EngineError
from game.engine.position import Frame, Ledger, Option, Position, Stack, State, Stop
from game.engine.program import Program, program
from game.model import RETURN, Story, Way

LONGEST_WALK = 10_000
"""Pages between two decisions; a story that shows more is going in circles."""


class Leg(NamedTuple):
    """One order and what came of it.

    Attributes:
        choice: The order, or None for the opening.
        result: Which of the choice's results was taken, from 0.
        before: The state in which it was given.
        after: State and ledger behind its own effects.
        stops: The pages passed.
        position: Where it led.
    """

    choice: str | None
    result: int
    before: State
    after: tuple[State, Ledger]
    stops: tuple[Stop, ...]
    position: Position


def start(story: Story, campaign: str) -> Position:
    """The first decision of a campaign, or its ending if it has no decision.

    Raises:
        EngineError: if the story has no such campaign.
    """
    return begin(program(story, campaign)).position


def begin(program: Program) -> Leg:
    """The opening: from the campaign's first node to its first decision."""
    return enter(program, program.campaign.start, program.first_state, program.first_ledger)


def enter(program: Program, node: str, state: State, ledger: Ledger, stack: Stack = ()) -> Leg:
    """An opening elsewhere: a node is come to with this state and ledger.

    Raises:
        EngineError: if the way from there cannot be walked.
    """
    position, stops = _walk(program, node, state, ledger, stack)
    return Leg(None, 0, state, (state, ledger), stops, position)


def options(position: Position) -> tuple[Option, ...]:
    """The choices shown at a position; none at an ending."""
    here = position.program.nodes[position.node]
    return here.shown[here.answers(position.state)]


def step(position: Position, choice: str) -> Position:
    """Give an order, and walk on to the next decision or ending.

    Raises:
        EngineError: if the choice does not exist or is not enabled here.
    """
    program, at, _, _, stack, _ = position
    _, state, ledger, way = _order(position, choice)
    node = way.to
    if way.scene is not None or node == RETURN:
        node, stack = _follow(program, way, at, stack)
    here = program.nodes[node]
    if not here.rests:
        return _walk(program, node, state, ledger, stack)[0]
    if here.enter is not None:
        state = here.enter(state)
    # What Position(...) does, in a third of the time.
    return tuple.__new__(Position, (program, node, state, ledger, stack, ()))


def go(position: Position, choice: str) -> Leg:
    """Like `step`, and tell the whole way.

    Raises:
        EngineError: if the choice does not exist or is not enabled here.
    """
    result, state, ledger, way = _order(position, choice)
    node, stack = _follow(position.program, way, position.node, position.stack)
    there, stops = _walk(position.program, node, state, ledger, stack)
    return Leg(choice, result, position.state, (state, ledger), stops, there)


def _order(position: Position, choice: str) -> Taken:
    here = position.program.nodes[position.node]
    take = here.open[here.answers(position.state)].get(choice)
    if take is None:
        if choice in here.takes:
            raise EngineError(f"The choice {choice!r} is not open at {position.node!r}.")
        raise EngineError(f"There is no choice {choice!r} at {position.node!r}.")
    return take(position.state, position.ledger)


def replay(story: Story, campaign: str, choices: Iterable[str]) -> Position:
    """Where a list of choices leads; choice ids bare or as `node.choice`.

    Raises:
        EngineError: at the first choice that cannot be taken.
    """
    position = start(story, campaign)
    for choice in choices:
        position = step(position, bare(choice, position))
    return position


def bare(choice: str, position: Position) -> str:
    """A choice id without its node, which must be the one it is taken at.

    Raises:
        EngineError: if the choice names another node.
    """
    node, dot, id = choice.rpartition(".")
    if dot and node != position.node:
        raise EngineError(f"{choice!r} does not belong to {position.node!r}, where the story is.")
    return id


def _walk(
    program: Program, node: str, state: State, ledger: Ledger, stack: Stack
) -> tuple[Position, tuple[Stop, ...]]:
    stops: list[Stop] = []
    while len(stops) < LONGEST_WALK:
        here = program.nodes[node]
        if here.enter is not None:
            state = here.enter(state)
        if here.ways is not None:
            stops.append(Stop(node, state, ledger, stack))
            way = here.ways(state)
        elif here.falls is not None and _closed(here, state):
            _, after, total, way = here.falls(state, ledger)
            stops.append(Stop(node, state, ledger, stack, True, (after, total)))
            state, ledger = after, total
        else:
            pages = tuple(stop.node for stop in stops)
            return Position(program, node, state, ledger, stack, pages), tuple(stops)
        node, stack = _follow(program, way, node, stack)
    raise EngineError(f"The story goes in circles without a decision at {node!r}.")


def _closed(here: Compiled, state: State) -> bool:
    return not any(option.enabled for option in here.shown[here.answers(state)])


def _follow(program: Program, way: Way, caller: str, stack: Stack) -> tuple[str, Stack]:
    if way.scene is not None:
        scene = program.story.scenes.get(way.scene)
        if scene is None:
            raise EngineError(f"There is no scene {way.scene!r}.")
        return scene.start, (*stack, Frame(way.to, caller))
    if way.to != RETURN:
        return way.to, stack
    if not stack:
        raise EngineError(f"{caller!r} returns, but no scene was entered.")
    return _back(program, stack)


def _back(program: Program, stack: Stack) -> tuple[str, Stack]:
    frame, rest = stack[-1], stack[:-1]
    return _follow(program, Way(frame.then), frame.caller, rest)
