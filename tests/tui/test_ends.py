"""How the app ends: faults, signals, and what whoever started it is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from game.saves import Memory, Store
from game.tui import TenDays, ending, run_tui
from game.tui.screens.reading import Reading
from game.view import ENGLISH
from tests.tui.driving import POSIX, SHIPPED, playing, press, small

ROOT = Path(__file__).parent.parent.parent

PROGRAM = f"""
from pathlib import Path
from game.reader import load
from game.tui import run_tui
from game.view import ENGLISH
raise SystemExit(run_tui(load(Path({str(SHIPPED)!r})), None, ENGLISH, campaign="meretskov"))
"""


async def test_a_fault_ends_the_app_without_a_trace_on_the_screen(capsys, monkeypatch) -> None:
    def break_down(self: Reading, number: int = 0) -> None:
        raise ZeroDivisionError("nought")

    monkeypatch.setattr(Reading, "action_pick", break_down)
    with pytest.raises(ZeroDivisionError):
        async with playing(small(), campaign="one", keys=["enter", "enter"]) as (app, pilot):
            await press(pilot, "1")
    assert isinstance(app.fault, ZeroDivisionError)
    assert app.return_code == 1
    assert capsys.readouterr().err == ""


def test_a_fault_is_raised_to_whoever_started_the_app(monkeypatch) -> None:
    def run(self: TenDays) -> None:
        self.fault = ZeroDivisionError("nought")

    monkeypatch.setattr(TenDays, "run", run)
    with pytest.raises(ZeroDivisionError):
        run_tui(small(), None, ENGLISH)


async def test_what_the_check_finds_is_told() -> None:
    from tests.tui.driving import text

    app = TenDays(small(), None, ENGLISH, check=lambda: "The story has 2 faults.")
    async with app.run_test(notifications=True) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "The story has 2 faults." in text(app)


async def test_what_was_read_is_kept_before_anything_that_a_lost_terminal_can_stop(
    tmp_path: Path, monkeypatch
) -> None:
    known: list[bool] = []
    store = Store(tmp_path)
    async with playing(small(), store=store, campaign="one", keys=["enter"]) as (app, _):
        monkeypatch.setattr(ending.threading, "Timer", lambda *_: threading.Thread())
        monkeypatch.setattr(
            app, "exit", lambda **_: known.append("first" in Memory(small(), tmp_path))
        )
        app._end_by(129)
    assert known == [True]


@pytest.mark.skipif(not POSIX, reason="signals and pseudo-terminals are POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_ends_it_in_good_order(name) -> None:
    import pty

    ours, theirs = pty.openpty()
    environ = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
    child = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        env=environ,
        start_new_session=True,
    )
    os.close(theirs)
    seen = _read(ours, lambda seen: b"Before you begin" in seen)
    child.send_signal(getattr(signal, name))
    seen = _read(ours, lambda seen: b"\x1b[?1049l" in seen)
    assert b"\x1b[?1049l" in seen
    assert b"Traceback" not in seen
    assert child.wait(timeout=20) == 128 + getattr(signal, name)
    os.close(ours)


def _read(terminal: int, enough) -> bytes:
    import select

    seen = b""
    end = time.monotonic() + 30
    while not enough(seen) and time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 0.2)
        if ready:
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                break
    return seen
