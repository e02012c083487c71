import pytest

from game.tui.map import Extent, Window, fitted, round_points
from game.tui.map.extent import within

HERE = Window((129.6, 44.6), 2.0, 60, 24)


def test_scale_is_true_both_ways_at_this_latitude():
    """Two columns are as wide as a row is high, and a degree of longitude is shorter."""
    x, y = HERE.dot((129.6, 44.6))
    assert (x, y) == (60, 48)
    north = HERE.dot((129.6, 44.6 + 10 / 111.195))
    east = HERE.dot((129.6 + 10 / (111.195 * 0.71203), 44.6))
    assert north == pytest.approx((60, 38))
    assert east == pytest.approx((70, 48), abs=0.01)


def test_a_point_comes_back_from_its_cell():
    assert HERE.point(30, 12) == pytest.approx(HERE.centre)
    east, north = HERE.point(45.5, 3.25)
    assert HERE.cell((east, north)) == (45, 3)


def test_a_box_is_fitted_by_its_narrower_room():
    assert fitted(Extent(128.5, 43.5, 132.5, 46.0), 60, 24).scale == pytest.approx(5.79, abs=0.01)
    wide = fitted(Extent(128.5, 43.5, 132.5, 46.0), 200, 24)
    assert wide.scale == pytest.approx(2.5 * 111.195 / 48)


def test_points_are_shown_with_room_about_them():
    window = round_points([(129.6, 44.6), (130.2, 44.9)], 60, 24, 40)
    assert window.holds((129.6, 44.6))
    assert window.holds((130.2, 44.9))
    alone = round_points([(129.6, 44.6)], 60, 24, 150)
    assert alone.scale * 24 * 2 == pytest.approx(150)


def test_pan_and_zoom():
    assert HERE.moved(10, 0).dot((129.6, 44.6)) == pytest.approx((40, 48))
    assert HERE.moved(0, -5).dot((129.6, 44.6)) == pytest.approx((60, 68))
    assert HERE.zoomed(2).scale == 1.0
    assert HERE.zoomed(1e9).scale == 0.05
    assert HERE.zoomed(1e-9).scale == 200
    assert HERE.moved(0, -100_000).centre[1] == 85


def test_lines_are_clipped_at_the_edge():
    (segment,) = HERE.segments([(100.0, 44.6), (160.0, 44.6)])
    assert segment == pytest.approx((0, 48, 119.999, 48))
    assert HERE.segments([(100.0, 50.0), (160.0, 50.0)]) == []


def test_lines_cross_the_date_line():
    window = Window((180.0, 60.0), 20.0, 40, 10)
    (segment,) = window.segments([(179.0, 60.0), (-179.0, 60.0)])
    assert segment == pytest.approx((34.44, 20, 45.56, 20), abs=0.01)
    assert window.cell((-179.9, 60.0)) == (20, 5)


def test_a_line_on_the_far_side_of_the_globe_is_not_drawn_across():
    window = Window((0.0, 0.0), 200.0, 200, 50)
    assert window.segments([(170.0, 0.0), (-170.0, 0.0)]) == []


def test_a_box_may_cross_the_date_line():
    box = Extent.around([(179.0, 1.0), (-178.0, 2.0)])
    assert (box.west, box.east, box.width) == (179.0, -178.0, 3.0)
    assert box.centre == (-179.5, 1.5)
    assert box.has((-179.0, 1.5))
    assert not box.has((0.0, 1.5))
    assert box.meets(Extent(-179, 0, -170, 9))
    assert not box.meets(Extent(0, 0, 10, 9))


def test_a_segment_within_a_box():
    assert within((-1, 0), (1, 0), 0, -1, 2, 1) == (0.5, 1.0)
    assert within((-1, 5), (1, 5), 0, -1, 2, 1) is None
    assert within((0.5, 0.5), (0.5, 0.5), 0, 0, 1, 1) == (0.0, 1.0)
