"""Walking a story, order by order."""

from __future__ import annotations

import pytest

from game.engine import EngineError, Option, Stop, begin, go, options, program, replay, start, step
from game.reader import load
from tests.engine.small import DECLARED, Standing, shown, standing, story
from tests.helpers import HEAD, folder_of

ORDER = """
[node.first]
title = "The first"
effects = ["roads += 1"]
[[node.first.choice]]
id = "go"
label = "Go."
visible_if = "roads == 2"
effects = ["roads += 1", "hours = roads * 2"]
ledger = { losses = "roads * 10", tanks = -1 }
goto = { one_of = [
    { if = "roads == 3 and hours == 6", goto = "after" },
    { goto = "end" },
] }
[node.after]
title = "After"
[[node.after.choice]]
id = "stop"
label = "Stop."
goto = "end"
"""


def test_entry_effects_then_conditions_then_ledger_then_effects_then_the_way_on() -> None:
    first = start(story(ORDER), "c")
    assert standing(first) == Standing("first", roads=2, hours=0, guns="road")
    assert options(first) == (Option("go", True),)
    after = step(first, "go")
    assert standing(after) == Standing("after", roads=3, hours=6, guns="road", losses=120, tanks=-1)
    over = step(after, "stop")
    assert over.node == "end"
    assert over.is_ending
    assert options(over) == ()
    assert not after.is_ending


PAGES = """
[node.first]
title = "A page"
effects = ["hours += 1"]
goto = "second"
[node.second]
title = "A page that looks at the state"
goto = { one_of = [{ if = "hours == 1", goto = "here" }, { goto = "end" }] }
[node.here]
title = "A decision"
[[node.here.choice]]
id = "on"
label = "On."
goto = "first"
[[node.here.choice]]
id = "out"
label = "Out."
goto = "end"
"""


def test_pages_are_walked_through_and_listed() -> None:
    here = start(story(PAGES), "c")
    assert standing(here) == Standing("here", 1, 1, "road", pages=("first", "second"))
    assert standing(step(here, "on")) == Standing("end", 1, 2, "road", pages=("first", "second"))
    assert step(here, "out").pages == ()


def test_each_page_is_kept_with_the_state_it_is_read_in() -> None:
    leg = begin(program(story(PAGES), "c"))
    state, ledger = (1, 1, "road"), (100, 0)
    assert leg.stops == (Stop("first", state, ledger, ()), Stop("second", state, ledger, ()))
    assert (leg.choice, leg.before) == (None, (1, 0, "road"))


RESULTS = """
[node.first]
title = "The first"
[[node.first.choice]]
id = "fire"
label = "Fire."
[[node.first.choice.result]]
if = "guns == forest"
effects = ["hours += 10"]
goto = "end"
[[node.first.choice.result]]
if = "roads < 3"
effects = ["roads += 1", "guns = forest if open else guns"]
goto = "first"
[[node.first.choice.result]]
effects = ["hours += 1"]
goto = "end"
"""


def test_the_first_result_that_holds_before_its_effects_is_taken() -> None:
    first = start(story(RESULTS), "c")
    once = go(first, "fire")
    assert once.result == 1
    assert once.before == (1, 0, "road")
    assert standing(once.position) == Standing("first", roads=2, hours=0, guns="forest")
    twice = go(once.position, "fire")
    assert (twice.result, twice.choice) == (0, "fire")
    assert standing(twice.position) == Standing("end", roads=2, hours=10, guns="forest")


def test_a_derived_value_is_worked_out_anew_after_each_effect() -> None:
    nodes = """
    [node.first]
    title = "The first"
    effects = ["hours += 1 if open else 0", "roads = 2", "hours += 10 if open else 0"]
    goto = "end"
    """
    assert standing(start(story(nodes), "c")).hours == 10


def test_a_variable_stops_at_its_bounds_after_each_effect() -> None:
    nodes = """
    [node.first]
    title = "The first"
    effects = ["roads += 99", "roads -= 1", "hours = -99", "hours += 1"]
    goto = "end"
    """
    assert standing(start(story(nodes), "c")) == Standing("end", 2, -4, "road", pages=("first",))


ONCE = """
[node.first]
title = "The first"
[[node.first.choice]]
id = "look"
label = "Look."
once = true
goto = "first"
[[node.first.choice]]
id = "think"
label = "Think."
enabled_if = 'chosen("first.look")'
disabled_reason = "Look first."
goto = "end"
"""


def test_a_choice_of_once_is_gone_after_use() -> None:
    first = start(story(ONCE), "c")
    assert shown(first) == "look (think)"
    again = step(first, "look")
    assert shown(again) == "think"
    with pytest.raises(EngineError, match=r"The choice 'look' is not open at 'first'\."):
        step(again, "look")


VISITS = """
[node.first]
title = "The first"
[[node.first.choice]]
id = "again"
label = "Again."
visible_if = 'visits("first") < 3'
goto = "first"
[[node.first.choice]]
id = "third"
label = "Third."
visible_if = 'visits("first") == 3'
goto = "first"
[[node.first.choice]]
id = "later"
label = "Later."
visible_if = 'visits("first") > 3'
goto = "first"
"""


