"""Your situation beside that of 1945, on a river with a bridge that was blown."""

from functools import cache

from game.engine import Playthrough
from game.view import Course
from game.view.situations import compared, situations
from tests.helpers import story_from

STORY = """
[[campaign]]
id = "one"
start = "camp"

[variables.bridge]
type = "enum"
values = ["whole", "blown"]
start = "whole"

[place.bank]
name = "The bank"
at = [130.0, 44.0]
text = "It is muddy."

[place.hill]
name = "The hill"
at = [130.0, 44.2]
text = "It is high."

[node.camp]
title = "The camp"
at = 1945-08-09
place = "bank"
text = "A bridge."

[[node.camp.marker]]
id = "bridge"
side = "other"
kind = "bridge"
at = "bank"

[[node.camp.marker]]
id = "first"
side = "soviet"
kind = "army"
at = "hill"
label = "1st Army"

[[node.camp.choice]]
id = "blow"
label = "Blow it."
historical = true
effects = ["bridge = blown"]
outcome = "It falls."
goto = "river"

[[node.camp.choice]]
id = "keep"
label = "Keep it."
outcome = "It stands."
goto = "river"

[[node.camp.choice]]
id = "hide"
label = "Hide."
outcome = "You hide."
goto = "wood"

[node.river]
title = "The river"
at = 1945-08-10
place = "bank"
text = "Water."

[[node.river.marker]]
id = "first"
side = "soviet"
kind = "army"
at = "hill"
label = "1st Army"
if = "bridge == blown"

[[node.river.marker]]
id = "first-over"
side = "soviet"
kind = "army"
at = "bank"
label = "1st Army"
if = "bridge == whole"

[[node.river.marker]]
id = "rest"
side = "japanese"
kind = "division"
at = "bank"
label = "rearguard"
if = "bridge == blown"

[[node.river.marker]]
id = "tanks"
side = "soviet"
kind = "brigade"
at = "hill"
label = "tanks"
if = "chosen('river.stay')"

[[node.river.choice]]
id = "stay"
label = "Stay."
outcome = "You stay."
goto = "end"

[[node.river.choice]]
id = "go"
label = "Go."
historical = true
outcome = "You go."
goto = "end"

[node.wood]
title = "The wood"
at = 1945-08-10
place = "hill"
text = "Trees."

[[node.wood.choice]]
id = "wait"
label = "Wait."
outcome = "You wait."
goto = "end"

[ending.end]
title = "The end"
campaigns = ["one"]
kind = "man"
text = "It is over."
"""


@cache
def story():
    return story_from(STORY.replace("chosen('river.stay')", 'chosen(\\"river.stay\\")'))


def after(*choices, read=False):
    play = Playthrough.replay(story(), "one", choices)
    return situations(Course.begin(play) if read else Course.resume(play))


def test_before_the_first_order_there_is_one_situation():
    found = after()
    assert (found.real, found.differ, compared(found)) == (None, False, ())


def test_on_the_road_of_1945_nothing_differs():
    found = after("blow")
    assert not found.differ
    assert compared(found) == ("What is marked here stood so in 1945 too.",)


def test_the_same_decision_with_other_orders_before_it():
    found = after("keep")
    assert found.differ
    assert [mark.at.name for mark in found.mine.marks] == ["The bank"]
    assert found.real is not None
    assert [mark.at.name for mark in found.real.marks] == ["The hill", "The bank"]
    assert compared(found) == (
        "In 1945: At The hill, 20 km north of The bank: 1st Army (Soviet).",
        "Only in 1945: At The bank: rearguard (Japanese).",
    )


def test_where_1945_did_not_come_by_its_last_page_by_then_is_shown():
    found = after("hide")
    assert found.when == "10 August 1945"
    assert found.real is not None
    assert found.real.here_name == "The bank"
    assert compared(found)[0] == "The nearest of 1945: 10 August 1945, The bank."
    assert all(not words.startswith("Not so") for words in compared(found))


def test_after_an_order_both_show_what_the_orders_made():
    found = after("blow", "stay", read=True)
    assert compared(found) == (
        "Not so in 1945: At The hill, 20 km north of The bank: tanks (Soviet).",
    )
    assert not after("blow", "go", read=True).differ


def test_an_ending_without_markers_has_nothing_to_compare():
    assert compared(after("hide", "wait")) == ()
