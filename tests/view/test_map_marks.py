import pytest

from game.model import Marker
from game.view.map_marks import bearing, kilometres, map_view
from tests.helpers import story_from

PLACES = """
[[campaign]]
id = "c"
person = "p"
length = "full"
start = "n"

[node.n]
title = "N"
text = "Text."
goto = "end"

[ending.end]
campaigns = ["c"]
title = "End"
kind = "army"
text = "The end."

[person.p]
name = "P"
text = "P."

[place.city]
name = "The city"
other_names = ["Old name"]
at = [129.6, 44.6]
text = "A city."

[place.hill]
name = "The hill"
at = [129.8, 44.6]
accuracy = "rough"
text = "A hill."

[place.nowhere]
name = "Nowhere"
text = "Not found."

[unit.first]
name = "First Army"
side = "soviet"
text = "An army."
"""


@pytest.fixture(scope="module")
def story():
    return story_from(PLACES)


def test_place_ids_become_points_and_unit_ids_names(story):
    view = map_view(story, "city", [Marker("first", "soviet", "army", "hill", label="1st")])
    assert view.here is not None
    assert (view.here.name, view.here.at) == ("The city", (129.6, 44.6))
    assert view.here.names == ("The city", "Old name")
    (mark,) = view.marks
    assert (mark.name, mark.label, mark.at.at, mark.at.rough) == (
        "First Army",
        "1st",
        (129.8, 44.6),
        True,
    )


def test_a_point_is_taken_as_it_is(story):
    (mark,) = map_view(story, None, [Marker("own", "other", "bridge", (130.0, 44.0))]).marks
    assert (mark.name, mark.label, mark.at.at, mark.at.name) == ("own", "own", (130.0, 44.0), "")


def test_markers_without_a_position_are_lost_by_name(story):
    markers = [
        Marker("first", "soviet", "army", "nowhere"),
        Marker("the-road", "soviet", "axis", "city", to="unheard-of"),
    ]
    view = map_view(story, "nowhere", markers)
    assert view.marks == ()
    assert view.lost == ("First Army", "the road")
    assert (view.here, view.here_name) == (None, "Nowhere")


def test_lines_without_a_label_have_none(story):
    (mark,) = map_view(story, None, [Marker("f", "soviet", "front", "city", to="hill")]).marks
    assert (mark.label, mark.is_line) == ("", True)


def test_distance_and_bearing_over_the_ground():
    assert kilometres((0, 0), (0, 1)) == pytest.approx(111.19, abs=0.01)
    assert kilometres((179.5, 0), (-179.5, 0)) == pytest.approx(111.19, abs=0.01)
    assert kilometres((10, 50), (10, 50)) == 0
    assert bearing((0, 0), (0, 1)) == pytest.approx(0)
    assert bearing((179.5, 0), (-179.5, 0)) == pytest.approx(90)
