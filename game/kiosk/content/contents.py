"""Looks at a folder for a newer story, and has it ready once it is known to be good."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Callable

from game.kiosk.config import Config
from game.kiosk.content.checking import errors_of
from game.kiosk.content.generations import Generation, Generations, Refused, files_of, hash_of
from game.kiosk.log import Log

Stamp = tuple[tuple[str, int, int], ...]
"""Name, size and time of every file: what tells that a folder has changed."""

MANIFEST = "story.toml"

SETTLES = 2.0
"""Seconds in which nothing may change before a story is taken: it may still be being copied."""


class Contents:
    """The story that is to be played.

    Args:
        base: The story to fall back on.
        folder: Where new stories are put; None if none are.
        kept: Where generations are kept.
        log: Where it is noted what was taken and what was refused.
        errors: Gives a story's errors.
    """

    def __init__(
        self,
        base: Path,
        folder: Path | None,
        kept: Path,
        log: Log,
        errors: Callable[[Path], list[str]] = errors_of,
    ) -> None:
        self.problem: str | None = None
        self._base, self._folder, self._log, self._errors = base, folder, log, errors
        self._generations = Generations(kept)
        self._newest: Generation | None = None
        self._seen: Stamp | None = None
        self._done: Stamp | None = None
        self._wake = threading.Event()
        self._over = self._anew = False

    @classmethod
    def of(cls, config: Config, log: Log) -> Contents:
        """The contents of a kiosk.

        A story of the museum's own is watched where it lies, if no other folder is named: who
        breaks it there stops nobody.
        """
        from game.folders import story_folder

        base = config.kiosk.story or story_folder()
        folder = config.content.folder or config.kiosk.story
        return cls(base, folder, config.kiosk.data / "stories", log)

    def candidates(self) -> list[Generation]:
        """Stories to play, the best first: the newest good one, the one before, the fallback.

        Whoever plays takes the first that can be loaded.
        """
        kept = self._generations.all() if self._folder is not None else []
        return [*kept, Generation(_hash(self._base), self._base, shipped=True)]

    def newer(self, hash: str) -> Generation | None:
        """A good story that is newer than the one that is played, or None. Asks no disk."""
        newest = self._newest
        return newest if newest is not None and newest.hash != hash else None

    def look(self) -> None:
        """Look once. What has stood still since the last look, and is new, is taken or refused."""
        if self._folder is None:
            return
        if self._anew:
            self._anew, self._done = False, None
        try:
            stamp = _stamp(self._folder)
            if stamp == self._seen and stamp != self._done and self._has_story(stamp):
                self._take(self._folder)
                self._done = stamp
            self._seen = stamp
        except FileNotFoundError:
            self._told(f"There is no folder {self._folder}; the story stays as it is.")
        except (OSError, Refused) as fault:
            reason = getattr(fault, "strerror", None) or str(fault)
            self._told(f"The new story was not taken: {reason}")

    @staticmethod
    def _has_story(stamp: Stamp) -> bool:
        return any(name == MANIFEST for name, _, _ in stamp)

    def _take(self, folder: Path) -> None:
        copy = self._generations.copied(folder)
        hash = hash_of(copy)
        known = self._generations.names()[:1]
        errors = [] if known == [hash] else self._errors(copy)
        if errors:
            self._generations.drop(copy)
            more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
            self._told(f"The new story has errors and was not taken: {errors[0]}{more}")
            return
        self._newest = self._generations.take(copy)
        self._generations.drop(copy)
        self.problem = None
        self._log.note("content.taken", hash=hash)

    def _told(self, sentence: str) -> None:
        if sentence != self.problem:
            self.problem = sentence
            self._log.note("content.refused", reason=sentence)

    def start(self, seconds: float) -> None:
        """Look every so many seconds, in a thread, until `close`."""
        if self._folder is not None:
            threading.Thread(target=self._run, args=(seconds,), name="content", daemon=True).start()

    def look_now(self) -> None:
        """Look soon, even at what was refused before. For staff; returns at once."""
        self._anew = True
        self._wake.set()

    def close(self) -> None:
        """Look no more."""
        self._over = True
        self._wake.set()

    def _run(self, seconds: float) -> None:
        while not self._over:
            self.look()
            soon = self._seen != self._done and self.problem is None
            self._wake.wait(min(SETTLES, seconds) if soon else seconds)
            self._wake.clear()


def _stamp(folder: Path) -> Stamp:
    def row(name: Path) -> tuple[str, int, int]:
        found = (folder / name).stat()
        return name.as_posix(), found.st_size, found.st_mtime_ns

    return tuple(sorted(map(row, files_of(folder))))


def _hash(folder: Path) -> str:
    try:
        return hash_of(folder)
    except (OSError, Refused):
        return ""
