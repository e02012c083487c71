"""The Wayland compositor that holds the screen, asked whether it still runs.

One that hangs takes no more from anybody, and the terminal under it does not notice: it
draws and answers on. Every compositor answers a `sync` at once, also when it comes from
somebody with no window.
"""

from __future__ import annotations

import contextlib
import os
import socket
import struct
from pathlib import Path
from typing import Final, Mapping

SYNC: Final = struct.pack("=III", 1, 12 << 16, 2)
"""To object 1, the display: request 0, 12 bytes in all, the answer to come from object 2."""
ANSWER: Final = 24
"""Bytes of an answer: that it is done, and that object 2 may be used again."""


class Compositor:
    """Answers questions, or has hung.

    Args:
        connection: To the compositor; None where there is none.
    """

    def __init__(self, connection: socket.socket | None = None) -> None:
        self._connection = connection
        self._due = self._unanswered = 0
        if connection is not None:
            connection.setblocking(False)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Compositor:
        """The one whose window we are in; none on a bare console."""
        name = environ.get("WAYLAND_DISPLAY", "")
        if not name:
            return cls()
        found = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
        try:
            found.connect(str(Path(environ.get("XDG_RUNTIME_DIR", "")) / name))
        except OSError:
            found.close()
            return cls()
        return cls(found)

    def ask(self) -> int:
        """Ask once more; gives how many looks in a row have found no answer, 0 without one."""
        if self._connection is None:
            return 0
        try:
            self._hear(self._connection)
            if not self._due:
                self._due += ANSWER
                self._connection.sendall(SYNC)
        except OSError:
            self.close()
        return self._unanswered

    def _hear(self, connection: socket.socket) -> None:
        self._unanswered += bool(self._due)
        with contextlib.suppress(BlockingIOError):
            while data := connection.recv(4096):
                self._due, self._unanswered = max(0, self._due - len(data)), 0
            raise ConnectionResetError

    def close(self) -> None:
        """It is gone, or not asked any more; when it ends everything in it ends anyway."""
        if self._connection is not None:
            self._connection.close()
        self._connection, self._due, self._unanswered = None, 0, 0
