"""Moves: every way from one node to another that a campaign writes down.

A move is static. A transition is a move made in some state.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterator

from game.engine import Program
from game.model import RETURN, Choice, Fallback, Result, Story, Way


@dataclass(frozen=True, slots=True, eq=False)
class Taking:
    """A choice taken with one of its results; or a page left, or a fallback fallen into.

    Attributes:
        choice: The choice; None on a page and for a fallback.
        number: Which of the choice's results, from 0.
        moves: The ways on, in the order they are tried.
    """

    node: str
    choice: Choice | None
    number: int
    result: Result
    falls: bool = False
    moves: list[Move] = field(default_factory=list)

    @property
    def order(self) -> str | None:
        """The order as `node.choice`; None where nothing is recorded."""
        return f"{self.node}.{self.choice.id}" if self.choice else None


@dataclass(frozen=True, slots=True, eq=False)
class Move:
    """One way on. `number` is its place in the campaign's list."""

    number: int
    taking: Taking
    way: Way


@dataclass(slots=True)
class Moves:
    """The moves of one campaign.

    Attributes:
        all: Every move by its number.
        at: What can be taken at each node, in the order it is written. A node is
            listed if ways lead to it from the campaign's start, whatever the state.
        scene_of: The scene that a node belongs to.
        returns: For each scene, the ids that may follow it.
    """

    story: Story
    all: list[Move] = field(default_factory=list)
    at: dict[str, list[Taking]] = field(default_factory=dict)
    scene_of: dict[str, str] = field(default_factory=dict)
    returns: dict[str, frozenset[str]] = field(default_factory=dict)

    def after(self, move: Move) -> frozenset[str]:
        """The nodes that a move may lead to."""
        if move.way.scene is not None:
            return frozenset({self.story.scenes[move.way.scene].start})
        if move.way.to == RETURN:
            return self.returns.get(self.scene_of.get(move.taking.node, ""), frozenset())
        return frozenset({move.way.to})


def moves_of(program: Program) -> Moves:
    """The moves of the nodes that ways lead to from the campaign's start."""
    moves = Moves(program.story)
    waiting = [program.campaign.start]
    moves.at[program.campaign.start] = []
    for id in waiting:
        for taking in takings_of(program.story, id):
            moves.at[id].append(taking)
            for way in taking.result.ways:
                _add(moves, taking, way, waiting)
    scenes_of(moves)
    return moves


def takings_of(story: Story, id: str) -> Iterator[Taking]:
    """What can be taken at a node, without the moves; nothing at an ending."""
    node = story.nodes.get(id)
    if node is None:
        return
    if node.ways:
        yield Taking(id, None, 0, Result(node.ways))
    for choice in node.choices:
        for number, result in enumerate(choice.results):
            yield Taking(id, choice, number, result)
    if node.fallback:
        yield Taking(id, None, 0, as_result(node.fallback), falls=True)


def _add(moves: Moves, taking: Taking, way: Way, waiting: list[str]) -> None:
    move = Move(len(moves.all), taking, way)
    moves.all.append(move)
    taking.moves.append(move)
    ahead = [] if way.to == RETURN else [way.to]
    if way.scene is not None:
        ahead.append(moves.story.scenes[way.scene].start)
    for id in ahead:
        if id not in moves.at:
            moves.at[id] = []
            waiting.append(id)


def as_result(fallback: Fallback) -> Result:
    """A fallback in the shape of a choice's result."""
    return Result(
        fallback.ways, outcome=fallback.text, effects=fallback.effects, ledger=fallback.ledger
    )


def scenes_of(moves: Moves) -> None:
    """Which scene each node is in, and what follows each scene."""
    for scene in moves.story.scenes.values():
        for id in _inside(moves, scene.start):
            moves.scene_of[id] = scene.id
    calls = [move for move in moves.all if move.way.scene is not None]
    follow: dict[str, set[str]] = {id: set() for id in moves.story.scenes}
    count = -1
    while count != sum(map(len, follow.values())):
        count = sum(map(len, follow.values()))
        for move in calls:
            outer = follow.get(moves.scene_of.get(move.taking.node, ""), set())
            follow[move.way.scene or ""] |= outer if move.way.to == RETURN else {move.way.to}
    moves.returns = {id: frozenset(ids) for id, ids in follow.items()}


def _inside(moves: Moves, start: str) -> set[str]:
    seen, waiting = {start}, [start]
    while waiting:
        for taking in moves.at.get(waiting.pop(), ()):
            for way in taking.result.ways:
                if way.to != RETURN and way.to not in seen:
                    seen.add(way.to)
                    waiting.append(way.to)
    return seen
