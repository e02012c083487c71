"""The tree of an expression."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator, Union


@dataclass(frozen=True, slots=True)
class Literal:
    """An integer or a truth value."""

    value: int | bool
    offset: int


@dataclass(frozen=True, slots=True)
class Name:
    """A variable, a derived value, or the name of an enum value."""

    name: str
    offset: int


@dataclass(frozen=True, slots=True)
class Unary:
    """`-a` or `not a`."""

    op: str
    operand: Expr
    offset: int


@dataclass(frozen=True, slots=True)
class Binary:
    """Arithmetic or a comparison."""

    op: str
    left: Expr
    right: Expr
    offset: int


@dataclass(frozen=True, slots=True)
class Logic:
    """`a and b and c`, or the same with `or`."""

    op: str
    operands: tuple[Expr, ...]
    offset: int


@dataclass(frozen=True, slots=True)
class IfElse:
    """`a if c else b`."""

    condition: Expr
    then: Expr
    other: Expr
    offset: int


@dataclass(frozen=True, slots=True)
class Call:
    """`min`, `max` or `abs`."""

    name: str
    arguments: tuple[Expr, ...]
    offset: int


@dataclass(frozen=True, slots=True)
class Recall:
    """`visits("node")` or `chosen("node.choice")`."""

    name: str
    id: str
    offset: int


Expr = Union[Literal, Name, Unary, Binary, Logic, IfElse, Call, Recall]

COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">="})


def children(expr: Expr) -> tuple[Expr, ...]:
    """The operands of an expression, from left to right."""
    match expr:
        case Unary():
            return (expr.operand,)
        case Binary():
            return (expr.left, expr.right)
        case Logic():
            return expr.operands
        case IfElse():
            return (expr.then, expr.condition, expr.other)
        case Call():
            return expr.arguments
    return ()


def walk(expr: Expr) -> Iterator[Expr]:
    """The expression and everything below it."""
    waiting = [expr]
    while waiting:
        here = waiting.pop()
        yield here
        waiting.extend(children(here))


def depth(expr: Expr) -> int:
    """How many operators stand one inside another."""
    level: list[Expr] = [expr]
    deep = -1
    while level:
        deep += 1
        level = [part for e in level for part in children(e)]
    return deep


def names_in(expr: Expr) -> frozenset[str]:
    """Every bare name that the expression mentions."""
    names = []
    waiting = [expr]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Name):
            names.append(here.name)
        else:
            waiting.extend(children(here))
    return frozenset(names)


def recollections(expr: Expr) -> Iterator[tuple[str, str, int]]:
    """What the expression asks of the past.

    Yields:
        `("visits", node, cap)`, where counting may stop at `cap` without changing
        any answer, and `("chosen", "node.choice", 1)`.
    """
    for part in walk(expr):
        if isinstance(part, Recall) and part.name == "chosen":
            yield ("chosen", part.id, 1)
        elif isinstance(part, Binary) and part.op in COMPARISONS:
            yield from _counted(part.op, part.left, part.right)
            yield from _counted(_MIRRORED[part.op], part.right, part.left)


_MIRRORED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def _counted(op: str, counted: Expr, bound: Expr) -> Iterator[tuple[str, str, int]]:
    value = constant(bound)
    if isinstance(counted, Recall) and counted.name == "visits" and value is not None:
        cap = value if op in ("<", ">=") else value + 1
        yield ("visits", counted.id, max(cap, 1))


def constant(expr: Expr) -> int | None:
    """The value of an integer constant, or None."""
    if isinstance(expr, Literal) and not isinstance(expr.value, bool):
        return expr.value
    if isinstance(expr, Unary) and expr.op == "-":
        inner = constant(expr.operand)
        return None if inner is None else -inner
    return None
