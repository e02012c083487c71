"""Everything at once: `python -m tests.kiosk.storm --seed 1945 --events 100000 [--tmux] [--pause S]`.

Random keys, combinations, mouse reports, pastes, sizes, escape sequences and bytes that
are no text, thrown at the real kiosk in a terminal of its own or in tmux. It holds if the
same player still runs, in a legal state, and no page but the kiosk's was ever on the screen.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Iterator, Protocol

from game.kiosk.codes import UP
from tests.kiosk.whole import RUN, Whole, page

CHUNK = 40
"""Events that are thrown before the screen is read."""
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789 \r\t\x1b\x7f`~!@#$%^&*()[]{};:'\",.<>/?\\|"
FINALS = "ABCDEFGHIJKLMNOPQRSTZu~cnhlmtxyqp"
OUTLANDISH = "жбшя山河大日本死守ÄÖßé\u200b\u202e\ufeff😀\U000e0041"
TEXTS = ("[@click=app.quit]x[/]", "../../etc/passwd", "%s%n", "'; drop table visits;--", "\x00")


def events(chance: random.Random, columns: int, rows: int) -> Iterator[bytes | tuple[int, int]]:
    """Without end: bytes for the terminal, or a new size of its window."""
    makers = [_key] * 8 + [_control] * 3 + [_sequence] * 4 + [_mouse] * 8
    makers += [_kitty] * 3 + [_paste, _bytes, _report, _string, _outlandish]
    while True:
        if chance.random() < 0.003:
            yield chance.choice([(columns, rows), (chance.randint(1, 220), chance.randint(1, 70))])
        else:
            yield chance.choice(makers)(chance)


def _key(chance: random.Random) -> bytes:
    return chance.choice(LETTERS).encode() * chance.choice([1, 1, 1, 1, 9])


def _control(chance: random.Random) -> bytes:
    plain = bytes([chance.randint(0, 31)])
    return plain if chance.random() < 0.7 else b"\x1b" + bytes([chance.randint(32, 126)])


def _sequence(chance: random.Random) -> bytes:
    numbers = ";".join(str(chance.randint(0, 300)) for _ in range(chance.randint(0, 4)))
    return f"\x1b{chance.choice('[[[O?')}{numbers}{chance.choice(FINALS)}".encode()


def _mouse(chance: random.Random) -> bytes:
    button = chance.choice([0, 0, 0, 1, 2, 32, 35, 64, 65, 4, 8, 16, 128, chance.randint(0, 255)])
    x, y = chance.randint(-2, 130), chance.randint(-2, 40)
    down, up = f"\x1b[<{button};{x};{y}M", f"\x1b[<{button};{x};{y}m"
    return (down + up if chance.random() < 0.7 else chance.choice([down, up])).encode()


def _kitty(chance: random.Random) -> bytes:
    code = chance.choice([99, 113, 112, 122, 27, 13, 57344 + chance.randint(0, 120)])
    return f"\x1b[{code};{chance.randint(1, 256)}{chance.choice(['', ':1', ':2', ':3'])}u".encode()


def _paste(chance: random.Random) -> bytes:
    text = chance.choice(TEXTS).encode() * chance.randint(1, 30)
    return chance.choice([b"\x1b[200~%b\x1b[201~", b"\x1b[200~%b", b"%b\x1b[201~"]) % text


def _bytes(chance: random.Random) -> bytes:
    return chance.randbytes(chance.randint(1, 40))


def _report(chance: random.Random) -> bytes:
    """Answers to questions that a program may have asked its terminal."""
    return chance.choice(
        [
            b"\x1b[48;%d;%d;900;1400t" % (chance.randint(0, 9999), chance.randint(0, 9999)),
            b"\x1b[?2048;%d$y" % chance.randint(0, 4),
            b"\x1b[?2026;2$y",
            b"\x1b[%d;%dR" % (chance.randint(0, 99), chance.randint(0, 99)),
            b"\x1b[I",
            b"\x1b[O",
            b"\x1b[?62;4c",
        ]
    )


def _string(chance: random.Random) -> bytes:
    """Title, clipboard and device strings, some without an end."""
    start = chance.choice([b"\x1b]52;c;", b"\x1b]8;;http://x/", b"\x1bP", b"\x1b_", b"\x1b]0;"])
    return start + b"YWJj" + chance.choice([b"\x07", b"\x1b\\", b""])


def _outlandish(chance: random.Random) -> bytes:
    return chance.choice(OUTLANDISH).encode()


USUAL = ("supervisor begins", "player is started", "player is up", "supervisor ends")


class Target(Protocol):
    """Where the storm goes."""

    def type(self, text: bytes) -> None: ...
    def resize(self, columns: int, rows: int) -> None: ...
    def read(self, seconds: float) -> object: ...
    @property
    def text(self) -> str: ...


def named(text: str) -> str:
    """Which page it is; `blank` or `other` where it is none."""
    return page(text) or ("blank" if not text.strip() else "other")


def pid_and_state(kiosk: Whole) -> tuple[Any, Any]:
    told = kiosk.health()
    return (kiosk.children() or [None])[0], told.get("state")


def throw(kiosk: Whole, target: Target, seed: int, count: int, pause: float) -> dict[str, Any]:
    """Throw so many events; gives what was seen."""
    chance = random.Random(seed)
    first, begun = kiosk.player(), time.monotonic()
    seen: dict[str, int] = {}
    states: dict[str, int] = {}
    strange: list[str] = []
    wide = True
    for number, event in enumerate(events(chance, 86, 24), 1):
        if isinstance(event, tuple):
            target.resize(*event)
            wide = event == (86, 24)
        else:
            target.type(event)
        if number % CHUNK == 0:
            target.read(CHUNK * pause or 0.005)
        if number % 1000 == 0:
            target.read(0.4)
            name = named(target.text)
            if name == "other" and not wide:
                name = "in another size"
            if name == "other":  # in the middle of a new size or a new page
                target.read(1.0)
                name = named(target.text)
            seen[name] = seen.get(name, 0) + 1
            if name == "other":
                strange.append(target.text)
            state = str(kiosk.health().get("state"))
            states[state] = states.get(state, 0) + 1
        if number >= count:
            break
    seconds = time.monotonic() - begun
    target.resize(86, 24)
    target.read(1.0)
    player, state = pid_and_state(kiosk)
    told = kiosk.told()
    return {
        "seed": seed,
        "events": count,
        "seconds": round(seconds),
        "same_player": player == first,
        "starts": told.count("player is started"),
        "faults": [e for e in kiosk.events() if e["event"] not in USUAL][:12],
        "legal": state in UP,
        "state": state,
        "states": states,
        "pages": seen,
        "strange": strange[:3],
    }


class Tmux:
    """The same kiosk in tmux: bytes go to its pane as they are."""

    def __init__(self, folder: Path, command: list[str]) -> None:
        self._name = f"storm-{folder.name}"
        self._buffer = folder / "bytes"
        self("new-session", "-d", "-x", "86", "-y", "24", "exec " + " ".join(command))
        self._pending = b""

    def __call__(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-L", self._name, "-f", "/dev/null", *words], capture_output=True, text=True
        )
        return done.stdout

    @property
    def pid(self) -> int:
        return int(self("display", "-p", "#{pane_pid}"))

    @property
    def text(self) -> str:
        return self("capture-pane", "-p")

    def type(self, text: bytes) -> None:
        self._pending += text

    def read(self, seconds: float) -> None:
        if self._pending:
            self._buffer.write_bytes(self._pending)
            self._pending = b""
            self("load-buffer", str(self._buffer), ";", "paste-buffer", "-r")
        time.sleep(seconds)

    def resize(self, columns: int, rows: int) -> None:
        self.read(0)
        self("resize-window", "-x", str(columns), "-y", str(rows))

    def close(self) -> None:
        self("kill-server")


SETTINGS = {"staff": {"pin": ""}, "attract": {"seconds_per_screen": 4}}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.kiosk.storm")
    parser.add_argument("--seed", type=int, default=1945)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--tmux", action="store_true")
    parser.add_argument(
        "--pause", type=float, default=0, help="seconds for each; 0.004 and hardly any is dropped"
    )
    chosen = parser.parse_args()
    where = in_tmux if chosen.tmux else in_a_window
    with tempfile.TemporaryDirectory() as folder:
        found = where(Path(folder), chosen.seed, chosen.events, chosen.pause)
    print(json.dumps(found, indent=1, ensure_ascii=False))
    return 0 if found["same_player"] and found["legal"] and not found["strange"] else 1


def in_a_window(folder: Path, seed: int, count: int, pause: float) -> dict[str, Any]:
    kiosk = Whole(folder, SETTINGS)
    try:
        kiosk.attract()
        return throw(kiosk, kiosk, seed, count, pause)
    finally:
        kiosk.close()


def in_tmux(folder: Path, seed: int, count: int, pause: float) -> dict[str, Any]:
    kiosk = Whole(folder, SETTINGS, words=["true"])  # for its files and its health only
    kiosk.ended()
    tmux = Tmux(folder, [*RUN, str(kiosk.config)])
    try:
        end = time.monotonic() + 30
        while page(tmux.text) != "attract" and time.monotonic() < end:
            time.sleep(0.2)
        kiosk.process.pid = tmux.pid
        return throw(kiosk, tmux, seed, count, pause)
    finally:
        tmux.close()


if __name__ == "__main__":
    sys.exit(main())
