"""The least and the greatest totals of all metrics in one pass, where nothing loops.

A state's totals are one whole number: two fields for each metric, the greatest
total and the least one with its sign turned, so that of both the greater counts.
"""

from __future__ import annotations

from typing import Mapping, NamedTuple, Sequence

from game.prove.order import Order
from game.prove.space import Space

Via = tuple[int, ...]
Added = Sequence[Sequence[int]]
"""What each transition out of a state adds to each metric."""


class Fields(NamedTuple):
    """Numbers side by side in one whole number, each with a free bit above it.

    Attributes:
        wide: The bits of a field, the free one included.
        guards: The free bits of all fields.
        middle: What stands for nought in each field.
    """

    wide: int
    guards: int
    middle: int

    @classmethod
    def of(cls, count: int, largest: int) -> Fields:
        """Fields for numbers up to a bound either way."""
        wide = (2 * largest + 2).bit_length() + 1
        ones = sum(1 << i * wide for i in range(count))
        return cls(wide, ones << wide - 1, (largest + 1) * ones)

    def packed(self, shares: Sequence[int]) -> int:
        """A share of each metric, to be added to the fields."""
        return sum((s - (s << self.wide)) << 2 * i * self.wide for i, s in enumerate(shares))

    def greater(self, one: int, other: int) -> int:
        """The greater of the two in every field."""
        wide, guards, _ = self
        above = ((one | guards) - other) & guards
        return other ^ (one ^ other) & (above - (above >> wide - 1))

    def read(self, number: int, count: int) -> list[tuple[int, int]]:
        """The least and the greatest total of each metric."""
        mask, zero = (1 << self.wide - 1) - 1, self.middle & ((1 << self.wide) - 1)
        found = [(number >> i * self.wide & mask) - zero for i in range(2 * count)]
        return [(-found[i + 1], found[i]) for i in range(0, 2 * count, 2)]


class Adding:
    """What transitions add to the metrics.

    Attributes:
        fixed: By the moves out of a state what each adds, where that is the same in
            every state.
        own: By the state what each adds, where it is not.
    """

    def __init__(self, space: Space, metrics: Sequence[str]) -> None:
        self._space = space
        self._place = {metric: i for i, metric in enumerate(metrics)}
        moves = [self._of_move(move) for move in range(len(space.moves.all))]
        self.fixed: dict[Via, Added] = {}
        for via in set(space.via):
            shares = [moves[move] for move in via]
            known = [share for share in shares if share is not None]
            if len(known) == len(shares):
                self.fixed[via] = known
        self.own: dict[int, Added] = {
            state: [self._worked_out(state, move) for move in via]
            for state, via in enumerate(space.via)
            if via not in self.fixed
        }

    def most(self) -> int:
        """The largest share either way."""
        every = (*self.fixed.values(), *self.own.values())
        return max((abs(s) for added in every for shares in added for s in shares), default=0)

    def _of_move(self, move: int) -> list[int] | None:
        """The same in every state, or None if that depends."""
        found = [0] * len(self._place)
        for metric, share in self._space.moves.all[move].taking.result.ledger:
            if not isinstance(share, int):
                return None
            found[self._place[metric]] += share
        return found

    def _worked_out(self, state: int, move: int) -> list[int]:
        program, full = self._space.program, self._space.full(state)
        found = [0] * len(self._place)
        for metric, share in self._space.moves.all[move].taking.result.ledger:
            found[self._place[metric]] += (
                share if isinstance(share, int) else int(program.value(share, full))
            )
        return found


def tallies(space: Space, order: Order, start: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """The least and the most that each metric can come to at an ending.

    With no ending in reach that is what the ledger starts with.
    """
    adding = Adding(space, list(start))
    longest = max(map(abs, start.values()), default=0) + adding.most() * len(space.out)
    fields = Fields.of(2 * len(start), longest)
    begun = fields.middle + fields.packed(list(start.values()))
    totals = _passed_on(space, order, adding, fields, begun)
    ends = {totals[state] for state in range(len(space.out)) if space.is_ending(state)} or {begun}
    best = ends.pop()
    for end in ends:
        best = fields.greater(best, end)
    return dict(zip(start, fields.read(best, len(start)), strict=True))


def _passed_on(space: Space, order: Order, adding: Adding, fields: Fields, begun: int) -> list[int]:
    """The totals of every state, each passed on to those behind it."""
    fixed = {via: list(map(fields.packed, added)) for via, added in adding.fixed.items()}
    own = {state: list(map(fields.packed, added)) for state, added in adding.own.items()}
    out, via, greater = space.out, space.via, fields.greater
    totals = [0] * len(out)
    totals[0] = begun
    for state in order.states:
        there = out[state]
        if there:
            here, shares = totals[state], fixed.get(via[state]) or own[state]
            for following, share in zip(there, shares, strict=True):
                total, had = here + share, totals[following]
                if not had:
                    totals[following] = total
                elif had != total:
                    totals[following] = greater(had, total)
    return totals
