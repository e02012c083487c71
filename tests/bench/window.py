"""A program in a terminal: when it writes what, and how soon it answers a key."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path
from typing import Callable, NamedTuple, Sequence

import pyte

ROOT = Path(__file__).parent.parent.parent
COLUMNS, ROWS = 120, 60
PATIENCE, QUIET = 10.0, 0.3
"""Seconds to wait for a first byte, and after which nothing more is thought to come."""

UNUSUAL = ("PYTHONDONTWRITEBYTECODE",)
"""What is not set for a player. Without compiled modules ours alone are compiled at every start."""


class Written(NamedTuple):
    """What was written, and how many milliseconds after the program was asked."""

    after: float
    bytes: bytes


class Window:
    """A running program."""

    def __init__(
        self, words: Sequence[str], saves: Path, size: tuple[int, int] = (COLUMNS, ROWS)
    ) -> None:
        self._size = size
        self._all: list[Written] = []
        self._began = time.perf_counter()
        self._child, self._master = pty.fork()
        if self._child == 0:
            self._become(words, saves)

    def _become(self, words: Sequence[str], saves: Path) -> None:
        os.chdir(ROOT)
        with suppress(PermissionError):
            os.nice(-10)
        columns, rows = self._size
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        mine = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TEN_DAYS_SAVES": str(saves)}
        usual = {name: value for name, value in os.environ.items() if name not in UNUSUAL}
        os.execve(sys.executable, [sys.executable, *words], usual | mine)

    def opened(self, *marks: str) -> tuple[float, float]:
        """Milliseconds to the first byte, and to the moment when all marks have been written."""
        seen, first = b"", 0.0
        while not all(mark.encode() in seen for mark in marks):
            found = self._read(PATIENCE)
            first = first or found.after
            seen += found.bytes
        return first, (time.perf_counter() - self._began) * 1000

    def shown(self, mark: str, do: Callable[[], object]) -> float:
        """Milliseconds from something that is done to the moment when a mark has been written."""
        self._began = time.perf_counter()
        do()
        seen = b""
        while mark.encode() not in seen:
            seen += self._read(PATIENCE).bytes
        return (time.perf_counter() - self._began) * 1000

    def press(self, key: bytes) -> None:
        """Press a key."""
        os.write(self._master, key)

    def answer(self, key: bytes) -> list[Written]:
        """All that answers a key."""
        self._began = time.perf_counter()
        self.press(key)
        found = [self._read(PATIENCE)]
        while (more := self._read(QUIET)).bytes:
            found.append(more)
        return found

    def busy(self) -> float:
        """Seconds of processor time that the program has had."""
        tasks = Path(f"/proc/{self._child}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def settle(self) -> None:
        """Read until nothing more comes."""
        while self._read(QUIET * 4).bytes:
            pass

    def close(self) -> None:
        """End the program with Ctrl+Q."""
        self.press(b"\x11")
        self.settle()
        os.close(self._master)
        os.waitpid(self._child, 0)

    def _read(self, patience: float) -> Written:
        ready, _, _ = select.select([self._master], [], [], patience)
        try:
            found = os.read(self._master, 65536) if ready else b""
        except OSError:
            found = b""
        if not found and patience == PATIENCE:
            raise TimeoutError("The program wrote nothing.")
        self._all.append(Written((time.perf_counter() - self._began) * 1000, found))
        return self._all[-1]

    def stood_after(self, answers: Sequence[list[Written]], columns: int) -> list[float]:
        """Milliseconds until the left columns of the window stood as each answer left them."""
        ends = {id(answer[-1]) for answer in answers}
        screen = pyte.Screen(*self._size)
        terminal = pyte.ByteStream(screen)
        found: list[float] = []
        shown: list[tuple[float, list[str]]] = []
        for written in self._all:
            terminal.feed(written.bytes)
            shown.append((written.after, [row[:columns] for row in screen.display]))
            if id(written) in ends:
                found.append(_first_like_the_last(shown))
                shown = []
        return found


def _first_like_the_last(shown: Sequence[tuple[float, list[str]]]) -> float:
    """When the window came to stand as it stands at the end, and stayed so."""
    last, stood = shown[-1][1], shown[-1][0]
    for after, rows in reversed(shown):
        if rows != last:
            break
        stood = after
    return stood
