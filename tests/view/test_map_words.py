from game.view.map_marks import MapView, Mark, Spot
from game.view.map_words import distance, map_words, wind

CITY = Spot((129.6, 44.6), "The city", "city", ("The city",))
HILL = Spot((129.8, 44.6), "The hill", "hill", ("The hill",), rough=True)
NORTH = Spot((129.6, 44.87))


def mark(kind, at, to=None, side="soviet", name="1st Red Banner Army", label="", **more):
    return Mark("id", name, label, side, kind, at, to, **more)


def words(*marks, here=CITY, **more):
    return map_words(MapView(here, here.name if here else "", marks, **more))


def test_what_stands_where_is_told_from_the_scenes_place():
    assert words(mark("army", NORTH)) == (
        "The scene is at The city.",
        "North of The city, 30 km: 1st Red Banner Army (Soviet).",
    )


def test_what_moves_comes_or_goes():
    coming = mark("army", NORTH, to=Spot((129.5, 44.7)), name="Soviet 5th Army")
    going = mark("army", NORTH, to=Spot((129.6, 45.0)), name="Soviet 5th Army")
    assert words(coming)[1] == "North of The city, 30 km: Soviet 5th Army, coming south-west."
    assert words(going)[1] == "North of The city, 30 km: Soviet 5th Army, going north."


def test_the_nearest_comes_first_and_a_named_place_is_named():
    told = words(
        mark("army", NORTH),
        mark("division", HILL, side="japanese", name="126th Division", strength="half strength"),
        mark("regiment", CITY, side="japanese", name="278th"),
    )
    assert told[1:] == (
        "At The city: 278th (Japanese).",
        "At The hill, about 15 km east of The city: 126th Division (Japanese), half strength.",
        "North of The city, 30 km: 1st Red Banner Army (Soviet).",
    )


def test_bridges_fronts_and_axes():
    near = Spot((129.61, 44.6))
    told = words(
        mark("bridge", near, side="other", label="three bridges, down"),
        mark("front", CITY, to=NORTH, side="japanese"),
        mark("axis", CITY, to=NORTH, name="the road", label="the road"),
        mark("axis", CITY, to=HILL, name="Soviet 5th Army", label="going by"),
    )
    assert set(told[1:]) == {
        "At The city: bridge (three bridges, down).",
        "From The city to 30 km north of The city, north, 30 km long: front (Japanese).",
        "From The city towards 30 km north of The city, north, 30 km: the road (Soviet).",
        "From The city towards The hill, east, about 15 km: Soviet 5th Army, going by.",
    }


def test_without_a_place_positions_are_in_degrees():
    assert words(mark("army", Spot((-94.92, -39.35))), here=None) == (
        "At 39.4 S, 94.9 W: 1st Red Banner Army (Soviet).",
    )


def test_what_has_no_position_is_said_to_have_none():
    assert map_words(MapView(None, "Nowhere", (), ("First Army", "the road"))) == (
        "The scene is at Nowhere, whose position is not known.",
        "Not on the map, position not known: First Army, the road.",
    )
    assert map_words(MapView()) == ()


def test_distances_are_no_finer_than_they_are_known():
    def away(degrees):
        return distance(CITY, Spot((129.6, 44.6 + degrees)))

    assert [away(d) for d in (0.001, 0.05, 0.33, 1.1, 8, 20)] == [
        "1 km",
        "6 km",
        "35 km",
        "120 km",
        "900 km",
        "2,200 km",
    ]


def test_eight_winds():
    around = [(0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1)]
    assert [wind(Spot((0, 0)), Spot(point)) for point in around] == [
        "north",
        "north-east",
        "east",
        "south-east",
        "south",
        "south-west",
        "west",
        "north-west",
    ]
