"""The shipped story's maps: every decision tells a situation, and its own orders show in it."""

from functools import cache

import pytest

from game.engine import Playthrough, historical_path, program
from game.model import Story
from game.reader import load
from game.view import ENGLISH, Course
from game.view.situations import compared, situations
from tests.tui.driving import SHIPPED


@cache
def shipped() -> Story:
    return load(SHIPPED)


DECISIONS = [node for node in shipped().nodes.values() if node.is_decision]


@pytest.mark.parametrize("node", DECISIONS, ids=lambda node: node.id)
def test_every_decision_has_units_of_its_own_side_and_what_they_face(node) -> None:
    """On the eve the Japanese staff does not know where the others stand."""
    assert len(node.markers) >= 3
    known = {"japanese"} if node.id in ("s-exercise", "ss-exercise") else {"soviet", "japanese"}
    assert {marker.side for marker in node.markers} - {"other"} == known


@pytest.mark.parametrize("node", DECISIONS, ids=lambda node: node.id)
def test_every_marker_stands_at_a_place_whose_position_is_known(node) -> None:
    ends = [end for marker in node.markers for end in (marker.at, marker.to) if end is not None]
    named = [end for end in ends if isinstance(end, str)]
    assert [name for name in named if shipped().places[name].at is None] == []


@pytest.mark.parametrize("campaign", list(shipped().campaigns))
def test_orders_show_on_the_map_at_every_decision_of_1945(campaign) -> None:
    """After each decision but the first, the story's own playthroughs find another map."""
    path = [choice.split(".")[0] for choice in historical_path(program(shipped(), campaign))]
    left = set(path[1:])
    for road in shipped().playthroughs.values():
        play = Playthrough.begin(shipped(), campaign)
        for choice in road.choices if road.campaign == campaign else ():
            play = play.take(choice.split(".")[1])
            if play.position.node in left and differs(play):
                left.discard(play.position.node)
    assert left == set()


def differs(play: Playthrough) -> bool:
    """Whether something stands elsewhere than in 1945; then words say so too."""
    found = situations(Course.resume(play, ENGLISH))
    told = compared(found)
    assert not found.differ or len(told) > (1 if found.when else 0)
    return found.differ
