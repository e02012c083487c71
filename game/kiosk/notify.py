"""What systemd is told: that the kiosk is up, what it does, and that it is still in hand."""

from __future__ import annotations

import os
import socket
from typing import Mapping


class Notifier:
    """Writes to systemd's socket; without one, nowhere.

    Args:
        address: The socket's path, or its abstract name after `@`; empty for none.
    """

    def __init__(self, address: str = "") -> None:
        self._address = "\0" + address[1:] if address.startswith("@") else address
        self._socket: socket.socket | None = None
        if address:
            self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC)
            self._socket.setblocking(False)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Notifier:
        """The socket that systemd gave.

        `WATCHDOG_PID` is passed over: under a compositor the main process is not ours.
        """
        return cls(environ.get("NOTIFY_SOCKET", ""))

    @property
    def heard(self) -> bool:
        """Whether systemd started us."""
        return self._socket is not None

    def ready(self) -> None:
        """The first player is up, or the safe page stands."""
        self._send("READY=1")

    def fine(self, status: str) -> None:
        """All is in hand; a word about it for `systemctl status`."""
        self._send(f"WATCHDOG=1\nSTATUS={status}")

    def hung(self) -> None:
        """What only a new start of everything can help; systemd need not wait for silence."""
        self._send("WATCHDOG=trigger")

    def stopping(self) -> None:
        """The kiosk ends because it was asked to."""
        self._send("STOPPING=1")

    def _send(self, words: str) -> None:
        if self._socket is None:
            return
        try:
            self._socket.sendto(words.encode(), self._address)
        except OSError:
            return  # a missed ping is what systemd is there to notice
