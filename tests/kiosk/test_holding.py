"""A configuration that cannot be used, where somebody would start the kiosk over and over."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a POSIX terminal", allow_module_level=True)

from tests.kiosk.systemd import Systemd
from tests.kiosk.whole import RUN, Whole
from tests.kiosk.window import Window

BROKEN = {"idle": {"floor": 3, "flor": 4}}


def test_under_systemd_the_page_stays_until_the_file_is_mended(tmp_path: Path) -> None:
    with Systemd(tmp_path / "notify") as systemd:
        kiosk = Whole(tmp_path, BROKEN, environ={"NOTIFY_SOCKET": str(systemd.path)})
        kiosk.until("has to be mended")
        assert "floor" in kiosk.text
        assert "flor" in kiosk.text
        systemd.until(lambda told: told.count("WATCHDOG=1") > 1)
        kiosk.config.write_text("[idle]\nfloor = 20\n")
        kiosk.attract()
        kiosk.close()


def test_by_hand_it_ends_and_says_why(tmp_path: Path) -> None:
    kiosk = Whole(tmp_path, BROKEN)
    assert kiosk.ended() == 2
    assert "has to be mended" in kiosk.errors()
    kiosk.close()


def test_without_a_terminal_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").touch()
    words = ["sh", "-c", '"$@" < /dev/null', "sh", *RUN, str(tmp_path / "kiosk.toml")]
    kiosk = Window(words)
    assert kiosk.ended() == 2
    said = kiosk.errors()
    assert "needs a terminal" in said
    assert "Traceback" not in said
    kiosk.close()
