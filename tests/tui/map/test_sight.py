import pytest

from game.tui.map import Geography
from game.tui.map.geography import geography_of
from game.tui.map.sight import Sight
from game.view.map_marks import MapView
from tests.tui.map.country import COUNTRY, SITUATION

SMALL = geography_of(COUNTRY)


def seen(sight):
    window = sight.window(SITUATION, 40, 13)
    assert window is not None
    return window


def test_it_follows_the_situation_until_it_is_moved_and_again_when_asked():
    sight = Sight(SMALL)
    first = seen(sight)
    sight.move(first, 5, 0)
    assert seen(sight).centre[0] > first.centre[0]
    sight.follow()
    assert seen(sight) == first


def test_a_whole_sheet_and_the_widest_where_one_is_missing():
    sight = Sight(SMALL)
    sight.whole(0)
    whole = seen(sight)
    assert whole.extent.holds(SMALL.extents[0])
    sight.whole(7)
    assert seen(sight) == whole


def test_a_moved_window_keeps_its_middle_when_the_size_changes():
    sight = Sight(SMALL)
    sight.move(seen(sight), 5, 2)
    small, large = sight.window(SITUATION, 20, 6), sight.window(SITUATION, 90, 30)
    assert small is not None
    assert large is not None
    assert (small.centre, small.scale) == (large.centre, large.scale)


@pytest.mark.parametrize("cell", [(3, 2), (39, 12), (20, 6)])
def test_what_is_under_the_pointer_stays_there_when_it_comes_closer(cell):
    sight = Sight(SMALL)
    before = seen(sight)
    at = before.point(*cell)
    sight.zoom(before, 2.0, cell)
    assert seen(sight).scale == before.scale / 2
    assert seen(sight).point(*cell) == pytest.approx(at, abs=5e-3)


def test_without_a_country_there_is_nothing_to_look_at():
    sight = Sight(Geography())
    sight.whole(0)
    assert sight.window(MapView(), 40, 13) is None
