"""A checked tree to the source of a Python expression.

Only names that the emitter itself makes reach the generated source: variables
become slots, ids and enum values become string constants.
"""

from __future__ import annotations

from typing import Mapping

from game.language.tree import Binary, Call, Expr, IfElse, Literal, Logic, Name, Recall, Unary

Slots = Mapping[str, str]
"""Where each variable, derived value and recollection is found, as Python source.

Recollections stand under `visits node` and `chosen node.choice`.
"""


def emit(expr: Expr, slots: Slots) -> str:
    """The Python source of an expression.

    Raises:
        KeyError: for a recollection that has no slot.
    """
    match expr:
        case Literal():
            return repr(expr.value)
        case Name():
            return slots.get(expr.name) or repr(expr.name)
        case Unary():
            return f"({expr.op} {emit(expr.operand, slots)})"
        case Binary():
            return f"({emit(expr.left, slots)} {expr.op} {emit(expr.right, slots)})"
        case Logic():
            return "(" + f" {expr.op} ".join(emit(e, slots) for e in expr.operands) + ")"
        case IfElse():
            parts = (expr.then, expr.condition, expr.other)
            then, condition, other = (emit(e, slots) for e in parts)
            return f"({then} if {condition} else {other})"
        case Call():
            return f"{expr.name}({', '.join(emit(e, slots) for e in expr.arguments)})"
        case Recall():
            return slots[f"{expr.name} {expr.id}"]
