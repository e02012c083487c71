"""What a variable is set to where nothing reads it any more."""

from __future__ import annotations

from game.model import Value, Variable
from game.prove.reads import Change
from game.prove.space import Space


class Settings:
    """The effects that are met in a space: of its first node, and of every move that is made."""

    def __init__(self, space: Space) -> None:
        self._space = space
        start = space.program.campaign.start
        self._arrivals = [(start, self._entry(start))]
        for number, node in sorted(_taken(space)):
            effects = space.moves.all[number].taking.result.effects
            changes = [*map(space.reads.effect, effects), *self._entry(node)]
            self._arrivals.append((node, changes))

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


def _taken(space: Space) -> set[tuple[int, str]]:
    """The moves that are made, each with the node that it leads to: a way back leads to several."""
    ways = zip(space.out, space.via, strict=True)
    return {
        (number, space.node[to])
        for there, via in ways
        for to, number in zip(there or (), via, strict=True)
    }
