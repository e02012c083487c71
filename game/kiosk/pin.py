"""The staff's PIN: kept as a hash, checked in constant time, locked after a few wrong tries."""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import hmac
import json
import os
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from game.kiosk.clock import Clock

COST, BLOCK, PARALLEL = 15, 8, 1
"""Of scrypt: 2**15 rounds of 1 KB, which take 32 MB and about a tenth of a second."""

MOST_COST = 20
PIN = re.compile(r"[0-9]{4,8}")


def hashed(pin: str, salt: bytes | None = None) -> str:
    """A PIN as the configuration keeps it; the PIN cannot be read from it.

    Args:
        pin: Four to eight digits.
        salt: Sixteen random bytes; made up if left out.

    Raises:
        ValueError: if it is no PIN.
    """
    if not PIN.fullmatch(pin):
        raise ValueError("A PIN has four to eight digits.")
    salt = salt or os.urandom(16)
    words = (_packed(salt), _packed(_scrypt(pin, salt, COST, BLOCK, PARALLEL)))
    return "$".join(("scrypt", str(COST), str(BLOCK), str(PARALLEL), *words))


def fits(pin: str, line: str) -> bool:
    """Whether a PIN is the one of a configuration's line. No line, no PIN that fits."""
    try:
        name, *numbers, salt, kept = line.split("$")
        cost, block, parallel = map(int, numbers)
        if name != "scrypt" or not (1 <= cost <= MOST_COST and block <= 32 and parallel <= 16):
            return False
        made = _scrypt(pin, base64.b64decode(salt), cost, block, parallel)
        return hmac.compare_digest(made, base64.b64decode(kept))
    except (ValueError, binascii.Error, MemoryError):
        return False


def _scrypt(pin: str, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    room = 2 * 128 * block * (2**cost + parallel)
    return hashlib.scrypt(
        pin.encode(), salt=salt, n=2**cost, r=block, p=parallel, maxmem=room, dklen=32
    )


def _packed(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


@dataclass(slots=True)
class _Tries:
    """Wrong tries, and when they became too many, by the wall clock."""

    wrong: int = 0
    locked: float | None = None


class Door:
    """The door to the staff's menu. It stays locked over restarts.

    Args:
        line: The configuration's PIN; empty, and the door never opens.
        path: Where the wrong tries are kept. Where that cannot be written, they are
            known until the next start.
        tries: Wrong PINs after which it is locked.
        minutes: How long.
    """

    def __init__(self, line: str, path: Path, clock: Clock, tries: int, minutes: float) -> None:
        self._line, self._path, self._clock = line, path, clock
        self._tries, self._seconds = tries, minutes * 60
        self._known = self._read()
        self._until = self._clock.monotonic() + self._left_at_start()

    def locked_for(self) -> float:
        """Seconds until a PIN may be tried; 0 if that is now."""
        return max(0.0, self._until - self._clock.monotonic())

    def opens(self, pin: str) -> bool:
        """Try a PIN. While the door is locked, none opens it, and none is counted.

        This takes about a tenth of a second of computing.
        """
        if self.locked_for():
            return False
        if self._known.locked is not None:
            self._known = _Tries()
        if fits(pin, self._line):
            self._keep(_Tries())
            return True
        self._wrong()
        return False

    def _wrong(self) -> None:
        wrong = self._known.wrong + 1
        if wrong < self._tries:
            self._keep(_Tries(wrong))
            return
        self._until = self._clock.monotonic() + self._seconds
        self._keep(_Tries(wrong, self._clock.now().timestamp()))

    def _left_at_start(self) -> float:
        """What is left of a lock from before. A clock set back makes it no longer than whole."""
        if self._known.locked is None:
            return 0.0
        since = self._clock.now().timestamp() - self._known.locked
        return self._seconds if since < 0 else max(0.0, self._seconds - since)

    def _read(self) -> _Tries:
        try:
            found = json.loads(self._path.read_text("utf-8"))
            wrong, locked = int(found["wrong"]), found["locked"]
            datetime.fromtimestamp(locked or 0)
            return _Tries(wrong, None if locked is None else float(locked))
        except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return _Tries()

    def _keep(self, tries: _Tries) -> None:
        from game.saves.files import write_whole

        self._known = tries
        with contextlib.suppress(OSError):
            text = json.dumps({"wrong": tries.wrong, "locked": tries.locked})
            write_whole(self._path, text + "\n")
