"""Pictures of the preview, compared with those kept in `__snapshots__`."""

from __future__ import annotations

import pytest

from game.author.preview.app import Preview
from game.author.preview.desk import Desk
from tests.author.preview.driving import looked, save, settled, typed
from tests.ford import WHOLE
from tests.helpers import folder_of

BROKEN = WHOLE.replace('text = "It is dark."', 'text = "It is dark')
KEYS = {
    "page": [],
    "broken": ["enter"],
    "problems": ["e"],
    "variables": ["enter", "v", "down", "down", "right"],
    "set": ["enter", "v", "down", "down", "right", "escape"],
    "nodes": ["slash"],
    "found": ["slash", "slash", *"the"],
}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("place", KEYS)
def test_the_preview_looks_as_it_did(snap_compare, monkeypatch, tmp_path, place, size) -> None:
    monkeypatch.setenv("EDITOR", "vi")
    monkeypatch.delenv("VISUAL", raising=False)
    folder = folder_of({"story.toml": WHOLE}, tmp_path / "ford")
    app = Preview(Desk(folder))
    app.animation_level = "none"

    async def go(pilot) -> None:
        await settled(app, pilot)
        await typed(app, pilot, *KEYS[place])
        if place in ("broken", "problems"):
            save(folder / "story.toml", BROKEN)
            await looked(app, pilot, 2)
        if place == "found":
            app.screen.query_one("Input").cursor_blink = False

    assert snap_compare(app, terminal_size=size, run_before=go)
