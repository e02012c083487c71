"""Lines to a stream, whatever characters and width it has."""

from __future__ import annotations

import shutil
import sys
import textwrap
from typing import Iterable, TextIO

from game.plain.streams import is_terminal, survive
from game.view import harmless

WIDEST = 78


class Output:
    """Writes paragraphs. On a terminal they are wrapped; in a pipe they are not.

    Everything that leaves here is harmless: no text can steer a terminal.

    Args:
        stream: Where to write.
        width: Columns to wrap at, or None to ask the stream.
    """

    def __init__(self, stream: TextIO, width: int | None = None) -> None:
        self._stream = stream
        self._width = width if width is not None else _width_of(stream)

    def say(self, lines: Iterable[str] = ("",)) -> None:
        """Write lines, each a paragraph or a blank line."""
        for line in lines:
            self._stream.write(self._wrapped(harmless(line)) + "\n")

    def prompt(self, words: str) -> None:
        """Write what stands before the place to type."""
        self._stream.write(words)
        self._stream.flush()

    def _wrapped(self, line: str) -> str:
        if not self._width or len(line) <= self._width:
            return line
        return textwrap.fill(line, self._width, break_long_words=False, break_on_hyphens=False)


def _width_of(stream: TextIO) -> int:
    if not is_terminal(stream):
        return 0
    return max(20, min(shutil.get_terminal_size((80, 24)).columns - 1, WIDEST))


def standard() -> Output:
    """The standard output, made to survive."""
    survive(sys.stdout, sys.stderr)
    return Output(sys.stdout)
