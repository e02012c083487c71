"""What a player writes to its error stream, as events for the log."""

from __future__ import annotations

import json
from typing import Any, Final

LONGEST: Final = 2000
"""Characters of a line that are kept."""
AT_ONCE: Final = 200
"""Lines taken in one period; a player that writes without end must not fill the log."""
PERIOD: Final = 10.0
"""Seconds."""


class Overheard:
    """Turns bytes into events.

    A line that is a JSON object with an `event` is an event of the player's own;
    any other is wrapped. Too many lines are counted, not kept.
    """

    def __init__(self) -> None:
        self._rest = b""
        self._since, self._taken, self._dropped = 0.0, 0, 0

    def take(self, data: bytes, now: float) -> list[dict[str, Any]]:
        """The events that these bytes complete."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        if len(self._rest) > 4 * LONGEST:
            lines, self._rest = [*lines, self._rest], b""
        return [*self._report(now), *(event(raw) for raw in lines if self._room(now))]

    def last(self, now: float) -> list[dict[str, Any]]:
        """What is left when the player has ended."""
        rest = self.take(b"\n", now) if self._rest.strip() else []
        return rest + self._report(now + PERIOD)

    def _report(self, now: float) -> list[dict[str, Any]]:
        if now - self._since < PERIOD:
            return []
        dropped, self._since, self._taken, self._dropped = self._dropped, now, 0, 0
        return [{"event": "stderr", "dropped": dropped}] if dropped else []

    def _room(self, now: float) -> bool:
        if self._taken >= AT_ONCE:
            self._dropped += 1
            return False
        self._taken += 1
        return True


def event(raw: bytes) -> dict[str, Any]:
    """One line as an event."""
    text = raw.decode("utf-8", "replace")[: 4 * LONGEST]
    if text.startswith("{"):
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict) and isinstance(found.get("event"), str):
            return found
    return {"event": "stderr", "line": text[:LONGEST]}
