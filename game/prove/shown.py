"""What each state and each transition of a campaign shows, as bits of whole numbers."""

from __future__ import annotations

from typing import Callable, Iterable

from game.prove.emit import Key
from game.prove.moves import Taking
from game.prove.places import Turn, key_of, outcome_turns, page_turns
from game.prove.space import Space

Keys = frozenset[str]
Edge = tuple[int, Taking, int]
"""A way out of a state: where it leads, what is taken, and what is shown along it."""


class Shown:
    """What can be shown, and where.

    Attributes:
        page: What each state shows.
        edges: The ways out of each state; along them are shown the order itself,
            its result and its outcome.
    """

    def __init__(self, space: Space) -> None:
        self._space = space
        self._pages: dict[str, _Asked] = {}
        self._outcomes: dict[Taking, _Asked] = {}
        self._bits: dict[str, int] = {}
        takings = [move.taking for move in space.moves.all]
        self.page = [self._page(state) for state in range(len(space.out))]
        self.edges: list[list[Edge]] = [
            [
                (to, takings[move], self._after(state, takings[move]))
                for to, move in zip(there or (), space.via[state], strict=True)
            ]
            for state, there in enumerate(space.out)
        ]

    def everything(self) -> int:
        """All that can be shown."""
        return (1 << len(self._bits)) - 1

    def keys(self, bits: int) -> Keys:
        """Which passages these are."""
        return frozenset(key for key, bit in self._bits.items() if bits & bit)

    def _page(self, state: int) -> int:
        id, story = self._space.node[state], self._space.program.story
        asked = self._pages.get(id)
        if asked is None:
            turns = page_turns(story.nodes.get(id) or story.endings[id])
            asked = _Asked(self._space, id, [turn for turn in turns if turn.passages])
            self._pages[id] = asked
        return self._shown(asked, state)

    def _after(self, state: int, taking: Taking) -> int:
        asked = self._outcomes.get(taking)
        if asked is None:
            asked = _Asked(self._space, taking.node, list(outcome_turns(taking)))
            if taking.choice or taking.falls:
                asked.always = self._bit(key_of(taking))
            self._outcomes[taking] = asked
        return self._shown(asked, state)

    def _shown(self, asked: _Asked, state: int) -> int:
        alike = asked.look(self._space.key[state])
        found = asked.known.get(alike)
        if found is None:
            keys = asked.first(self._space, state)
            found = asked.always | sum({self._bit(key) for key in keys})
            asked.known[alike] = found
        return found

    def _bit(self, key: str) -> int:
        return self._bits.setdefault(key, 1 << len(self._bits))


class _Asked:
    """Passages that are shown together, and what is known of them.

    Attributes:
        look: What their conditions read, of a state's key.
        known: What is shown, by that.
        always: What is shown with them in any case.
    """

    def __init__(self, space: Space, node: str, turns: list[Turn]) -> None:
        self._turns = turns
        tests = (condition for turn in turns for _, condition in turn.items)
        self.look: Callable[[Key], object] = space.seen(node, space.reads.conditions(tests))
        self.known: dict[object, int] = {}
        self.always = 0

    def first(self, space: Space, state: int) -> Iterable[str]:
        """Of each turn the first passage that is shown in a state."""
        full = space.full(state)
        for turn in self._turns:
            for key, condition in turn.items:
                if condition is None or space.program.value(condition, full):
                    yield key
                    break
