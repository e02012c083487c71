"""Which slot of the state holds what."""

from __future__ import annotations

from game.engine import program, start
from game.engine.layout import layout_of
from game.model import Story
from tests.helpers import story_from

TWO_SIDES = """
[[campaign]]
id = "north"
start = "n"
[[campaign]]
id = "south"
start = "s"
[variables.shared]
type = "bool"
start = true
[variables.bridge]
campaigns = ["south"]
type = "enum"
values = ["saved", "blown"]
start = "saved"
[variables.roads]
campaigns = ["north"]
type = "int"
min = 0
max = 9
start = 4
[derived.passable]
campaigns = ["north"]
expr = "roads > 3 and shared"
[[metric]]
id = "hours"
label = "Hours"
unit = "hours"
start = 2
[[metric]]
id = "men"
campaigns = ["south"]
label = "Men"
unit = "men"
[node.n]
title = "North"
goto = { one_of = [{ if = 'passable and visits("n") < 3', goto = "ne" }, { goto = "ne" }] }
[node.s]
title = "South"
[[node.s.choice]]
id = "blow"
label = "Blow it."
once = true
effects = ["bridge = blown"]
ledger = { men = 3 }
goto = "se"
[ending.ne]
campaigns = ["north"]
title = "North"
kind = "army"
text = "Over."
[ending.se]
campaigns = ["south"]
title = "South"
kind = "army"
text = "Over."
"""


def two_sides() -> Story:
    return story_from(TWO_SIDES)


def test_a_state_holds_the_campaigns_own_variables_and_what_is_recalled() -> None:
    south = layout_of(two_sides(), "south")
    assert south.variables == ("shared", "bridge")
    assert south.metrics == ("hours", "men")
    assert south.visits == (("n", 3),)
    assert south.chosen == ("s.blow",)
    assert south.width == 4
    assert south.slots("s[", "]") == {
        "shared": "s[0]",
        "bridge": "s[1]",
        "visits n": "s[2]",
        "chosen s.blow": "s[3]",
    }


def test_a_state_begins_with_the_declared_values() -> None:
    story = two_sides()
    assert (program(story, "north").first_state, program(story, "north").first_ledger) == (
        (True, 4, 0, False),
        (2,),
    )
    assert start(story, "north").state == (True, 4, 1, False)
    assert start(story, "south").state == (True, "saved", 0, False)


def test_programs_of_one_campaign_are_equal() -> None:
    story = two_sides()
    assert program(story, "north") == program(story, "north")
    assert program(story, "north") != program(story, "south")
    assert start(story, "south") == start(story, "south")
    assert start(story, "south") != start(two_sides(), "south")


def test_a_program_answers_expressions_in_a_state() -> None:
    north = program(two_sides(), "north")
    assert north.value("passable and roads == 4", (True, 4, 0, False)) is True
    assert north.value("roads * 2", (True, 3, 0, False)) == 6
    assert north.value("passable", (True, 3, 0, False)) is False
