"""What is met somewhere in a space: choices taken, passages shown, conditions seen both ways."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain, groupby
from typing import Iterable, Sequence

from game.model import Choice
from game.prove.moves import Taking
from game.prove.places import Turn, key_of, outcome_turns, page_turns
from game.prove.space import Space


@dataclass(slots=True)
class Met:
    """What was met, over one campaign or several.

    Attributes:
        nodes: Nodes and endings come to.
        orders: Choices taken, as `node.choice`.
        passages: Keys of passages shown.
        conditions: For each condition that was asked, the answers it gave.
        fallen: Nodes whose fallback was needed.
    """

    nodes: set[str] = field(default_factory=set)
    orders: set[str] = field(default_factory=set)
    passages: set[str] = field(default_factory=set)
    conditions: dict[str, frozenset[bool]] = field(default_factory=dict)
    fallen: set[str] = field(default_factory=set)

    def add(self, other: Met) -> None:
        """Take in what was met elsewhere."""
        self.nodes |= other.nodes
        self.orders |= other.orders
        self.passages |= other.passages
        self.fallen |= other.fallen
        for key, answers in other.conditions.items():
            self.conditions[key] = self.conditions.get(key, frozenset()) | answers


def met_in(space: Space) -> Met:
    """What is met in a campaign."""
    looker = _Looker(space)
    for node, states in space.by_node.items():
        looker.node(node, states)
    return looker.met


class _Looker:
    def __init__(self, space: Space) -> None:
        self.met = Met()
        self._space = space
        self._made = set(chain.from_iterable(set(space.via)))

    def node(self, id: str, states: list[int]) -> None:
        """Look at all states of a node."""
        story = self._space.program.story
        self.met.nodes.add(id)
        node = story.nodes.get(id)
        for turn in page_turns(node or story.endings[id]):
            self._turn(id, turn, states)
        for choice in node.choices if node else ():
            self._choice(id, choice, states)
        for choice, takings in groupby(self._space.moves.at[id], lambda taking: taking.choice):
            self._takings(list(takings), choice, states)

    def _choice(self, node: str, choice: Choice, states: list[int]) -> None:
        key = f"{node}.{choice.id}"
        if choice.visible_if:
            self._turn(node, Turn(((f"{key}.visible_if", choice.visible_if),), False), states)
        if choice.visible_if and choice.enabled_if:
            asked = self._unlike(node, states, (choice.visible_if, choice.enabled_if))
            states = [state for state in asked if self._holds(choice.visible_if, state)]
        if choice.enabled_if:
            self._turn(node, Turn(((f"{key}.enabled_if", choice.enabled_if),), False), states)

    def _takings(self, takings: list[Taking], choice: Choice | None, states: list[int]) -> None:
        """What follows from a choice, a page or a fallback."""
        made = [any(move.number in self._made for move in taking.moves) for taking in takings]
        if choice is not None:
            self._firsts([f"{key_of(taking)}.if" for taking in takings], made)
        for taking, met in zip(takings, made, strict=True):
            if met:
                self._taking(taking, states)

    def _taking(self, taking: Taking, states: list[int]) -> None:
        if taking.order:
            self.met.orders.add(taking.order)
        if taking.falls:
            self.met.fallen.add(taking.node)
        key = key_of(taking)
        self.met.passages.add(key)
        made = [move.number in self._made for move in taking.moves]
        self._firsts([f"{key}.goto.{i}.if" for i in range(1, len(made) + 1)], made)
        turns = list(outcome_turns(taking))
        if any(test for turn in turns for _, test in turn.items):
            moves = {move.number for move in taking.moves}
            via = self._space.via
            states = [state for state in states if not moves.isdisjoint(via[state])]
        for turn in turns:
            self._turn(taking.node, turn, states)

    def _firsts(self, keys: Sequence[str], made: Sequence[bool]) -> None:
        """Conditions of which the first that holds was taken, but for the last, which has none."""
        for i, key in enumerate(keys[:-1]):
            if any(made[i:]):
                found = {True} if made[i] else set()
                self._note(key, found | ({False} if any(made[i + 1 :]) else set()))

    def _turn(self, node: str, turn: Turn, states: list[int]) -> None:
        """Ask each condition where those before it did not hold, until all is known."""
        answers: dict[str, set[bool]] = {key: set() for key, test in turn.items if test}
        shown: set[str] = set()
        asked = (condition for _, condition in turn.items)
        for state in self._unlike(node, states, asked):
            for key, condition in turn.items:
                holds = condition is None or self._holds(condition, state)
                if condition:
                    answers[key].add(holds)
                if holds:
                    shown.add(key)
                    break
            if len(shown) == len(turn.items) and all(len(a) == 2 for a in answers.values()):
                break
        if turn.passages:
            self.met.passages |= shown
        for key, found in answers.items():
            self._note(key if not turn.passages else f"{key}.if", found)

    def _unlike(self, node: str, states: list[int], conditions: Iterable[str | None]) -> list[int]:
        return self._space.unlike(node, states, self._space.reads.conditions(conditions))

    def _holds(self, condition: str, state: int) -> bool:
        return bool(self._space.program.value(condition, self._space.full(state)))

    def _note(self, key: str, answers: set[bool]) -> None:
        if answers:
            self.met.conditions[key] = self.met.conditions.get(key, frozenset()) | answers
