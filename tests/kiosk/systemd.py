"""The little of systemd that a kiosk notices: its socket, and a new start when it falls silent."""

from __future__ import annotations

import select
import socket
import time
from pathlib import Path
from typing import Callable


class Systemd:
    """Hears what a service tells; used in a `with`.

    Attributes:
        told: Every word so far (`READY=1`, `WATCHDOG=1`, `STATUS=...`), in order.
        pinged: When the last word came, on the monotonic clock.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.told: list[str] = []
        self.pinged = time.monotonic()
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(path))

    def __enter__(self) -> Systemd:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def read(self, seconds: float) -> None:
        while select.select([self._socket], [], [], seconds)[0]:
            self.told += self._socket.recv(65536).decode().splitlines()
            self.pinged, seconds = time.monotonic(), 0

    @property
    def up(self) -> bool:
        """Whether the service has said that it is ready; only then is it watched."""
        return "READY=1" in self.told

    @property
    def triggered(self) -> bool:
        """Whether the service has asked for a new start."""
        return "WATCHDOG=trigger" in self.told

    def forget(self) -> None:
        """The service is started again."""
        self.told.clear()
        self.pinged = time.monotonic()

    def until(self, holds: Callable[[list[str]], bool], patience: float = 20.0) -> None:
        end = time.monotonic() + patience
        while not holds(self.told):
            assert time.monotonic() < end, f"never told, but {self.told[-5:]}"
            self.read(0.1)
