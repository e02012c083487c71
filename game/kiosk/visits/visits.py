"""The visits of a kiosk: what the screens tell, and what they may ask."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Callable, Collection, Iterable

from game import __version__
from game.kiosk.clock import Clock
from game.kiosk.visits.keeper import Keeper, Writer
from game.kiosk.visits.record import Record, Running, VisitId, day_of
from game.kiosk.visits.store import Labels
from game.kiosk.visits.tallies import Counts, Tally


class Visits:
    """All visits, the present ones and those before. Nothing here waits for the disk.

    A visit is kept in memory until it ends, and is then counted whole. What is told of a
    visit that is not under way is passed over.
    """

    def __init__(
        self,
        keeper: Keeper | None,
        clock: Clock,
        minimum: int,
        content_hash: str,
        untallied: Collection[str],
    ) -> None:
        self._keeper, self._clock, self._minimum = keeper, clock, minimum
        self.plays(content_hash, untallied)
        self._writer = Writer(keeper) if keeper else None
        self._running: dict[VisitId, Running] = {}

    @classmethod
    def open(
        cls,
        path: Path | None,
        clock: Clock,
        kiosk_id: str,
        content_hash: str,
        minimum: int = 20,
        untallied: Collection[str] = (),
        tell: Callable[[str], None] = lambda _: None,
    ) -> Visits:
        """Open the visits of a kiosk; never raises, see `problem`.

        Args:
            path: The file of counts; None keeps nothing.
            clock: Gives the day and hour, and how long a visit lasts.
            kiosk_id: The kiosk's name in the counts.
            content_hash: The story that is played.
            minimum: Visitors below which no comparison is given.
            untallied: Decisions at which no choice is ever kept.
            tell: Is told each new problem in a thread; an empty word when it is over.
        """
        if path is None:
            return cls(None, clock, minimum, content_hash, untallied)
        labels = Labels(kiosk_id, __version__)
        keeper = Keeper(path, clock, labels, lambda: day_of(clock.now()), tell)
        return cls(keeper, clock, minimum, content_hash, untallied)

    def plays(self, content_hash: str, untallied: Collection[str]) -> None:
        """From now on, another story is played; as in `open`."""
        self._story, self._untallied = content_hash, frozenset(untallied)

    @property
    def problem(self) -> str | None:
        """In one sentence what staff should know about the file, or None."""
        return self._keeper.problem if self._keeper else None

    @property
    def waiting(self) -> int:
        """Visits that have ended and could not be written yet."""
        return self._keeper.waiting if self._keeper else 0

    def begin(self, language: str, modes: Iterable[str] = (), campaign: str = "") -> VisitId:
        """A visit begins."""
        visit = VisitId(secrets.randbits(63))
        now, since = self._clock.now(), self._clock.monotonic()
        self._running[visit] = Running(
            visit, self._story, now, since, language, set(modes), campaign
        )
        return visit

    def page(self, visit: VisitId, node: str, seconds: float) -> None:
        """A page was left after so many seconds."""
        if visit in self._running:
            self._running[visit].page(node, seconds)

    def order(self, visit: VisitId, number: int, node: str, choice: str, seconds: float) -> None:
        """An order was given, the visit's first, second, ...; again is not counted again."""
        if visit in self._running and node not in self._untallied:
            self._running[visit].order(number, node, choice, seconds)

    def end(self, visit: VisitId, how: str, modes: Iterable[str] = ()) -> None:
        """A visit is over.

        Args:
            visit: The visit.
            how: `finished`, `restart`, `idle`, `fault` or `staff`.
            modes: What else was switched on in its course.
        """
        running = self._running.pop(visit, None)
        if running is not None:
            self._keep(running.over(how, self._clock.monotonic(), modes))

    def _keep(self, record: Record) -> None:
        if self._writer is not None:
            self._writer.put(record)

    def tally(self, node: str) -> Tally | None:
        """Other visitors at a decision; None where there are too few, or none may be shown."""
        if self._keeper is None or node in self._untallied:
            return None
        return self._keeper.snapshot.tally(node, self._minimum, self._today())

    def counts(self) -> Counts:
        """How many visits there were."""
        return self._keeper.snapshot.counts(self._today()) if self._keeper else Counts()

    def _today(self) -> str:
        return day_of(self._clock.now())

    def flush(self, seconds: float = 5.0) -> bool:
        """Wait until what has ended has been written, or tried; whether that was in time."""
        return self._writer.flush(seconds) if self._writer else True

    def close(self, seconds: float = 5.0) -> None:
        """Write what can be written, and let go of the file."""
        if self._writer is not None:
            self._writer.close(seconds)
