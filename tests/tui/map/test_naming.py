import pytest

from game.tui.map import BRAILLE, Window, draw, fitted, ground_of
from game.tui.map.geography import Feature, geography_of
from game.tui.map.naming import short_name, words_of
from game.tui.map.thinning import thinned
from game.view.map_marks import MapView, Spot
from tests.tui.map.country import COUNTRY, collection, drawn, feature, mark


def named(kind, name):
    return short_name(Feature(kind, name, (), None))


@pytest.mark.parametrize(
    ("kind", "name", "short"),
    [
        ("river", "Mutan (Mudan)", "Mutan"),
        ("railway", "Chinese Eastern Railway, Harbin-Manchouli (Pinchou line)", "Pinchou line"),
        ("railway", "Harbin-Dairen line (north)", "Harbin-Dairen line (north)"),
        ("railway", "Trans-Siberian, Khabarovsk-Kuibyshevka", "Trans-Siberian"),
    ],
)
def test_what_is_written_of_a_name(kind, name, short):
    assert named(kind, name) == short


def test_a_river_is_named_beside_itself_and_a_lake_too():
    drawing = drawn(size=(60, 20))
    texts = [label.text for label in drawing.labels]
    assert "Long River" in texts
    assert "Round Lake" in texts
    assert {name for line in drawing.lines for _, name in line} >= {"water"}


def test_a_river_is_not_named_where_the_scene_says_its_name():
    view = MapView(here=Spot((129.2, 44.5), "Bridge on the Long River"))
    assert "Long River" not in [label.text for label in drawn(view, size=(60, 20)).labels]
    assert words_of(["Mutan (Mudan)"]) & words_of(["Mudan River"]) == {"mudan"}
    assert words_of(["Muling"]).isdisjoint(words_of(["Mutan"]))


def test_railways_are_named_only_on_a_wide_map():
    assert "Main line" in [label.text for label in drawn(size=(100, 30)).labels]
    assert "Main line" not in [label.text for label in drawn(size=(60, 20)).labels]


def test_a_city_keeps_its_name_under_a_unit():
    view = MapView(marks=(mark("soviet", "army", (129.5, 44.5), "1st"),))
    assert {"1st", "Bigtown"} <= {label.text for label in drawn(view).labels}


def test_a_line_is_thinned_and_keeps_its_ends():
    line = tuple((129 + i / 100, 44.0) for i in range(101))
    kept = thinned(line, 8.0)
    assert 8 <= len(kept) <= 12
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    assert thinned(line[:2], 8.0) == line[:2]


def test_what_is_thinned_is_kept_for_the_next_time():
    country = geography_of(COUNTRY)
    assert country.at_scale(2.1) is country.at_scale(2.4)
    assert country.at_scale(2.1) is not country.at_scale(20.0)


def test_a_name_longer_than_the_map_is_left_out():
    long = geography_of(
        collection(feature("river", "R" * 90, "LineString", [[129, 44], [131, 45]]))
    )
    window = fitted(long.extents[0], 40, 12)
    assert draw(ground_of(long, window, BRAILLE), MapView()).labels == ()


def test_a_course_across_the_date_line_is_named_once():
    straits = geography_of(
        collection(feature("river", "Far", "LineString", [[178, 60], [179.9, 60], [-178, 60]]))
    )
    drawing = draw(ground_of(straits, Window((180.0, 60.0), 5.0, 40, 5), BRAILLE), MapView())
    assert [label.text for label in drawing.labels] == ["Far"]
