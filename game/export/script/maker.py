"""What passages are made with, and the steps that all of them use."""

from __future__ import annotations

from dataclasses import dataclass

from game.export.script.calls import Calls, asked
from game.export.script.heads import Heads
from game.export.script.parts import (
    NOW,
    Bits,
    Change,
    Count,
    Names,
    Offer,
    Offers,
    Steps,
    Test,
    Ways,
)
from game.export.script.wording import Wording
from game.language import Expr, parse_effect
from game.language.tree import Binary, Logic, Name, Unary
from game.model import Choice, Ending, Node, Story
from game.model import Ways as WaysOn
from game.view import Tongue


@dataclass(frozen=True, slots=True)
class Maker:
    """What passages are made with."""

    story: Story
    calls: Calls
    heads: Heads
    tongue: Tongue

    def wording(self, changed: Names = NOW) -> Wording:
        """For texts that are shown when these slots have changed."""
        return Wording(self.story, self.tongue, changed)

    def words(self, words: str) -> Bits:
        """Words of the interface."""
        return (self.tongue.say(words),)

    def ways(self, node: Node, ways: WaysOn) -> Ways:
        """Ways out of a node, conditions asked of the present state."""
        return tuple((asked(way.condition), self.calls.target(way, node.id)) for way in ways)

    def onward(self, node: Node, ways: WaysOn) -> Offers:
        """Continue."""
        return Offers((Offer(self.words("Continue."), self.ways(node, ways)),))

    def entered(self, shown: Node | Ending) -> Steps:
        """What entry does."""
        cap = self.story.recalled.get(shown.id)
        count: Steps = (Count(shown.id, cap),) if cap else ()
        return count + (changes(shown.effects) if isinstance(shown, Node) else ())


def changes(effects: tuple[str, ...]) -> Steps:
    """Effects in order."""
    found: list[Change] = []
    for source in effects:
        effect = parse_effect(source)
        value = effect.value
        if effect.op != "=":
            value = Binary(effect.op[0], Name(effect.target, 0), value, 0)
        found.append(Change(effect.target, value))
    return tuple(found)


def visible(node: Node, choice: Choice) -> Test | None:
    """When a choice is shown; None if always."""
    parts = [asked(choice.visible_if)]
    if choice.once:
        parts.append(Test(Unary("not", Name(f"chosen {node.id}.{choice.id}", 0), 0)))
    return every(parts)


def opened(node: Node, choice: Choice) -> Test | None:
    """When a choice can be taken; None if always."""
    return every([visible(node, choice), asked(choice.enabled_if)])


def every(tests: list[Test | None]) -> Test | None:
    """Whether all hold; None if they always do."""
    return _joined("and", [test for test in tests if test is not None])


def either(tests: list[Test]) -> Test | None:
    """Whether one of several holds; None of none."""
    return _joined("or", tests)


def negated(test: Test) -> Test:
    """Whether a condition does not hold."""
    return Test(Unary("not", test.expr, 0), test.earlier)


def _joined(op: str, tests: list[Test]) -> Test | None:
    if len(tests) < 2:
        return tests[0] if tests else None
    parts: tuple[Expr, ...] = tuple(test.expr for test in tests)
    return Test(Logic(op, parts, 0), frozenset().union(*(test.earlier for test in tests)))
