"""The ways of a real museum: its PIN, its figures as a file, how the machine is."""

from __future__ import annotations

import math
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Callable, Iterator

from game import __version__
from game.kiosk.clock import Clock
from game.kiosk.config import Config
from game.kiosk.pin import Door
from game.kiosk.vitals import vitals
from game.kiosk.ways import Ways
from game.tongue import Tongue

if TYPE_CHECKING:
    from game.kiosk.content import Contents
    from game.kiosk.desk import Desk

Save = Callable[[], str]
"""Saves something, and gives in a sentence what it came to."""

MEGABYTE = 1_000_000


class MuseumWays(Ways):
    """What staff can do and see.

    Args:
        config: The museum's.
        clock: The time.
        does: For `reload` and `csv`, what does it.
        contents: Knows what is wrong with a new story.
    """

    def __init__(
        self,
        config: Config,
        clock: Clock,
        does: dict[str, Save] | None = None,
        contents: Contents | None = None,
    ) -> None:
        section = config.staff
        path = config.kiosk.data / "staff.lock"
        self._door = Door(section.pin, path, clock, section.tries, section.lock_minutes)
        self._config, self._clock, self._does = config, clock, does or {}
        self._contents = contents
        self._began = clock.monotonic()
        self._hands = ThreadPoolExecutor(1, thread_name_prefix="pin")
        self._asked: Future[bool] | None = None
        self._done: Future[str] | None = None

    def locked(self, tongue: Tongue) -> str:
        """Why no PIN is taken now."""
        minutes = math.ceil(self._door.locked_for() / 60)
        if not minutes:
            return ""
        one = "Too many wrong PINs. Try again in {n} minute."
        return tongue.count(one, "Too many wrong PINs. Try again in {n} minutes.", minutes)

    def ask(self, pin: str) -> None:
        """Look at a PIN in a thread; a second one waits for nobody."""
        if self._asked is None:
            self._asked = self._hands.submit(self._door.opens, pin)

    def answer(self) -> bool | None:
        """What came of it, once."""
        if self._asked is None or not self._asked.done():
            return None
        asked, self._asked = self._asked, None
        return asked.exception() is None and asked.result()

    def do(self, kind: str, tongue: Tongue) -> str:
        """Do it in a thread, if there is a way."""
        does = self._does.get(kind)
        if does is None:
            return super().do(kind, tongue)
        if self._done is None:
            self._done = self._hands.submit(does)
        return tongue.say("One moment.")

    def told(self) -> str:
        """What came of it, once."""
        if self._done is None or not self._done.done():
            return ""
        done, self._done = self._done, None
        fault = done.exception()
        return str(fault) if fault is not None else done.result()

    def health(self, desk: Desk) -> tuple[tuple[str, str], ...]:
        """Version, how long it has run, memory, disk, visits, and what is wrong with them."""
        say, found = desk.tongue.say, vitals(self._config.kiosk.data)
        counts = desk.visits.counts()
        hours = int(self._clock.monotonic() - self._began) // 3600
        memory, disk = (found.get(name, 0) // MEGABYTE for name in ("rss", "disk_free"))
        machine = say("up {hours} h, memory {memory} MB, {files} files, disk free {disk} MB")
        visits = say("today {today}, all {all}")
        manifest = desk.story.manifest
        return (
            (say("Kiosk"), f"{self._config.kiosk.id}, {__version__}"),
            (say("Story"), f"{manifest.id} {manifest.version} {desk.content}".strip()),
            (
                say("Machine"),
                machine.format(hours=hours, memory=memory, files=found.get("fds", "?"), disk=disk),
            ),
            (say("Folder"), str(self._config.kiosk.data)),
            (say("Clock"), f"{desk.hours.local():%Y-%m-%d %H:%M %Z}"),
            (say("Visits"), visits.format(today=counts.today, all=counts.all)),
            *(((say("Last fault"), desk.last_fault),) if desk.last_fault else ()),
            *self._troubles(desk),
        )

    def _troubles(self, desk: Desk) -> Iterator[tuple[str, str]]:
        say = desk.tongue.say
        if desk.visits.problem:
            yield say("Figures"), desk.visits.problem
        if self._contents is not None and self._contents.problem:
            yield say("New story"), self._contents.problem
