"""How large a story's numbers may become, for tools whose numbers have an end."""

from __future__ import annotations

from typing import Iterator, Mapping

from game.export.errors import ExportError
from game.export.script.parts import Add, Change, Offers, Script, Step, Test, When
from game.language import Expr
from game.language.tree import Binary, Call, IfElse, Literal, Name, Recall, Unary, children

Span = tuple[int, int]
TRUTH: Span = (0, 1)


def within(script: Script, most: int, tool: str) -> None:
    """Make sure that no number of a script goes beyond what a tool can hold.

    What the ledger adds up to is not looked at, only what each order adds.

    Raises:
        ExportError: naming the tool and the number.
    """
    ranges: dict[str, Span] = {}
    for variable in script.story.variables.values():
        if variable.kind == "int":
            ranges[variable.id] = (variable.min, variable.max)
    spans = _Spans(ranges, script.derived)
    for expr in _expressions(script):
        spans.of(expr)
    starts = [abs(metric.start) for metric in script.story.metrics.values()]
    bounds = [abs(end) for span in ranges.values() for end in span]
    largest = max([spans.largest, *starts, *bounds], default=0)
    if largest > most:
        raise ExportError(f"{tool} holds numbers up to {most:,}; this story has {largest:,}.")


def _expressions(script: Script) -> Iterator[Expr]:
    yield from script.derived.values()
    for passage in script.passages:
        for step in passage.steps:
            yield from _of(step)


def _of(step: Step) -> Iterator[Expr]:
    tests: list[Test | None] = []
    match step:
        case Change():
            yield step.value
        case Add():
            yield step.share
        case When():
            tests = [test for test, _ in step.rows]
        case Offers():
            tests = [offer.test for offer in step.offers]
    yield from (test.expr for test in tests if test is not None)


class _Spans:
    """The least and the greatest that expressions can give."""

    def __init__(self, ranges: dict[str, Span], derived: Mapping[str, Expr]) -> None:
        self._ranges, self._derived = ranges, derived
        self.largest = 0

    def of(self, expr: Expr) -> Span:
        """The span of one expression; truth values are 0 and 1."""
        found = self._of(expr)
        self.largest = max(self.largest, abs(found[0]), abs(found[1]))
        return found

    def _of(self, expr: Expr) -> Span:
        parts = [self.of(part) for part in children(expr)]
        match expr:
            case Literal():
                return int(expr.value), int(expr.value)
            case Name():
                return self._named(expr.name)
            case Unary(op="-"):
                return -parts[0][1], -parts[0][0]
            case Binary():
                return _binary(expr.op, *parts)
            case IfElse():
                return min(parts[0][0], parts[2][0]), max(parts[0][1], parts[2][1])
            case Call():
                return _call(expr.name, parts)
            case Recall():
                return TRUTH
        return TRUTH

    def _named(self, name: str) -> Span:
        if name not in self._ranges and name in self._derived:
            self._ranges[name] = self.of(self._derived[name])
        return self._ranges.get(name, TRUTH)


def _binary(op: str, left: Span, right: Span) -> Span:
    match op:
        case "+":
            return left[0] + right[0], left[1] + right[1]
        case "-":
            return left[0] - right[1], left[1] - right[0]
        case "*":
            ends = [a * b for a in left for b in right]
            return min(ends), max(ends)
        case "//":
            return -max(map(abs, left)), max(map(abs, left))
        case "%":
            return -max(map(abs, right)), max(map(abs, right))
    return TRUTH


def _call(name: str, parts: list[Span]) -> Span:
    if name == "abs":
        return 0, max(map(abs, parts[0]))
    pick = min if name == "min" else max
    return pick(low for low, _ in parts), pick(high for _, high in parts)
