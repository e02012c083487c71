"""The player as a child process: started, heard, ended."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final, Mapping, Sequence

import game
from game.kiosk.heart import VARIABLE

OURS_ALONE: Final = ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID", "COLUMNS", "LINES")
"""Variables that are the supervisor's own, or would lie to the player about the window."""
LEVEL: Final = {
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "65536",
    "MALLOC_TRIM_THRESHOLD_": "131072",
}
"""Has large blocks given back whole, so that memory does not grow by the holes they leave."""


def command(config: Path) -> list[str]:
    """How the player is started."""
    return [sys.executable, "-P", "-m", "game.kiosk.player", "--config", str(config)]


def environment(outer: Mapping[str, str], heart: int) -> dict[str, str]:
    """What the player finds in its environment; nothing that could feed it keys or end it."""
    kept = {
        name: value
        for name, value in outer.items()
        if name not in OURS_ALONE and not name.startswith("TEXTUAL")
    }
    paths = [str(Path(game.__file__).parent.parent), outer.get("PYTHONPATH", "")]
    kept["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
    return LEVEL | kept | {VARIABLE: str(heart), "PYTHONFAULTHANDLER": "1"}


class Player:
    """One run of the player.

    Args:
        words: The command.

    Raises:
        OSError: When no process can be started.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.heart, heart = os.pipe()
        self.stderr, stderr = os.pipe()
        try:
            self._process = subprocess.Popen(
                words, stderr=stderr, pass_fds=(heart,), env=environment(os.environ, heart)
            )
        except OSError:
            self.close()
            raise
        finally:
            os.close(heart)
            os.close(stderr)
        for handle in (self.heart, self.stderr):
            os.set_blocking(handle, False)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def code(self) -> int | None:
        """How it ended; None while it runs."""
        return self._process.poll()

    def signal(self, number: signal.Signals) -> None:
        """Send a signal, if there is still anybody to get it."""
        with contextlib.suppress(OSError):
            self._process.send_signal(number)

    def close(self) -> None:
        """Let go of the pipes."""
        for handle in (self.heart, self.stderr):
            os.close(handle)


def read_all(handle: int, limit: int = 1 << 16) -> bytes:
    """What a pipe holds now, up to a limit; nothing if it is empty or ended."""
    try:
        return os.read(handle, limit)
    except OSError:
        return b""
