import json

import pytest

from game.tui.map import Extent, read_map, read_maps
from game.tui.map.geography import geography_of, laid_over
from tests.tui.map.country import COUNTRY, collection, feature


def said(country):
    return [reason.said() for reason in country.reasons]


def test_a_map_file_becomes_lines_and_towns(tmp_path):
    (tmp_path / "small.geojson").write_text(json.dumps({**COUNTRY, "credit": "Thanks"}), "utf-8")
    country = read_maps(tmp_path)
    assert [(f.kind, f.name) for f in country.features] == [
        ("river", "Long River"),
        ("railway", "Main line"),
        ("border", "Border"),
        ("lake", "Round Lake"),
    ]
    assert [(t.name, t.rank) for t in country.towns] == [("Bigtown", 1), ("Nearby", 2)]
    assert country.extents == (Extent(129, 44, 131, 45),)
    assert (country.credit, said(country)) == ("Thanks", [])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "The map file bad.geojson is not JSON."),
        (b"\xff\xfe\x00", "The map file bad.geojson is not JSON."),
        (b"[" * 200_000, "The map file bad.geojson is not JSON."),
        (b"{}", "The map file bad.geojson has no features."),
        (b'{"features": 7}', "The map file bad.geojson has no features."),
        (b'{"features": []}', "The map file bad.geojson has no features."),
        (b"[1, 2]", "The map file bad.geojson has no features."),
        (b'{"features": [null, 1]}', "Features of bad.geojson that could not be read: 2."),
    ],
)
def test_a_broken_file_gives_no_country_and_one_reason(tmp_path, content, reason):
    file = tmp_path / "bad.geojson"
    file.write_bytes(content)
    country = read_map(file)
    assert (country.features, country.towns, country.extents) == ((), (), ())
    assert said(country) == [reason]


def test_a_missing_file_or_folder_gives_a_reason(tmp_path):
    none = read_map(tmp_path / "none.geojson")
    assert said(none) == ["The map file none.geojson cannot be read."]
    assert said(read_maps(tmp_path / "maps")) == ["This story has no map."]


@pytest.mark.parametrize(
    "bad",
    [
        feature("river", "Nan", "LineString", [[float("nan"), 1], [1, 1]]),
        feature("river", "Pole", "LineString", [[1, 91], [1, 1]]),
        feature("river", "Words", "LineString", [["a", "b"], [1, 1]]),
        feature("river", "Empty", "LineString", []),
        feature("river", "Shape", "Circle", [[1, 1]]),
        feature("road", "Kind", "LineString", [[1, 1], [2, 2]]),
        feature("place", "Town", "Point", [1]),
        {"properties": None, "geometry": None},
    ],
)
def test_one_bad_feature_does_not_spoil_the_rest(bad):
    good = feature("river", "Good", "LineString", [[1, 1], [2, 2]])
    country = geography_of(collection(bad, good), "m.geojson")
    assert [f.name for f in country.features] == ["Good"]
    assert said(country) == ["Features of m.geojson that could not be read: 1."]


def test_the_finer_sheet_is_laid_over_the_coarser():
    fine = geography_of(
        collection(
            feature("river", "Fine", "LineString", [[1, 5], [9, 5]]),
            feature("place", "Inner", "Point", [5, 5], rank=4),
            bbox=[0, 0, 10, 10],
        )
    )
    coarse = geography_of(
        collection(
            feature("river", "Coarse", "LineString", [[-10, 5], [20, 5]]),
            feature("place", "Inner too", "Point", [5, 5], rank=1),
            feature("place", "Outer", "Point", [15, 5], rank=1),
            bbox=[-20, -20, 30, 30],
        )
    )
    country = laid_over(coarse, fine)
    assert [(f.name, f.parts) for f in country.features] == [
        ("Coarse", (((-10.0, 5.0), (0.0, 5.0)), ((10.0, 5.0), (20.0, 5.0)))),
        ("Fine", (((1.0, 5.0), (9.0, 5.0)),)),
    ]
    assert [t.name for t in country.towns] == ["Outer", "Inner"]
    assert country.extents == (Extent(0, 0, 10, 10), Extent(-20, -20, 30, 30))


def test_a_lake_that_the_finer_sheet_cuts_is_taken_whole():
    def lake(east):
        ring = [[8, 4], [east, 4], [east, 6], [8, 6], [8, 4]]
        return feature("lake", "Lake", "Polygon", [ring])

    fine = geography_of(collection(lake(10), bbox=[0, 0, 10, 10]))
    coarse = geography_of(collection(lake(14), bbox=[-20, -20, 30, 30]))
    (only,) = laid_over(coarse, fine).features
    assert only.extent == Extent(8, 4, 14, 6)
