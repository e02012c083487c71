"""An installed kiosk harmed, under cage and foot without a screen: `python -m tests.kiosk.installed`.

As root on a machine where steps 1 to 5 of docs/museum.md have been followed. Each process
is killed, and some are stopped; a stand-in for systemd does what the unit says. Told is
how long it took until the attract loop beat again.
"""

from __future__ import annotations

import json
import os
import pwd
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any, Callable

from tests.kiosk.served import PAUSE, QUIT, WATCHDOG
from tests.kiosk.systemd import Systemd

USER = "kiosk"
METRICS = "http://127.0.0.1:8910/metrics"
WHO: dict[str, Callable[[str], bool]] = {
    "player": lambda words: "-m game.kiosk.player" in words,
    "supervisor": lambda words: "bin/python" in words and "ten-days kiosk --config" in words,
    "foot": lambda words: words.startswith("foot "),
    "cage": lambda words: words.startswith("cage "),
    "on-screen": lambda words: words.startswith("/bin/sh /opt/ten-days/on-screen"),
}
TRIALS = [(who, "SIGKILL") for who in WHO] + [
    (who, "SIGSTOP") for who in ("player", "supervisor", "foot", "cage")
]


class Machine:
    """The service, and what there is of systemd.

    Args:
        folder: For the socket and a screen that is always connected.
    """

    def __init__(self, folder: Path) -> None:
        self._uid = pwd.getpwnam(USER).pw_uid
        port = folder / "drm" / "card0-none"
        port.mkdir(parents=True)
        (port / "status").write_text("connected\n")
        (port / "modes").write_text("any\n")
        run = Path("/run/ten-days")
        run.mkdir(mode=0o700, exist_ok=True)
        os.chown(run, self._uid, -1)
        self.systemd = Systemd(folder / "notify")
        for path in (folder, self.systemd.path):
            path.chmod(0o777)
        self._environ = {
            **{"NOTIFY_SOCKET": str(self.systemd.path), "RUNTIME_DIRECTORY": str(run)},
            **{"TEN_DAYS_SCREENS": str(folder / "drm"), "LANG": "C.UTF-8"},
            **{
                "WLR_BACKENDS": "headless",
                "WLR_RENDERER": "pixman",
                "WLR_LIBINPUT_NO_DEVICES": "1",
            },
            **{"HOME": "/var/lib/ten-days", "PATH": "/usr/bin:/bin"},
        }
        self.restarts: list[str] = []
        self.begin()

    def begin(self) -> None:
        self.systemd.forget()
        self._process = subprocess.Popen(
            ["/opt/ten-days/on-screen"], user=USER, group=USER, cwd="/var/lib/ten-days",
            env=self._environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip

    def processes(self) -> dict[int, str]:
        """The user's processes and their command lines."""
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                if folder.stat().st_uid == self._uid:
                    found[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
            except OSError:
                continue
        return found

    def named(self, who: str) -> int:
        return next(pid for pid, words in self.processes().items() if WHO[who](words))

    def serve(self, seconds: float) -> None:
        """Do what systemd does, for so long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.systemd.read(0.05)
            if (code := self._process.poll()) is not None and code != QUIT:
                self._again(f"ended with {code}")
            elif self.systemd.triggered:
                self._again("hung")
            elif self.systemd.up and time.monotonic() - self.systemd.pinged > WATCHDOG:
                self._again("silent")

    def _again(self, why: str) -> None:
        self.restarts.append(why)
        self.end()
        time.sleep(PAUSE)
        self.begin()

    def end(self) -> None:
        for pid in self.processes():
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:
                continue
        self._process.wait()

    def beats(self) -> bool:
        """Whether the attract loop's heart beats."""
        try:
            with urllib.request.urlopen(METRICS, timeout=1) as answer:
                told: dict[str, Any] = json.load(answer)
        except OSError:
            return False
        return told["state"] == "attract" and told["last_beat_age"] < 1.6

    def until(self, beating: bool, patience: float) -> None:
        end = time.monotonic() + patience
        while self.beats() != beating and not (self.restarts and not beating):
            assert time.monotonic() < end, f"still {'silent' if beating else 'beating'}"
            self.serve(0.05)


def main() -> int:
    worst = 0.0
    with tempfile.TemporaryDirectory() as name:
        machine = Machine(Path(name))
        try:
            machine.until(beating=True, patience=60)
            for who, what in TRIALS:
                machine.serve(3)
                machine.restarts.clear()
                begun = time.monotonic()
                os.kill(machine.named(who), signal.Signals[what])
                machine.until(beating=False, patience=180)
                machine.until(beating=True, patience=60)
                seconds = time.monotonic() - begun
                worst = max(worst, seconds)
                print(f"{who} {what}: {seconds:.1f} s {machine.restarts}", flush=True)
        finally:
            machine.end()
    return 0 if worst < 10 else 1


if __name__ == "__main__":
    sys.exit(main())
