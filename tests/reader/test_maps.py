"""Whether the files of a story's map can be read."""

from __future__ import annotations

import pytest

from game.reader.checks.maps import LARGEST, flaw_of
from game.tui.map import geography

FEATURES = '{"features": [{}]}'


def test_a_map_with_features_has_no_flaw(tmp_path) -> None:
    file = tmp_path / "a.geojson"
    file.write_text(FEATURES)
    assert flaw_of(file) is None


@pytest.mark.parametrize(
    "raw, line, column",
    [
        (b'{\n  "features": [\n}', 3, 1),
        (b"[" * 100_000, 1, 1),
        (b'{"features": "\xff\xfe"}', 1, 1),
        (b'{"features": []}', 1, 1),
        (b"[1945]", 1, 1),
        (b"", 1, 1),
    ],
)
def test_what_cannot_be_drawn_is_named_with_its_place(tmp_path, raw, line, column) -> None:
    file = tmp_path / "a.geojson"
    file.write_bytes(raw)
    flaw = flaw_of(file)
    assert flaw is not None
    assert (flaw.line, flaw.column) == (line, column)
    assert geography.read_map(file).reasons


def test_a_file_too_large_or_not_there_is_said(tmp_path) -> None:
    large = tmp_path / "large.geojson"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert flaw_of(large) == ("The map is larger than 32 MB.", 1, 1)
    assert flaw_of(tmp_path) == ("This is no ordinary file.", 1, 1)
    assert geography.LARGEST == LARGEST
