"""The road of 1945 through a story."""

from __future__ import annotations

from game.engine import historical_choice, historical_path, program, start, step
from tests.engine.small import story

ROAD = """
[node.first]
title = "The first"
[[node.first.choice]]
id = "wait"
label = "Wait."
goto = "first"
[[node.first.choice]]
id = "go"
label = "Go."
historical = true
effects = ["hours += 1"]
goto = "river"
[node.river]
title = "The river"
[[node.river.choice]]
id = "cross"
label = "Cross."
historical = true
visible_if = "hours < 3"
goto = { one_of = [{ if = "hours == 1", goto = "end" }, { goto = "river" }] }
[[node.river.choice]]
id = "halt"
label = "Halt."
goto = "end"
"""


def test_the_historical_path_is_followed_to_its_ending() -> None:
    assert historical_path(program(story(ROAD), "c")) == ("first.go", "river.cross")


def test_a_choice_that_is_not_open_is_not_the_historical_one() -> None:
    late = story(ROAD.replace("hours += 1", "hours += 5"))
    river = step(start(late, "c"), "go")
    assert historical_choice(river) is None
    assert historical_path(program(late, "c")) == ("first.go",)


def test_a_historical_path_in_a_circle_is_cut_off() -> None:
    circle = story(ROAD.replace("hours += 1", "hours += 2"))
    assert historical_path(program(circle, "c")) == ("first.go", "river.cross", "river.cross")


def test_an_ending_has_no_historical_choice() -> None:
    assert historical_choice(step(step(start(story(ROAD), "c"), "go"), "halt")) is None
