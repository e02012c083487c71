"""The kiosk as a service: started again when it ends, and when it falls silent."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any, Mapping

from tests.kiosk.systemd import Systemd
from tests.kiosk.whole import Whole

WATCHDOG, PAUSE, QUIT = 5.0, 0.5, 86
"""As in the unit: WatchdogSec, RestartSec, RestartPreventExitStatus."""


class Served(Whole):
    """A kiosk under a stand-in for systemd that does what the unit says.

    Attributes:
        restarts: Why it was started again, each time.
    """

    def __init__(
        self,
        folder: Path,
        settings: Mapping[str, Mapping[str, Any]] | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> None:
        self.systemd = Systemd(folder / "notify")
        self.restarts: list[str] = []
        outer = {"NOTIFY_SOCKET": str(self.systemd.path), **(environ or {})}
        super().__init__(folder, settings, environ=outer)

    def read(self, seconds: float) -> bytes:
        self.serve()
        return super().read(seconds)

    def serve(self) -> None:
        """What systemd does, whenever the screen is read."""
        self.systemd.read(0)
        if (code := self.process.poll()) is not None:
            if code != QUIT:
                self._again(f"ended with {code}")
        elif self.systemd.triggered:
            self._again("hung")
        elif self.systemd.up and time.monotonic() - self.systemd.pinged > WATCHDOG:
            self._again("silent")

    def _again(self, why: str) -> None:
        for pid in (*self.children(), self.process.pid):
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:
                continue
        self.process.wait()
        self.process.stderr.close()
        time.sleep(PAUSE)
        self.restarts.append(why)
        self.systemd.forget()
        self.begin()

    def close(self) -> None:
        super().close()
        self.systemd.__exit__()
