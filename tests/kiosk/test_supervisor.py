"""The supervisor with a player that crashes, hangs and talks nonsense."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import Iterator

import pytest

if sys.platform == "win32":
    pytest.skip("needs a POSIX terminal", allow_module_level=True)

from tests.kiosk.systemd import Systemd
from tests.kiosk.window import PYTHON, Window, runs

WORDS = [PYTHON, "-m", "tests.kiosk.supervised"]


class Kiosk(Window):
    """A supervisor in a window, and its log."""

    def __init__(self, folder: Path, how: str = "", socket: str = "") -> None:
        self.log = folder / "log"
        super().__init__([*WORDS, str(self.log), how], environ={"NOTIFY_SOCKET": socket})

    def player(self) -> int:
        """The player's number, when it is up; it says so itself."""
        self.until("ATTRACT")
        return int(self.text.split("ATTRACT")[1].split()[0])

    def other_than(self, pid: int) -> int:
        self.until(lambda text: "ATTRACT" in text and f"ATTRACT {pid}" not in text)
        return self.player()

    def events(self) -> list[dict]:
        return [json.loads(line) for line in self.log.read_text().splitlines()]

    def told(self) -> list[str]:
        return [event["event"] for event in self.events()]


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    kiosk = Kiosk(tmp_path)
    yield kiosk
    kiosk.close()


def test_a_player_that_fails_is_started_again_and_its_words_go_to_the_log(kiosk: Kiosk) -> None:
    first = kiosk.player()
    kiosk.type("c")
    second = kiosk.other_than(first)
    assert not runs(first)
    assert runs(second)
    assert "TRACEBACK-WORDS" not in "".join(kiosk.seen)
    lines = [event.get("line", "") for event in kiosk.events() if event["event"] == "stderr"]
    assert any("TRACEBACK-WORDS" in line for line in lines)


def test_a_player_that_hangs_is_ended_and_leaves_its_stack(kiosk: Kiosk) -> None:
    first = kiosk.player()
    kiosk.type("h")
    kiosk.other_than(first)
    assert "player hangs" in kiosk.told()
    lines = [event.get("line", "") for event in kiosk.events()]
    assert any("in obey" in line for line in lines)


@pytest.mark.parametrize("name", ["SIGKILL", "SIGSTOP", "SIGSEGV", "SIGTERM"])
def test_whatever_signal_befalls_the_player(kiosk: Kiosk, name: str) -> None:
    first = kiosk.player()
    os.kill(first, signal.Signals[name])
    second = kiosk.other_than(first)
    assert runs(second)
    assert not runs(first)


def test_nonsense_on_the_error_stream_stays_off_the_screen(kiosk: Kiosk) -> None:
    pid = kiosk.player()
    kiosk.type("g")
    kiosk.until("garbage is out")
    kiosk.type("r")
    kiosk.other_than(pid)
    assert {"event": "own", "n": 1} in kiosk.events()


def test_a_restart_that_was_wanted_is_no_fault(kiosk: Kiosk) -> None:
    pid = kiosk.player()
    for _ in range(4):
        kiosk.type("r")
        pid = kiosk.other_than(pid)
    assert "player failed" not in kiosk.told()
    assert kiosk.told().count("player starts afresh") == 4


def test_staff_quit_and_the_terminal_is_given_back(kiosk: Kiosk) -> None:
    kiosk.player()
    kiosk.type("q")
    assert kiosk.ended() == 0
    assert kiosk.errors() == ""
    assert not kiosk.children()


def test_between_players_the_page_is_calm_and_keys_are_dead(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path, "never-starts")
    kiosk.until("One moment, please.")
    kiosk.until("请稍候")
    kiosk.type("\x03\x1c\x1axyz")
    kiosk.read(0.5)
    assert "xyz" not in kiosk.text
    assert kiosk.process.poll() is None
    kiosk.close()


def test_a_window_that_grows_while_the_player_starts_has_the_page_in_its_middle(
    tmp_path: Path,
) -> None:
    kiosk = Kiosk(tmp_path, "never-starts")
    kiosk.until("One moment, please.")
    kiosk.resize(160, 45)
    kiosk.until(
        lambda text: text.find("Ten Days") - text.rfind("\n", 0, text.find("Ten Days")) > 60
    )
    kiosk.close()


def test_a_player_that_always_fails_leaves_the_safe_page(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path, "always-fails")
    kiosk.until("This station is resting.")
    kiosk.until(lambda _: kiosk.told().count("player is started") >= 4)
    kiosk.read(0.3)
    assert "This station is resting." in kiosk.text
    assert "too many faults" in kiosk.told()
    kiosk.resize(40, 12)
    kiosk.until(lambda text: "本设备暂停使用" in text and "station" not in text)
    kiosk.close()


def test_the_player_dies_with_its_supervisor(kiosk: Kiosk) -> None:
    pid = kiosk.player()
    kiosk.process.kill()
    kiosk.process.wait()
    end = time.monotonic() + 5
    while runs(pid) and time.monotonic() < end:
        kiosk.read(0.05)
    assert not runs(pid)


def test_the_system_ends_it_in_order(kiosk: Kiosk) -> None:
    pid = kiosk.player()
    kiosk.process.send_signal(signal.SIGTERM)
    assert kiosk.ended() == 0
    assert not runs(pid)


def test_systemd_is_told_while_all_is_in_hand(tmp_path: Path) -> None:
    with Systemd(tmp_path / "notify") as systemd:
        kiosk = Kiosk(tmp_path, socket=str(systemd.path))
        pid = kiosk.player()
        systemd.until(lambda told: "READY=1" in told and "WATCHDOG=1" in told)
        os.kill(pid, signal.SIGSTOP)
        kiosk.other_than(pid)
        before = len(systemd.told)
        systemd.until(lambda told: "WATCHDOG=1" in told[before:])
        os.kill(kiosk.process.pid, signal.SIGSTOP)
        kiosk.read(0.3)
        systemd.read(0)
        stopped = len(systemd.told)
        kiosk.read(2.0)
        systemd.read(0)
        assert len(systemd.told) == stopped
        os.kill(kiosk.process.pid, signal.SIGCONT)
        systemd.until(lambda told: "WATCHDOG=1" in told[stopped:])
        kiosk.type("q")
        assert kiosk.ended() == 86
        systemd.read(0)
        assert systemd.told[-1] == "STOPPING=1"
        kiosk.close()


def test_a_terminal_that_answers_no_more_is_told_to_systemd_and_the_log(tmp_path: Path) -> None:
    with Systemd(tmp_path / "notify") as systemd:
        kiosk = Kiosk(tmp_path, socket=str(systemd.path))
        kiosk.player()
        systemd.until(lambda told: "WATCHDOG=1" in told)
        kiosk.type("t")
        systemd.until(lambda told: told[-2:] == ["WATCHDOG=trigger"] * 2)
        kiosk.type("a")
        systemd.until(lambda told: "WATCHDOG=1" in told[-2:])
        assert kiosk.told().count("terminal hangs") == 1
        kiosk.close()


@pytest.mark.slow
def test_a_terminal_that_takes_nothing_is_told_to_systemd(tmp_path: Path) -> None:
    with Systemd(tmp_path / "notify") as systemd:
        kiosk = Kiosk(tmp_path, "floods", socket=str(systemd.path))
        systemd.until(lambda told: "WATCHDOG=trigger" in told)  # nobody reads the terminal
        stuck = len(systemd.told)
        kiosk.player()
        systemd.until(lambda told: "WATCHDOG=1" in told[stuck:])
        kiosk.close()
