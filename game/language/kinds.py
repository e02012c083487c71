"""Types: what an expression gives, and whether its parts agree."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Callable, Collection, Mapping, NoReturn, Union

from game.language.errors import LanguageError
from game.language.tree import (
    COMPARISONS,
    Binary,
    Call,
    Expr,
    IfElse,
    Literal,
    Logic,
    Name,
    Recall,
    Unary,
    constant,
)

INT = "int"
BOOL = "bool"


@dataclass(frozen=True, slots=True)
class EnumKind:
    """An enum's values. `loose` marks bare values, typed by what they meet."""

    values: tuple[str, ...]
    loose: bool = False


Kind = Union[str, EnumKind]


def meant(word: str, known: Collection[str]) -> str | None:
    """A hint that names the nearest known word, if one is near."""
    near = get_close_matches(word, known, n=1, cutoff=0.7)
    return f"did you mean `{near[0]}`?" if near else None


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that an expression may use.

    Attributes:
        names: Variables and derived values with their kinds.
        values: Every enum value of the story.
        visits: Node ids that `visits` may ask for; None: not checked.
        choices: `node.choice` ids that `chosen` may ask for; None: not checked.
        metrics: Metric ids, which no expression may read.
        meant: Gives a hint that names the known word nearest to an unknown one.
    """

    names: Mapping[str, Kind]
    values: frozenset[str] = frozenset()
    visits: Collection[str] | None = None
    choices: Collection[str] | None = None
    metrics: Collection[str] = field(default=())
    meant: Callable[[str, Collection[str]], str | None] = meant


def infer(expr: Expr, scope: Scope) -> Kind:
    """What kind of value the expression gives.

    Raises:
        LanguageError: at the first part that does not fit.
    """
    match expr:
        case Literal():
            return BOOL if isinstance(expr.value, bool) else INT
        case Name():
            return _name(expr, scope)
        case Unary():
            _want(expr.operand, BOOL if expr.op == "not" else INT, scope, f"`{expr.op}`")
            return BOOL if expr.op == "not" else INT
        case Logic():
            return _logic(expr, scope)
        case Call():
            return _call(expr, scope)
        case IfElse():
            _want(expr.condition, BOOL, scope, "`if`")
            return _together(infer(expr.then, scope), infer(expr.other, scope), expr.offset)
        case Recall():
            return _recall(expr, scope)
        case Binary():
            return _binary(expr, scope)


def _logic(expr: Logic, scope: Scope) -> Kind:
    for part in expr.operands:
        _want(part, BOOL, scope, f"`{expr.op}`")
    return BOOL


def _call(expr: Call, scope: Scope) -> Kind:
    for part in expr.arguments:
        _want(part, INT, scope, f"`{expr.name}`")
    return INT


def _binary(expr: Binary, scope: Scope) -> Kind:
    if expr.op in COMPARISONS:
        return _comparison(expr, scope)
    _want(expr.left, INT, scope, f"`{expr.op}`")
    _want(expr.right, INT, scope, f"`{expr.op}`")
    if expr.op in ("//", "%") and constant(expr.right) in (None, 0):
        _fault("E306", f"`{expr.op}` divides by a whole number other than 0 only.", expr.offset)
    return INT


def _comparison(expr: Binary, scope: Scope) -> Kind:
    counted = [e for e in (expr.left, expr.right) if isinstance(e, Recall) and e.name == "visits"]
    if counted:
        for part in counted:
            _recall(part, scope, compared=True)
        if constant(expr.left) is None and constant(expr.right) is None:
            _fault("E307", "`visits` is compared with a whole number only.", expr.offset)
        return BOOL
    if expr.op in ("==", "!="):
        _together(infer(expr.left, scope), infer(expr.right, scope), expr.offset)
        return BOOL
    _want(expr.left, INT, scope, f"`{expr.op}`")
    _want(expr.right, INT, scope, f"`{expr.op}`")
    return BOOL


def _recall(expr: Recall, scope: Scope, compared: bool = False) -> Kind:
    known = scope.visits if expr.name == "visits" else scope.choices
    if known is not None and expr.id not in known:
        code, what = ("E401", "node") if expr.name == "visits" else ("E402", "choice")
        _fault(code, f"There is no {what} `{expr.id}`.", expr.offset, scope.meant(expr.id, known))
    if expr.name == "visits" and not compared:
        _fault("E307", "`visits` is compared with a whole number only.", expr.offset)
    return BOOL if expr.name == "chosen" else INT


def _name(expr: Name, scope: Scope) -> Kind:
    kind = scope.names.get(expr.name)
    if kind is not None:
        return kind
    if expr.name in scope.values:
        return EnumKind((expr.name,), loose=True)
    if expr.name.replace("_", "-") in scope.metrics or expr.name in scope.metrics:
        _fault(
            "E308",
            f"`{expr.name}` is a metric; the ledger only adds up.",
            expr.offset,
            "steer by a variable",
        )
    return _fault(
        "E305",
        f"There is no variable or value `{expr.name}`.",
        expr.offset,
        scope.meant(expr.name, [*scope.names, *scope.values]),
    )


def _want(expr: Expr, kind: str, scope: Scope, by: str) -> None:
    got = infer(expr, scope)
    if got != kind:
        wanted = "a whole number" if kind == INT else "a condition"
        hint = "compare it with a number, as in `boats >= 1`" if got == INT else None
        message = f"{by} needs {wanted}, and this is {describe(got)}."
        _fault("E309", message, _start(expr), hint)


def _start(expr: Expr) -> int:
    if isinstance(expr, (Binary, Logic)):
        return _start(expr.left if isinstance(expr, Binary) else expr.operands[0])
    return _start(expr.then) if isinstance(expr, IfElse) else expr.offset


def _together(left: Kind, right: Kind, offset: int) -> Kind:
    if isinstance(left, EnumKind) and isinstance(right, EnumKind):
        return _enums(left, right, offset)
    if left != right:
        _fault(
            "E309",
            f"{describe(left)} and {describe(right)} do not go together.".capitalize(),
            offset,
        )
    return left


def _enums(left: EnumKind, right: EnumKind, offset: int) -> Kind:
    if left.loose and right.loose:
        both = tuple(dict.fromkeys(left.values + right.values))
        return EnumKind(both, loose=True)
    firm, other = (right, left) if left.loose else (left, right)
    if not other.loose and set(firm.values) != set(other.values):
        _fault("E309", "Two enums with different values do not go together.", offset)
    stray = [v for v in other.values if v not in firm.values]
    if stray:
        _fault(
            "E309",
            f"`{stray[0]}` is none of {', '.join(firm.values)}.",
            offset,
            meant(stray[0], firm.values),
        )
    return firm


def fits(got: Kind, wanted: Kind, offset: int) -> None:
    """Raise unless a value of one kind may be put where the other is wanted."""
    _together(wanted, got, offset)


def describe(kind: Kind) -> str:
    """A kind in words."""
    if isinstance(kind, EnumKind):
        return f"one of {', '.join(kind.values)}" if len(kind.values) > 1 else kind.values[0]
    return "a whole number" if kind == INT else "true or false"


def _fault(code: str, message: str, offset: int, hint: str | None = None) -> NoReturn:
    raise LanguageError(code, message, offset, hint)
