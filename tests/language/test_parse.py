"""Source to tree: shapes, places, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.language import Expr, LanguageError, parse_expression
from game.language.parse import DEEPEST
from game.language.tokens import LONGEST
from game.language.tree import Binary, Call, IfElse, Literal, Logic, Name, Recall, Unary
from tests.language.expressions import outcome

TREES: list[tuple[str, Expr]] = [
    ("7", Literal(7, 0)),
    (" true ", Literal(True, 1)),
    ("false", Literal(False, 0)),
    ("roads", Name("roads", 0)),
    ("007", Literal(7, 0)),
    ("-roads", Unary("-", Name("roads", 1), 0)),
    ("not won", Unary("not", Name("won", 4), 0)),
    ("a + b * 2", Binary("+", Name("a", 0), Binary("*", Name("b", 4), Literal(2, 8), 6), 2)),
    ("(a + b) * 2", Binary("*", Binary("+", Name("a", 1), Name("b", 5), 3), Literal(2, 10), 8)),
    ("a - b - c", Binary("-", Binary("-", Name("a", 0), Name("b", 4), 2), Name("c", 8), 6)),
    ("a // 2 % 3", Binary("%", Binary("//", Name("a", 0), Literal(2, 5), 2), Literal(3, 9), 7)),
    ("-a * b", Binary("*", Unary("-", Name("a", 1), 0), Name("b", 5), 3)),
    ("not a == b", Unary("not", Binary("==", Name("a", 4), Name("b", 9), 6), 0)),
    (
        "a and b and c",
        Logic("and", (Name("a", 0), Name("b", 6), Name("c", 12)), 2),
    ),
    (
        "a or b and c",
        Logic("or", (Name("a", 0), Logic("and", (Name("b", 5), Name("c", 11)), 7)), 2),
    ),
    ("a if p else b", IfElse(Name("p", 5), Name("a", 0), Name("b", 12), 2)),
    (
        "1 if p else 2 if q else 3",
        IfElse(
            Name("p", 5),
            Literal(1, 0),
            IfElse(Name("q", 17), Literal(2, 12), Literal(3, 24), 14),
            2,
        ),
    ),
    ("min(a, 2, b)", Call("min", (Name("a", 4), Literal(2, 7), Name("b", 10)), 0)),
    ("abs(-a)", Call("abs", (Unary("-", Name("a", 5), 4),), 0)),
    ('visits("m-storm") >= 2', Binary(">=", Recall("visits", "m-storm", 0), Literal(2, 21), 18)),
    ("chosen('m-storm.go')", Recall("chosen", "m-storm.go", 0)),
    ("ifs", Name("ifs", 0)),
]


@pytest.mark.parametrize("source, tree", TREES, ids=[source for source, _ in TREES])
def test_a_source_becomes_this_tree(source: str, tree: Expr) -> None:
    assert parse_expression(source) == tree


FAULTS = [
    ("", "E301", 0, "The expression stops where a value should stand.", None),
    ("1 +", "E301", 3, "The expression stops where a value should stand.", None),
    ("* 2", "E301", 0, "A value should stand where `*` is.", None),
    ("a b", "E301", 2, "The expression should end before `b`.", "join two conditions with `and` or `or`"),
    ("a = 2", "E301", 2, "The expression should end before `=`.", "a comparison is written `==`"),
    ("(a", "E301", 2, "Expected `)` here.", "a bracket that is opened must be closed"),
    ("a if p", "E301", 6, "Expected `else` here.", None),
    ("a < b < c", "E301", 6, "Comparisons do not chain.", "write `a < b and b < c`"),
    ("a & b", "E301", 2, "The character '&' has no meaning here.", "write `and`"),
    ("a / b", "E301", 2, "The character '/' has no meaning here.", "whole division is written `//`"),
    ("1.5", "E301", 1, "The character '.' has no meaning here.", 'numbers are whole; write choices as chosen("node.choice")'),
    ("2nd", "E301", 0, "A name cannot begin with a digit.", None),
    ("дорога", "E301", 0, "The character 'д' has no meaning here.", None),
    ("min", "E301", 0, "`min` needs brackets.", None),
    ("min(a)", "E303", 0, "`min` takes two values or more.", None),
    ("abs(a, b)", "E303", 0, "`abs` takes one value.", None),
    ("eval(a)", "E303", 0, "There is no function `eval`.", "the functions are min, max, abs, visits and chosen"),
    ("visits(m)", "E301", 7, "`visits` takes an id in quotes.", 'write visits("node")'),
    ("chosen(", "E301", 7, "`chosen` takes an id in quotes.", 'write chosen("node.choice")'),
    ("1000000000001", "E301", 0, "The number is larger than 1000000000000.", None),
    ("9" * 3000, "E301", 0, "The number is larger than 1000000000000.", None),
]  # fmt: skip


@pytest.mark.parametrize("source, code, offset, message, hint", FAULTS)
def test_a_fault_is_named_at_its_place(
    source: str, code: str, offset: int, message: str, hint: str | None
) -> None:
    with pytest.raises(LanguageError) as caught:
        parse_expression(source)
    fault = caught.value
    assert (fault.code, fault.offset, fault.message, fault.hint) == (code, offset, message, hint)


DEEP = {
    "brackets": lambda n: "(" * n + "1" + ")" * n,
    "nots": lambda n: "not " * n + "p",
    "minuses": lambda n: "-" * n + "1",
    "terms": lambda n: "1" + " + 1" * n,
    "alternatives": lambda n: "1 if p else " * n + "2",
}


@pytest.mark.parametrize("kind", DEEP)
def test_nesting_is_bounded(kind: str) -> None:
    parse_expression(DEEP[kind](DEEPEST - 2))
    with pytest.raises(LanguageError) as caught:
        parse_expression(DEEP[kind](DEEPEST + 1))
    assert caught.value.code == "E302"


def test_brackets_and_terms_together_make_no_deeper_tree() -> None:
    source = "1"
    for _ in range(30):
        source = f"({source})" + " + 1" * 30
    with pytest.raises(LanguageError) as caught:
        parse_expression(source)
    assert caught.value.code == "E302"


def test_a_source_is_bounded() -> None:
    with pytest.raises(LanguageError, match="longer than 4000 characters"):
        parse_expression("1" + " " * LONGEST)


WORDS = st.sampled_from(
    [*"()+-*%<>=,.1aé٣", "//", "==", "!=", "and", "or", "not", "if", "else", "true", "visits"]
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join)))
def test_any_string_is_a_tree_or_a_language_error(source: str) -> None:
    found = outcome(parse_expression, source)
    if isinstance(found, LanguageError):
        assert 0 <= found.offset <= len(source)
        assert found.code in ("E301", "E302", "E303")
    else:
        assert 0 <= found.offset < len(source)
