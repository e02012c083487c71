"""Effects: one change of one variable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.language import Effect, LanguageError, parse_effect
from game.language.tree import Binary, Literal, Name
from tests.language.expressions import outcome

SHAPE = "An effect is `variable = value`, `variable += value` or `variable -= value`."


def test_the_three_forms() -> None:
    assert parse_effect("guns = forest") == Effect("guns", "=", Name("forest", 7), 0)
    assert parse_effect("  roads += 1") == Effect("roads", "+=", Literal(1, 11), 2)
    assert parse_effect("surprise -= a * 2") == Effect(
        "surprise", "-=", Binary("*", Name("a", 12), Literal(2, 16), 14), 0
    )


FAULTS = [
    ("", "E304", 0, SHAPE),
    ("roads", "E304", 5, SHAPE),
    ("roads + 1", "E304", 6, SHAPE),
    ("roads == 1", "E304", 6, SHAPE),
    ("1 = roads", "E304", 0, SHAPE),
    ("not = 1", "E304", 0, SHAPE),
    ("roads += ", "E301", 9, "The expression stops where a value should stand."),
    ("roads = 1, 2", "E301", 9, "The expression should end before `,`."),
]


@pytest.mark.parametrize("source, code, offset, message", FAULTS)
def test_a_fault_is_named_at_its_place(source: str, code: str, offset: int, message: str) -> None:
    with pytest.raises(LanguageError) as caught:
        parse_effect(source)
    assert (caught.value.code, caught.value.offset, caught.value.message) == (code, offset, message)


@given(st.text())
def test_any_string_is_an_effect_or_a_language_error(source: str) -> None:
    found = outcome(parse_effect, source)
    if isinstance(found, LanguageError):
        assert 0 <= found.offset <= len(source)
    else:
        assert found.op in ("=", "+=", "-=")
