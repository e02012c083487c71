"""The way through a playthrough, beat by beat."""

from __future__ import annotations

import pytest

from game.engine import EngineError
from game.view import Course, Page, gauges, tongue
from tests.ford import begun, played


def told(course: Course) -> str:
    """A beat in one word: the page's id, or what answers which decision."""
    beat = course.beat
    return beat.id if isinstance(beat, Page) else f"answer to {beat.node}"


def walked(course: Course) -> list[str]:
    """Everything that is read from here to the next decision or ending."""
    seen = [told(course)]
    while course.forward().index != course.index:
        course = course.forward()
        seen.append(told(course))
    return seen


def test_pages_then_the_decision_then_its_answer() -> None:
    assert walked(begun()) == ["camp", "crossing"]
    assert walked(begun("row")) == ["answer to crossing", "far-bank"]
    assert walked(begun("row", "bury")) == ["answer to far-bank", "night", "over"]


def test_going_back_stops_at_the_last_order() -> None:
    course = begun("row").forward()
    assert told(course.back()) == "answer to crossing"
    assert course.back().back().index == 0


def test_an_order_leads_to_its_answer() -> None:
    course = begun().forward().order("row")
    assert told(course) == "answer to crossing"
    assert course.page.id == "far-bank"
    with pytest.raises(EngineError, match="'swim' is not open at 'crossing'"):
        begun().forward().order("swim")


def test_an_ending_is_the_end_once_it_is_read() -> None:
    course = begun("march", "wait")
    assert not course.at_end
    assert course.forward().at_end


def test_pages_on_the_way_to_an_ending_are_those_of_the_last_decision() -> None:
    night = begun("row", "bury").forward().beat
    assert isinstance(night, Page)
    assert (night.id, night.number, night.about) == ("night", 2, 2)


def test_skipping_a_page_is_going_on() -> None:
    night = begun("row", "bury").forward()
    assert told(night.skip()) == "over"
    assert night.skip().play.choices == night.play.choices


def test_skipping_a_decision_gives_its_order_and_passes_over_the_answer() -> None:
    far = begun("row").forward()
    after = far.skip()
    assert after.play.choices == ("crossing.row", "far-bank.bury")
    assert told(after) == "night"


def test_what_is_not_sensitive_cannot_be_skipped() -> None:
    camp = begun()
    assert camp.skip() is camp
    answer = begun("row")
    assert answer.skip() is answer


def test_undo_stands_at_the_decision_and_redo_at_the_answer() -> None:
    course = begun("row", "go-on")
    assert told(course.undo()) == "far-bank"
    assert told(course.undo(2)) == "crossing"
    assert told(course.undo().redo()) == "answer to far-bank"
    assert course.redo() is course


def test_a_resumed_playthrough_stands_at_its_decision() -> None:
    assert told(Course.resume(played("row"))) == "far-bank"
    assert told(Course.resume(played("row", "bury"))) == "over"


def test_the_place_is_kept_in_another_language() -> None:
    texts = {"far-bank.title": "Am anderen Ufer"}
    course = begun("row").forward().in_tongue(tongue("de", texts))
    assert course.page.title == "Am anderen Ufer"
    assert told(course) == "far-bank"


def test_here_knows_no_more_than_has_been_read() -> None:
    def water(course: Course) -> str:
        return gauges(course.here)[0].words

    camp = begun()
    assert (camp.here.node, water(camp)) == ("camp", "high")
    answer = begun("row")
    assert (answer.here.node, water(answer)) == ("crossing", "in flood")
    assert answer.here.metrics == {"men": 12, "boats": 1, "nights": 0}
    over = begun("row", "bury")
    assert not over.here.is_ending
    assert not over.forward().here.is_ending
    assert over.forward().forward().here == over.play.position


def test_an_answer_has_the_scene_of_its_decision() -> None:
    answer = begun("row")
    assert (answer.scene.id, answer.scene.when) == ("crossing", "9 August 1945, 05:30 river time")
    assert answer.forward().scene.id == "far-bank"
