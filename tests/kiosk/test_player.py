"""The player in a terminal of its own: what it shows, and what cannot end it."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Iterator

import pytest

from tests.kiosk.window import Window

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="a pty")]

LOCKED = ("\x03", "\x11", "\x1a", "\x1c", "\x10", "\x1b", "\x1bOP", "\x1b[17~", "\x1b[113;5u")
"""Ctrl+C, Ctrl+Q, Ctrl+Z, Ctrl+\\, Ctrl+P, Escape, F1, F6, and Ctrl+Q as newer terminals say it."""


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    config = tmp_path / "kiosk.toml"
    config.write_text(f'[kiosk]\ndata = "{(tmp_path / "data").as_posix()}"\n', "utf-8")
    words = [sys.executable, "-m", "game.kiosk.player", "--config", str(config)]
    shown = Window(words, 86, 24)
    yield shown
    shown.close()


def test_it_wakes_and_no_key_of_other_programs_ends_it(window: Window) -> None:
    window.until("Touch the screen")
    window.tap(40, 12)
    window.until("Whose orders")
    for keys in LOCKED[:5]:
        window.type(keys)
    window.type("2")
    window.until("Before you begin")
    for keys in LOCKED:
        window.type(keys)
    assert window.process.poll() is None
    assert not any("Traceback" in screen for screen in window.seen)
    os.kill(window.process.pid, signal.SIGTERM)
    assert window.process.wait(20) == 128 + signal.SIGTERM
