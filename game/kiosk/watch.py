"""What the supervisor does next: events and the time in, decisions out. It touches nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final

from game.kiosk import backoff, codes
from game.kiosk.backoff import Patience

STUCK: Final = 3.0
"""Seconds after which a player that does not die of a kill is beyond the supervisor's help."""


class Phase(Enum):
    """Where the player stands."""

    WAITING = "waiting"
    STARTING = "starting"
    RUNNING = "running"
    DYING = "dying"
    STOPPING = "stopping"
    ENDED = "ended"


@dataclass(frozen=True)
class Tick:
    """Time has gone by."""


@dataclass(frozen=True)
class Alive:
    """The player's heart has beaten."""

    state: str


@dataclass(frozen=True)
class Ended:
    """The player has ended; a negative code is the signal that ended it. None: it never began."""

    code: int | None


@dataclass(frozen=True)
class Late:
    """The supervisor itself did not run for so many seconds (stopped, or the machine slept)."""

    seconds: float


@dataclass(frozen=True)
class Stop:
    """The whole kiosk is to end."""


Event = Tick | Alive | Ended | Late | Stop


class Do(Enum):
    """What the supervisor's hands do."""

    LAUNCH = "launch"
    ABORT = "abort"
    """End a player that hangs, in a way that leaves its stack in the log."""
    KILL = "kill"
    ASK = "ask"
    CALM = "calm"
    """Show the page that bridges a moment."""
    SAFE = "safe"
    """Show the page that can stand for hours."""


@dataclass(frozen=True)
class Finish:
    """Give the terminal back and end; by staff, or because the system asked."""

    by_staff: bool


@dataclass(frozen=True)
class Note:
    """Something for the log."""

    event: str
    code: int | None = None
    seconds: float | None = None


Decision = Do | Finish | Note


@dataclass(frozen=True)
class Watch:
    """All that the supervisor knows.

    Attributes:
        due: When something is to happen if nothing else does.
        since: When the phase began.
        faults: When the player failed, as far as it still counts.
        slow: How many starts in a row took too long.
        safe: The player has failed too often; the safe page stands until one lives.
    """

    patience: Patience = field(default_factory=Patience)
    phase: Phase = Phase.WAITING
    due: float = 0.0
    since: float = 0.0
    faults: tuple[float, ...] = ()
    slow: int = 0
    safe: bool = False

    def cares(self, now: float) -> bool:
        """Whether all is in hand: what systemd is told. Not while a player cannot be ended."""
        stuck = self.phase in (Phase.DYING, Phase.STOPPING) and now - self.since > (
            STUCK + self.patience.goodbye
        )
        return not stuck and self.phase is not Phase.ENDED


Step = tuple[Watch, tuple[Decision, ...]]


def step(watch: Watch, event: Event, now: float) -> Step:
    """What follows from an event at a time of the monotonic clock, in seconds."""
    if watch.phase is Phase.ENDED:
        return watch, ()
    match event:
        case Tick():
            return _tick(watch, now) if now >= watch.due else (watch, ())
        case Alive(state):
            return _alive(watch, state, now)
        case Ended(code):
            return _ended(watch, code, now)
        case Late(seconds):
            note = Note("supervisor was late", seconds=round(seconds, 1))
            return replace(watch, due=watch.due + seconds, since=watch.since + seconds), (note,)
        case Stop():
            return _stop(watch, now)


def _tick(watch: Watch, now: float) -> Step:
    patience = watch.patience
    match watch.phase:
        case Phase.WAITING:
            due = now + patience.start_limit(watch.slow)
            return _into(watch, Phase.STARTING, now, due), (Do.LAUNCH,)
        case Phase.STARTING:
            late = Note("player was too slow to start", seconds=round(now - watch.since, 1))
            slower = replace(watch, slow=watch.slow + 1)
            return _into(slower, Phase.DYING, now, now + patience.last_words), (late, Do.ABORT)
        case Phase.RUNNING:
            hung = Note("player hangs", seconds=patience.hang)
            return _into(watch, Phase.DYING, now, now + patience.last_words), (hung, Do.ABORT)
        case _:
            return replace(watch, due=now + 1), (Do.KILL,)


def _alive(watch: Watch, state: str, now: float) -> Step:
    if watch.phase is Phase.RUNNING:
        return replace(watch, due=now + watch.patience.hang), ()
    if watch.phase is not Phase.STARTING or state == "starting":
        return watch, ()
    up = Note("player is up", seconds=round(now - watch.since, 1))
    lively = replace(watch, slow=0, safe=False)
    return _into(lively, Phase.RUNNING, now, now + watch.patience.hang), (up,)


def _ended(watch: Watch, code: int | None, now: float) -> Step:
    if watch.phase is Phase.WAITING:
        return watch, ()
    if watch.phase is Phase.STOPPING:
        return _into(watch, Phase.ENDED, now, now), (Finish(by_staff=False),)
    meant = watch.phase is not Phase.DYING
    if meant and code == codes.STAFF_QUIT:
        return _into(watch, Phase.ENDED, now, now), (Note("staff quit"), Finish(by_staff=True))
    if watch.phase is Phase.RUNNING and code == codes.RESTART:
        again = Note("player starts afresh")
        return _into(watch, Phase.WAITING, now, now), (again, Do.CALM)
    return _fault(watch, code, now)


def _fault(watch: Watch, code: int | None, now: float) -> Step:
    patience = watch.patience
    faults = (*backoff.recent(watch.faults, now, patience.within), now)[-patience.faults :]
    note = Note("player failed", code=code)
    if watch.safe or len(faults) >= patience.faults:
        safe = replace(watch, faults=faults, safe=True)
        why = () if watch.safe else (Note("too many faults", seconds=patience.retry),)
        return _into(safe, Phase.WAITING, now, now + patience.retry), (note, *why, Do.SAFE)
    due = now + backoff.wait(len(faults), patience.longest_wait)
    return _into(replace(watch, faults=faults), Phase.WAITING, now, due), (note, Do.CALM)


def _stop(watch: Watch, now: float) -> Step:
    if watch.phase is Phase.WAITING:
        return _into(watch, Phase.ENDED, now, now), (Finish(by_staff=False),)
    if watch.phase is Phase.STOPPING:
        return watch, ()
    return _into(watch, Phase.STOPPING, now, now + watch.patience.goodbye), (Do.ASK,)


def _into(watch: Watch, phase: Phase, now: float, due: float) -> Watch:
    return replace(watch, phase=phase, since=now, due=due)
