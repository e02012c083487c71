"""A terminal of its own for a program: what stands on it, cell by cell, and what is typed."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import Callable, Mapping, Sequence

import pyte

ROOT = Path(__file__).parent.parent.parent
SIZES = ("COLUMNS", "LINES")
PATIENCE = 30.0
"""Seconds after which a screen that never comes is given up."""


class Screen(pyte.Screen):
    """A screen that knows no more than it must: other programs' extensions are passed over."""

    def report_device_status(self, *args, **kwargs) -> None:
        """Say nothing."""

    def select_graphic_rendition(self, *attrs, private: bool = False) -> None:
        if not private:
            super().select_graphic_rendition(*attrs)

    def set_margins(self, *args, **kwargs) -> None:
        kwargs.pop("private", None)
        super().set_margins(*args[:2])


class Window:
    """A program in a terminal of its own.

    Args:
        words: The command.
        columns, rows: The size of the window.
        environ: Added to the environment.

    Attributes:
        answers: Whether it answers whether it draws whole frames.
        seen: Every different screen that stood when nothing more came for a moment.
    """

    answers = False

    def __init__(
        self,
        words: Sequence[str],
        columns: int = 86,
        rows: int = 24,
        environ: Mapping[str, str] | None = None,
    ) -> None:
        self.screen = Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.seen: list[str] = []
        self.master, self._slave = pty.openpty()
        self.resize(columns, rows)
        keep = {name: value for name, value in os.environ.items() if name not in SIZES}
        outer = keep | {"TERM": "xterm-256color", "COLORTERM": "truecolor"} | dict(environ or {})
        paths = [str(ROOT), (environ or {}).get("PYTHONPATH", "")]
        self._environ = outer | {"PYTHONPATH": os.pathsep.join(path for path in paths if path)}
        self._words = words
        self.begin()

    def begin(self) -> None:
        """Start the program, also a second time."""

        def prepare() -> None:
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            self._words, stdin=self._slave, stdout=self._slave, stderr=subprocess.PIPE,
            env=self._environ, preexec_fn=prepare,
        )  # fmt: skip
        os.set_blocking(self.process.stderr.fileno(), False)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def type(self, text: str | bytes) -> None:
        data = text if isinstance(text, bytes) else text.encode()
        while data:
            _, ready, _ = select.select([], [self.master], [], 1)
            if ready:
                data = data[os.write(self.master, data[:512]) :]
            self.read(0)

    def tap(self, column: int, row: int) -> None:
        """Touch a cell, counted from 0: a mouse button down and up."""
        self.type(f"\x1b[<0;{column + 1};{row + 1}M\x1b[<0;{column + 1};{row + 1}m")

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def read(self, seconds: float) -> bytes:
        """Take in what is shown until nothing more comes for a while; gives the bytes."""
        taken = b""
        while select.select([self.master], [], [], seconds)[0]:
            try:
                data = os.read(self.master, 65536)
            except OSError:
                break
            taken += data
            self._stream.feed(data)
            if self.answers and b"\x1b[?2026$p" in data:
                os.write(self.master, b"\x1b[?2026;2$y")
            seconds = min(seconds, 0.02)
        if taken and (not self.seen or self.seen[-1] != self.text):
            self.seen.append(self.text)
        return taken

    def paint(self, begun: float, quiet: float) -> float:
        """Seconds from a moment to the last bytes of what is shown next, which are then fed."""
        taken, last, wait = [], begun, 2.0
        while select.select([self.master], [], [], wait)[0]:
            taken.append(os.read(self.master, 65536))
            last, wait = time.monotonic(), quiet
        self._stream.feed(b"".join(taken))
        return last - begun

    def until(self, holds: str | Callable[[str], bool], patience: float = PATIENCE) -> float:
        """Read until something stands on the screen; gives the seconds it took."""
        test = (lambda text: holds in text) if isinstance(holds, str) else holds
        begun = time.monotonic()
        while not test(self.text):
            self.read(0.05)
            if time.monotonic() - begun > patience:
                raise AssertionError(
                    f"{holds!r} was never shown, but:\n{self.text}\n{self.errors()}"
                )
        return time.monotonic() - begun

    def errors(self) -> str:
        return (self.process.stderr.read() or b"").decode("utf-8", "replace")

    def ended(self, patience: float = PATIENCE) -> int:
        """The exit code."""
        end = time.monotonic() + patience
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.05)
        self.read(0.05)
        return self.process.wait(0.1)

    def children(self) -> list[int]:
        """The processes under the program, nearest first."""
        return descendants(self.process.pid)

    def close(self) -> None:
        for pid in (self.process.pid, *self.children()):
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:
                continue
        self.process.wait()
        self.process.stderr.close()
        for handle in (self.master, self._slave):
            os.close(handle)


def descendants(pid: int) -> list[int]:
    """Children and their children, as the system has them now."""
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [child for one in map(int, found) for child in (one, *descendants(one))]


def runs(pid: int) -> bool:
    """Whether a process lives, and is not stopped."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "TZX"
    except OSError:
        return False


PYTHON = sys.executable
