"""The player's heart: one line a second from the loop that draws, so that a hang is noticed."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from typing import Final, Mapping

from game.kiosk.codes import ORPHANED

VARIABLE: Final = "TEN_DAYS_HEART"
"""The environment variable with the number of the pipe that beats are written to."""
DRAWS: Final = "draws"
"""The vital with which a starting player says that the screen is now its own."""
LONGEST: Final = 4096
"""Bytes of a beat that a pipe takes whole or not at all."""
PR_SET_PDEATHSIG: Final = 1

Vital = str | int | float | bool | None


class Heart:
    """Tells the supervisor that the player is alive, and what it is doing.

    A player that was started by hand has no supervisor; its heart does nothing.

    Args:
        pipe: The write end of the supervisor's pipe, or None.
    """

    def __init__(self, pipe: int | None = None) -> None:
        self._pipe = pipe

    @classmethod
    def from_environment(cls) -> Heart:
        """The heart that the supervisor gave; the process dies with its supervisor from now on."""
        number = os.environ.pop(VARIABLE, "")
        if not number.isdecimal():
            return cls()
        pipe = int(number)
        try:
            os.set_blocking(pipe, False)
        except OSError:
            return cls()
        _die_with_parent()
        return cls(pipe)

    @property
    def supervised(self) -> bool:
        """Whether anybody listens."""
        return self._pipe is not None

    def beat(self, state: str, vitals: Mapping[str, Vital] | None = None) -> None:
        """Say that the loop runs. Never waits; ends the process if the supervisor is gone.

        Args:
            state: One of `game.kiosk.codes.STATES`.
            vitals: What else is known, flat; left out if it is too long for one line.
        """
        if self._pipe is None:
            return
        try:
            os.write(self._pipe, line(state, vitals or {}))
        except BlockingIOError:
            return  # a supervisor that is stopped; the next beat will do
        except OSError:
            os._exit(ORPHANED)


def line(state: str, vitals: Mapping[str, Vital]) -> bytes:
    """One beat as it is written to the pipe."""
    whole = f"{state} {json.dumps(dict(vitals))}\n".encode()
    return whole if len(whole) <= LONGEST else f"{state} {{}}\n".encode()


def _die_with_parent() -> None:
    """Have the kernel end this process when its parent ends; the pipe tells it elsewhere."""
    if sys.platform != "linux":
        return
    try:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    except (OSError, AttributeError):
        return
