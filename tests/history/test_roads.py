"""The tree of decisions: rows by the longest way, 1945 straight down."""

from game.engine import program
from game.history.roads import roads
from game.view.roads import Fork, roads_view
from tests.export.stories import steering
from tests.ford import ford, played


def test_1945_is_a_straight_line():
    found = roads(program(ford(), "north"))
    assert {spot.id: (spot.row, spot.column) for spot in found.spots} == {
        "crossing": (0, 0),
        "drift": (1, -1),
        "far-bank": (1, 0),
        "drowned": (2, -1),
        "over": (2, 0),
    }
    assert sorted(found.ways) == [
        ("crossing", "drift"),
        ("crossing", "far-bank"),
        ("drift", "drowned"),
        ("far-bank", "over"),
    ]


def test_ways_lead_through_scenes_and_back_and_round():
    found = roads(program(steering(), "c"))
    assert ("else", "t1") in found.ways  # through two scenes, one within the other
    assert {"else", "b"} <= {end for start, end in found.ways if start == "t1"}
    assert ("b", "b") in found.ways
    assert found.rows == len({spot.row for spot in found.spots})


def test_the_view_says_whose_each_way_was():
    view = roads_view(played("march"))
    ways = {(way.start, way.end): (way.mine, way.real) for way in view.ways}
    assert ways[("crossing", "drift")] == (True, False)
    assert ways[("crossing", "far-bank")] == (False, True)
    assert view.told == "You came to 2 of 3 decisions, and to 0 of 2 endings."


def test_what_was_offered_is_told_only_where_one_was():
    spots = {spot.id: spot for spot in roads_view(played("march")).spots}
    assert spots["far-bank"].forks == ()
    assert spots["crossing"].forks == (
        Fork("Row over.", False, True),
        Fork("Swim over.", False, False),
        Fork("March round by high water.", True, False),
    )
