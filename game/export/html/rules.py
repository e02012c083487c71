"""Expressions, effects and ways as lists that the player's small engine walks."""

from __future__ import annotations

from typing import Any, Iterable

from game.language import parse_effect, parse_expression
from game.language.tree import Binary, Call, Expr, IfElse, Literal, Logic, Name, Recall, Unary
from game.model import LedgerEntry, Ways

Tree = Any
"""A number, a truth value, or a list: an operator and its operands. No text of a
story becomes JavaScript; the player looks the operator up."""


def tree(expr: Expr) -> Tree:
    """An expression as a list. Names and recollections are looked up in the state."""
    match expr:
        case Literal():
            return expr.value
        case Name():
            return ["$", expr.name]
        case Recall():
            return ["$", f"{expr.name} {expr.id}"]
        case Unary():
            return ["neg" if expr.op == "-" else "not", tree(expr.operand)]
        case Binary():
            return [expr.op, tree(expr.left), tree(expr.right)]
        case Logic():
            return [expr.op, *map(tree, expr.operands)]
        case IfElse():
            return ["if", tree(expr.condition), tree(expr.then), tree(expr.other)]
        case Call():
            return [expr.name, *map(tree, expr.arguments)]


def condition(source: str | None) -> Tree:
    """A condition, or None where there is none."""
    return None if source is None else tree(parse_expression(source))


def effects(sources: Iterable[str]) -> list[Tree]:
    """Effects in their order: target, operator, value."""
    parsed = (parse_effect(source) for source in sources)
    return [[effect.target, effect.op, tree(effect.value)] for effect in parsed]


def ledger(entries: Iterable[LedgerEntry]) -> list[Tree]:
    """What is added to the ledger: metric and amount."""
    return [[id, share if isinstance(share, int) else condition(share)] for id, share in entries]


def ways(found: Ways) -> list[Tree]:
    """Ways on: where to, the scene to enter first, and when."""
    return [[way.to, way.scene, condition(way.condition)] for way in found]
