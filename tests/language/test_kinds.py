"""What kind of value an expression gives, and what does not fit together."""

from __future__ import annotations

import pytest

from game.language import BOOL, INT, EnumKind, Kind, LanguageError, Scope, infer, parse_expression

GUNS = EnumKind(("road", "forest"))
SCOPE = Scope(
    names={"a": INT, "b": INT, "won": BOOL, "guns": GUNS, "bridge": EnumKind(("saved", "blown"))},
    values=frozenset({"road", "forest", "saved", "blown"}),
    visits={"m-storm"},
    choices={"m-storm.silence"},
    metrics={"tanks-stopped"},
)

KINDS: list[tuple[str, Kind]] = [
    ("1 + a", INT),
    ("-a", INT),
    ("a // -3", INT),
    ("a > 1", BOOL),
    ("won == true", BOOL),
    ("not won or a == b", BOOL),
    ("guns", GUNS),
    ("guns == road", BOOL),
    ("road == guns", BOOL),
    ("road", EnumKind(("road",), loose=True)),
    ("road if won else forest", EnumKind(("road", "forest"), loose=True)),
    ("guns if won else forest", GUNS),
    ("guns == (road if won else forest)", BOOL),
    ("min(a, b, 3)", INT),
    ('visits("m-storm") > 2', BOOL),
    ('2 <= visits("m-storm")', BOOL),
    ('chosen("m-storm.silence") and won', BOOL),
    ("a if won else 0 - a", INT),
]


@pytest.mark.parametrize("source, kind", KINDS, ids=[source for source, _ in KINDS])
def test_an_expression_has_this_kind(source: str, kind: Kind) -> None:
    assert infer(parse_expression(source), SCOPE) == kind


COMPARE = "compare it with a number, as in `boats >= 1`"
FAULTS = [
    ("c", "E305", 0, "There is no variable or value `c`.", None),
    ("1 + gunz", "E305", 4, "There is no variable or value `gunz`.", "did you mean `guns`?"),
    ("tanks_stopped > 3", "E308", 0, "`tanks_stopped` is a metric; the ledger only adds up.", "steer by a variable"),
    ("a and won", "E309", 0, "`and` needs a condition, and this is a whole number.", COMPARE),
    ("won or a + b", "E309", 7, "`or` needs a condition, and this is a whole number.", COMPARE),
    ("not a", "E309", 4, "`not` needs a condition, and this is a whole number.", COMPARE),
    ("-won", "E309", 1, "`-` needs a whole number, and this is true or false.", None),
    ("a + won", "E309", 4, "`+` needs a whole number, and this is true or false.", None),
    ("guns < road", "E309", 0, "`<` needs a whole number, and this is one of road, forest.", None),
    ("guns == saved", "E309", 5, "`saved` is none of road, forest.", None),
    ("guns == bridge", "E309", 5, "Two enums with different values do not go together.", None),
    ("a == won", "E309", 2, "A whole number and true or false do not go together.", None),
    ("1 if a else 2", "E309", 5, "`if` needs a condition, and this is a whole number.", COMPARE),
    ("1 if won else road", "E309", 2, "A whole number and road do not go together.", None),
    ("a // b", "E306", 2, "`//` divides by a whole number other than 0 only.", None),
    ("a % 0", "E306", 2, "`%` divides by a whole number other than 0 only.", None),
    ("a // -0", "E306", 2, "`//` divides by a whole number other than 0 only.", None),
    ('visits("m-storm") + 1 > 2', "E307", 0, "`visits` is compared with a whole number only.", None),
    ('visits("m-storm") > a', "E307", 18, "`visits` is compared with a whole number only.", None),
    ('visits("m-storn") > 1', "E401", 0, "There is no node `m-storn`.", "did you mean `m-storm`?"),
    ('chosen("m-storm.loud")', "E402", 0, "There is no choice `m-storm.loud`.", None),
    ("max(a, won)", "E309", 7, "`max` needs a whole number, and this is true or false.", None),
]  # fmt: skip


@pytest.mark.parametrize("source, code, offset, message, hint", FAULTS)
def test_a_misfit_is_named_at_its_place(
    source: str, code: str, offset: int, message: str, hint: str | None
) -> None:
    with pytest.raises(LanguageError) as caught:
        infer(parse_expression(source), SCOPE)
    fault = caught.value
    assert (fault.code, fault.offset, fault.message, fault.hint) == (code, offset, message, hint)


def test_without_known_ids_recollections_are_taken_on_trust() -> None:
    assert infer(parse_expression('chosen("anything.at-all")'), Scope({})) == BOOL
