"""The title, written to the terminal before the screens' library has been read.

Nothing is imported here that Python has not read anyway, so the first words
stand in the window at once. The screens then take over the same window.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any, Mapping, TextIO

TITLE = "Ten Days at Mutanchiang"
"""The name of the shipped story."""

ENTER, LEAVE = "\x1b[?1049h\x1b[?25l\x1b[2J", "\x1b[?25h\x1b[?1049l"
ENDING = ("SIGTERM", "SIGHUP")


def has_screen(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether there is a terminal that can be drawn on."""
    return not is_dumb(environ) and _is_terminal(sys.stdin) and _is_terminal(sys.stdout)


def is_dumb(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal says of itself that it knows lines only."""
    return environ.get("TERM", "") == "dumb"


class Splash:
    """The window from the first word until the screens have it.

    Used in a `with`: unless it was `taken`, the terminal is as before at the end,
    whatever the reason for the end.

    Args:
        out: Where the title is written.
        words: The title; empty writes nothing.
    """

    def __init__(self, out: TextIO, words: str = TITLE) -> None:
        self._out, self._words = out, words
        self._open = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Splash:
        if self._words:
            self._open = True
            self._watch()
            self._write(ENTER + placed(self._words, *_size(self._out)))
        return self

    def __exit__(self, *_: object) -> None:
        if self._open:
            self._write(LEAVE)
        self.taken()

    def taken(self) -> None:
        """The screens have the window, and will give it back themselves."""
        self._open = False
        for number, before in self._before.items():
            signal.signal(number, before)
        self._before = {}

    def _watch(self) -> None:
        """Have signals end the program in order, so that the window is given back."""
        for name in ENDING:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) == signal.SIG_DFL:
                self._before[number] = signal.signal(number, _end)

    def _write(self, words: str) -> None:
        try:
            self._out.write(words)
            self._out.flush()
        except (OSError, ValueError):
            self._open = False


def placed(words: str, columns: int, rows: int) -> str:
    """Words in bold in the middle of a window; none where they do not fit."""
    if len(words) > columns:
        return ""
    row, column = max(1, rows // 2), (columns - len(words)) // 2 + 1
    return f"\x1b[{row};{column}H\x1b[1m{words}\x1b[0m"


def _size(out: TextIO) -> tuple[int, int]:
    try:
        return os.get_terminal_size(out.fileno())
    except (OSError, ValueError):
        return 80, 24


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _end(number: int, _: object) -> None:
    raise SystemExit(128 + number)
