"""A short storm, and what it is made of. The whole one: `python -m tests.kiosk.storm`."""

from __future__ import annotations

import random
import sys
from itertools import islice
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a POSIX terminal", allow_module_level=True)

from tests.kiosk.storm import events, in_a_window


def test_a_storm_is_the_same_for_the_same_seed_and_holds_every_kind() -> None:
    def first(seed: int) -> list[bytes | tuple[int, int]]:
        return list(islice(events(random.Random(seed), 86, 24), 3000))

    assert first(7) == first(7)
    whole = b"".join(event for event in first(7) if isinstance(event, bytes))
    assert any(isinstance(event, tuple) for event in first(7))
    for part in (b"\x1b[<", b"\x1b[200~", b"\x1b[48;", b"\x11", b"\x03", b"u", b"\xff"):
        assert part in whole


@pytest.mark.slow
def test_the_kiosk_stands_in_a_storm(tmp_path: Path) -> None:
    found = in_a_window(tmp_path, seed=1945, count=5000, pause=0)
    assert found["same_player"]
    assert found["legal"]
    assert found["strange"] == []
