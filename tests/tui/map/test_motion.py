import pytest

from game.tui.map.motion import SECONDS, Travel, between, both
from game.view.map_marks import MapView, Spot, twin
from tests.tui.map.country import BIGTOWN, mark

START = MapView(BIGTOWN, "Bigtown", (mark("soviet", "army", (129.0, 44.0), "1st"),))
END = MapView(BIGTOWN, "Bigtown", (mark("soviet", "army", (131.0, 45.0), "1st"),))


def test_it_begins_and_ends_with_the_situations_themselves():
    assert between(START, END, 0) is START
    assert between(START, END, 1) is END


@pytest.mark.parametrize("far", [0.25, 0.5, 0.75])
def test_what_both_know_moves(far):
    (moving,) = between(START, END, far).marks
    assert moving.at.at == (129.0 + 2 * far, 44.0 + far)


def test_what_one_of_them_knows_comes_or_goes_half_way():
    lone = MapView(BIGTOWN, "Bigtown", (mark("japanese", "division", (130.0, 44.5), "2nd"),))
    empty = MapView(BIGTOWN, "Bigtown")
    assert [len(between(lone, empty, far).marks) for far in (0.4, 0.6)] == [1, 0]
    assert [len(between(empty, lone, far).marks) for far in (0.4, 0.6)] == [0, 1]


@pytest.mark.parametrize(("now", "far"), [(100.0, 0.0), (100.125, 0.25), (100.25, 0.5)])
def test_how_far_it_has_come_is_read_from_the_clock(now, far):
    travel = Travel(START, END, begun=100.0)
    (moving,) = travel.at(now).marks
    assert moving.at.at == (129.0 + 2 * far, 44.0 + far)
    assert not travel.is_over(now)


def test_a_clock_that_has_run_on_finds_it_at_its_end():
    travel = Travel(START, END, begun=100.0)
    assert travel.at(100.0 + SECONDS) is END
    assert travel.at(7000.0) is END
    assert travel.is_over(7000.0)


def test_an_arrow_moves_with_both_its_ends():
    arrow = mark("soviet", "axis", (129.0, 44.0), "", to=Spot((130.0, 44.0)))
    turned = mark("soviet", "axis", (129.0, 44.0), "", to=Spot((130.0, 45.0)))
    (moving,) = between(MapView(marks=(arrow,)), MapView(marks=(turned,)), 0.5).marks
    assert moving.to is not None
    assert moving.to.at == (130.0, 44.5)


def test_the_way_across_the_date_line_is_the_short_one():
    west = MapView(marks=(mark("soviet", "army", (179.0, 60.0), "1st"),))
    east = MapView(marks=(mark("soviet", "army", (-179.0, 60.0), "1st"),))
    assert abs(between(west, east, 0.5).marks[0].at.at[0]) == 180


def test_a_thing_is_known_again_by_its_id_or_by_its_label():
    first, same = START.marks[0], END.marks[0]
    assert twin(first, [same]) == same
    renamed = mark("soviet", "army", (131.0, 45.0), "1st")
    assert twin(first, [renamed]) == renamed
    assert twin(first, [mark("japanese", "army", (131.0, 45.0), "1st")]) is None


def test_a_window_for_both_holds_every_sign_and_both_places():
    other = MapView(Spot((125.0, 42.0), "Elsewhere"), "Elsewhere", END.marks)
    spots = [m.at.at for m in both(START, other).marks]
    assert spots == [(129.0, 44.0), (131.0, 45.0), (125.0, 42.0)]
