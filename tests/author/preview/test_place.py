"""Coming back to a place in another version of the story; setting values; finding ways."""

from __future__ import annotations

import pytest

from game.author.preview.place import Ground, begun, placed, trail_of
from game.author.preview.setting import coming, domain, stepped, typed, values_at, with_value
from game.author.preview.ways import Guide
from game.model import StoryError, Variable
from game.prove import Limits
from game.view import ENGLISH, Course
from tests.ford import edited, ford, played

LIMITS = Limits(10_000)


def course(*choices: str, turns: int = 0) -> Course:
    found = Course.begin(played(*choices))
    for _ in range(turns):
        found = found.forward()
    return found


def back(at: Course, words: dict[str, str], ground: Ground | None = None):
    return placed(trail_of(at, ground), edited(words), ENGLISH)


def test_a_changed_text_keeps_orders_and_page():
    at = course("row", turns=1)
    found = back(at, {"Men lie in the reeds.": "Men sleep in the reeds."})
    assert (found.course.play.choices, found.parted) == (("crossing.row",), False)
    assert found.course.index == at.index
    assert "Men sleep" in str(found.course.beat.text)


def test_a_page_put_in_before_keeps_the_page_by_its_id():
    found = back(
        course(turns=1),
        {
            'start = "camp"': 'start = "dawn"',
            "[node.camp]": '[node.dawn]\ntitle = "D"\ntext = "D."\ngoto = "camp"\n\n[node.camp]',
        },
    )
    assert found.course.beat.id == "crossing"


def test_a_choice_that_is_gone_parts_and_says_after_which_order():
    found = back(course("march", "wait"), {'id = "wait"': 'id = "linger"'})
    assert (found.kept, found.parted) == (1, True)
    assert found.course.beat.id == "drift"


def test_a_choice_that_leads_elsewhere_parts_behind_it():
    found = back(course("march"), {'goto = "drift"': 'goto = "far-bank"'})
    assert (found.kept, found.parted) == (1, True)
    assert found.course.beat.id == "far-bank"


def test_a_node_with_another_name_is_found_as_a_save_finds_it():
    words = {
        "[node.drift": "[node.astray",
        'goto = "drift"': 'goto = "astray"',
        'title = "Lost"': 'title = "Lost"\nrenamed_from = ["drift"]',
    }
    assert not back(course("march"), words).parted


def test_a_set_value_is_set_again():
    at = course()
    ground = with_value(at, None, "secret", True)
    moved = Course.begin(begun(ford(), "north", ground))
    found = back(moved, {"The far bank is quiet.": "Quiet."}, ground)
    assert values_at(found.course)["secret"] is True


def test_a_value_that_its_variable_can_no_longer_hold_is_left_out():
    ground = Ground("crossing", {"water": 2})
    story = edited({"max = 2": "max = 1", 'words = ["low", "high", "in flood"]': ""})
    assert begun(story, "north", ground).position.variables["water"] == 0


def test_where_not_even_the_beginning_is_left_it_is_said():
    with pytest.raises(StoryError):
        placed(trail_of(course(), Ground("nowhere")), ford(), ENGLISH)


@pytest.mark.parametrize(
    ("turns", "node", "water"), [(0, "camp", 0), (1, "crossing", 1)], ids=["page", "decision"]
)
def test_a_node_is_come_to_before_its_own_effects(turns, node, water):
    come = coming(course(turns=turns))
    assert (come.node, come.state[0]) == (node, water)


def test_while_an_answer_is_read_the_next_node_is_meant():
    assert coming(course("row")).node == "far-bank"


def test_an_effect_on_entry_is_done_once_more_on_another_value():
    ground = with_value(course(), None, "water", 1)
    assert begun(ford(), "north", ground).position.variables["water"] == 2
    assert ground.changed == {"water"}


INT = Variable("n", "int", 0, min=-1, max=2)
ENUM = Variable("e", "enum", "a", values=("a", "b"))
BOOL = Variable("b", "bool", False)


def test_values_go_round():
    assert [stepped(INT, v, 1) for v in (-1, 0, 1, 2)] == [0, 1, 2, -1]
    assert stepped(INT, -1, -1) == 2
    assert (stepped(ENUM, "b", 1), stepped(BOOL, False, -1)) == ("a", True)


def test_values_are_typed_as_a_story_writes_them():
    assert [typed(INT, w) for w in ("2", " -1 ", "3", "x", "9" * 9999)] == [2, -1, None, None, None]
    assert [typed(ENUM, w) for w in ("b", "c")] == ["b", None]
    assert [typed(BOOL, w) for w in ("true", "True")] == [True, None]
    assert [domain(v) for v in (INT, ENUM, BOOL)] == ["-1..2", "a b", "false true"]


def test_a_node_is_come_to_by_the_shortest_real_path():
    arrival = Guide(lambda: LIMITS).to(ford(), "night", ["north"], ENGLISH)
    assert arrival.ground is None
    assert arrival.course.beat.id == "night"
    assert arrival.course.play.choices == ("crossing.row", "far-bank.go-on")


def test_an_ending_is_come_to():
    arrival = Guide(lambda: LIMITS).to(ford(), "drowned", ["north"], ENGLISH)
    assert arrival.course.play.choices == ("crossing.march", "drift.wait")


def test_a_node_that_is_never_reached_is_shown_with_beginning_values():
    story = edited({'goto = "drift"': 'goto = "far-bank"'})
    arrival = Guide(lambda: LIMITS).to(story, "drift", ["north"], ENGLISH)
    assert arrival.ground == Ground("drift")
    assert arrival.course.beat.id == "drift"


def test_a_way_that_was_found_is_tried_first_in_another_version():
    asked = []
    guide = Guide(lambda: asked.append(1) or LIMITS)
    guide.to(ford(), "night", ["north"], ENGLISH)
    arrival = guide.to(edited({"It is dark.": "Dark."}), "night", ["north"], ENGLISH)
    assert (len(asked), arrival.ground) == (1, None)
