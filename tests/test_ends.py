"""How the game ends when it is not asked: signals, and a terminal that goes away."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path
from typing import Iterator

import pytest

from game.saves import Memory, Store
from tests.ford import WHOLE, ford
from tests.helpers import folder_of

if sys.platform == "win32":
    pytest.skip("needs a POSIX terminal", allow_module_level=True)

from tests.terminal import Terminal


@pytest.fixture(scope="module")
def small() -> str:
    return str(folder_of({"story.toml": WHOLE}))


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


def in_lines(saves: Path, small: str, spare_hangup: bool = False) -> Terminal:
    """A game in lines, behind its first order."""
    words = ["--plain", "--story", small, "--commander", "orlov"]
    terminal = Terminal(saves, words, spare_hangup=spare_hangup)
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


ANSWER = {"crossing.row.ordered", "crossing.row.outcome.1", "crossing.record"}
"""The parts of the answer to the first order, which is read last."""


def is_remembered(saves: Path) -> bool:
    """Whether what was read since the last order is known again."""
    return set(Memory(ford(), saves)) >= ANSWER


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
    assert is_remembered(saves)
    assert lines.is_as_before()


def test_a_terminal_that_is_closed_in_lines(lines: Terminal, saves: Path) -> None:
    lines.hang_up()
    assert lines.ended() == -signal.SIGHUP
    assert orders_kept(saves) == [1]
    assert is_remembered(saves)


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


def begun_on_screen(saves: Path, small: str) -> Terminal:
    """A game on the screen, before its first order."""
    terminal = Terminal(saves, ["--story", small, "--commander", "orlov"])
    terminal.until("Men drown")
    terminal.type("\r")
    terminal.until("The camp")
    terminal.type("\r")
    terminal.until("Row over")
    return terminal


def on_screen(saves: Path, small: str) -> Terminal:
    """A game on the screen, behind its first order."""
    terminal = begun_on_screen(saves, small)
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
    assert is_remembered(saves)
    assert terminal.is_as_before()
    terminal.close()


@pytest.mark.slow
def test_a_screen_that_is_closed(saves: Path, small: str) -> None:
    terminal = on_screen(saves, small)
    terminal.hang_up()
    assert terminal.ended() != 0
    assert orders_kept(saves) == [1]
    assert is_remembered(saves)
    terminal.close()


@pytest.mark.slow
def test_what_was_read_before_the_screen_was_closed(saves: Path, small: str) -> None:
    terminal = begun_on_screen(saves, small)
    terminal.hang_up()
    assert terminal.ended() != 0
    assert {"camp", "crossing"} <= set(Memory(ford(), saves))
    terminal.close()
