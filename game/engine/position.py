"""Where a playthrough stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.model.campaign import Value

if TYPE_CHECKING:
    from game.engine.program import Program

State = tuple[Value, ...]
"""Variables in the order of the program's layout, then what is remembered of the past."""

Ledger = tuple[int, ...]
"""Metrics, in the order of the program's layout."""


class Frame(NamedTuple):
    """A scene under way: the node that follows it, and the node it was called from."""

    then: str
    caller: str


Stack = tuple[Frame, ...]


class Option(NamedTuple):
    """A choice that is shown. A greyed one is not enabled."""

    id: str
    enabled: bool


class Stop(NamedTuple):
    """A page passed on the way, with the state its texts are shown in.

    Attributes:
        fell: Whether it is a decision left by its fallback.
        after: State and ledger behind the fallback's effects, where it fell.
    """

    node: str
    state: State
    ledger: Ledger
    stack: Stack
    fell: bool = False
    after: tuple[State, Ledger] | None = None


class Position(NamedTuple):
    """A decision or an ending, and how it was come to.

    Attributes:
        pages: Ids of the pages passed since the last decision.
    """

    program: Program
    node: str
    state: State
    ledger: Ledger
    stack: Stack = ()
    pages: tuple[str, ...] = ()

    @property
    def is_ending(self) -> bool:
        """Whether the story stops here."""
        return self.node in self.program.story.endings

    @property
    def variables(self) -> dict[str, Value]:
        """The campaign's variables by id."""
        return dict(zip(self.program.layout.variables, self.state, strict=False))

    @property
    def metrics(self) -> dict[str, int]:
        """The campaign's ledger by metric id."""
        return dict(zip(self.program.layout.metrics, self.ledger, strict=True))
