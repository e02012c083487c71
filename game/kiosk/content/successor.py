"""The story that is to follow, loaded before anybody has to wait for it."""

from __future__ import annotations

import threading
from typing import Callable

from game.kiosk.content.contents import Contents
from game.kiosk.content.generations import Generation
from game.kiosk.log import Log
from game.model import Story
from game.reader import load

Followed = tuple[Generation, Story]


def playable(contents: Contents, log: Log) -> Followed:
    """The best story that can be loaded, with its generation.

    Raises:
        StoryError: if not even the one to fall back on can be.
    """
    *kept, last = contents.candidates()
    for generation in kept:
        try:
            return generation, load(generation.folder)
        except Exception as fault:
            log.note("content.unplayable", hash=generation.hash, reason=str(fault))
    return last, load(last.folder)


class Successor:
    """Whether another story is to be played, and which. Asking takes no time.

    Args:
        contents: What there is.
        playing: The hash of what is played at first.
        log: Where it is noted what cannot be loaded.
        run: Does something in a thread.
    """

    def __init__(
        self,
        contents: Contents,
        playing: str,
        log: Log,
        run: Callable[[Callable[[], None]], None] | None = None,
    ) -> None:
        self._contents, self._playing, self._log = contents, playing, log
        self._run = run or _in_a_thread
        self._loading = ""
        self._ready: Followed | None = None

    def __call__(self) -> Followed | None:
        """A newer story once it has been loaded, and then not again; None until then."""
        ready, self._ready = self._ready, None
        if ready is not None:
            self._playing = ready[0].hash
            return ready
        newer = self._contents.newer(self._playing)
        if newer is not None and newer.hash != self._loading:
            self._loading = newer.hash
            self._run(lambda: self._load(newer))
        return None

    def _load(self, generation: Generation) -> None:
        try:
            self._ready = generation, load(generation.folder)
        except Exception as fault:
            self._log.note("content.unplayable", hash=generation.hash, reason=str(fault))


def _in_a_thread(do: Callable[[], None]) -> None:
    threading.Thread(target=do, name="successor", daemon=True).start()
