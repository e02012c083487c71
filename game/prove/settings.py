"""What a variable is set to where nothing reads it any more."""

from __future__ import annotations

from itertools import chain
from typing import Iterator

from game.model import RETURN, Value, Variable
from game.prove.moves import Move
from game.prove.reads import Change
from game.prove.space import Space


class Settings:
    """The effects that are met in a space: of its first node, and of every move that is made."""

    def __init__(self, space: Space) -> None:
        self._space = space
        start = space.program.campaign.start
        self._arrivals = [(start, self._entry(start))]
        for number in sorted(set(chain.from_iterable(set(space.via)))):
            self._arrivals += self._of(space.moves.all[number])

    def _of(self, move: Move) -> Iterator[tuple[str, list[Change]]]:
        """Where a move may lead, and all that is changed on the way."""
        own = list(map(self._space.reads.effect, move.taking.result.effects))
        for node in self._space.moves.after(move):
            if node in self._space.by_node or move.way.to == RETURN:
                yield node, [*own, *self._entry(node)]

    def _entry(self, id: str) -> list[Change]:
        node = self._space.program.story.nodes.get(id)
        return list(map(self._space.reads.effect, node.effects if node else ()))

    def add(self, variable: Variable, values: set[Value]) -> bool:
        """Add the values that a variable has where it is not live.

        Args:
            variable: The variable.
            values: Those it has where it is live.

        Returns:
            Whether these are all: false if some depend on the value it had before.
        """
        slot, sure = self._space.reads.slot(variable.id), True
        begun = self._arrivals[0]
        if not any(change.target & slot for change in begun[1]):
            place = self._space.reads.names.index(variable.id)
            values.add(self._space.program.first_state[place])
        for node, changes in self._arrivals:
            own = [change for change in changes if change.target & slot]
            if not own or self._space.live.get(node, 0) & slot:
                continue
            if own[-1].adds or own[-1].reads:
                sure = False
            else:
                values.add(self._constant(variable, own[-1]))
        return sure

    def _constant(self, variable: Variable, change: Change) -> Value:
        program = self._space.program
        value: Value = program.value(change.source.partition("=")[2], program.first_state)
        if variable.kind == "int":
            return max(variable.min, min(variable.max, int(value)))
        return value
