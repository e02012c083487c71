"""The terminal in the supervisor's hands: taken at the start, held between players, given back.

It is opened once more, so that writing never waits: a terminal that takes nothing
must not stop the supervisor.
"""

from __future__ import annotations

import contextlib
import os
import select
import sys
import termios
from types import TracebackType
from typing import Any, Final

from game.misuse import Misuse

BREAK_OFF: Final = "\x18\x1b\\"
"""Ends a sequence that a dead player left half written."""
MODES_OFF: Final = (
    "".join(f"\x1b[?{mode}l" for mode in (1000, 1002, 1003, 1004, 1006, 1015, 1016))
    + "\x1b[?2004l\x1b[?2026l\x1b[?2048l\x1b[<9u\x1b[?6l\x1b[?7h\x1b[4l\x1b[r\x1b(B\x0f\x1b[0m"
)
"""No mouse, focus, paste or resize reports, plain keys; lines, margins and letters as usual."""
ALTERNATE, HIDDEN = "\x1b[?1049h", "\x1b[?25l"
TAKEN: Final = f"{BREAK_OFF}{MODES_OFF}\x1b[H\x1b[2J\x1b[3J{ALTERNATE}{HIDDEN}\x1b[2J"
"""Also what lies behind the other screen is cleared: it shows for a moment when a player ends."""
HELD: Final = f"{BREAK_OFF}{MODES_OFF}{ALTERNATE}{HIDDEN}"
GIVEN_BACK: Final = f"{BREAK_OFF}{MODES_OFF}\x1b[2J\x1b[?1049l\x1b[?25h"

MOST_UNSENT: Final = 16_384
"""Bytes kept for a terminal that takes nothing now: a few pages."""


class NoTerminal(Misuse):
    """There is nothing to draw on."""

    def __init__(self) -> None:
        super().__init__(
            "The kiosk needs a terminal to draw on. Start it in one, or as a service as "
            "docs/museum.md tells."
        )


class Terminal:
    """The controlling terminal, used in a `with`.

    Raises:
        NoTerminal: When standard input or output is none.
    """

    def __init__(self) -> None:
        if not (_is_terminal(sys.__stdin__) and _is_terminal(sys.__stdout__)):
            raise NoTerminal
        self._handle = os.open(os.ttyname(1), os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        self._before: list[Any] = termios.tcgetattr(self._handle)
        self._unsent = b""

    def __enter__(self) -> Terminal:
        self._silence()
        self._write(TAKEN)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._write(GIVEN_BACK)
        with contextlib.suppress(termios.error, OSError):
            termios.tcsetattr(self._handle, termios.TCSANOW, self._before)
        os.close(self._handle)

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        try:
            return os.get_terminal_size(self._handle)
        except OSError:
            return 80, 24

    def takes_output(self) -> bool:
        """Whether what is written goes anywhere; not while the terminal's own program is stuck.

        What could not be written before is written now.
        """
        self._write("")
        return not self._unsent and bool(select.select([], [self._handle], [], 0)[1])

    def hold(self) -> None:
        """Take the terminal out of a dead player's hands."""
        self._silence()
        self._write(HELD)

    def forget_input(self) -> None:
        """Drop what was typed while nobody listened."""
        with contextlib.suppress(termios.error):
            termios.tcflush(self._handle, termios.TCIFLUSH)

    def show(self, sequences: str) -> None:
        """Draw what the supervisor has to show."""
        self._write(sequences)

    def _silence(self) -> None:
        """Nothing typed is shown, waits for a line, or is a signal."""
        with contextlib.suppress(termios.error):
            mode = termios.tcgetattr(self._handle)
            mode[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR)
            mode[1] |= termios.OPOST
            mode[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
            termios.tcsetattr(self._handle, termios.TCSANOW, mode)

    def _write(self, text: str) -> None:
        """Write as much as is taken, and the rest when it is; never wait."""
        self._unsent = (self._unsent + text.encode())[-MOST_UNSENT:]
        with contextlib.suppress(OSError):
            while self._unsent:
                self._unsent = self._unsent[os.write(self._handle, self._unsent) :]


def _is_terminal(stream: Any) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False
