"""Lines to a stream, whatever characters and width it has."""

from __future__ import annotations

import codecs
import shutil
import sys
import textwrap
from typing import Iterable, TextIO

SPELLED = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u2026": "...",
    "\u00a0": " ",
    "\u2022": "*",
    "\u00b7": ",",
    "\u2192": "to",
}
"""What stands for a character that a terminal does not have."""

WIDEST = 78


def plainly(fault: UnicodeError) -> tuple[str, int]:
    """A codec error handler: the nearest plain spelling, or a question mark."""
    assert isinstance(fault, UnicodeEncodeError)
    lost = fault.object[fault.start : fault.end]
    return "".join(SPELLED.get(char, "?") for char in lost), fault.end


def survive(*streams: TextIO) -> None:
    """Let streams write what they can, and spell plainly what they cannot."""
    codecs.register_error("plainly", plainly)
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="plainly")


class Output:
    """Writes paragraphs. On a terminal they are wrapped; in a pipe they are not.

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
            self._stream.write(self._wrapped(line) + "\n")

    def prompt(self, words: str) -> None:
        """Write what stands before the place to type."""
        self._stream.write(words)
        self._stream.flush()

    def _wrapped(self, line: str) -> str:
        if not self._width or len(line) <= self._width:
            return line
        return textwrap.fill(line, self._width, break_long_words=False, break_on_hyphens=False)


def _width_of(stream: TextIO) -> int:
    if not stream.isatty():
        return 0
    return max(20, min(shutil.get_terminal_size((80, 24)).columns - 1, WIDEST))


def is_terminal(stream: TextIO) -> bool:
    """Whether a stream is a terminal; a closed one is not."""
    try:
        return stream.isatty()
    except ValueError:
        return False


def standard() -> Output:
    """The standard output, made to survive."""
    survive(sys.stdout, sys.stderr)
    return Output(sys.stdout)
