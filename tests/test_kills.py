"""Killed at any moment: every save loads, and no order that was answered is lost."""

from __future__ import annotations

import random
import re
import signal
import sys
import time
from pathlib import Path

import pytest

from game.model import Story
from game.saves import Memory, Store
from tests.helpers import folder_of, story_from

if sys.platform == "win32":
    pytest.skip("needs a POSIX terminal", allow_module_level=True)

from tests.terminal import Terminal

HOURS = 24


def _hour(n: int) -> str:
    to = f"hour-{n + 1}" if n < HOURS else "dawn"
    choices = "".join(
        f'[[node.hour-{n}.choice]]\nid = "{id}"\nlabel = "{id.capitalize()}."\n'
        f'outcome = "Answer {n}."\ngoto = "{to}"\n{real}\n'
        for id, real in (("wait", "historical = true"), ("go", ""))
    )
    head = f'[node.hour-{n}]\ntitle = "Hour {n}"\nat = 1945-08-09\ntext = "It is hour {n}."\n'
    return f'{head}{choices}[node.hour-{n}.record]\ntext = "They waited."\n'


HEAD = """
format = 1
id = "night"
version = "1.0.0"
title = "A night"

[[campaign]]
id = "watch"
start = "hour-1"

"""
DAWN = '[ending.dawn]\ntitle = "Dawn"\nkind = "man"\ncampaigns = ["watch"]\nat = 1945-08-10\ntext = "Light."\n'
NIGHT = HEAD + "".join(_hour(n) for n in range(1, HOURS + 1)) + DAWN
"""A decision an hour, each answered by its number."""


@pytest.fixture(scope="module")
def night() -> Story:
    return story_from(NIGHT)


@pytest.fixture(scope="module")
def folder() -> str:
    return str(folder_of({"story.toml": NIGHT}))


def killed_in_lines(saves: Path, folder: str, chance: random.Random) -> int:
    """Kill a game in lines somewhere; gives how many orders it had answered."""
    terminal = Terminal(saves, ["--plain", "--story", folder, "--campaign", "watch"])
    terminal.until("Your order, or help: ")
    terminal.type("1\n\n" * 20)
    end = time.monotonic() + chance.uniform(0, 0.12)
    while time.monotonic() < end:
        terminal.drain(0.001)
    return _killed(terminal)


def killed_on_the_screen(saves: Path, folder: str, chance: random.Random) -> int:
    """Kill a game on the screen somewhere; gives how many orders it had answered."""
    terminal = Terminal(saves, ["--story", folder, "--campaign", "watch"])
    terminal.until("It is hour 1")
    end = time.monotonic() + chance.uniform(0, 2.5)
    while time.monotonic() < end:
        terminal.type(chance.choice(["1", "1", "\r", " "]))
        terminal.drain(chance.uniform(0, 0.03))
    return _killed(terminal)


def _killed(terminal: Terminal) -> int:
    terminal.process.send_signal(signal.SIGKILL)
    terminal.ended()
    answered = [int(n) for n in re.findall(r"Answer (\d+)", terminal.seen)]
    terminal.close()
    return max(answered, default=0)


def held(saves: Path, story: Story, answered: int, before: set[Path]) -> None:
    """Every save loads; the new one has all orders that were answered."""
    store = Store(saves)
    rows = store.list(story)
    assert [row.problem for row in rows if row.problem] == []
    orders = {row.path: len(store.look(row.path, story).play.choices) for row in rows}
    new = {path: count for path, count in orders.items() if path not in before}
    assert max(new.values(), default=0) >= answered
    assert Memory(story, saves).problem is None


def _many(saves: Path, story: Story, folder: str, kill, times: int, seed: int) -> int:
    chance, most = random.Random(seed), 0
    for _ in range(times):
        before = {row.path for row in Store(saves).list(story)}
        answered = kill(saves, folder, chance)
        held(saves, story, answered, before)
        most = max(most, answered)
    return most


def test_killed_in_lines_a_few_times(tmp_path: Path, night: Story, folder: str) -> None:
    assert _many(tmp_path, night, folder, killed_in_lines, 5, 1) > 0


@pytest.mark.long
def test_killed_in_lines_seventy_times(tmp_path: Path, night: Story, folder: str) -> None:
    assert _many(tmp_path, night, folder, killed_in_lines, 70, 2) > 0


@pytest.mark.long
def test_killed_on_the_screen_thirty_times(tmp_path: Path, night: Story, folder: str) -> None:
    assert _many(tmp_path, night, folder, killed_on_the_screen, 30, 3) > 0
