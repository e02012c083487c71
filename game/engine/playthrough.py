"""A playthrough: its list of choices, and all that follows from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Iterable

from game.engine.play import Leg, bare, begin, go
from game.engine.position import Position
from game.engine.program import Program, program
from game.model import Story


@dataclass(frozen=True, slots=True)
class Playthrough:
    """An unchanging playthrough; each method gives a new one.

    Attributes:
        legs: The opening, then one leg for each order.
        undone: Orders taken back, the latest last, for `redo`.
    """

    legs: tuple[Leg, ...]
    undone: tuple[str, ...] = ()

    @classmethod
    def begin(cls, story: Story, campaign: str) -> Playthrough:
        """A new playthrough, at its first decision."""
        return cls.of(program(story, campaign))

    @classmethod
    def of(cls, program: Program, choices: Iterable[str] = ()) -> Playthrough:
        """A playthrough of a compiled campaign, its choices bare or as `node.choice`.

        Raises:
            EngineError: at the first choice that cannot be taken.
        """
        play = cls((begin(program),))
        for choice in choices:
            play = play.take(bare(choice, play.position))
        return play

    @classmethod
    def replay(cls, story: Story, campaign: str, choices: Iterable[str]) -> Playthrough:
        """A playthrough rebuilt from its choices, bare or as `node.choice`.

        Raises:
            EngineError: at the first choice that cannot be taken.
        """
        return cls.of(program(story, campaign), choices)

    @property
    def position(self) -> Position:
        """Where it stands."""
        return self.legs[-1].position

    @property
    def program(self) -> Program:
        """The campaign it walks."""
        return self.position.program

    @property
    def choices(self) -> tuple[str, ...]:
        """The orders given, as `node.choice`."""
        pairs = zip(self.legs, self.legs[1:], strict=False)
        return tuple(f"{before.position.node}.{leg.choice}" for before, leg in pairs)

    @property
    def is_over(self) -> bool:
        """Whether an ending has been reached."""
        return self.position.is_ending

    def take(self, choice: str) -> Playthrough:
        """Give an order. What was undone is forgotten, unless it is this order again.

        Raises:
            EngineError: if the choice cannot be taken here.
        """
        leg = go(self.position, choice)
        again = bool(self.undone) and self.undone[-1] == choice
        return Playthrough((*self.legs, leg), self.undone[:-1] if again else ())

    def undo(self, count: int = 1) -> Playthrough:
        """Take back the last orders; at the first decision nothing changes."""
        count = min(count, len(self.legs) - 1)
        if count <= 0:
            return self
        taken = tuple(leg.choice or "" for leg in reversed(self.legs[-count:]))
        return Playthrough(self.legs[:-count], self.undone + taken)

    def redo(self) -> Playthrough:
        """Give the order again that was taken back last; without one nothing changes."""
        return self.take(self.undone[-1]) if self.undone else self

    def back_to(self, order: int) -> Playthrough:
        """The playthrough as it stood before order number `order`, from 1."""
        return self.undo(len(self.legs) - order)

    def without_undone(self) -> Playthrough:
        """The same playthrough with nothing to redo."""
        return replace(self, undone=())
