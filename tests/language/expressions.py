"""Random well-typed expressions, and a slow interpreter that knows nothing of the parser.

A sketch is a nested tuple: an operator and its parts. `source` writes it with
no more brackets than needed, `answer` works it out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Callable, Mapping, TypeVar

from hypothesis import strategies as st

from game.language import BOOL, INT, EnumKind, LanguageError, Scope

Sketch = tuple[Any, ...]
T = TypeVar("T")


def outcome(parse: Callable[[str], T], text: str) -> T | LanguageError:
    """What a parser gives, or the fault that it raises. Any other error goes through."""
    try:
        return parse(text)
    except LanguageError as fault:
        return fault


INTS = ("a", "b", "hours_left")
BOOLS = ("p", "q")
ENUMS = ("guns", "bridge")
VALUES = ("road", "forest", "works")
NODES = ("n-one", "n-two")
CHOICES = ("n-one.go", "n-two.stay")

SCOPE = Scope(
    names={
        **dict.fromkeys(INTS, INT),
        **dict.fromkeys(BOOLS, BOOL),
        **dict.fromkeys(ENUMS, EnumKind(VALUES)),
    },
    values=frozenset(VALUES),
    visits=NODES,
    choices=CHOICES,
)
SLOTS = {name: f"s[{i}]" for i, name in enumerate((*INTS, *BOOLS, *ENUMS))} | {
    "visits n-one": "s[7]",
    "visits n-two": "s[8]",
    "chosen n-one.go": "s[9]",
    "chosen n-two.stay": "s[10]",
}


@dataclass(frozen=True)
class World:
    """What the names of an expression stand for."""

    names: Mapping[str, int | bool | str]
    visits: Mapping[str, int]
    chosen: frozenset[str]

    def state(self) -> tuple[int | bool | str, ...]:
        """The same as a state, in the order of `SLOTS`."""
        return (
            *(self.names[name] for name in (*INTS, *BOOLS, *ENUMS)),
            *(self.visits[node] for node in NODES),
            *(choice in self.chosen for choice in CHOICES),
        )


worlds = st.builds(
    World,
    st.fixed_dictionaries(
        {
            **dict.fromkeys(INTS, st.integers(-20, 20)),
            **dict.fromkeys(BOOLS, st.booleans()),
            **dict.fromkeys(ENUMS, st.sampled_from(VALUES)),
        }
    ),
    st.fixed_dictionaries(dict.fromkeys(NODES, st.integers(0, 9))),
    st.frozensets(st.sampled_from(CHOICES)),
)

_COMPARE = ("==", "!=", "<", "<=", ">", ">=")
_divisors = st.one_of(
    st.tuples(st.just("int"), st.integers(1, 9)),
    st.tuples(st.just("neg"), st.tuples(st.just("int"), st.integers(1, 9))),
)


def ints(depth: int) -> st.SearchStrategy[Sketch]:
    """Expressions that give whole numbers."""
    leaf = st.one_of(
        st.tuples(st.just("int"), st.integers(0, 99)),
        st.tuples(st.just("name"), st.sampled_from(INTS)),
    )
    if depth == 0:
        return leaf
    below = st.deferred(lambda: ints(depth - 1))
    return st.one_of(
        leaf,
        st.tuples(st.just("neg"), below),
        st.tuples(st.just("abs"), below),
        st.tuples(st.sampled_from(("+", "-", "*", "min", "max")), below, below),
        st.tuples(st.sampled_from(("//", "%")), below, _divisors),
        st.tuples(st.just("if"), bools(depth - 1), below, below),
    )


def enums(depth: int) -> st.SearchStrategy[Sketch]:
    """Expressions that give one of the enum's values."""
    leaf = st.tuples(st.just("name"), st.sampled_from((*ENUMS, *VALUES)))
    if depth == 0:
        return leaf
    below = st.deferred(lambda: enums(depth - 1))
    return st.one_of(leaf, st.tuples(st.just("if"), bools(depth - 1), below, below))


