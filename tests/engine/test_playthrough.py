"""A playthrough: orders given, taken back and given again."""

from __future__ import annotations

import pytest

from game.engine import EngineError, Playthrough
from tests.engine.small import story

HALL = """
[node.first]
title = "The first"
[[node.first.choice]]
id = "wait"
label = "Wait."
effects = ["hours += 1"]
goto = "first"
[[node.first.choice]]
id = "go"
label = "Go."
goto = "end"
"""


def played(*choices: str) -> Playthrough:
    return Playthrough.replay(story(HALL), "c", choices)


def test_a_playthrough_is_its_choices() -> None:
    play = played("wait", "first.wait", "go")
    assert play.choices == ("first.wait", "first.wait", "first.go")
    assert play.is_over
    assert [leg.position.variables["hours"] for leg in play.legs] == [0, 1, 2, 2]
    assert not played().is_over
    assert played().choices == ()


def test_undo_takes_orders_back_and_redo_gives_them_again() -> None:
    play = played("wait", "go")
    back = play.undo()
    assert (back.choices, back.undone) == (("first.wait",), ("go",))
    assert play.undo(2).undone == ("go", "wait")
    assert play.undo().undo() == play.undo(2)
    assert play.undo(2).redo() == back
    assert play.undo(2).redo().redo() == play


def test_at_the_first_decision_there_is_nothing_to_undo() -> None:
    play = played("wait")
    assert play.undo(99) == play.undo()
    assert play.undo().undo() == play.undo()
    assert play.undo(0) == play
    assert play.redo() == play


def test_another_order_forgets_what_was_undone() -> None:
    back = played("wait", "wait", "go").undo(2)
    assert back.take("go").undone == ()
    assert back.take("wait").undone == ("go",)


def test_back_to_is_the_state_before_an_order() -> None:
    play = played("wait", "wait", "go")
    assert play.back_to(1).choices == ()
    assert play.back_to(3).choices == ("first.wait", "first.wait")
    assert play.back_to(4) == play


def test_a_broken_list_of_choices_is_an_engine_error() -> None:
    with pytest.raises(EngineError, match="There is no choice 'wait' at 'end'"):
        played("go", "wait")
