"""A player that does whatever a key tells it: the supervisor's worst guest."""

from __future__ import annotations

import os
import select
import sys
import time

from game.kiosk.heart import Heart

SCREEN = "\x1b[?1049h\x1b[?1003h\x1b[?1006h\x1b[2J\x1b[3;3HATTRACT {pid}"


def main() -> None:
    how = sys.argv[1] if len(sys.argv) > 1 else ""
    heart = Heart.from_environment()
    if how == "never-starts":
        time.sleep(3600)
    for _ in range(40 if how == "floods" else 0):
        os.write(1, b"\x1b[5;5Hflood" * 500)
    if how == "always-fails":
        raise SystemExit("a fault at the start")
    os.write(1, SCREEN.format(pid=os.getpid()).encode())
    vitals = {"rss": 12}
    while True:
        heart.beat("attract", vitals)
        if select.select([0], [], [], 0.1)[0]:
            obey(os.read(0, 1).decode("latin-1"), vitals)


def obey(key: str, vitals: dict[str, int]) -> None:
    if key in "ta":
        vitals["terminal_unanswered"] = {"t": 9, "a": 0}[key]
    if key == "c":
        os.write(1, b"\x1b[2J\x1b[31mhalf a sequence \x1b[38;2;1")
        raise RuntimeError("TRACEBACK-WORDS")
    if key == "h":
        time.sleep(3600)
    if key == "g":
        os.write(2, bytes(range(256)) * 90 + b"\n" + b'{"event": "own", "n": 1}\n')
        os.write(1, b"\x1b[20;3Hgarbage is out")
    if key in "qrs":
        sys.exit({"q": 0, "r": 75, "s": 3}[key])


main()
