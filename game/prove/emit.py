"""Each node as one Python function from a state to all moves out of it.

The source is generated from checked trees only, by the engine's own emitter.
A state here is the tuple of the slots that are live at its node, no others.
"""

from __future__ import annotations

from typing import Any, Callable

from game.engine import Program
from game.language import emit, parse_effect, parse_expression
from game.model import RETURN, Choice, Variable
from game.prove.live import Live
from game.prove.moves import Move, Moves, Taking
from game.prove.reads import Reads, Slots

Key = tuple[Any, ...]
"""The live slots of a state, in the order of the engine's layout."""

Expand = Callable[[Key], tuple[tuple[int, ...], list[Key]]]
"""The numbers of the moves out of a state, and the states they lead to."""

Arrive = Callable[[Key, int], Key]
"""From the slots behind a move to the state of the node that it leads to."""

Names = dict[str, str]


class Emitter:
    """Makes the functions of one campaign under one liveness.

    Attributes:
        spilled: Overflows noted by the functions while they run, as move and
            variable; whoever calls them takes them out.
    """

    def __init__(self, program: Program, moves: Moves, reads: Reads, live: Live) -> None:
        self._program, self._moves, self._reads, self._live = program, moves, reads, live
        self.spilled: list[tuple[int, str]] = []
        self._names: dict[str, Any] = {"spill": self._spill}
        self._arrivals: dict[tuple[Slots, str], Arrive] = {}
        self._base = self._slots({})

    def _spill(self, move: int, variable: str) -> None:
        self.spilled.append((move, variable))

    def _slots(self, changed: dict[int, str]) -> Names:
        """Where each name is found: a changed slot in its new local, others in their own."""
        names = {
            name: changed.get(i, f"x{i}") for i, name in enumerate(self._reads.names)
        }
        for id in self._program.story.derived:
            names[id] = self._derived(id, names)
        return names

    def _derived(self, id: str, names: Names) -> str:
        """A call of the derived value's function with what it reads."""
        needs = self._reads.among(self._reads.expression(id))
        return f"derived_{id}({', '.join(names[self._reads.names[i]] for i in needs)})"

    def _define_derived(self, id: str) -> None:
        if f"derived_{id}" in self._names:
            return
        needs = self._reads.among(self._reads.expression(id))
        names = {name: f"x{i}" for i, name in enumerate(self._reads.names)}
        expr = parse_expression(self._program.story.derived[id].expr)
        uses = sorted(names_used(expr) & self._program.story.derived.keys())
        for used in uses:
            self._define_derived(used)
            names[used] = self._derived(used, names)
        head = f"derived_{id}({', '.join(f'x{i}' for i in needs)})"
        self._execute(head, [f"return {emit(expr, names)}"], f"<derived {id}>")
