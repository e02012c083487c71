"""The order of a graph: what comes before what, and where it goes in circles."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import Iterator, NamedTuple, Sequence

Out = Sequence[Sequence[int] | None]
"""For each state, the states it leads to."""


class Order(NamedTuple):
    """The states, parted into components: states that lead to each other.

    Attributes:
        states: All states; where nothing loops, each before those it leads to.
        components: Each before those it leads to; empty where nothing loops, for
            then every state is one by itself.
        loops: The components in which one can go round for ever.
        longest: The most branchings on one way; where something loops, of the
            part before it.
    """

    states: list[int]
    components: list[list[int]]
    loops: list[list[int]]
    longest: int


def order_of(out: Out) -> Order:
    """The components of a graph in their order."""
    straight, longest = _straight(out)
    if len(straight) == len(out):
        return Order(straight, [], [], longest)
    components, loops = _tangled(out, straight)
    return Order([state for c in components for state in c], components, loops, longest)


def _straight(out: Out) -> tuple[list[int], int]:
    """States in order, as far as one comes without meeting a loop, and the most branchings."""
    ways_in = [0] * len(out)
    for state, count in Counter(chain.from_iterable(filter(None, out))).items():
        ways_in[state] = count
    length = [0] * len(out)
    done = [state for state, count in enumerate(ways_in) if count == 0]
    for state in done:
        there = out[state] or ()
        far = length[state] + (len(there) > 1)
        for following in there:
            if far > length[following]:
                length[following] = far
            ways_in[following] -= 1
            if not ways_in[following]:
                done.append(following)
    return done, max(length)


def _tangled(out: Out, straight: list[int]) -> tuple[list[list[int]], list[list[int]]]:
    """Components by Tarjan's algorithm, without recursion."""
    finder = _Tarjan(out)
    for state in straight:
        finder.done[state] = True
    for state in range(len(out)):
        if not finder.done[state]:
            finder.search(state)
    found = [[state] for state in straight] + finder.found[::-1]
    loops = [c for c in found if len(c) > 1 or c[0] in (out[c[0]] or ())]
    return found, loops


class _Tarjan:
    def __init__(self, out: Out) -> None:
        self._out = out
        self.done = [False] * len(out)
        self.found: list[list[int]] = []
        self._number: dict[int, int] = {}
        self._low: dict[int, int] = {}
        self._stack: list[int] = []

    def search(self, start: int) -> None:
        trail = [self._enter(start)]
        while trail:
            state, ahead = trail[-1]
            following = next(ahead, None)
            if following is None:
                trail.pop()
                self._leave(state)
                if trail:
                    self._lower(trail[-1][0], self._low[state])
            elif following not in self._number:
                if not self.done[following]:
                    trail.append(self._enter(following))
            elif not self.done[following]:
                self._lower(state, self._number[following])

    def _enter(self, state: int) -> tuple[int, Iterator[int]]:
        self._number[state] = self._low[state] = len(self._number)
        self._stack.append(state)
        return state, iter(self._out[state] or ())

    def _lower(self, state: int, low: int) -> None:
        if low < self._low[state]:
            self._low[state] = low

    def _leave(self, state: int) -> None:
        if self._low[state] != self._number[state]:
            return
        component: list[int] = []
        while not component or component[-1] != state:
            component.append(self._stack.pop())
            self.done[component[-1]] = True
        self.found.append(component)


def leading_to(out: Out, goals: Sequence[int]) -> set[int]:
    """The states from which some way leads to one of the goals, the goals included."""
    back: dict[int, list[int]] = {}
    for state, there in enumerate(out):
        for following in there or ():
            back.setdefault(following, []).append(state)
    found = set(goals)
    waiting = list(goals)
    while waiting:
        for state in back.get(waiting.pop(), ()):
            if state not in found:
                found.add(state)
                waiting.append(state)
    return found
