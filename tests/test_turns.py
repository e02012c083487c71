"""From lines to the screen and back, with the place kept."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from game.saves import Store
from tests.ford import WHOLE, ford
from tests.helpers import folder_of

if sys.platform == "win32":
    pytest.skip("needs a POSIX terminal", allow_module_level=True)

from tests.terminal import Terminal


@pytest.mark.slow
def test_by_turns(tmp_path: Path) -> None:
    story = str(folder_of({"story.toml": WHOLE}))
    terminal = Terminal(tmp_path, ["--plain", "--story", story, "--commander", "orlov"])
    terminal.until("Enter to go on, or help: ")
    terminal.type("\n")
    terminal.until("Your order, or help: ")
    terminal.type("1\n")
    terminal.until("Enter to go on, or help: ")
    terminal.type("screen\n")
    assert "\x1b[?1049h" in terminal.until("You lose 1 boat")
    terminal.type("P")
    back = terminal.until("Enter to go on, or help: ")
    assert "\x1b[?1049l" in back
    assert back.replace("\r", "").split("\x1b")[-1].count("Your order: Row over.") == 1
    terminal.type("status\nquit\n")
    assert terminal.ended() == 0
    assert "The crossing. 9 August 1945, 05:30 river time." in terminal.seen
    terminal.close()


@pytest.mark.slow
def test_from_the_screen_and_back_in_one_playthrough(tmp_path: Path) -> None:
    story = str(folder_of({"story.toml": WHOLE}))
    terminal = Terminal(tmp_path, ["--story", story, "--commander", "orlov"])
    terminal.until("Men drown")
    terminal.type("\r")
    terminal.until("The camp")
    terminal.type("P")
    page = terminal.until("Enter to go on, or help: ").replace("\r", "")
    assert "\nThe camp\n" in page  # the page that was read, not the decision behind it
    terminal.type("\n")
    terminal.until("Your order, or help: ")
    terminal.type("screen\n")
    terminal.until("Row over")
    terminal.type("1")
    terminal.until("At once")
    terminal.type("1")
    terminal.until("You lose 1 boat")
    terminal.type("P")
    terminal.until("Enter to go on, or help: ")
    terminal.type("\n")
    terminal.until("0 to skip it, or help: ")
    terminal.type("\n")
    assert "Read before." not in terminal.until("Your order, or help: ")
    terminal.type("2\n")
    terminal.until("They are buried")
    terminal.type("screen\n")
    terminal.until("They are buried")
    terminal.type("\x11")
    assert terminal.ended() == 0
    (row,) = Store(tmp_path).list(ford())
    assert (row.orders, row.autosave, row.at) == (2, True, "over")
    terminal.close()
