"""What a tree is asked: its names, and what it recalls of the past."""

from __future__ import annotations

import pytest

from game.language import names_in, parse_expression, recollections

CAPS = [
    ('visits("x") < 3', 3),
    ('visits("x") >= 3', 3),
    ('visits("x") > 3', 4),
    ('visits("x") <= 3', 4),
    ('visits("x") == 3', 4),
    ('visits("x") != 3', 4),
    ('3 > visits("x")', 3),
    ('3 < visits("x")', 4),
    ('visits("x") > -2', 1),
]


@pytest.mark.parametrize("source, cap", CAPS)
def test_counting_stops_at_the_first_count_that_changes_nothing(source: str, cap: int) -> None:
    assert list(recollections(parse_expression(source))) == [("visits", "x", cap)]


def test_all_recollections_are_found_however_deep() -> None:
    tree = parse_expression('1 if not (chosen("a.go") or visits("b") > 0) else min(2, 3)')
    assert sorted(recollections(tree)) == [("chosen", "a.go", 1), ("visits", "b", 1)]


def test_names_are_variables_and_values_alike() -> None:
    tree = parse_expression("guns == road and min(a, b) > 0 or not won")
    assert names_in(tree) == {"guns", "road", "a", "b", "won"}
