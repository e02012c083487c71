"""Harm done to the running kiosk, one kind after another: `python -m tests.kiosk.trials`.

In each trial somebody is in the middle of a visit. It holds if the attract loop is back
within ten seconds, if no page but the kiosk's was ever on the screen, and if no visit was
counted twice. Where the disk is harmed, the visit must go on instead.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Callable, Iterator

from tests.kiosk.served import Served
from tests.kiosk.whole import page

WITHIN = 10.0
SIGNALS = 7
"""Visits in which a process is ended or stopped, or the terminal hangs."""
INJECT = """
import sys
if "game.kiosk.player" in sys.orig_argv:
    import pathlib, game.kiosk.desk as desk
    fault, whole = pathlib.Path({fault!r}), desk.screen
    def screen(name):
        if fault.exists() and fault.read_text() in (name, "all"):
            raise ZeroDivisionError("injected in " + name)
        return whole(name)
    desk.screen = screen
"""
"""Loaded by every Python that is started: makes one screen of the player fail."""
SETTINGS = {
    "idle": {"floor": 10, "cap": 10, "choices": 10},
    "supervisor": {"faults": 50},
    "staff": {"pin": "scrypt$16384$8$1$AAAAAAAAAAAAAAAAAAAAAA==$" + "A" * 43 + "="},
}


class Trial:
    """A kiosk that is used, and harmed.

    Attributes:
        begun: Visits that saw two pages of the story, so that they are to be counted.
    """

    def __init__(self, folder: Path) -> None:
        (folder / "injected").mkdir()
        self.fault = folder / "fault"
        (folder / "injected" / "sitecustomize.py").write_text(INJECT.format(fault=str(self.fault)))
        self.kiosk = Served(folder, SETTINGS, {"PYTHONPATH": str(folder / "injected")})
        self.begun = 0
        self.kiosk.attract()

    def press(self, key: str) -> None:
        """A key, as somebody presses it who has read for a while."""
        end = time.monotonic() + 1.1
        while time.monotonic() < end:
            self.kiosk.read(0.05)
        self.kiosk.type(key)

    def into_a_visit(self) -> None:
        """Somebody chooses a commander and reads two pages."""
        self.kiosk.attract()
        for key in (" ", "1", "\r"):
            self.press(key)
        self.kiosk.until("2  Fire first")
        self.begun += 1

    def play_on(self) -> None:
        """The visit goes on to the next page."""
        self.press("1")
        self.kiosk.until("Your order")
        self.press("\r")
        self.kiosk.until("Order 2")

    def ask(self) -> None:
        """Tap Start again."""
        self.press("")
        lines = self.kiosk.screen.display
        row = next(row for row, line in enumerate(lines) if "Start again" in line)
        self.kiosk.tap(lines[row].find("Start again") + 1, row)
        self.kiosk.until("Yes, start again")

    def start_again(self) -> None:
        """The visit is ended by its visitor."""
        self.ask()
        self.press("2")
        self.kiosk.attract()

    def fail(self, name: str) -> None:
        """Have a screen fail for a second."""
        self.fault.write_text(name)
        self.kiosk.until(lambda text: page(text) == "calm", 8)
        self.fault.unlink()

    def hang(self) -> None:
        """Have the terminal take and answer nothing until the kiosk is started again."""
        self.kiosk.answers = False
        restarts = len(self.kiosk.restarts)
        while len(self.kiosk.restarts) == restarts:
            self.kiosk.serve()
            time.sleep(0.05)

    def counted(self, lost: int) -> dict[str, Any]:
        """Whether each visit was counted once; those whose process was ended at once are lost."""
        found = self.kiosk.visits()
        ok = sum(found.values()) == self.begun - lost
        return {"ok": ok, "begun": self.begun, "lost": lost, "counted": found}

    def harmed(self, harm: Callable[[], object], first_seen: str = "") -> dict[str, Any]:
        """Do harm and wait for the attract loop; gives how long that took and what was seen."""
        self.kiosk.seen.clear()
        begun = time.monotonic()
        harm()
        self.kiosk.until(lambda text: page(text) not in ("visit", "attract", ""), 30)
        self.kiosk.attract(60)
        seconds = time.monotonic() - begun
        strange = [text for text in self.kiosk.seen if text.strip() and not page(text)]
        return {
            "seconds": round(seconds, 1),
            "ok": seconds <= WITHIN and not strange,
            "strange": strange[:2],
        }


def signals(trial: Trial) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each process is killed and stopped in turn."""
    for name in ("SIGKILL", "SIGSTOP", "SIGSEGV", "SIGTERM"):
        trial.into_a_visit()
        pid = trial.kiosk.player()
        yield f"player {name}", trial.harmed(lambda p=pid, n=name: os.kill(p, signal.Signals[n]))
    for name in ("SIGKILL", "SIGSTOP"):
        trial.into_a_visit()
        pid = trial.kiosk.process.pid
        yield (
            f"supervisor {name}",
            trial.harmed(lambda p=pid, n=name: os.kill(p, signal.Signals[n])),
        )


