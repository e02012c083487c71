"""Random walks that go round: how often each state of a loop is come to."""

from __future__ import annotations

from fractions import Fraction
from typing import Mapping, Sequence

LARGEST = 200
"""States in one loop up to which it is solved exactly."""

WORK = 20_000_000
"""Steps after which an inexact solution is given up."""


class TooLarge(Exception):
    """A loop has too many states, or its fractions grow too long, for an exact answer."""


def visits_exact(
    out: Mapping[int, Sequence[int]], first: Mapping[int, Fraction], bits: int
) -> dict[int, Fraction]:
    """How often a walk comes to each state of a loop, exactly.

    Args:
        out: For each state of the loop, the states one may go to, outside ones included.
        first: How often the walk comes to each state from outside.
        bits: How long the numbers may become.

    Raises:
        TooLarge: if the loop is too large for an exact answer.
    """
    if len(out) > LARGEST:
        raise TooLarge
    rows = _rows(out)
    right = {state: first.get(state, Fraction(0)) for state in out}
    order = list(out)
    for i, state in enumerate(order):
        pivot = rows[state].pop(state)
        for later in order[i + 1 :]:
            _eliminate(rows[later], right, state, pivot, rows[state], later)
        rows[state][state] = pivot
        if pivot.denominator.bit_length() > bits:
            raise TooLarge
    found: dict[int, Fraction] = {}
    for state in reversed(order):
        row = rows[state]
        rest = sum((row[other] * found[other] for other in row if other in found), Fraction(0))
        found[state] = (right[state] - rest) / row[state]
    return found


def _rows(out: Mapping[int, Sequence[int]]) -> dict[int, dict[int, Fraction]]:
    """One row a state: its visits, less what comes round, are what comes from outside."""
    rows = {state: {state: Fraction(1)} for state in out}
    for state, there in out.items():
        for following in there:
            if following in rows:
                row = rows[following]
                row[state] = row.get(state, Fraction(0)) - Fraction(1, len(there))
    return rows


def _eliminate(
    row: dict[int, Fraction],
    right: dict[int, Fraction],
    state: int,
    pivot: Fraction,
    above: dict[int, Fraction],
    later: int,
) -> None:
    cell = row.pop(state, None)
    if not cell:
        return
    factor = cell / pivot
    for column, value in above.items():
        row[column] = row.get(column, Fraction(0)) - factor * value
    right[later] -= factor * right[state]


def visits_near(out: Mapping[int, Sequence[int]], first: Mapping[int, float]) -> dict[int, float]:
    """The same in floating-point numbers, by going round until next to nothing is moving.

    Raises:
        TooLarge: if that takes too long.
    """
    found = {state: first.get(state, 0.0) for state in out}
    moving = dict(found)
    work = 0
    while moving:
        work += len(moving)
        if work > WORK:
            raise TooLarge
        ahead: dict[int, float] = {}
        for state, much in moving.items():
            part = much / len(out[state])
            for following in out[state]:
                if following in found:
                    ahead[following] = ahead.get(following, 0.0) + part
        moving = {state: much for state, much in ahead.items() if much > 1e-17}
        for state, much in moving.items():
            found[state] += much
    return found
