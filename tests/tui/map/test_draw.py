import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from game.tui.map import ASCII, BLOCKS, BRAILLE, STYLES, Geography, Window, draw, ground_of
from game.tui.map.furniture import fitting_credit, scale_bar
from game.tui.map.geography import geography_of
from game.tui.map.ground import detail
from game.view.map_marks import MapView, Spot
from tests.tui.map.country import COUNTRY, SITUATION, drawn, mark, rows


def test_a_situation_in_dots():
    assert rows(drawn()) == [
        "     ⡇                          ⢘",
        "     ⡇                    ⢀⣠⡴■ 1st",
        "     ⡇          Nearby ◄⠶⠛⠋⠁    ⢐",
        "     ⡇                          ⢐",
        "     ⡇                          ⢐",
        "     ⡇     Bigtown     △ 2nd    ⢐",
        " ⠤⠤  ╫⠤  ⠤◉  ⠤⠤  ⠤⠤  ⠠⠤⠄ ⠠⠤⠄ ⠠⠤⠄⢐⠠⠤⠄ ⠠⠄",
        "      Long River                ⢐",
        "     ⡇                          ⢐",
        "     ⡇            ⡯⠩⠩⠩⠩⠩⠩⢹      ⢐",
        "     ⡇            ⡧⠡⠡⠡⠡⠡⠡⢹ Round Lake",
        "     ⡇            ⠧⠥⠥⠥⠥⠥⠥⠽      ⢐",
        "├───┤ 20 km  ■ Soviet  □ Japanese",
    ]


def test_the_same_situation_in_plain_characters():
    assert rows(drawn(charset=ASCII)) == [
        "     ~                          :",
        "     ~                    ***A 1st",
        "     ~          Nearby <***     :",
        "     ~                          :",
        "     ~                          :",
        "     ~     Bigtown     d 2nd    :",
        " ####H####@#####################:######",
        "      Long River                :",
        "     ~                          :",
        "     ~            ,,,,,,,,      :",
        "     ~            ,,,,,,,, Round Lake",
        "     ~            ,,,,,,,,      :",
        "|---| 20 km  A Soviet  a Japanese",
    ]


@pytest.mark.parametrize(
    ("side", "kind", "row"),
    [
        ("soviet", "axis", "⠰⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶►"),
        ("japanese", "axis", "⠰⠶⠶ ⠰⠶⠶ ⠰⠶⠶ ⠰⠶⠶ ⠰▷"),
        ("other", "axis", "⠰⠆ ⠶ ⠰⠆ ⠶ ⠰⠆ ⠶ ⠰⠆→"),
        ("soviet", "front", "⢰⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶"),
        ("japanese", "front", "⢸⠒⢺⠒⢺⠒⢺⠒⢺⠒⢺⠒⢺⠒⢺⠒⢺"),
        ("other", "front", "⢐⣒ ⢐⣒ ⢐⣒ ⢐⣒ ⢐⣒ ⢐⣒"),
    ],
)
def test_sides_and_kinds_of_line_are_told_apart_without_colour(side, kind, row):
    line = mark(side, kind, (129.6, 44.9), "", to=Spot((130.5, 44.9)))
    assert rows(drawn(MapView(marks=(line,))))[1][12:31].rstrip() == row


@pytest.mark.parametrize("charset", [BRAILLE, BLOCKS, ASCII])
def test_every_side_and_size_of_unit_has_a_sign_of_its_own(charset):
    kinds = ("army", "corps", "division", "brigade")
    signs = [charset.unit(side, kind) for side in ("soviet", "japanese") for kind in kinds]
    assert len(set(signs)) == 8
    assert not set(signs) & {charset.here, charset.town, charset.village, charset.bridge}


@pytest.mark.parametrize("charset", [BLOCKS, ASCII])
def test_every_layer_has_a_character_of_its_own(charset):
    assert len(set(charset.lines.values())) == len(charset.lines)


def test_what_lies_outside_is_left_out_and_told():
    far = mark("japanese", "army", (100.0, 44.5), "far away")
    drawing = drawn(MapView(marks=(*SITUATION.marks, far)))
    assert drawing.off == (far,)
    assert "far away" not in drawing.text
    assert drawn().off == ()


def test_an_axis_that_leaves_the_map_is_drawn_to_its_edge():
    out = mark("soviet", "axis", (129.6, 44.9), "", to=Spot((140.0, 44.9)))
    assert rows(drawn(MapView(marks=(out,))))[1].endswith("►")


def test_signs_in_one_place_stand_apart_and_each_keeps_its_name():
    crowd = tuple(mark("soviet", "army", (130.0, 44.7), f"army {i}") for i in range(3))
    assert rows(drawn(MapView(marks=crowd), charset=ASCII))[2:4] == [
        "     ~       army 2 A  o Nearby :",
        "     ~     army 1 A A army 0    :",
    ]


@pytest.mark.parametrize(("charset", "row"), [(BRAILLE, "■ 1st ↗"), (ASCII, "A 1st ^>")])
def test_a_unit_that_moves_shows_its_way(charset, row):
    moving = mark("soviet", "army", (129.9, 44.7), "1st", to=Spot((130.3, 45.0)))
    assert row in drawn(MapView(marks=(moving,)), charset=charset).text


