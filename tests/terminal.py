"""A terminal for tests: a game in it, what it shows, and what is typed."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

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
