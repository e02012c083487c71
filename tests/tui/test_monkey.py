"""Any key, click, paste or resize at any moment: the game goes on, and its saves load."""

from __future__ import annotations

import random

import pytest
from textual import events
from textual.command import CommandPalette

from game.saves import Store
from game.tui import TenDays
from game.tui.commands import COMMANDS
from game.tui.screens.base import Plate
from tests.helpers import folder_of
from tests.tui.driving import playing
from tests.tui.test_hostile import BAD, STORY, _click

LEAVING = ("leave", "plain")
KEYS = [key for c in COMMANDS if c.id not in LEAVING for key in c.keys.split(",")]
KEYS += ["enter", "space", "1", "2", "escape"] * 6
KEYS += [
    *("f2", "f12", "insert", "delete", "ctrl+a", "ctrl+z", "ctrl+c", "ctrl+w", "alt+x", "ctrl+@"),
    *(
        "shift+up",
        "ctrl+left",
        "tab",
        "shift+tab",
        "q",
        "w",
        "Z",
        "\u00e9",
        "\u042f",
        "\u4e2d",
        "ctrl+d",
    ),
]
PASTES = ["", "x" * 5000, "1\n1\n1\n", BAD, "\x1b[2J\x00\x07", "\u0301" * 200, "\u4e2d\u6587" * 90,
          "\u202e\u2066abc", "\U0001f468\u200d\U0001f469" * 40, "\ud800"]  # fmt: skip
SIZES = [(80, 24), (80, 24), (60, 20), (120, 40), (5, 3), (1, 1), (200, 50), (61, 99)]


async def _anything(app: TenDays, pilot, chance: random.Random) -> str:
    """Do one thing; says what."""
    kind = chance.choices(["key", "click", "paste", "resize", "keys"], [60, 25, 4, 5, 6])[0]
    if kind == "key":
        key = chance.choice(KEYS)
        await pilot.press(key)
        return key
    if kind == "keys":
        await pilot.press(*(several := chance.choices(KEYS, k=8)))
        return " ".join(several)
    if kind == "click":
        at = chance.randrange(app.size.width), chance.randrange(app.size.height)
        _click(app, *at)
        return f"click {at}"
    if kind == "paste":
        app.post_message(events.Paste(text := chance.choice(PASTES)))
        return f"paste {text[:20]!r}"
    await pilot.resize_terminal(*(size := chance.choice(SIZES)))
    return f"resize {size}"


async def _monkey(seed: int, steps: int, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[str] = []
    monkeypatch.setattr(TenDays, "exit", lambda self, *_, **__: left.append("exit"))
    monkeypatch.setattr(TenDays, "open_url", lambda self, *_, **__: left.append("url"))
    chance, store, done = random.Random(seed), Store(folder_of({})), []
    async with playing(STORY, (80, 24), store) as (app, pilot):
        for _ in range(steps):
            done.append(await _anything(app, pilot, chance))
            if chance.random() < 0.6:
                await pilot.pause()
            assert app.is_running, done[-12:]
            assert app.fault is None, (app.fault, done[-12:])
            assert isinstance(app.screen, (Plate, CommandPalette)), done[-12:]
    assert "url" not in left
    for row in store.list(STORY):
        assert row.problem is None
        store.look(row.path, STORY)


@pytest.mark.parametrize("seed", range(2))
async def test_a_hundred_and_fifty_of_anything(seed: int, monkeypatch) -> None:
    await _monkey(seed, 150, monkeypatch)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 112))
async def test_two_thousand_of_anything(seed: int, monkeypatch) -> None:
    await _monkey(seed, 2000, monkeypatch)