def bools(depth: int) -> st.SearchStrategy[Sketch]:
    """Expressions that give true or false."""
    leaf = st.one_of(
        st.tuples(st.just("bool"), st.booleans()),
        st.tuples(st.just("name"), st.sampled_from(BOOLS)),
        st.tuples(st.just("chosen"), st.sampled_from(CHOICES)),
        _counts(),
    )
    if depth == 0:
        return leaf
    below = st.deferred(lambda: bools(depth - 1))
    return st.one_of(
        leaf,
        st.tuples(st.just("not"), below),
        st.tuples(st.sampled_from(("and", "or", "==", "!=")), below, below),
        st.tuples(st.sampled_from(_COMPARE), ints(depth - 1), ints(depth - 1)),
        st.tuples(st.sampled_from(("==", "!=")), enums(depth - 1), enums(depth - 1)),
        st.tuples(st.just("if"), below, below, below),
    )


def _counts() -> st.SearchStrategy[Sketch]:
    visits = st.tuples(st.just("visits"), st.sampled_from(NODES))
    number = st.tuples(st.just("int"), st.integers(0, 6))
    compare = st.sampled_from(_COMPARE)
    return st.one_of(st.tuples(compare, visits, number), st.tuples(compare, number, visits))


# How tightly each operator binds, and how tightly its parts must.
_BINDS: dict[str, tuple[int, tuple[int, ...]]] = {
    "if": (0, (1, 1, 0)),
    "or": (1, (1, 2)),
    "and": (2, (2, 3)),
    "not": (3, (3,)),
    **dict.fromkeys(_COMPARE, (4, (5, 5))),
    **dict.fromkeys(("+", "-"), (5, (5, 6))),
    **dict.fromkeys(("*", "//", "%"), (6, (6, 7))),
    "neg": (7, (7,)),
}


def source(sketch: Sketch, at_least: int = 0) -> str:
    """The sketch in the story's language."""
    op, *parts = sketch
    match op:
        case "int" | "name":
            return str(parts[0])
        case "bool":
            return "true" if parts[0] else "false"
        case "visits" | "chosen":
            return f'{op}("{parts[0]}")'
        case "min" | "max" | "abs":
            return f"{op}({', '.join(source(part) for part in parts)})"
    tight, needs = _BINDS[op]
    words = _joined(op, [source(part, need) for part, need in zip(parts, needs, strict=True)])
    return f"({words})" if tight < at_least else words


def _joined(op: str, parts: list[str]) -> str:
    match op:
        case "neg":
            return f"-{parts[0]}"
        case "not":
            return f"not {parts[0]}"
        case "if":
            condition, then, other = parts
            return f"{then} if {condition} else {other}"
    return f" {op} ".join(parts)


def answer(sketch: Sketch, world: World) -> Any:
    """What the sketch gives in a world."""
    op, *parts = sketch
    match op:
        case "int" | "bool":
            return parts[0]
        case "name":
            return world.names.get(parts[0], parts[0])
        case "visits":
            return world.visits[parts[0]]
        case "chosen":
            return parts[0] in world.chosen
        case "if":
            return answer(parts[1] if answer(parts[0], world) else parts[2], world)
    return _worked_out(op, [answer(part, world) for part in parts])


def _worked_out(op: str, given: list[Any]) -> Any:
    first, last = given[0], given[-1]
    match op:
        case "neg":
            return 0 - first
        case "not":
            return first is False
        case "and":
            return all(given)
        case "or":
            return any(given)
        case "abs":
            return first if first >= 0 else 0 - first
        case "min":
            return sorted(given)[0]
        case "max":
            return sorted(given)[-1]
    return _compared(op, first, last) if op in _COMPARE else _reckoned(op, first, last)


def _compared(op: str, left: Any, right: Any) -> bool:
    same = bool(left == right)
    if op in ("==", "!="):
        return same == (op == "==")
    above = left - right > 0
    answers = {"<": not above and not same, "<=": not above, ">": above, ">=": above or same}
    return bool(answers[op])


def _reckoned(op: str, left: int, right: int) -> int:
    match op:
        case "+":
            return left - (0 - right)
        case "-":
            return left + (0 - right)
        case "*":
            return int(Fraction(left) / Fraction(1, right)) if right else 0
    whole = math.floor(Fraction(left, right))
    return whole if op == "//" else left - whole * right
