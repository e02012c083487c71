"""A walk made again after a change, against a whole walk."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from game.author.mutants import mutants
from game.engine import Program
from game.prove import Limits
from game.prove.explore import Ground, explore, walked
from game.prove.remade import Remade, Wider
from game.prove.space import Space
from tests.engine.stories import stories
from tests.helpers import story_from

slowly = settings(
    max_examples=60,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def shape(space: Space) -> Counter[object]:
    """A space without the numbers of its states."""
    orders = [
        sorted(
            (str(move.taking.order), move.taking.number, space.node[to], str(space.key[to]))
            for to, move in space.edges(state)
        )
        for state in range(len(space.out))
    ]
    parts = zip(space.node, map(str, space.key), map(str, orders), strict=True)
    return Counter(parts)


@slowly
@given(stories(), st.randoms(use_true_random=False))
def test_it_is_what_a_whole_walk_finds(text, dice):
    story = story_from(text)
    ground = Ground(Program(story, "c"))
    every = (1 << len(ground.reads.names)) - 1
    walk = walked(ground, ground.live(every), Limits())
    found = [mutant for mutant in mutants(story) if mutant.node in ground.moves.at]
    assume(found)
    tried = 0
    for mutant in dice.sample(found, min(6, len(found))):
        other = Ground(Program(mutant.story, "c"))
        whole = explore(other, other.live(every), Limits())
        try:
            remade = Remade(walk, mutant.story, str(mutant.node), Limits())
        except Wider:
            continue
        tried += 1
        space = remade.as_space()
        assert shape(space) == shape(whole)
        assert sorted(remade.reached) == sorted(set(remade.reached))
        if remade.same:
            assert shape(space) == shape(walk.space)
        for state in range(0, len(space.out), 7):
            assert all(order.partition(".")[1] for order in space.witness(state))
    assume(tried)
