"""How the game ends when it is not asked: signals, and a terminal that goes away."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Iterator

import pytest

from game.saves import Store
from tests.ford import WHOLE, ford
from tests.helpers import folder_of

pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")

ROOT = Path(__file__).parent.parent
PATIENCE = 20.0
"""Seconds after which a game that says nothing is given up."""


class Terminal:
    """A game in a terminal of its own.

    Args:
        saves: The folder of its saves.
        words: The command's words.
        term: The kind of terminal.
        spare_hangup: Whether the game ignores the hang-up signal, as under nohup.
    """

    def __init__(
        self,
        saves: Path,
        words: list[str],
        term: str = "xterm-256color",
        spare_hangup: bool = False,
    ) -> None:
        self.seen = ""
        self.master, slave = pty.openpty()
        self.before = termios.tcgetattr(slave)
        self._slave = slave

        def prepare() -> None:
            os.setsid()
            import fcntl

            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            if spare_hangup:
                signal.signal(signal.SIGHUP, signal.SIG_IGN)

        environment = os.environ | {"TEN_DAYS_SAVES": str(saves), "TERM": term}
        environment |= {"COLUMNS": "80", "LINES": "24"}
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "run.py"), *words],
            stdin=slave, stdout=slave, stderr=slave, env=environment, preexec_fn=prepare,
        )  # fmt: skip

    def type(self, text: str) -> None:
        os.write(self.master, text.encode())

    def until(self, pattern: str) -> str:
        """Read until something is shown, and give everything shown since the last time."""
        end = time.monotonic() + PATIENCE
        while not (found := re.search(pattern, self.seen)):
            ready, _, _ = select.select([self.master], [], [], 0.2)
            if ready:
                self.seen += os.read(self.master, 65536).decode("utf-8", "replace")
            elif self.process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f"{pattern!r} was never shown, but: {self.seen[-2000:]!r}")
        shown, self.seen = self.seen[: found.end()], self.seen[found.end() :]
        return shown

    def ended(self) -> int:
        """The exit code; whatever is still shown is read."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self.drain(0.1)
        self.drain(0.1)
        return self.process.wait(1)

    def drain(self, seconds: float) -> None:
        while self.master >= 0 and select.select([self.master], [], [], seconds)[0]:
            try:
                self.seen += os.read(self.master, 65536).decode("utf-8", "replace")
            except OSError:
                return

    def hang_up(self) -> None:
        """Close the terminal, as when its window is closed."""
        os.close(self._slave)
        os.close(self.master)
        self.master = self._slave = -1

    def is_as_before(self) -> bool:
        """Whether the terminal's own settings are what they were."""
        return bool(termios.tcgetattr(self._slave)[:4] == self.before[:4])

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for handle in (self.master, self._slave):
            if handle >= 0:
                os.close(handle)


@pytest.fixture(scope="module")
def small() -> str:
    return str(folder_of({"story.toml": WHOLE}))


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


def in_lines(saves: Path, small: str, **more: bool) -> Terminal:
    """A game in lines, behind its first order."""
    terminal = Terminal(saves, ["--plain", "--story", small, "--commander", "orlov"], **more)
    terminal.until("Enter to go on, or help: ")
    terminal.type("\n")
    terminal.until("Your order, or help: ")
    terminal.type("1\n")
    terminal.until("Enter to go on, or help: ")
    return terminal


@pytest.fixture
def lines(saves: Path, small: str) -> Iterator[Terminal]:
    terminal = in_lines(saves, small)
    yield terminal
    terminal.close()


def orders_kept(saves: Path) -> list[int]:
    return [row.orders for row in Store(saves).list(ford())]


def test_control_c_in_lines(lines: Terminal, saves: Path) -> None:
    lines.type("\x03")
    assert lines.ended() == 130
    assert lines.seen.replace("\r", "").endswith("\nStopped.\nThe game is kept.\n")
    assert orders_kept(saves) == [1]


def test_the_end_of_input_in_lines(lines: Terminal, saves: Path) -> None:
    lines.type("\x04")
    assert lines.ended() == 0
    assert lines.seen.replace("\r", "").endswith("\nThe input has ended.\nThe game is kept.\n")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_signals_in_lines(lines: Terminal, saves: Path, name: str) -> None:
    number = signal.Signals[name]
    lines.process.send_signal(number)
    assert lines.ended() == -number
    assert "Traceback" not in lines.seen
    assert orders_kept(saves) == [1]
    assert lines.is_as_before()


def test_a_terminal_that_is_closed_in_lines(lines: Terminal, saves: Path) -> None:
    lines.hang_up()
    assert lines.ended() == -signal.SIGHUP
    assert orders_kept(saves) == [1]


def test_a_closed_terminal_whose_signal_is_ignored(saves: Path, small: str) -> None:
    terminal = in_lines(saves, small, spare_hangup=True)
    terminal.hang_up()
    assert terminal.ended() in (0, 1)
    assert orders_kept(saves) == [1]
    terminal.close()


def test_a_dumb_terminal_gets_lines_by_itself(saves: Path, small: str) -> None:
    terminal = Terminal(saves, ["--story", small, "--commander", "orlov"], term="dumb")
    shown = terminal.until("Enter to go on, or help: ")
    assert "\nThe camp\n" in shown.replace("\r", "")
    assert "\x1b" not in shown
    terminal.type("quit\n")
    assert terminal.ended() == 0
    terminal.close()


def on_screen(saves: Path, small: str) -> Terminal:
    """A game on the screen, behind its first order."""
    terminal = Terminal(saves, ["--story", small, "--commander", "orlov"])
    terminal.until("Men drown")
    terminal.type("\r")
    terminal.until("The camp")
    terminal.type("\r")
    terminal.until("Row over")
    terminal.type("1")
    terminal.until("At once")
    terminal.type("1")
    terminal.until("You lose 1 boat")
    return terminal


ALTERNATE = re.compile(r"\x1b\[\?(1049|25|1000|1003|2004)([hl])")


def left_as_found(shown: str) -> dict[str, str]:
    """The last word on each of the terminal's modes."""
    return dict(ALTERNATE.findall(shown))


FOUND = {"1049": "l", "25": "h", "1000": "l", "1003": "l", "2004": "l"}
"""The main screen, a cursor, no mouse, no bracketed paste."""


@pytest.mark.slow
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_signals_on_the_screen(saves: Path, small: str, name: str) -> None:
    terminal = on_screen(saves, small)
    terminal.process.send_signal(signal.Signals[name])
    code = terminal.ended()
    assert code != 0
    assert "Traceback" not in terminal.seen
    assert left_as_found(terminal.seen) == FOUND
    assert orders_kept(saves) == [1]
    assert terminal.is_as_before()
    terminal.close()


@pytest.mark.slow
def test_a_screen_that_is_closed(saves: Path, small: str) -> None:
    terminal = on_screen(saves, small)
    terminal.hang_up()
    assert terminal.ended() != 0
    assert orders_kept(saves) == [1]
    terminal.close()
