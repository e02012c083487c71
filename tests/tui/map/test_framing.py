from game.tui.map import Geography
from game.tui.map.framing import situation
from game.tui.map.geography import geography_of
from game.view.map_marks import MapView, Spot
from tests.tui.map.country import BIGTOWN, COUNTRY, SITUATION, mark

SMALL = geography_of(COUNTRY)


def test_everything_on_the_sheet_is_in_the_window():
    window = situation(SMALL, SITUATION, 60, 24)
    assert window is not None
    assert all(window.holds(m.at.at) for m in SITUATION.marks)
    assert window.holds(BIGTOWN.at)


def test_what_lies_beyond_the_sheet_does_not_widen_the_window():
    far = mark("soviet", "army", (10.0, 10.0), "far")
    near = situation(SMALL, SITUATION, 60, 24)
    both = situation(SMALL, MapView(BIGTOWN, "Bigtown", (*SITUATION.marks, far)), 60, 24)
    assert both == near


def test_with_nothing_to_see_the_whole_sheet_is_shown():
    window = situation(SMALL, MapView(), 60, 24)
    assert window is not None
    assert window.centre == (130.0, 44.5)
    assert window.extent.holds(SMALL.extents[0])


def test_without_a_map_markers_make_the_window():
    assert situation(Geography(), MapView(), 60, 24) is None
    alone = situation(Geography(), MapView(Spot((10.0, 10.0), "There")), 60, 24)
    assert alone is not None
    assert alone.centre == (10.0, 10.0)
