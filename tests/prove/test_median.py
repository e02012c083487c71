"""The median of what there is to read, against a judge that plays every playthrough out."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from game.engine import Position, Program, begin, go, options
from game.engine.program import program
from game.language import spoken_length
from game.model import OneOf, Prose, Story
from game.prove import Limits
from game.prove.chances import counts
from game.prove.explore import Ground, explore
from game.prove.lengths import lengths
from game.prove.median import Words, median
from game.prove.order import order_of
from tests.engine.stories import stories
from tests.helpers import story_from

slowly = settings(
    max_examples=30,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)

MOST = 3000
"""Steps of playthroughs that the judge has patience for."""


def middle(ends: list[tuple[int, Fraction]], left: Fraction) -> int | None:
    """The least total that half of all do not exceed, unless what is left decides it."""
    seen = Fraction(0)
    for total, share in sorted(ends):
        seen += share
        if seen >= Fraction(1, 2):
            below = sum((much for other, much in ends if other < total), Fraction(0))
            assume(below + left < Fraction(1, 2))
            return total
    assume(not left)
    return None


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[list[int]], Words]:
    count = draw(st.integers(1, 9))
    out = [
        draw(st.lists(st.integers(i + 1, count - 1), max_size=3)) if i + 1 < count else []
        for i in range(count)
    ]
    words = st.integers(0, 9)
    page = [draw(words) for _ in out]
    return out, Words(page, [[draw(words) for _ in there] for there in out])


@settings(deadline=None)
@given(graphs())
def test_of_any_graph(drawn):
    out, words = drawn
    ends: list[tuple[int, Fraction]] = []
    waiting = [(0, words.page[0], Fraction(1))]
    for state, total, share in waiting:
        if not out[state]:
            ends.append((total, share))
        for there, more in zip(out[state], words.after[state], strict=True):
            waiting.append((there, total + more + words.page[there], share / len(out[state])))
    assert median(out, order_of(out), words) == middle(ends, Fraction(0))


class Judge:
    """Every playthrough of a story by the engine alone, its words counted as it goes."""

    def __init__(self, story: Story) -> None:
        self.story, self.program = story, program(story, "c")
        self.ends: list[tuple[int, Fraction]] = []
        self.left = Fraction(0)
        opening = begin(self.program)
        total = sum(self.page(s.node, s.state, s.fell) for s in opening.stops)
        total += self.page(opening.position.node, opening.position.state)
        self.longest = 0
        waiting = [(opening.position, total, Fraction(1))]
        for position, so_far, share in waiting:
            if len(waiting) > MOST:
                self.left += share
                continue
            self.onward(position, so_far, share, waiting)

    def onward(
        self,
        position: Position,
        total: int,
        share: Fraction,
        waiting: list[tuple[Position, int, Fraction]],
    ) -> None:
        open_ = [option.id for option in options(position) if option.enabled]
        if not open_:
            self.ends.append((total, share))
            self.longest = max(self.longest, total)
        for id in open_:
            leg = go(position, id)
            words = total + self.outcome(position, id)
            words += sum(self.page(s.node, s.state, s.fell) for s in leg.stops)
            words += self.page(leg.position.node, leg.position.state)
            waiting.append((leg.position, words, share / len(open_)))

    def prose(self, prose: Prose, state: tuple) -> int:
        words = 0
        for part in prose:
            passages = part.passages if isinstance(part, OneOf) else (part,)
            shown = [p for p in passages if not p.condition or self.holds(p.condition, state)]
            words += spoken_length(shown[0].text) if shown else 0
        return words

    def holds(self, condition: str, state: tuple) -> bool:
        return bool(self.program.value(condition, state))

    def page(self, id: str, state: tuple, fell: bool = False) -> int:
        node = self.story.nodes.get(id)
        words = self.prose((node or self.story.endings[id]).text, state)
        if node is None:
            return words
        taken = {name: state[i] for i, name in enumerate(self.program.layout.slots("", ""))}
        for choice in node.choices:
            gone = choice.once and taken[f"chosen {id}.{choice.id}"]
            if not gone and (not choice.visible_if or self.holds(choice.visible_if, state)):
                words += spoken_length(choice.label)
        if fell and node.fallback:
            words += self.prose(node.fallback.text, state)
        return words + spoken_length(node.title)

    def outcome(self, position: Position, id: str) -> int:
        choice = next(c for c in self.story.nodes[position.node].choices if c.id == id)
        for result in choice.results:
            if not result.condition or self.holds(result.condition, position.state):
                return self.prose(result.outcome, position.state)
        raise AssertionError


@slowly
@given(stories())
def test_of_a_story(text):
    story = story_from(text)
    judge = Judge(story)
    ground = Ground(Program(story, "c"))
    space = explore(ground, ground.live(), Limits())
    order = order_of(space.out)
    shares = counts(space, order).chances
    assert shares is not None
    found = lengths(space, order, shares)
    if not order.loops:
        assert not judge.left
        assert found.longest == judge.longest
    assert found.median == middle(judge.ends, judge.left)


def test_half_that_have_no_end_have_no_median():
    out = [[1, 2, 1], [1], []]
    words = Words([1, 1, 1], [[0, 0, 0], [5], []])
    assert median(out, order_of(out), words) is None


def test_going_round_is_counted_each_time():
    out = [[0, 1, 0], []]
    words = Words([10, 1], [[5, 0, 5], []])
    # 11, 26, 41 words with 1/3, 2/9 and 4/27 of all: past half at the second
    assert median(out, order_of(out), words) == 26
