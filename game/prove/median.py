"""The words that half of all random playthroughs do not exceed.

Where nothing loops the answer is exact. The distribution of the totals is kept
for each state as one whole number: a field for each total, and in it the
playthroughs with that total, as parts of a whole that every branching divides
without rest. To add words is to shift it, to branch is to divide it. States
with the same words ahead of them share one number; nothing is rounded.

Where something loops, totals are whole words too, but their shares are
floating-point numbers, and playthroughs of which next to none are left are
dropped: the answer is right unless the half falls within a billionth of a step.
"""

from __future__ import annotations

from collections import Counter
from math import lcm
from typing import NamedTuple, Sequence

from game.prove.order import Order, Out, leading_to

NOTHING = 1e-12
"""What share of all playthroughs may be left out where some have no end."""

CLOSE = 1e-9
"""How near a share is to a half that is counted as one."""

MOST_BITS = 400_000_000_000
"""Work, in bits moved, after which the exact way is not tried."""

MOST_STEPS = 20_000_000
"""Totals moved from state to state after which a story with loops is given up."""


class Words(NamedTuple):
    """What there is to read.

    Attributes:
        page: The words of each state.
        after: For each state, the words on the way to each of those it leads to.
    """

    page: Sequence[int]
    after: Sequence[Sequence[int]]


def median(out: Out, order: Order, words: Words) -> int | None:
    """The least total that at least half of all random playthroughs do not exceed.

    Returns:
        None if half of them have no end, or if it takes too long to work out.
    """
    found = _around(out, words) if order.loops else _straight(_gathered(out, order, words))
    return None if found is None else found + words.page[0]


class _Kind(NamedTuple):
    """States with the same words ahead.

    Attributes:
        ways: How many ways lead on.
        ahead: Words to the next page and that page's, and its kind, with how many
            of the ways these are.
        whole: A number that the branchings ahead divide without rest.
    """

    ways: int
    ahead: tuple[tuple[tuple[int, int], int], ...]
    whole: int


def _gathered(out: Out, order: Order, words: Words) -> list[_Kind]:
    """The kinds of states, each behind those it leads to; the first state's is the last."""
    number: dict[tuple[tuple[tuple[int, int], int], ...], int] = {}
    kinds: list[_Kind] = []
    kind_of = [0] * len(out)
    for state in reversed(order.states):
        there = out[state] or ()
        ways = Counter(
            (more + words.page[following], kind_of[following])
            for following, more in zip(there, words.after[state], strict=True)
        )
        ahead = tuple(sorted(ways.items()))
        if ahead not in number:
            number[ahead] = len(kinds)
            whole = max(len(there), 1) * lcm(*(kinds[kind].whole for (_, kind), _ in ahead))
            kinds.append(_Kind(len(there), ahead, whole))
        kind_of[state] = number[ahead]
    return kinds[: kind_of[0] + 1]


def _straight(kinds: list[_Kind]) -> int | None:
    low, high = _windows(kinds)
    whole = kinds[-1].whole
    wide = whole.bit_length()
    work = sum((high[i] - low[i] + 1) * len(k.ahead) for i, k in enumerate(kinds) if high[i] >= 0)
    if work * wide > MOST_BITS:
        return None
    shares = [0] * len(kinds)
    shares[-1] = whole
    for i in range(len(kinds) - 1, -1, -1):
        share, shares[i] = shares[i], 0
        if not share:
            continue
        if not kinds[i].ways:
            shares[i] = share
            continue
        part = share // kinds[i].ways
        for (more, following), times in kinds[i].ahead:
            shift = (low[i] + more - low[following]) * wide
            shares[following] += (part * times) << shift
    return _half(shares, low, wide, whole)


def _windows(kinds: list[_Kind]) -> tuple[list[int], list[int]]:
    """The least and the greatest total at each kind; -1 for the greatest of one never come to."""
    low, high = [-1] * len(kinds), [-1] * len(kinds)
    low[-1] = high[-1] = 0
    for i in range(len(kinds) - 1, -1, -1):
        for (more, following), _ in kinds[i].ahead if high[i] >= 0 else ():
            least = low[i] + more
            if low[following] < 0 or least < low[following]:
                low[following] = least
            high[following] = max(high[following], high[i] + more)
    return low, high


def _half(shares: list[int], low: list[int], wide: int, whole: int) -> int:
    """The least total with half of the whole up to it; what is left are the shares of ends."""
    ends = [(least, share) for least, share in zip(low, shares, strict=True) if share]
    first = min(least for least, _ in ends)
    together = sum(share << (least - first) * wide for least, share in ends)
    mask, seen = (1 << wide) - 1, 0
    fields = together.to_bytes((together.bit_length() + 7) // 8, "little")
    for place in range(together.bit_length() // wide + 1):
        seen += _field(fields, place * wide, wide) & mask
        if 2 * seen >= whole:
            return first + place
    raise AssertionError("the shares of all ends are the whole")


def _field(fields: bytes, begin: int, wide: int) -> int:
    """Some bits, and perhaps more above them."""
    return int.from_bytes(fields[begin // 8 : (begin + wide) // 8 + 1], "little") >> begin % 8


def _around(out: Out, words: Words) -> int | None:
    """Walk all playthroughs at once, a step at a time, until the half is certain."""
    saved = leading_to(out, [state for state, there in enumerate(out) if not there])
    going: dict[int, dict[int, float]] = {0: {0: 1.0}}
    done: dict[int, float] = {}
    work = 0
    while going:
        ahead: dict[int, dict[int, float]] = {}
        for state, totals in going.items():
            if state not in saved:
                continue
            there = out[state] or ()
            if not there:
                _pour(totals, done, 1.0, 0)
            for following, more in zip(there, words.after[state], strict=True):
                into = ahead.setdefault(following, {})
                _pour(totals, into, 1 / len(there), more + words.page[following])
                work += len(totals)
        going = ahead
        left = sum(sum(totals.values()) for s, totals in going.items() if s in saved)
        if left < NOTHING or _certain(done, going, left):
            return _least(done, 0.5 - CLOSE)
        if work > MOST_STEPS:
            return None
    return _least(done, 0.5 - CLOSE)


def _pour(source: dict[int, float], into: dict[int, float], part: float, more: int) -> None:
    for total, share in source.items():
        into[total + more] = into.get(total + more, 0.0) + share * part


def _certain(done: dict[int, float], going: dict[int, dict[int, float]], left: float) -> bool:
    """Whether nothing still going can change the half."""
    found = _least(done, 0.5 + CLOSE)
    if found is None:
        return False
    below = sum(share for total, share in done.items() if total < found)
    still = any(total < found for totals in going.values() for total in totals)
    return below + (left if still else 0.0) < 0.5 - CLOSE


def _least(done: dict[int, float], half: float) -> int | None:
    for total in sorted(done):
        half -= done[total]
        if half <= 0:
            return total
    return None
