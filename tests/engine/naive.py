"""The engine again, slow and simple: it walks the model and generates nothing.

Visits are counted without end and every choice is remembered, so that it also
shows that what the engine forgets can never matter.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Callable

from game.language import Expr, parse_effect, parse_expression
from game.language.tree import Binary, Call, IfElse, Literal, Logic, Name, Recall, Unary
from game.model import RETURN, Choice, LedgerEntry, Story, Value, Way, Ways

_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "//": lambda a, b: a // b,
    "%": lambda a, b: a % b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}
_CALLS: dict[str, Callable[..., Any]] = {"min": min, "max": max, "abs": abs}


class Naive:
    """A playthrough that changes as it goes."""

    def __init__(self, story: Story, campaign: str) -> None:
        self.story = story
        self.variables: dict[str, Value] = {
            v.id: v.start
            for v in story.variables.values()
            if not v.campaigns or campaign in v.campaigns
        }
        self.ledger = {
            m.id: m.start
            for m in story.metrics.values()
            if not m.campaigns or campaign in m.campaigns
        }
        self.visits: Counter[str] = Counter()
        self.chosen: set[str] = set()
        self.stack: list[tuple[str, str]] = []
        self.pages: list[str] = []
        self.node = ""
        self._arrive(story.campaigns[campaign].start)

    def options(self) -> list[tuple[str, bool]]:
        """The choices shown, with whether each is enabled."""
        node = self.story.nodes.get(self.node)
        choices = node.choices if node else ()
        return [(c.id, self._enabled(c)) for c in choices if self._visible(c)]

    def step(self, id: str) -> None:
        """Give an order that is open."""
        assert (id, True) in self.options()
        choice = next(c for c in self.story.nodes[self.node].choices if c.id == id)
        result = next(r for r in choice.results if self.holds(r.condition))
        self.chosen.add(f"{self.node}.{id}")
        self._share(result.ledger)
        self._run(result.effects)
        self.pages = []
        self._leave(result.ways)

    def holds(self, condition: str | None) -> bool:
        """Whether a condition holds now."""
        return condition is None or self.value(parse_expression(condition)) is True

    def value(self, expr: Expr) -> Any:
        """What an expression gives now."""
        match expr:
            case Literal():
                return expr.value
            case Name():
                return self._named(expr.name)
            case Unary():
                inner = self.value(expr.operand)
                return not inner if expr.op == "not" else -inner
            case Binary():
                return _OPERATORS[expr.op](self.value(expr.left), self.value(expr.right))
            case Logic():
                answers = [self.value(e) for e in expr.operands]
                return all(answers) if expr.op == "and" else any(answers)
            case IfElse():
                return self.value(expr.then if self.value(expr.condition) else expr.other)
            case Call():
                return _CALLS[expr.name](*[self.value(e) for e in expr.arguments])
            case Recall():
                return self.visits[expr.id] if expr.name == "visits" else expr.id in self.chosen

    def _named(self, name: str) -> Any:
        if name in self.variables:
            return self.variables[name]
        derived = self.story.derived.get(name)
        return self.value(parse_expression(derived.expr)) if derived else name

    def _visible(self, choice: Choice) -> bool:
        used = choice.once and f"{self.node}.{choice.id}" in self.chosen
        return not used and self.holds(choice.visible_if)

    def _enabled(self, choice: Choice) -> bool:
        return self.holds(choice.enabled_if)

    def _share(self, shares: tuple[LedgerEntry, ...]) -> None:
        for metric, share in shares:
            more = share if isinstance(share, int) else self.value(parse_expression(share))
            self.ledger[metric] += more

    def _run(self, effects: tuple[str, ...]) -> None:
        for source in effects:
            effect = parse_effect(source)
            value = self.value(effect.value)
            variable = self.story.variables[effect.target]
            if effect.op != "=":
                value = _OPERATORS[effect.op[0]](self.variables[effect.target], value)
            if variable.kind == "int":
                value = sorted([variable.min, value, variable.max])[1]
            self.variables[effect.target] = value

    def _leave(self, ways: Ways) -> None:
        self._go(next(way for way in ways if self.holds(way.condition)))

    def _go(self, way: Way) -> None:
        if way.scene is not None:
            self.stack.append((way.to, self.node))
            self._arrive(self.story.scenes[way.scene].start)
        elif way.to == RETURN:
            then, _ = self.stack.pop()
            self._go(Way(then))
        else:
            self._arrive(way.to)

    def _arrive(self, id: str) -> None:
        self.node = id
        self.visits[id] += 1
        node = self.story.nodes.get(id)
        if node is None:
            return
        self._run(node.effects)
        if node.ways:
            self.pages.append(id)
            self._leave(node.ways)
        elif node.fallback and not any(enabled for _, enabled in self.options()):
            self.pages.append(id)
            self._share(node.fallback.ledger)
            self._run(node.fallback.effects)
            self._leave(node.fallback.ways)