def test_an_arrow_stops_short_of_what_it_points_at():
    enemy = mark("japanese", "division", (130.2, 44.9), "2nd")
    arrow = mark("soviet", "axis", (129.6, 44.9), "", to=enemy.at)
    assert "⠶⠶►△ 2nd" in drawn(MapView(marks=(arrow, enemy))).text


def test_strength_is_written_where_the_map_is_wide_enough_for_it():
    tanks = MapView(marks=(mark("soviet", "brigade", (130.0, 44.7), "257th", strength="19"),))
    assert "● 257th, 19" in drawn(tanks, size=(100, 30)).text
    assert "● 257th" in drawn(tanks).text
    assert "257th, 19" not in drawn(tanks).text


def test_the_foot_of_a_wide_map_explains_what_is_on_it():
    foot = rows(drawn(size=(120, 30)))[-1]
    for words in ("⠤⠤  ⠤⠤ railway", "⠄⠄⠄⠄ border", "■□ army", "▲△ division"):
        assert words in foot
    assert "smaller" not in foot


@pytest.mark.parametrize("charset", [BLOCKS, ASCII])
def test_without_dots_a_thick_line_is_one_cell_wide(charset):
    line = mark("japanese", "front", (129.6, 44.9), "", to=Spot((129.6, 44.2)))
    text = drawn(MapView(marks=(line,)), charset=charset).text
    assert charset.lines["front-japanese"] * 2 not in text


def test_a_pointer_finds_the_name_of_a_sign_and_of_its_label():
    names = drawn().names
    assert {names[29, 1], names[31, 1]} == {"1st"}
    assert names[10, 6] == "Bigtown"
    assert (0, 0) not in names


def test_the_maps_own_town_gives_way_to_the_scenes_place():
    text = drawn().text
    assert text.count("Bigtown") == 1
    assert "◉" in text
    assert "•" not in text.split("\n")[6]


@pytest.mark.parametrize(
    ("scale", "cells", "lowest"), [(1.0, 2000, 4), (1.0, 600, 3), (10.0, 600, 1), (90.0, 600, 1)]
)
def test_a_small_map_leaves_the_smallest_places_out(scale, cells, lowest):
    assert detail(scale, cells) == lowest


def test_the_scenes_place_is_named_before_anything_else():
    drawing = drawn(size=(14, 5))
    assert drawing.labels[0].text == "Bigtown"
    assert "Bigtown" in drawing.text


def test_a_map_across_the_date_line():
    straits = geography_of(
        {
            "features": [
                {
                    "properties": {"kind": "coast", "name": "Coast"},
                    "geometry": {
                        "type": "LineString",
                        "coordinates": [[178, 60], [179.9, 60], [-179.9, 60], [-178, 60]],
                    },
                }
            ],
        }
    )
    window = Window((180.0, 60.0), 10.0, 20, 3)
    view = MapView(here=Spot((-179.9, 60.05), "East"))
    assert rows(draw(ground_of(straits, window, ASCII), view)) == [
        "           East",
        "%%%%%%%%%%@%%%%%%%%%",
        "",
    ]


def test_nothing_to_draw_is_an_empty_map():
    window = Window((129.6, 44.6), 5.0, 30, 2)
    drawing = draw(ground_of(Geography(), window, BRAILLE), MapView())
    assert [len(row) for row in drawing.text.split("\n")] == [30, 30]


def test_the_credit_is_shortened_to_what_must_be_said():
    credit = "Map: Someone; positions: Owner.org (CC BY 4.0); the rest our own."
    assert fitting_credit(credit, 80) == credit
    assert fitting_credit(credit, 40) == "Owner.org (CC BY 4.0)"
    assert fitting_credit(credit, 12) == "Owner.org"
    assert fitting_credit(credit, 5) == ""


def test_the_scale_bar_is_a_round_length():
    assert scale_bar(2.0, 12, ASCII) == "|--------| 20 km"
    assert scale_bar(2.0, 2, ASCII) == ""


NAMES = st.text(max_size=12) | st.sampled_from(
    ["牡丹江", "e\u0301\u0301", "👨‍👩‍👧", "🇯🇵", "\u202ename"]
)
POINTS = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
NEARBY = st.tuples(st.floats(128, 132), st.floats(43.5, 45.5))


@settings(max_examples=60, deadline=None)
@given(
    size=st.tuples(st.integers(1, 300), st.integers(1, 100)),
    centre=NEARBY | POINTS,
    scale=st.floats(0.05, 200),
    names=st.lists(st.tuples(NAMES, NEARBY | POINTS), max_size=6),
    charset=st.sampled_from([BRAILLE, BLOCKS, ASCII]),
)
def test_any_size_place_and_name_fills_the_window_exactly(size, centre, scale, names, charset):
    marks = [mark("soviet", "army", at, name) for name, at in names]
    marks += [mark("other", "axis", at, name, to=Spot(centre)) for name, at in names]
    window = Window((centre[0], max(-85.0, min(85.0, centre[1]))), scale, *size)
    view = MapView(Spot(centre, "Here"), "Here", tuple(marks))
    drawing = draw(ground_of(geography_of(COUNTRY), window, charset), view)
    widths = {cell_len("".join(text for text, _ in line)) for line in drawing.lines}
    assert (len(drawing.lines), widths) == (size[1], {size[0]})
    assert {style for line in drawing.lines for _, style in line} <= {"", *STYLES}
