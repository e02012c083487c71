"""From lines to the screen and back, with the place kept."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.ford import WHOLE
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
