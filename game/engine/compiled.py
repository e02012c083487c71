"""What a node becomes: functions over the state."""

from __future__ import annotations

from typing import Callable, Mapping

from game.engine.position import Ledger, Option, State
from game.model import Way

Answers = tuple[bool, ...]
Taken = tuple[int, State, Ledger, Way]
"""Which result was taken, state and ledger after it, and the way on."""
Take = Callable[[State, Ledger], Taken]


def _nothing(_state: State) -> Answers:
    return ()


class Compiled:
    """One node as functions over the state.

    Attributes:
        enter: The state after entry, or None where entry changes nothing.
        answers: What the conditions of all its choices give, in order.
        shown: The choices shown, by those answers; empty for pages and endings.
        open: What comes of each choice that can be taken, by those answers.
        takes: What comes of each choice, whether or not it can be taken.
        ways: The way on from a page, or None.
        falls: What the fallback does, or None.
        rests: Whether a walk always stops here: an ending, or a decision
            without a fallback.
    """

    __slots__ = ("answers", "enter", "falls", "open", "rests", "shown", "takes", "ways")

    def __init__(self) -> None:
        self.enter: Callable[[State], State] | None = None
        self.answers: Callable[[State], Answers] = _nothing
        self.shown: Mapping[Answers, tuple[Option, ...]] = {(): ()}
        self.open: Mapping[Answers, Mapping[str, Take]] = {(): {}}
        self.takes: dict[str, Take] = {}
        self.ways: Callable[[State], Way] | None = None
        self.falls: Take | None = None
        self.rests = False
