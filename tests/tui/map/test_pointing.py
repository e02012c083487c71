from game.tui.map import ASCII, Geography, draw, fitted, ground_of
from game.tui.map.geography import geography_of
from game.tui.map.pointing import stops, told
from game.view.map_marks import MapView, Mark, Spot
from tests.tui.map.country import COUNTRY, SITUATION

COUNTRY_MAP = geography_of(COUNTRY)
WINDOW = fitted(COUNTRY_MAP.extents[0], 40, 13)
DRAWING = draw(ground_of(COUNTRY_MAP, WINDOW, ASCII), SITUATION)


def at(column, row, view=SITUATION, country=COUNTRY_MAP):
    return told(country, view, WINDOW, DRAWING, (column, row))


def test_a_sign_and_its_name_say_the_same():
    row = DRAWING.text.split("\n")[1]
    sign, name = row.index("A"), row.index("1st")
    assert at(sign, 1) == at(name, 1)
    assert at(sign, 1) == "North-east of Bigtown, 90 km: 1st (Soviet)."


def test_a_short_label_says_what_its_sign_says():
    unit = Mark("a", "First Army", "1st", "soviet", "army", Spot((130.0, 44.8)))
    view = MapView(marks=(unit,))
    drawing = draw(ground_of(COUNTRY_MAP, WINDOW, ASCII), view)
    row = next(i for i, line in enumerate(drawing.text.split("\n")) if "1st" in line)
    column = drawing.text.split("\n")[row].index("1st")
    words = told(COUNTRY_MAP, view, WINDOW, drawing, (column, row))
    assert words == "At 44.8 N, 130.0 E: First Army (Soviet)."


def test_the_scene_and_a_place():
    assert at(DRAWING.text.split("\n")[6].index("@"), 6) == "The scene is at Bigtown."
    row = next(i for i, line in enumerate(DRAWING.text.split("\n")) if "Nearby" in line)
    column = DRAWING.text.split("\n")[row].index("Nearby")
    assert at(column, row) == "Nearby, 60 km north-east of Bigtown."


def test_lines_are_told_by_what_they_are():
    rows = DRAWING.text.split("\n")
    assert at(rows[3].index("~"), 3) == "The river Long River."
    assert at(rows[6].index("###########"), 6) == "The railway Main line."
    assert at(rows[3].index(":"), 3) == "The border."


def test_the_bare_country_is_told_from_the_nearest_place():
    assert at(1, 1) == "60 km north-west of Bigtown."


def test_without_a_single_place_it_says_nothing():
    empty = Geography()
    bare = draw(ground_of(empty, WINDOW, ASCII), MapView())
    assert told(empty, MapView(), WINDOW, bare, (3, 3)) == ""


def test_the_cursor_goes_row_by_row():
    cells = stops(DRAWING)
    assert cells == sorted(cells, key=lambda cell: (cell[1], cell[0]))
    assert len(cells) == len(DRAWING.signs) >= 4
