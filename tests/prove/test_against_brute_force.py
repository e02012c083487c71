"""The explorer against a judge that merges nothing, on random small stories."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import HealthCheck, Phase, assume, given, settings

from game.engine import Program, replay, start
from game.model import Story
from game.prove import Limits, as_data, prove
from game.prove.explore import Ground, explore
from tests.engine.stories import stories
from tests.helpers import story_from
from tests.prove.brute import Brute, TooMany, absorbed

slowly = settings(
    max_examples=30,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # such stories are slow to shrink
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def judged(text: str) -> tuple[Story, Brute]:
    story = story_from(text)
    try:
        return story, Brute(story)
    except TooMany:
        assume(False)
        raise


@slowly
@given(stories())
def test_what_is_met_is_what_the_judge_meets(text):
    story, brute = judged(text)
    proof = as_data(prove(story), 0)

    assert set(proof["nodes"]["unreachable"]) == {*story.nodes, *story.endings} - brute.nodes
    orders = {f"{n.id}.{c.id}" for n in story.nodes.values() for c in n.choices}
    assert set(proof["choices"]["never_taken"]) == orders - brute.orders
    assert {found["node"] for found in proof["deadlocks"]} == brute.stuck
    fallible = {n.id for n in story.nodes.values() if n.fallback} & brute.nodes
    assert set(proof["fallbacks"]) == fallible - brute.fallen
    always = {found["where"]: found["always"] for found in proof["conditions"]}
    texts = {key: answers for key, answers in brute.texts.items() if len(answers) == 1}
    found = {key[:-3]: {answer} for key, answer in always.items() if ".text." in key}
    assert {k: v for k, v in found.items() if ".fallback." not in k} == texts


@slowly
@given(stories())
def test_traps_are_the_loops_that_nothing_leaves(text):
    _, brute = judged(text)
    proof = as_data(prove(brute.story), 0)

    lost = {str(place[0]) for place in brute.out.keys() - brute.saved()}
    trapped = {node for trap in proof["traps"] for node in trap["nodes"]}
    assert bool(trapped) == bool(lost)
    assert trapped & brute.story.nodes.keys() <= lost | {
        id for id, node in brute.story.nodes.items() if not node.choices or node.fallback
    }
    for trap in proof["traps"]:
        position = replay(brute.story, "c", trap["witness"])
        assert (position.node, position.state, position.stack) not in brute.saved()


@slowly
@given(stories())
def test_witnesses_replay_and_none_is_shorter(text):
    story, brute = judged(text)
    proof = as_data(prove(story), 0)

    for ending in proof["endings"]:
        depths = [brute.depth[place] for place in brute.ends(ending["id"])]
        if not depths:
            assert (ending["paths"], ending["shortest"]) == ("0", None)
            continue
        assert len(ending["shortest"]) == min(depths)
        assert replay(story, "c", ending["shortest"]).node == ending["id"]
    for stuck in proof["deadlocks"]:
        assert replay(story, "c", stuck["witness"]).node == stuck["node"]


@slowly
@given(stories())
def test_paths_chances_and_totals(text):
    story, brute = judged(text)
    proof = as_data(prove(story), 0)

    if brute.has_loop():
        for ending in proof["endings"]:
            try:
                expected = absorbed(brute, brute.ends(ending["id"]))
            except TooMany:
                assume(False)
            assert Fraction(ending["probability_exact"]) == expected
        return
    try:
        paths, chances, ledgers = brute.counted()
    except TooMany:
        assume(False)
    for ending in proof["endings"]:
        assert ending["paths"] == str(paths[ending["id"]])
        assert Fraction(ending["probability_exact"]) == chances[ending["id"]]
    totals = [ledger for id, found in ledgers.items() if id in story.endings for ledger in found]
    for i, metric in enumerate(brute.program.layout.metrics):
        found = proof["ledger"]["c"][metric]
        if totals:
            assert found["min"] == min(total[i] for total in totals)
            assert found["max"] == max(total[i] for total in totals)


@slowly
@given(stories())
def test_ranges_of_what_is_shown_cover_every_state(text):
    _, brute = judged(text)
    ranges = as_data(prove(brute.story), 0)["variables"]["c"]

    for id, variable in brute.story.variables.items():
        rank = variable.values.index if variable.kind == "enum" else int
        values = sorted(brute.values[id], key=rank)
        assert variable.shown
        assert ranges[id] == {"min": values[0], "max": values[-1], "bound": False}


@slowly
@given(stories())
def test_keeping_everything_changes_no_answer(text):
    story, brute = judged(text)
    ground = Ground(Program(story, "c"))
    every = (1 << len(ground.reads.names)) - 1
    merged = explore(ground, ground.live(), Limits())
    whole = explore(ground, ground.live(every), Limits())

    assert len(merged.out) <= len(whole.out)
    assert set(merged.node) == set(whole.node) == brute.nodes
    positions = {(p[0], p[1], tuple(frame.then for frame in p[2])) for p in brute.out}
    decided = {
        (node, key)
        for node, key in zip(whole.node, whole.key, strict=True)
        if (node, key) in {(p[0], p[1]) for p in positions}
    }
    assert decided == {(p[0], p[1]) for p in positions}
    first = start(story, "c")
    assert (first.node, first.state) in decided