def terminal(trial: Trial) -> Iterator[tuple[str, dict[str, Any]]]:
    """The terminal hangs: it answers no more. It is started again with the kiosk."""
    trial.kiosk.answers = True
    trial.into_a_visit()
    trial.press("")
    yield "terminal hangs", trial.harmed(trial.hang)


SCREENS = {
    "attract": "",
    "first": " ",
    "page": " 1",
    "decision": " 1\r",
    "answer": " 1\r1",
    "asking": " 1\r*",
    "warning": " 1\r",
    "pin": "\x14",
}
"""The keys that lead to each screen; the star is a tap on Start again."""


def faults(trial: Trial) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each screen fails while it is shown. The tests of the app do it with every screen."""
    for name, keys in SCREENS.items():
        trial.kiosk.attract()
        for key in keys:
            trial.press(key) if key != "*" else trial.ask()
        trial.begun += len(keys) > 2
        if name == "warning":
            trial.kiosk.until(lambda text: page(text) == "warning", 60)
        yield f"fault in {name}", trial.harmed(lambda name=name: trial.fail(name))


def disk(trial: Trial) -> Iterator[tuple[str, dict[str, Any]]]:
    """The file of visits goes, and the folder becomes something that cannot be written to."""
    data = trial.kiosk.data
    trial.into_a_visit()
    for file in data.glob("visits.sqlite*"):
        file.unlink()
    trial.begun = 1  # what was counted before is gone; this visit is not
    trial.play_on()
    trial.start_again()
    trial.kiosk.attract()
    yield "visits removed", {"ok": True}


def full_disk(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """No room at all where the data is: play goes on, and counting when there is room again."""
    data = folder / "kiosk-data"
    data.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=400k", "none", str(data)]
    if subprocess.run(words, capture_output=True).returncode:
        print("full disk: left out, as only root may make a small one", flush=True)
        return
    try:
        trial = Trial(folder)
        filler = data / "filler"
        with contextlib.suppress(OSError):
            filler.write_bytes(b"x" * 1_000_000)
        free = shutil.disk_usage(data).free
        trial.into_a_visit()
        trial.play_on()
        trial.start_again()
        trial.kiosk.attract()
        problem = trial.kiosk.told()
        filler.unlink()
        trial.into_a_visit()
        trial.play_on()
        trial.start_again()
        trial.kiosk.attract()
        end = time.monotonic() + 40
        while time.monotonic() < end and sum(trial.kiosk.visits().values()) < 2:
            trial.kiosk.read(0.5)
        counted = trial.kiosk.visits()
        yield (
            "full disk",
            {"ok": not trial.kiosk.restarts, "free": free, "counted": counted, "log": problem[-3:]},
        )
        trial.kiosk.close()
    finally:
        subprocess.run(["umount", "-l", str(data)])


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.kiosk.trials")
    parser.parse_args()
    results: dict[str, Any] = {}

    def note(name: str, found: dict[str, Any]) -> None:
        results[name] = found
        print(f"{name}: {json.dumps(found, ensure_ascii=False)}", flush=True)

    with tempfile.TemporaryDirectory() as name:
        trial = Trial(Path(name))
        for one in (signals, terminal, faults):
            for what, found in one(trial):
                note(what, found)
        trial.kiosk.read(3)
        note("visits", trial.counted(lost=SIGNALS))
        for what, found in disk(trial):
            note(what, found)
        trial.kiosk.read(3)
        note("visits after", trial.counted(lost=0))
        note(
            "restarts by systemd",
            {"ok": len(trial.kiosk.restarts) == 3, "why": trial.kiosk.restarts},
        )
        trial.kiosk.close()
    with tempfile.TemporaryDirectory() as name:
        for what, found in full_disk(Path(name)):
            note(what, found)
    return 0 if all(found["ok"] for found in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