def test_visits_count_the_present_one_and_stop_counting_where_it_changes_nothing() -> None:
    position = start(story(VISITS), "c")
    seen = []
    for choice in ("again", "again", "third", "later", "later"):
        seen.append((shown(position), position.state[-1]))
        position = step(position, choice)
    assert seen == [("again", 1), ("again", 2), ("third", 3), ("later", 4), ("later", 4)]


FALLBACK = """
[node.first]
title = "The first"
effects = ["hours += 1"]
[[node.first.choice]]
id = "go"
label = "Go."
enabled_if = "roads > 0"
disabled_reason = "No road."
effects = ["roads -= 1"]
goto = "first"
[node.first.fallback]
text = "Nothing can be ordered."
effects = ["guns = forest"]
ledger = { losses = "hours" }
goto = { one_of = [{ if = "guns == forest", goto = "end" }, { goto = "first" }] }
"""


def test_where_no_choice_is_enabled_the_fallback_is_taken_unrecorded() -> None:
    leg = go(start(story(FALLBACK), "c"), "go")
    expected = Standing("end", roads=0, hours=2, guns="forest", losses=102, pages=("first",))
    assert standing(leg.position) == expected
    (stop,) = leg.stops
    assert (stop.node, stop.fell) == ("first", True)
    assert (stop.state, stop.ledger) == ((0, 2, "road"), (100, 0))
    assert stop.after == ((0, 2, "forest"), (102, 0))


def test_a_decision_with_nothing_open_and_no_fallback_is_where_it_stands() -> None:
    nodes = FALLBACK[: FALLBACK.index("[node.first.fallback]")]
    position = step(start(story(nodes), "c"), "go")
    assert shown(position) == "(go)"
    assert not position.is_ending
    with pytest.raises(EngineError, match="is not open"):
        step(position, "go")


SCENES = """
[scene.council]
start = "council"
[scene.telegram]
start = "telegram"
[node.first]
title = "The first"
goto = { scene = "council", then = "middle" }
[node.middle]
title = "Between"
goto = { scene = "council", then = "end" }
[node.council]
title = "The council"
[[node.council.choice]]
id = "ask"
label = "Ask."
goto = { scene = "telegram", then = "answer" }
[[node.council.choice]]
id = "rise"
label = "Rise."
goto = { scene = "telegram", then = "return" }
[node.answer]
title = "The answer"
goto = "return"
[node.telegram]
title = "The telegram"
effects = ["hours += 1"]
goto = "return"
"""


def test_scenes_nest_and_return_to_where_they_were_called() -> None:
    council = start(story(SCENES), "c")
    assert (council.node, council.pages) == ("council", ("first",))
    assert [tuple(frame) for frame in council.stack] == [("middle", "first")]
    again = step(council, "ask")
    assert (again.node, again.pages) == ("council", ("telegram", "answer", "middle"))
    assert [tuple(frame) for frame in again.stack] == [("end", "middle")]
    over = step(again, "rise")
    assert standing(over) == Standing("end", 1, 2, "road", pages=("telegram",))
    assert over.stack == ()


def test_inside_a_scene_a_page_knows_its_callers() -> None:
    leg = go(start(story(SCENES), "c"), "ask")
    callers = [[frame.caller for frame in stop.stack] for stop in leg.stops]
    assert callers == [["first", "council"], ["first"], []]


def test_pages_in_a_circle_are_an_engine_error() -> None:
    nodes = """
    [node.first]
    title = "There"
    goto = "back"
    [node.back]
    title = "Back"
    goto = "first"
    """
    unchecked = load(folder_of({"story.toml": HEAD + DECLARED + nodes}))
    with pytest.raises(EngineError, match="goes in circles without a decision at 'first'"):
        start(unchecked, "c")


def test_a_fallback_that_falls_back_on_itself_is_an_engine_error() -> None:
    nodes = FALLBACK.replace('{ if = "guns == forest", goto = "end" }, ', "")
    with pytest.raises(EngineError, match="goes in circles"):
        step(start(story(nodes), "c"), "go")


WRONG = [
    ("nap", "There is no choice 'nap' at 'first'."),
    ("think", "The choice 'think' is not open at 'first'."),
    ("hall.look", "'hall.look' does not belong to 'first', where the story is."),
    ("", "There is no choice '' at 'first'."),
]


@pytest.mark.parametrize("choice, sentence", WRONG)
def test_an_order_that_cannot_be_given_is_an_engine_error(choice: str, sentence: str) -> None:
    with pytest.raises(EngineError) as caught:
        replay(story(ONCE), "c", [choice])
    assert str(caught.value) == sentence


def test_at_an_ending_there_is_nothing_to_order() -> None:
    over = replay(story(ONCE), "c", ["first.look", "think"])
    assert over.is_ending
    with pytest.raises(EngineError, match="There is no choice 'think' at 'end'"):
        step(over, "think")


def test_an_unknown_campaign_is_an_engine_error() -> None:
    with pytest.raises(EngineError, match=r"There is no campaign 'x'; this story has c\."):
        start(story(ONCE), "x")
