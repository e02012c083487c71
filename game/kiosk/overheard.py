"""What a player writes to its error stream, as lines for the log."""

from __future__ import annotations

import json
from typing import Final

LONGEST: Final = 8000
"""Bytes of a line that are kept."""
AT_ONCE: Final = 200
"""Lines taken in one period; a player that writes without end must not fill the log."""
PERIOD: Final = 10.0
"""Seconds."""


class Overheard:
    """Turns bytes into lines. Too many are counted, not kept."""

    def __init__(self) -> None:
        self._rest = b""
        self._since, self._taken, self._dropped = 0.0, 0, 0

    def take(self, data: bytes, now: float) -> list[str]:
        """The lines that these bytes complete."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        if len(self._rest) > LONGEST:
            lines, self._rest = [*lines, self._rest], b""
        told = self._report(now)
        kept = (raw[:LONGEST].decode("utf-8", "replace") for raw in lines if self._room())
        return [*told, *kept]

    def last(self, now: float) -> list[str]:
        """What is left when the player has ended."""
        rest = self.take(b"\n", now) if self._rest.strip() else []
        self._since = now - PERIOD
        return rest + self._report(now)

    def _report(self, now: float) -> list[str]:
        if now - self._since < PERIOD:
            return []
        dropped, self._since, self._taken, self._dropped = self._dropped, now, 0, 0
        return [json.dumps({"event": "stderr", "dropped": dropped})] if dropped else []

    def _room(self) -> bool:
        self._taken += 1
        self._dropped += self._taken > AT_ONCE
        return self._taken <= AT_ONCE
