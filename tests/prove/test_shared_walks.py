"""What one walk answers for many questions, against a walk for each."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, assume, given, settings

from game.engine import Playthrough, Program, replay
from game.model import Assertion
from game.prove import Limits
from game.prove.asserts import path_ruling
from game.prove.cover import cover
from game.prove.explore import Ground, explore
from game.prove.ledgers import Total, totals
from game.prove.met import met_in
from game.prove.order import order_of
from game.prove.paths import Paths
from game.prove.space import Space
from game.prove.tallies import Fields, tallies
from tests.engine.stories import stories
from tests.helpers import story_from

slowly = settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def walked(text: str) -> Space:
    ground = Ground(Program(story_from(text), "c"))
    space = explore(ground, ground.live(), Limits(3000))
    assume(space.whole)
    return space


def asked(space: Space) -> list[Assertion]:
    """An assert of either kind for every pair of places and orders."""
    orders = {move.taking.order for move in space.moves.all if move.taking.order}
    places = sorted({*space.moves.at} | orders)
    return [
        Assertion(f"{kind} {first} {last}", kind, (first, last))
        for kind in ("reachable", "leads")
        for first in places
        for last in places
    ]


@slowly
@given(stories())
def test_one_walk_back_answers_all_that_is_asked_about_ways(text):
    space = walked(text)
    order = order_of(space.out)
    assume(not order.loops)
    asserts = asked(space)
    paths = Paths(space, order, asserts)

    for wanted in asserts:
        found = path_ruling(space, order, wanted)
        assert paths.some(wanted) == (found.holds is (wanted.kind == "reachable")), wanted.id
        shown = paths.shown(wanted) if wanted.kind == "reachable" else None
        if shown is not None:
            assert found.holds
            assert passes(space, shown, wanted.of)


def passes(space: Space, orders: list[str], places: tuple[str, ...]) -> bool:
    """Whether orders pass one place and then, or there, another."""
    play = Playthrough.replay(space.program.story, "c", orders)
    passed: list[str] = []
    for before, leg in zip(["", *orders], play.legs, strict=True):
        passed += [before, *(stop.node for stop in leg.stops), leg.position.node]
    first, last = places
    return first in passed and last in passed[passed.index(first) :]


@slowly
@given(stories())
def test_all_metrics_at_once_are_what_each_is_alone(text):
    space = walked(text)
    order = order_of(space.out)
    assume(not order.loops)
    program = space.program
    start = dict(zip(program.layout.metrics, program.first_ledger, strict=True))

    alone = {id: totals(space, order, {id: first})[id][0] for id, first in start.items()}
    assert {id: Total(*found) for id, found in tallies(space, order, start).items()} == alone


def test_fields_keep_numbers_apart_whatever_their_signs():
    fields = Fields.of(4, 1000)
    one = fields.middle + fields.packed([-7, 1000])
    other = fields.middle + fields.packed([3, -1000])

    assert fields.read(one, 2) == [(-7, -7), (1000, 1000)]
    assert fields.read(fields.greater(one, other), 2) == [(-7, 3), (-1000, 1000)]
    assert fields.greater(one, other) == fields.greater(other, one)


@slowly
@given(stories())
def test_a_cover_shows_all_that_is_met(text):
    space = walked(text)
    found = cover(space, order_of(space.out))

    met = met_in(space)
    shown = {key for showing in found for key in showing.new}
    assert sum(len(showing.new) for showing in found) == len(shown)
    assert met.passages & shown == met.passages - set(space.moves.at)
    for showing in found:
        assert replay(space.program.story, "c", showing.orders) is not None
