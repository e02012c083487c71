"""The ledger over all playthroughs: exact ranges of every metric, and loops that change it."""

from __future__ import annotations

from math import inf, isinf
from typing import Mapping, NamedTuple, Sequence

from game.prove.order import Order
from game.prove.space import Space
from game.prove.tallies import tallies

MANY = 3
"""Metrics from which on it is faster to total them all at once."""


class Total(NamedTuple):
    """What a metric can come to at an ending. None: there is no end to it that way."""

    min: int | None
    max: int | None


class Turn(NamedTuple):
    """A loop that changes the ledger: the metric, and a state on the loop."""

    metric: str
    state: int


class Shares:
    """What each transition adds to one metric."""

    def __init__(self, space: Space, metric: str) -> None:
        self._space, self._metric = space, metric
        self._known: dict[tuple[int, ...], list[int]] = {}
        self._fixed: list[int | None] = []
        for move in space.moves.all:
            self._fixed.append(_fixed(move.taking.result.ledger, metric))

    @property
    def any(self) -> bool:
        """Whether any transition that was met may change the metric."""
        moving = {i for i, share in enumerate(self._fixed) if share != 0}
        return any(not moving.isdisjoint(via) for via in set(self._space.via))

    def of(self, state: int) -> list[int]:
        """The shares of the transitions out of a state, in order."""
        via = self._space.via[state]
        known = self._known.get(via)
        if known is not None:
            return known
        shares = [self._fixed[move] for move in via]
        found = [
            self._worked_out(state, move) if share is None else share
            for move, share in zip(via, shares, strict=True)
        ]
        if None not in shares:
            self._known[via] = found
        return found

    def _worked_out(self, state: int, move: int) -> int:
        program, full, total = self._space.program, self._space.full(state), 0
        for metric, share in self._space.moves.all[move].taking.result.ledger:
            if metric == self._metric:
                total += share if isinstance(share, int) else program.value(share, full)
        return total


def _fixed(ledger: Sequence[tuple[str, int | str]], metric: str) -> int | None:
    shares = [share for id, share in ledger if id == metric]
    return sum(shares) if all(isinstance(s, int) for s in shares) else None  # type: ignore[arg-type]


def totals(
    space: Space, order: Order, start: Mapping[str, int]
) -> dict[str, tuple[Total, Turn | None]]:
    """The least and the most that metrics can come to at an ending, and loops that change them.

    Args:
        space: The states; all of them.
        order: Their order.
        start: The metrics, and what each starts with. With no ending in reach that
            is the total too.
    """
    if not order.loops and len(start) >= MANY:
        return {id: (Total(*found), None) for id, found in tallies(space, order, start).items()}
    return {id: _total(space, order, id, first) for id, first in start.items()}


def _total(space: Space, order: Order, metric: str, start: int) -> tuple[Total, Turn | None]:
    """One metric by itself, whatever loops."""
    shares = Shares(space, metric)
    if not shares.any:
        return Total(start, start), None
    spread = _Spread(space, shares, start)
    spread.over(order)
    ends = [state for state in range(len(space.out)) if space.is_ending(state)]
    low = min((spread.low[state] for state in ends), default=start)
    high = max((spread.high[state] for state in ends), default=start)
    turn = Turn(metric, spread.turning) if spread.turning is not None else None
    return Total(_whole(low), _whole(high)), turn


def _whole(number: float) -> int | None:
    return None if isinf(number) else int(number)


class _Spread:
    """Least and greatest totals, passed on from state to state; infinite behind a turning loop."""

    def __init__(self, space: Space, shares: Shares, start: int) -> None:
        self._space, self._shares = space, shares
        self.low: list[float] = [inf] * len(space.out)
        self.high: list[float] = [-inf] * len(space.out)
        self.low[0] = self.high[0] = start
        self.turning: int | None = None

    def over(self, order: Order) -> None:
        """Pass the totals on, each component before those it leads to."""
        looping = {loop[0] for loop in order.loops}
        for component in order.components:
            if component[0] in looping:
                self._loop(component)
            self._pass_on(component)
        if not order.loops:
            self._pass_on(order.states)

    def _pass_on(self, states: list[int]) -> None:
        low, high, shares = self.low, self.high, self._shares.of
        out = self._space.out
        for state in states:
            there = out[state]
            if not there:
                continue
            least, most = low[state], high[state]
            for following, share in zip(there, shares(state), strict=True):
                if least + share < low[following]:
                    low[following] = least + share
                if most + share > high[following]:
                    high[following] = most + share

    def _loop(self, component: list[int]) -> None:
        """Level the totals of a loop that changes nothing; else there is no end to them."""
        gain = self._gains(component)
        if gain is None:
            for state in component:
                self.low[state], self.high[state] = -inf, inf
            return
        low = min(self.low[state] - gain[state] for state in component)
        high = max(self.high[state] - gain[state] for state in component)
        for state in component:
            self.low[state], self.high[state] = low + gain[state], high + gain[state]

    def _gains(self, component: list[int]) -> dict[int, int] | None:
        """What each state has over the first, if that does not depend on the way taken."""
        gain = {component[0]: 0}
        inside = set(component)
        waiting = [component[0]]
        for state in waiting:
            out = self._space.out[state] or ()
            for following, share in zip(out, self._shares.of(state), strict=True):
                if following not in inside:
                    continue
                if following not in gain:
                    gain[following] = gain[state] + share
                    waiting.append(following)
                elif gain[following] != gain[state] + share:
                    self.turning = state if self.turning is None else self.turning
                    return None
        return gain
