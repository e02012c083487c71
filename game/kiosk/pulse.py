"""The supervisor's end of the heart: beats out of whatever bytes come through the pipe."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Iterator, Mapping

from game.kiosk.codes import STATES
from game.kiosk.heart import LONGEST, Vital


@dataclass(frozen=True)
class Beat:
    """One beat of the player's heart."""

    state: str
    vitals: Mapping[str, Vital] = field(default_factory=dict)


class Pulse:
    """Reads beats; anything else that comes is passed over."""

    def __init__(self) -> None:
        self._rest = b""

    def take(self, data: bytes) -> list[Beat]:
        """The beats that these bytes complete, in order."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        self._rest = self._rest[-LONGEST:]
        return list(_beats(lines))


def _beats(lines: list[bytes]) -> Iterator[Beat]:
    for raw in lines:
        state, _, rest = raw.decode("utf-8", "replace").partition(" ")
        if state in STATES:
            yield Beat(state, _vitals(rest))


def _vitals(text: str) -> dict[str, Vital]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    plain = (str, int, float, bool, type(None))
    return {key: value for key, value in found.items() if isinstance(value, plain)}
