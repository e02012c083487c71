"""How much there is to read: of each state, of each order, and of whole playthroughs."""

from __future__ import annotations

from functools import lru_cache
from typing import Iterator, Mapping, NamedTuple

from game.language import spoken_length
from game.model import Ending, Node, OneOf, Prose, Story
from game.prove.chances import Chances
from game.prove.moves import Taking
from game.prove.order import Order
from game.prove.space import Space

GRAIN = 40
"""Words within which totals are put together while playthroughs are added up."""

NOTHING = 1e-9
"""What share of all playthroughs may be left out, where some have no end."""


class Lengths(NamedTuple):
    """Words of a campaign's playthroughs.

    Attributes:
        whole: All that can be read in the campaign.
        median: Half of all random playthroughs have fewer.
        longest: None where a playthrough may go round for ever.
        met: The share of the whole that a random playthrough meets, on average.
    """

    whole: int
    median: float
    longest: int | None
    met: float


def lengths(space: Space, order: Order, chances: Chances) -> Lengths:
    """Measure a campaign that was walked whole. A player reads everything, once."""
    reader = _Reader(space)
    whole = sum(_all_words(space.program.story, space, node) for node in space.by_node)
    return Lengths(
        whole,
        _median(space, reader),
        None if order.loops else _longest(space, order, reader),
        _met(space, reader, chances) / whole if whole else 1.0,
    )


class _Reader:
    """Words of pages and of what follows from orders, by the state they are read in."""

    def __init__(self, space: Space) -> None:
        self._space = space
        self._page: list[int] = [self._of_page(state) for state in range(len(space.node))]
        self.after = lru_cache(maxsize=None)(self._after)

    def page(self, state: int) -> int:
        """The words of a state's page."""
        return self._page[state]

    def _of_page(self, state: int) -> int:
        story, id = self._space.program.story, self._space.node[state]
        node = story.nodes.get(id)
        words = self._prose((node or story.endings[id]).text, state)
        if node is None:
            return words
        words += _fixed_words(node)
        return words + sum(
            _words(choice.label) + _words(choice.detail)
            for choice in node.choices
            if not choice.visible_if or self._holds(choice.visible_if, state)
        )

    def _after(self, state: int, taking: Taking) -> int:
        """The words that follow on leaving a state: the outcome, what was hidden, the record."""
        node = self._space.program.story.nodes[taking.node]
        words = self._prose(taking.result.outcome, state)
        return words + _words(node.hidden) + _record_words(node, self._space.program.story)

    def _prose(self, prose: Prose, state: int) -> int:
        words = 0
        for part in prose:
            for passage in part.passages if isinstance(part, OneOf) else (part,):
                if passage.condition is None or self._holds(passage.condition, state):
                    words += _words(passage.text)
                    break
        return words

    def _holds(self, condition: str, state: int) -> bool:
        return bool(self._space.program.value(condition, self._space.full(state)))


def _longest(space: Space, order: Order, reader: _Reader) -> int:
    most = [0] * len(space.out)
    most[0] = reader.page(0)
    for state in order.states:
        for following, move in space.edges(state):
            words = most[state] + reader.after(state, move.taking) + reader.page(following)
            most[following] = max(most[following], words)
    return max(most)


Totals = dict[int, tuple[float, float]]
"""Playthroughs by their words, in grains: their share, and their words times their share."""


def _median(space: Space, reader: _Reader) -> float:
    """Walk all playthroughs at once, a step at a time."""
    going: dict[int, Totals] = {}
    done: Totals = {}
    _put(going.setdefault(0, {}), 1.0, float(reader.page(0)))
    while (
        going and sum(share for totals in going.values() for share, _ in totals.values()) > NOTHING
    ):
        ahead: dict[int, Totals] = {}
        for state, totals in going.items():
            there = list(space.edges(state))
            if not there:
                _pour(totals, done, 1.0, 0)
            for following, move in there:
                words = reader.after(state, move.taking) + reader.page(following)
                _pour(totals, ahead.setdefault(following, {}), 1 / len(there), words)
        going = ahead
    return _middle(done)


def _put(totals: Totals, share: float, words: float) -> None:
    grain = int(words // GRAIN)
    had, weight = totals.get(grain, (0.0, 0.0))
    totals[grain] = (had + share, weight + share * words)


def _pour(source: Totals, into: Totals, part: float, more: int) -> None:
    for share, weight in source.values():
        _put(into, share * part, weight / share + more)


def _middle(totals: Totals) -> float:
    half = sum(share for share, _ in totals.values()) / 2
    for grain in sorted(totals):
        share, weight = totals[grain]
        half -= share
        if half <= 0:
            return weight / share
    return 0.0


def _met(space: Space, reader: _Reader, chances: Chances) -> float:
    """Words that a random playthrough meets on average; a page that is met twice counts once."""
    found: dict[object, float] = {}
    words: dict[object, int] = {}
    for state in range(len(space.out)):
        share = float(chances.of([state]))
        there = list(space.edges(state))
        found[space.node[state]] = found.get(space.node[state], 0.0) + share * reader.page(state)
        words[space.node[state]] = max(words.get(space.node[state], 0), reader.page(state))
        for _, move in there:
            key, much = move.taking, reader.after(state, move.taking)
            found[key] = found.get(key, 0.0) + share / len(there) * much
            words[key] = max(words.get(key, 0), much)
    return sum(min(much, words[key]) for key, much in found.items())


@lru_cache(maxsize=8192)
def _words(text: str | None) -> int:
    return spoken_length(text) if text else 0


def _fixed_words(node: Node) -> int:
    return _words(node.title) + sum(_words(advice.text) for advice in node.advice)


def _record_words(node: Node, story: Story) -> int:
    if node.record is None:
        return 0
    asides = (story.asides[id] for id in node.record.asides)
    told = _words(node.record.text) + _words(node.record.dispute)
    return told + sum(_words(aside.title) + _words(aside.text) for aside in asides)


def _all_words(story: Story, space: Space, id: str) -> int:
    """Every text of a node, whatever it depends on."""
    node: Node | Ending = story.nodes.get(id) or story.endings[id]
    words = sum(map(_words, _texts(node.text)))
    if not isinstance(node, Node):
        return words
    words += _fixed_words(node) + _words(node.hidden) + _record_words(node, story)
    for choice in node.choices:
        words += _words(choice.label) + _words(choice.detail)
    for taking in space.moves.at[id]:
        words += sum(map(_words, _texts(taking.result.outcome)))
    return words


def _texts(prose: Prose) -> Iterator[str]:
    for part in prose:
        yield from (p.text for p in (part.passages if isinstance(part, OneOf) else (part,)))


def counts(story: Story) -> Mapping[str, int]:
    """How many facts there are, how many are cited, and how many conflicts are shown."""
    cited: set[str] = {c.fact for m in story.metrics.values() for c in m.claims if c.fact}
    shown: set[str] = set()
    for node in story.nodes.values():
        cited |= {*node.known, *(node.record.facts if node.record else ())}
        shown |= set(node.record.conflicts if node.record else ())
    cited.update(*(ending.facts for ending in story.endings.values()))
    cited.update(*(aside.facts for aside in story.asides.values()))
    cited.update(*(chapter.facts for chapter in story.chapters.values()))
    cited |= {anchor.fact for anchor in story.anchors if anchor.fact}
    for id in shown:
        conflict = story.conflicts[id]
        cited |= {*conflict.facts, *(r.fact for r in conflict.readings if r.fact)}
    return {
        "facts": len(story.facts),
        "facts_cited": len(cited),
        "conflicts_shown": len(shown),
    }
