"""What is generated, and that it means the same as the source."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.language import BOOL, INT, EnumKind, emit, infer, parse_expression, recollections
from tests.language import expressions as random

EMITTED = [
    ("a + 2 * b", "(s[0] + (2 * s[1]))"),
    ("guns == road", "(s[5] == 'road')"),
    ("not p or q and true", "((not s[3]) or (s[4] and True))"),
    ("1 if p else a", "(1 if s[3] else s[0])"),
    ("min(a, -b)", "min(s[0], (- s[1]))"),
    ('visits("n-one") > 2', "(s[7] > 2)"),
    ("chosen('n-two.stay')", "s[10]"),
]


@pytest.mark.parametrize("source, python", EMITTED)
def test_a_source_becomes_this_python(source: str, python: str) -> None:
    assert emit(parse_expression(source), random.SLOTS) == python


def test_a_recollection_without_a_slot_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        emit(parse_expression('visits("elsewhere") > 1'), random.SLOTS)


def value_of(source: str, world: random.World) -> Any:
    return eval(emit(parse_expression(source), random.SLOTS), {"s": world.state()})


@given(random.ints(3), random.worlds)
def test_whole_numbers_are_reckoned_as_by_hand(sketch: random.Sketch, world: random.World) -> None:
    source = random.source(sketch)
    assert infer(parse_expression(source), random.SCOPE) == INT
    assert value_of(source, world) == random.answer(sketch, world)


@given(random.bools(3), random.worlds)
def test_conditions_hold_as_by_hand(sketch: random.Sketch, world: random.World) -> None:
    source = random.source(sketch)
    assert infer(parse_expression(source), random.SCOPE) == BOOL
    assert value_of(source, world) is random.answer(sketch, world)


@given(random.enums(3), random.worlds)
def test_enum_values_are_found_as_by_hand(sketch: random.Sketch, world: random.World) -> None:
    source = random.source(sketch)
    assert isinstance(infer(parse_expression(source), random.SCOPE), EnumKind)
    assert value_of(source, world) == random.answer(sketch, world)


@given(st.one_of(random.bools(3), random.bools(1)), random.worlds)
def test_counting_may_stop_where_recollections_say(
    sketch: random.Sketch, world: random.World
) -> None:
    source = random.source(sketch)
    caps: dict[str, int] = {}
    for kind, id, cap in recollections(parse_expression(source)):
        if kind == "visits":
            caps[id] = max(cap, caps.get(id, 0))
    short = {node: min(count, caps.get(node, 0)) for node, count in world.visits.items()}
    stopped = random.World(world.names, short, world.chosen)
    assert value_of(source, stopped) is value_of(source, world)
