"""Cases and plurals as conditions."""

from __future__ import annotations

from typing import Callable, Iterator

from game.export.errors import ExportError
from game.export.script.parts import NOW, Bits, Cases, Choose, Plural, Test
from game.language import Expr, plural_form
from game.language.tree import Binary, Call, Literal, Logic, Name, Unary

Rule = Callable[[Expr], dict[str, Expr]]


def plural_rows(plural: Plural, language: str) -> Choose:
    """The forms, each under the numbers that it goes with.

    Raises:
        ExportError: for a language whose rule is not known here.
    """
    earlier = frozenset((plural.slot,)) if plural.earlier else NOW
    number = Call("abs", (Name(plural.slot, 0),), 0)
    tests = _rule(language)(number)
    *forms, (_, other) = plural.forms
    rows: list[tuple[Test | None, Bits]] = [
        (Test(tests[form], earlier), bits) for form, bits in forms if form in tests
    ]
    return Choose((*rows, (None, other)))


def case_rows(cases: Cases) -> Iterator[tuple[Test, Bits]]:
    """The values, of which exactly one is had."""
    earlier = frozenset((cases.slot,)) if cases.earlier else NOW
    name = Name(cases.slot, 0)
    for value, bits in cases.rows:
        test: Expr
        if isinstance(value, bool):
            test = name if value else Unary("not", name, 0)
        else:
            known = Name(value, 0) if isinstance(value, str) else Literal(value, 0)
            test = Binary("==", name, known, 0)
        yield Test(test, earlier), bits


def _rule(language: str) -> Rule:
    sample = [plural_form(language, count) for count in range(200)]
    for rule, said in _RULES:
        if [said(count) for count in range(200)] == sample:
            return rule
    raise ExportError(f"How numbers go with words in {language!r} cannot be exported.")


def _one(number: Expr) -> dict[str, Expr]:
    return {"one": _is(number, 1)}


def _none(_: Expr) -> dict[str, Expr]:
    return {}


def _french(number: Expr) -> dict[str, Expr]:
    return {"one": Binary("<", number, Literal(2, 0), 0)}


def _slavic(number: Expr) -> dict[str, Expr]:
    last = Binary("%", number, Literal(10, 0), 0)
    teens = Binary("%", number, Literal(100, 0), 0)
    one = Logic("and", (_is(last, 1), Unary("not", _is(teens, 11), 0)), 0)
    among = Unary("not", _between(teens, 12, 14), 0)
    few = Logic("and", (_between(last, 2, 4), among), 0)
    many = Unary("not", Logic("or", (one, few), 0), 0)
    return {"one": one, "few": few, "many": many}


def _is(number: Expr, value: int) -> Expr:
    return Binary("==", number, Literal(value, 0), 0)


def _between(number: Expr, low: int, high: int) -> Expr:
    least = Binary(">=", number, Literal(low, 0), 0)
    most = Binary("<=", number, Literal(high, 0), 0)
    return Logic("and", (least, most), 0)


_RULES: tuple[tuple[Rule, Callable[[int], str]], ...] = (
    (_one, lambda n: "one" if n == 1 else "other"),
    (_slavic, lambda n: plural_form("ru", n)),
    (_french, lambda n: "one" if n < 2 else "other"),
    (_none, lambda _: "other"),
)
