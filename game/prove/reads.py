"""Which slots of the state an expression, effect or text reads.

A set of slots is an integer with one bit a slot: sets are joined and compared
many times while liveness is worked out.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Iterable, Iterator, NamedTuple

from game.engine import Program
from game.language import Expr, Print, names_in, parse_effect, parse_expression, parse_inline
from game.language.tree import Recall, walk
from game.model import Ending, Node, OneOf, Passage, Prose, Result

Slots = int
"""A set of slots, one bit each."""


class Change(NamedTuple):
    """An effect as liveness sees it.

    Attributes:
        target: The slot it sets.
        reads: The slots its right side reads.
        adds: Whether it adds to what the slot held.
        strict: Whether it may leave forbidden bounds, so that it matters
            though nothing reads the slot later.
    """

    source: str
    target: Slots
    reads: Slots
    adds: bool
    strict: bool


class Reads:
    """What the parts of one campaign read.

    Attributes:
        names: The name of each slot, in the order of the engine's layout.
        expression: The slots that an expression reads.
        effect: An effect as liveness sees it.
        among: The numbers of the slots in a set, in order.
    """

    def __init__(self, program: Program) -> None:
        self._program = program
        self.names = tuple(program.layout.slots("", ""))
        self._bit = {name: 1 << i for i, name in enumerate(self.names)}
        self._derived: dict[str, Slots] = {}
        for id in program.story.derived:
            self._derive(id)
        self.expression = lru_cache(maxsize=None)(self._expression)
        self.effect = lru_cache(maxsize=None)(self._effect)
        self.among = lru_cache(maxsize=None)(self._among)

    def _derive(self, id: str) -> Slots:
        """What a derived value reads, those it uses included. Check has found cycles."""
        if id not in self._derived:
            self._derived[id] = self._of(parse_expression(self._program.story.derived[id].expr))
        return self._derived[id]

    def _of(self, expr: Expr) -> Slots:
        found = 0
        for name in names_in(expr):
            if name in self._program.story.derived:
                found |= self._derive(name)
            else:
                found |= self._bit.get(name, 0)
        for part in walk(expr):
            if isinstance(part, Recall):
                found |= self.slot(f"{part.name} {part.id}")
        return found

    def _expression(self, source: str) -> Slots:
        return self._of(parse_expression(source))

    def _effect(self, source: str) -> Change:
        effect = parse_effect(source)
        variable = self._program.variables[effect.target]
        strict = variable.kind == "int" and variable.on_overflow == "error"
        target, reads = self._bit[effect.target], self._of(effect.value)
        return Change(source, target, reads, effect.op != "=", strict)

    def slot(self, name: str) -> Slots:
        """The slot of a variable, or of a recollection as `visits x` or `chosen x.y`; else none."""
        return self._bit.get(name, 0)

    def _among(self, slots: Slots) -> tuple[int, ...]:
        return tuple(i for i in range(len(self.names)) if slots >> i & 1)

    def conditions(self, sources: Iterable[str | None]) -> Slots:
        """What any of the conditions reads; None stands for no condition."""
        found = 0
        for source in sources:
            if source:
                found |= self.expression(source)
        return found

    def printed(self, texts: Iterable[str | None]) -> Slots:
        """The variables that texts print."""
        found = 0
        for text in texts:
            for span in parse_inline(text) if text and "{" in text else ():
                if isinstance(span, Print):
                    found |= self.slot(span.id)
        return found

    def page(self, node: Node | Ending) -> Slots:
        """What the page of a node reads when it is shown."""
        prose = (*node.text, *node.brief)
        found = self.conditions(conditions_of(prose)) | self.printed(texts_of(prose))
        found |= self.conditions(when.condition for when in node.at)
        found |= self.conditions(marker.condition for marker in node.markers)
        return found | self.printed([node.title, *(m.label for m in node.markers), *_said(node)])

    def outcome(self, result: Result) -> tuple[Slots, Slots]:
        """What an outcome reads: its conditions before the effects, its figures after them."""
        prose = (*result.outcome, *result.outcome_brief)
        return self.conditions(conditions_of(prose)), self.printed(texts_of(prose))


def conditions_of(prose: Prose) -> Iterator[str | None]:
    """The conditions of a text's passages."""
    for passage in _passages(prose):
        yield passage.condition


def texts_of(prose: Prose) -> Iterator[str]:
    """The texts of a text's passages."""
    for passage in _passages(prose):
        yield passage.text


def _passages(prose: Prose) -> Iterator[Passage]:
    for part in prose:
        if isinstance(part, OneOf):
            yield from part.passages
        else:
            yield part


def _said(node: Node | Ending) -> Iterator[str | None]:
    """What else of a decision's page can print a value."""
    if not isinstance(node, Node):
        return
    yield node.hidden
    yield node.exit.text if node.exit else None
    yield from (advice.text for advice in node.advice)
    for choice in node.choices:
        yield from (choice.label, choice.detail, choice.disabled_reason)
    if node.record:
        yield from (node.record.text, node.record.brief, node.record.dispute)
