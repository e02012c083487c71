import json

from game.tui.map import Window, fitted
from game.tui.map.extent import Extent
from game.tui.map.relief import SHADES, fitting, read_reliefs, relief_of

SLOPE = {"bbox": [129, 44, 131, 45], "grid": ["0f", "0f"]}


def shades(data, window):
    relief = relief_of(data)
    assert relief is not None
    return [list(row) for row in relief.shades(window)]


def test_a_slope_grows_light_from_cell_to_cell():
    row = shades(SLOPE, fitted(Extent(129, 44, 131, 45), 8, 9))[4]
    assert (row[0], row[-1]) == (1, SHADES)
    assert row == sorted(row)


def test_rows_run_from_north_to_south():
    lower = {"bbox": [129, 44, 131, 45], "grid": ["00", "ff"]}
    window = fitted(Extent(129, 44, 131, 45), 40, 12)
    column = [row[20] for row in shades(lower, window)]
    known = [shade for shade in column if shade]
    assert (known[0], known[-1]) == (1, SHADES)
    assert known == sorted(known)


def test_outside_the_picture_nothing_is_known():
    beside = Window((131.0, 44.5), 40.0, 6, 1)
    row = shades(SLOPE, beside)[0]
    assert row[:2] != [0, 0]
    assert row[-1] == 0
    assert shades(SLOPE, Window((10.0, 10.0), 1.0, 3, 2)) == [[0, 0, 0], [0, 0, 0]]


def test_a_window_across_the_date_line():
    straits = {"bbox": [178, 60, 180, 61], "grid": ["ff", "ff"]}
    row = shades(straits, Window((180.0, 60.5), 5.0, 40, 1))[0]
    assert row[18] == SHADES
    assert row[-1] == 0


def test_the_finest_that_covers_the_window_is_taken():
    fine, wide = relief_of(SLOPE), relief_of({"bbox": [120, 40, 140, 50], "grid": ["00"]})
    assert fitting([fine, wide], Window((130.0, 44.5), 1.0, 20, 5)) is fine
    assert fitting([fine, wide], Window((130.0, 44.5), 10.0, 60, 20)) is wide
    assert fitting([fine, wide], Window((10.0, 10.0), 1.0, 5, 5)) is None


def test_a_broken_picture_is_done_without(tmp_path):
    broken = (
        None, [], {}, {"bbox": [1, 2, 3], "grid": ["0"]}, {**SLOPE, "grid": []},
        {**SLOPE, "grid": ["0", "00"]}, {**SLOPE, "grid": ["xy"]}, {**SLOPE, "grid": [""]},
        {**SLOPE, "bbox": [131, 44, 129, 45]}, {**SLOPE, "bbox": ["a", 44, 129, 45]},
    )  # fmt: skip
    assert [relief_of(data) for data in broken] == [None] * len(broken)
    (tmp_path / "relief_a.json").write_text("{", "utf-8")
    (tmp_path / "relief_b.json").write_text(json.dumps(SLOPE), "utf-8")
    assert [relief.extent.west for relief in read_reliefs(tmp_path)] == [129]
    assert read_reliefs(tmp_path / "missing") == ()
