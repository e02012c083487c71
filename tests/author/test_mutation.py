"""Mutants judged by what they touch, against a judge that walks everything again."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from game.author.mutants import Mutant, mutants
from game.author.mutation import LEFT, NOTICED, SAME, Judge
from game.engine import Playthrough, options
from game.model import Story
from game.prove import Limits, decide
from tests.engine.stories import stories
from tests.helpers import story_from
from tests.prove.test_stats import FORK

slowly = settings(
    max_examples=15,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
ASSERTS = """
[[assert]]
id = "ends"
reachable = ["first", "end"]

[[assert]]
id = "ends-by-a"
reachable = ["first.a", "other-end"]

[[assert]]
id = "comes-to-n1"
leads = ["first.a", "n1"]

[[assert]]
id = "comes-to-the-end"
leads = ["n1", "end"]

[[assert]]
id = "gives-b"
leads = ["first", "n1.b"]

[[assert]]
id = "few-hours"
never = "hours > 2"

[[assert]]
id = "roads-or-hours"
always = "roads >= 1 or hours <= 0"

[[assert]]
id = "open-at-the-end"
never = "open"
at = "end"
"""


def told(story: Story, most: int = 150) -> set[object]:
    """What players can see: of every playthrough the nodes, choices, variables and metrics."""
    plays = [Playthrough.begin(story, "c")]
    found: set[object] = set()
    for play in plays:
        here = play.position
        shown = tuple((option.id, option.enabled) for option in options(here))
        stops = tuple((s.node, s.state) for s in play.legs[-1].stops)
        found.add((play.choices, stops, here.node, tuple(here.variables.items()), shown,
                   tuple(here.metrics.items())))  # fmt: skip
        plays += [play.take(option.id) for option in options(here) if option.enabled]
        if len(plays) > most:
            break
    return found


@pytest.mark.slow
@slowly
@given(stories(), st.randoms(use_true_random=False))
def test_what_is_noticed_is_what_whole_walks_notice(text, dice):
    story = story_from(text + ASSERTS)
    sound = {ruling.id for ruling in decide(story) if ruling.holds}
    judge = Judge(story, sound, set(), Limits())
    every = list(mutants(story))
    assume(every)
    for mutant in dice.sample(every, min(8, len(every))):
        broken = [r.id for r in decide(mutant.story) if r.holds is False and r.id in sound]
        verdict = judge.of(mutant)
        assert (verdict == NOTICED) == bool(broken), (mutant.where, mutant.what, broken)
        if verdict == SAME:
            assert told(mutant.story) == told(story)


def verdicts(text: str, asserts: set[str], plays: set[str]) -> dict[str, str]:
    story = story_from(text)
    judge = Judge(story, asserts, plays, Limits())
    return {f"{m.where}: {m.what}": judge.of(m) for m in mutants(story)}


def test_a_dropped_effect_that_nothing_reads_is_the_same():
    text = FORK.replace(
        'label = "Leave them."', 'label = "Leave them."\neffects = ["guns = false"]'
    )
    assert verdicts(text, set(), set()) == {
        "first.bring.effects: dropped: guns = true": LEFT,
        "first.leave.effects: dropped: guns = false": SAME,
        "last.fire.visible_if: turned round": LEFT,
        "last.fire.goto: leads to lost instead of won": LEFT,
        "last.wait.goto: leads to won instead of lost": LEFT,
    }


def test_the_same_effect_is_seen_where_the_variable_is_printed():
    text = (
        FORK.replace('type = "bool"\nstart = false', 'type = "int"\nmin = 0\nmax = 2\nstart = 0')
        .replace('effects = ["guns = true"]', 'effects = ["guns = 1"]')
        .replace('visible_if = "guns"', 'visible_if = "guns == 1"')
        .replace(
            'label = "Wait."', 'label = "Wait."\neffects = ["guns = 2"]\noutcome = "{guns} left."'
        )
    )
    found = verdicts(text, set(), set())
    assert found["last.wait.effects: dropped: guns = 2"] == LEFT
    assert found["guns: max lowered to 1"] == LEFT
    silent = verdicts(text.replace("{guns} left.", "None left."), set(), set())
    assert silent["last.wait.effects: dropped: guns = 2"] == SAME


def test_a_playthrough_notices_from_the_changed_node_on():
    play = '[[playthrough]]\nid = "p"\ncampaign = "c"\nchoices = ["first.bring", "last.fire"]\nending = "won"\n'
    found = verdicts(FORK + play, set(), {"p"})
    assert found["first.bring.effects: dropped: guns = true"] == NOTICED
    assert found["last.fire.goto: leads to lost instead of won"] == NOTICED
    assert found["last.wait.goto: leads to won instead of lost"] == LEFT


def test_mutants_of_what_no_campaign_leads_to_are_the_same():
    lost = (
        '[node.attic]\ntitle = "Attic"\ntext = "Dust."\neffects = ["guns = true"]\ngoto = "lost"\n'
    )
    found = verdicts(FORK + lost, set(), set())
    assert found["attic.effects: dropped: guns = true"] == SAME


def test_a_mutant_says_what_it_changed():
    story = story_from(FORK)
    first = next(iter(mutants(story)))
    assert (first.where, first.node) == ("first.bring.effects", "first")
    assert isinstance(first, Mutant)
