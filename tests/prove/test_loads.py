"""What becomes of saves in another version, against loading every one of them."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from game.author.mutants import mutants
from game.engine import Playthrough, Program, options
from game.model import Story
from game.prove import Limits
from game.prove.edits import edits, names_of
from game.prove.explore import Ground, explore
from game.prove.loads import Loads, all_load, loads
from game.prove.order import order_of
from game.prove.space import Space
from game.saves import replayed, save_of
from tests.engine.stories import stories
from tests.helpers import story_from
from tests.prove.test_stats import FORK

slowly = settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
NOW = datetime(2026, 8, 15, tzinfo=UTC)


def walked(story: Story) -> Space:
    ground = Ground(Program(story, "c"))
    return explore(ground, ground.live(), Limits())


def judged(old: Story, new: Story) -> Loads:
    names = names_of(old, new)
    space = walked(old)
    return loads(space, order_of(space.out), walked(new), names, edits(old, new, names))


def saves(story: Story, most: int = 300) -> list[Playthrough]:
    """Every playthrough there can be, whole or not."""
    found = [Playthrough.begin(story, "c")]
    for play in found:
        for option in options(play.position):
            if option.enabled:
                found.append(play.take(option.id))
        assume(len(found) <= most)
    return found


def same(play: Playthrough, now: Playthrough) -> bool:
    """Whether the same pages were passed, with the same ledger at the end."""
    pages = [[stop.node for stop in leg.stops] for leg in play.legs]
    here = [[stop.node for stop in leg.stops] for leg in now.legs]
    return pages == here and play.position.metrics == now.position.metrics


@slowly
@given(stories(), st.randoms(use_true_random=False))
def test_every_save_is_judged_as_it_loads(text, dice):
    old = story_from(text)
    space = walked(old)
    assume(not order_of(space.out).loops)
    plays = saves(old)
    mutant = dice.choice(list(mutants(old)))
    found = judged(old, mutant.story)
    assert found.saves == len(plays) == all_load(space, order_of(space.out)).saves
    results = [(play, replayed(save_of(play, "", "en", NOW), mutant.story)) for play in plays]
    parted = [play for play, loaded in results if loaded.parted]
    assert sum(fate.saves or 0 for fate in found.parted) == len(parted)
    alike = [play for play, loaded in results if not loaded.parted and same(play, loaded.play)]
    assert (found.unchanged or 0) <= len(alike)
    for fate in found.parted:
        play = Playthrough.replay(old, "c", fate.witness)
        assert replayed(save_of(play, "", "en", NOW), mutant.story).parted
        assert fate.edit != "what was changed elsewhere"


def test_nothing_changed():
    story = story_from(FORK)
    found = judged(story, story_from(FORK))
    assert found == Loads(6, 6, 1.0, [], [])


def test_an_order_that_leads_elsewhere():
    changed = FORK.replace(
        'label = "Leave them."\ngoto = "road"', 'label = "Leave them."\ngoto = "lost"'
    )
    found = judged(story_from(FORK), story_from(changed))
    (fate,) = found.parted
    assert (found.saves, found.unchanged, found.unchanged_share) == (6, 4, 0.5)
    assert (fate.edit, fate.order, fate.why) == (
        "first.leave.goto",
        "first.leave",
        "it leads to lost, not to last",
    )
    assert (fate.saves, fate.share, fate.witness) == (2, 0.5, ["first.leave"])


def test_a_ledger_that_changed_is_noted():
    metric = '[[metric]]\nid = "men"\nlabel = "Men"\nunit = "men"\n' + FORK
    changed = metric.replace('label = "Wait."', 'label = "Wait."\nledger = { men = 3 }')
    found = judged(story_from(metric), story_from(changed))
    (fate,) = found.noted
    assert not found.parted
    assert (fate.edit, fate.order, fate.saves, fate.share) == ("last.wait.ledger", None, 2, 0.75)
    assert (found.unchanged, found.unchanged_share) == (4, 0.25)


def test_an_effect_far_back_is_named_where_a_save_parts():
    changed = FORK.replace('effects = ["guns = true"]\n', "")
    found = judged(story_from(FORK), story_from(changed))
    (noted,) = found.noted
    (parted,) = found.parted
    assert noted.edit == parted.edit == "first.bring.effects"
    assert parted.order == "last.fire"
    assert parted.why == "it can no longer be given"
    assert parted.witness == ["first.bring", "last.fire"]


def test_what_is_renamed_loads_unchanged():
    changed = (
        FORK.replace("node.road]", "node.lane]")
        .replace('title = "Road"', 'title = "Road"\nrenamed_from = ["road"]')
        .replace('goto = "road"', 'goto = "lane"')
        .replace('id = "fire"', 'id = "shoot"\nrenamed_from = ["fire"]')
    )
    old, new = story_from(FORK), story_from(changed)
    assert judged(old, new) == Loads(6, 6, 1.0, [], [])
    found = edits(old, new, names_of(old, new))
    assert [(edit.where, edit.what, edit.new) for edit in found] == [
        ("road", "renamed", "lane"),
        ("last.fire", "renamed", "shoot"),
    ]


def test_a_story_that_goes_round_has_no_number_of_saves():
    text = FORK.replace(
        'label = "Wait."\ngoto = "lost"', 'label = "Wait."\ngoto = "first"'
    ).replace('label = "Leave them."\ngoto = "road"', 'label = "Leave them."\ngoto = "lost"')
    changed = text.replace('goto = "won"', 'goto = "lost"')
    found = judged(story_from(text), story_from(changed))
    (fate,) = found.parted
    assert (found.saves, found.unchanged, fate.saves) == (None, None, None)
    assert (fate.order, fate.edit) == ("last.fire", "last.fire.goto")
