"""How the kiosk is, as monitoring and systemd are told."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Final

from game.kiosk.codes import UP
from game.kiosk.heart import Vital
from game.kiosk.pulse import Beat

DAY: Final = 86_400.0
"""Seconds."""
REMEMBERED: Final = 1000
"""Starts that are remembered at most."""


@dataclass
class Condition:
    """What the supervisor knows of the player. All times are of the monotonic clock.

    Attributes:
        began: When the supervisor began.
        beat: The last beat of the player's heart.
        beaten: When that was.
        starts: When players were started.
        last_fault: A word on why a player last failed.
        safe: Whether the safe page stands.
    """

    began: float
    hang: float
    beat: Beat = field(default_factory=lambda: Beat("starting"))
    beaten: float = float("-inf")
    starts: deque[float] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    last_fault: str = ""
    safe: bool = False

    def told(self, now: float) -> dict[str, Vital]:
        """Everything, flat, for `/healthz` and `/metrics`."""
        age = now - self.beaten
        alive = age < self.hang
        state = self.beat.state if alive else ("resting" if self.safe else "restarting")
        restarts = sum(now - at < DAY for at in tuple(self.starts)[1:])
        return {
            **self.beat.vitals,
            "ok": alive and self.beat.state in UP,
            "state": state,
            "last_beat_age": round(age, 1) if age != float("inf") else None,
            "restarts_24h": restarts,
            "last_fault": self.last_fault,
            "uptime": round(now - self.began),
        }
