"""How much there is to read: of each state, of each order, and of whole playthroughs."""

from __future__ import annotations

from functools import lru_cache
from typing import Callable, Iterator, Mapping, NamedTuple

from game.language import spoken_length
from game.model import Choice, Ending, Node, OneOf, Prose, Story
from game.prove.chances import Chances
from game.prove.emit import Key
from game.prove.median import Words, median
from game.prove.moves import Taking
from game.prove.order import Order
from game.prove.reads import Slots, conditions_of
from game.prove.space import Space


class Lengths(NamedTuple):
    """Words of a campaign's playthroughs.

    Attributes:
        whole: All that can be read in the campaign.
        median: At least half of all random playthroughs have no more; exact, to the
            word, where nothing loops. None if half have no end.
        longest: None where a playthrough may go round for ever.
        met: The share of the whole that a random playthrough meets, on average.
    """

    whole: int
    median: int | None
    longest: int | None
    met: float


def lengths(space: Space, order: Order, chances: Chances) -> Lengths:
    """Measure a campaign that was walked whole. A player reads everything, once.

    States that were merged show the same words: what a text's conditions read is
    live where the text is shown, so states that differ in it are kept apart.
    """
    reader = _Reader(space)
    words = Words(
        reader.pages(),
        [
            [reader.after(s, move.taking) for _, move in space.edges(s)]
            for s in range(len(space.out))
        ],
    )
    whole = sum(_all_words(space.program.story, space, node) for node in space.by_node)
    return Lengths(
        whole,
        median(space.out, order, words),
        None if order.loops else _longest(space, order, words),
        _met(space, words, chances) / whole if whole else 1.0,
    )


class _Reader:
    """Words of pages and of what follows from orders, by the state they are read in."""

    def __init__(self, space: Space) -> None:
        self._space = space
        self._known: dict[Taking, tuple[Callable[[Key], object], dict[object, int]]] = {}

    def pages(self) -> list[int]:
        """The words of each state's page; worked out once for states alike in what it reads."""
        found = [0] * len(self._space.node)
        for id, states in self._space.by_node.items():
            seen = self._space.seen(id, self._asked(id))
            known: dict[object, int] = {}
            for state in states:
                alike = seen(self._space.key[state])
                if alike not in known:
                    known[alike] = self._of_page(id, state)
                found[state] = known[alike]
        return found

    def _asked(self, id: str) -> Slots:
        """What the words of a page depend on."""
        story, reads = self._space.program.story, self._space.reads
        node = story.nodes.get(id)
        found = reads.conditions(conditions_of((node or story.endings[id]).text))
        for choice in node.choices if node else ():
            found |= reads.conditions([choice.visible_if])
            found |= reads.slot(f"chosen {id}.{choice.id}") if choice.once else 0
        return found

    def _of_page(self, id: str, state: int) -> int:
        story = self._space.program.story
        node = story.nodes.get(id)
        words = self._prose((node or story.endings[id]).text, state)
        if node is None:
            return words
        words += _fixed_words(node)
        return words + sum(
            _words(choice.label) + _words(choice.detail)
            for choice in node.choices
            if self._visible(id, choice, state)
        )

    def _visible(self, id: str, choice: Choice, state: int) -> bool:
        if choice.once:
            slot = self._space.reads.names.index(f"chosen {id}.{choice.id}")
            if self._space.full(state)[slot]:
                return False
        return not choice.visible_if or self._holds(choice.visible_if, state)

    def after(self, state: int, taking: Taking) -> int:
        """The words that follow on leaving a state: the outcome, what was hidden, the record."""
        if taking not in self._known:
            slots = self._space.reads.conditions(conditions_of(taking.result.outcome))
            self._known[taking] = (self._space.seen(taking.node, slots), {})
        seen, known = self._known[taking]
        alike = seen(self._space.key[state])
        if alike not in known:
            known[alike] = self._after(state, taking)
        return known[alike]

    def _after(self, state: int, taking: Taking) -> int:
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


def _longest(space: Space, order: Order, words: Words) -> int:
    most = [0] * len(space.out)
    most[0] = words.page[0]
    for state in order.states:
        so_far = most[state]
        for following, more in zip(space.out[state] or (), words.after[state], strict=True):
            most[following] = max(most[following], so_far + more + words.page[following])
    return max(most)


def _met(space: Space, words: Words, chances: Chances) -> float:
    """Words that a random playthrough meets on average; a page that is met twice counts once."""
    found: dict[object, float] = {}
    most: dict[object, int] = {}
    for state, part in enumerate(chances.parts):
        share, node, page = float(part / chances.whole), space.node[state], words.page[state]
        found[node] = found.get(node, 0.0) + share * page
        most[node] = max(most.get(node, 0), page)
        ways = len(words.after[state])
        for (_, move), more in zip(space.edges(state), words.after[state], strict=True):
            key = move.taking
            found[key] = found.get(key, 0.0) + share / ways * more
            most[key] = max(most.get(key, 0), more)
    return sum(min(much, most[key]) for key, much in found.items())


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
    cited.update(*(chapter.cited for chapter in story.chapters.values()))
    cited |= {anchor.fact for anchor in story.anchors if anchor.fact}
    for id in shown:
        conflict = story.conflicts[id]
        cited |= {*conflict.facts, *(r.fact for r in conflict.readings if r.fact)}
    return {
        "facts": len(story.facts),
        "facts_cited": len(cited),
        "conflicts_shown": len(shown),
    }
