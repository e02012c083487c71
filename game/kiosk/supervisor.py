"""Keeps the player running: the hands of `watch.py`, which decides.

Imports nothing of Textual, so that it is small, starts at once and cannot fail with the screens.
"""

from __future__ import annotations

import os
import resource
import select
import signal
import time
from pathlib import Path
from typing import Final, Sequence

from game.kiosk import codes, watch
from game.kiosk.asking import UNANSWERED
from game.kiosk.backoff import Patience
from game.kiosk.calm_page import ONE_MOMENT, RESTING, page
from game.kiosk.clock import SystemClock
from game.kiosk.compositor import Compositor
from game.kiosk.condition import Condition
from game.kiosk.config import Config
from game.kiosk.health import serve
from game.kiosk.heart import DRAWS
from game.kiosk.log import Log
from game.kiosk.notify import Notifier
from game.kiosk.overheard import Overheard
from game.kiosk.player_process import Player, command, read_all
from game.kiosk.pulse import Beat, Pulse
from game.kiosk.terminal import NoTerminal, Terminal
from game.kiosk.watch import Decision, Do, Event, Finish, Note, Phase, Watch

LOOK: Final = 0.25
"""Seconds between two looks at everything."""
PING: Final = 1.0
"""Seconds between two words to systemd."""
LATE: Final = 1.0
"""Seconds by which a look may be late before the time lost is taken off the player's."""


def patience(config: Config) -> Patience:
    """The configuration's numbers as the watch has them."""
    told = config.supervisor
    return Patience(
        hang=told.hang_seconds,
        start=told.start_seconds,
        longest_wait=told.longest_wait,
        faults=told.faults,
        within=told.minutes * 60,
        retry=told.retry,
    )


class Supervisor:
    """Starts players one after another until it is told to stop.

    Args:
        words: The player's command.
        terminal: The terminal it draws on.
        notifier: Who else is told.
        log: Where events go.
        compositor: What the terminal is in, if it is in one.
    """

    def __init__(
        self,
        words: Sequence[str],
        patience: Patience,
        terminal: Terminal,
        notifier: Notifier,
        log: Log,
        compositor: Compositor | None = None,
    ) -> None:
        self._compositor = compositor or Compositor()
        self._words, self._terminal, self._notifier, self._log = words, terminal, notifier, log
        now = time.monotonic()
        self.condition = Condition(now, patience.hang)
        self._watch = Watch(patience, due=now, since=now)
        self._player: Player | None = None
        self._pulse, self._overheard = Pulse(), Overheard()
        self._page: Sequence[str] = ONE_MOMENT
        self._turn = 0
        self._looked, self._pinged, self._took_output = now, float("-inf"), now
        self._ready = self._stop = self._resized = False
        self._hung = ""
        self._code: int | None = None
        self._wake, self._alarm = os.pipe()

    def run(self) -> int:
        """Go on until staff quit or a signal ends it; gives the exit code."""
        self._attend_signals()
        self._draw()
        self._log.note("supervisor begins")
        try:
            while self._code is None:
                self._look()
        finally:
            self._end_player()
        self._log.note("supervisor ends", code=self._code)
        return self._code

    def _attend_signals(self) -> None:
        for name in ("SIGINT", "SIGQUIT", "SIGTSTP", "SIGTTIN", "SIGTTOU"):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
        for name in ("SIGTERM", "SIGHUP"):
            signal.signal(getattr(signal, name), self._on_stop)
        signal.signal(signal.SIGWINCH, self._on_resize)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for handle in (self._wake, self._alarm):
            os.set_blocking(handle, False)
        signal.set_wakeup_fd(self._alarm, warn_on_full_buffer=False)

    def _on_stop(self, *_: object) -> None:
        self._stop = True

    def _on_resize(self, *_: object) -> None:
        self._resized = True

    def _look(self) -> None:
        """Wait a little, then take in what has happened and do what follows."""
        select.select([self._wake], [], [], LOOK)
        read_all(self._wake)
        now = time.monotonic()
        lost, self._looked = now - self._looked - LOOK, now
        if lost > LATE:
            self._take(watch.Late(lost), now)
        if self._stop:
            self._stop = False
            self._take(watch.Stop(), now)
        self._hear(now)
        self._take(watch.Tick(), now)
        self._attend_terminal(now)

    def _hear(self, now: float) -> None:
        """Beats, words for the log, and whether the player still runs."""
        if (player := self._player) is None:
            return
        code = player.code()  # asked first: what a dead player wrote is then all in the pipes
        for beat in self._pulse.take(read_all(player.heart)):
            self.condition.beat, self.condition.beaten = beat, now
            self._take(watch.Alive(beat.state), now)
        self._relay(self._overheard.take(read_all(player.stderr), now))
        if code is not None:
            self._bury(player, code, now)

    def _bury(self, player: Player, code: int, now: float) -> None:
        while rest := read_all(player.stderr):
            self._relay(self._overheard.take(rest, now))
        self._relay(self._overheard.last(now))
        player.close()
        self._player = None
        self.condition.beaten = float("-inf")
        self._terminal.hold()
        self._take(watch.Ended(code), now)

    def _relay(self, lines: Sequence[str]) -> None:
        for line in lines:
            self._log.relay(line)

    def _take(self, event: Event, now: float) -> None:
        self._watch, decisions = watch.step(self._watch, event, now)
        for decision in decisions:
            self._act(decision, now)
        self.condition.safe = self._watch.safe

    def _act(self, decision: Decision, now: float) -> None:
        match decision:
            case Do.LAUNCH:
                self._launch(now)
            case Do.ABORT | Do.KILL | Do.ASK:
                self._signal(decision)
            case Do.CALM | Do.SAFE:
                self._page = ONE_MOMENT if decision is Do.CALM else RESTING
                self._draw()
            case Note():
                self._note(decision)
            case Finish(by_staff):
                quit = by_staff and self._notifier.heard
                self._code = codes.QUIT_UNDER_SYSTEMD if quit else codes.STAFF_QUIT
                self._notifier.stopping()

    def _launch(self, now: float) -> None:
        self._terminal.forget_input()
        self._pulse, self._overheard = Pulse(), Overheard()
        self.condition.beat = Beat("starting")
        self.condition.starts.append(now)
        try:
            self._player = Player(self._words)
        except OSError as fault:
            self._log.note("player cannot be started", why=str(fault))
            self._take(watch.Ended(None), now)
            return
        self._log.note("player is started", pid=self._player.pid)

    def _signal(self, decision: Do) -> None:
        numbers = {Do.ABORT: signal.SIGABRT, Do.KILL: signal.SIGKILL, Do.ASK: signal.SIGTERM}
        if self._player is not None:
            self._player.signal(numbers[decision])

    def _note(self, note: Note) -> None:
        facts = {"code": note.code, "seconds": note.seconds}
        told = {name: value for name, value in facts.items() if value is not None}
        if note.event not in ("player is up", "player starts afresh", "staff quit"):
            self.condition.last_fault = " ".join([note.event, *map(str, told.values())])
        self._log.note(note.event, **told)

    def _draw(self) -> None:
        self._turn += 1
        self._terminal.show(page(self._page, *self._terminal.size, self._turn))

    def _attend_terminal(self, now: float) -> None:
        """Draw anew in a window of another size; tell systemd if all is in hand."""
        if self._resized:
            self._resized = False
            if self._has_the_screen:
                self._draw()
        if now - self._pinged < PING:
            return
        self._pinged = now
        hung, self._hung = self._hung, self._hanging(now)
        if not self._ready and (self._watch.phase is Phase.RUNNING or self._watch.safe):
            self._ready = True
            self._notifier.ready()
        if self._hung:
            if self._hung != hung:
                self._log.note(f"{self._hung} hangs")
            self._notifier.hung()
        elif self._watch.cares(now):
            self._notifier.fine(str(self.condition.told(now)["state"]))

    def _hanging(self, now: float) -> str:
        """What draws for us and does not do it any more; empty if all do.

        A terminal takes nothing, or has fallen silent that gave answers.
        """
        patience, unanswered = self._watch.patience.hang, self.condition.beat.vitals.get(UNANSWERED)
        if self._terminal.takes_output():
            self._took_output = now
        if self._compositor.ask() >= patience:
            return "compositor"
        silent = isinstance(unanswered, int) and unanswered >= patience
        return "terminal" if silent or now - self._took_output > patience else ""

    @property
    def _has_the_screen(self) -> bool:
        """Whether it is the supervisor's page that is seen, as far as the player has told."""
        starting = self._watch.phase is Phase.STARTING
        drawing = self.condition.beat.vitals.get(DRAWS, False)
        return self._watch.phase is Phase.WAITING or (starting and not drawing)

    def _end_player(self) -> None:
        """Leave nobody behind, whatever has happened."""
        signal.set_wakeup_fd(-1)
        if self._player is not None:
            self._player.signal(signal.SIGKILL)


def run(config_path: Path, config: Config) -> int:
    """Run the kiosk until staff quit or the system ends it.

    Args:
        config_path: The configuration, which the player reads for itself.
        config: The same, as it was read.

    Returns:
        The exit code.

    Raises:
        NoTerminal: When there is nothing to draw on.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    log = Log.to_file(config, SystemClock())
    with Terminal() as terminal:
        notifier = Notifier.from_environment()
        words = command(config_path)
        compositor = Compositor.from_environment()
        supervisor = Supervisor(words, patience(config), terminal, notifier, log, compositor)
        page = serve(config.health, lambda: supervisor.condition.told(time.monotonic()), log)
        try:
            return supervisor.run()
        finally:
            if page is not None:
                page.close()
            log.close()


__all__ = ["NoTerminal", "Supervisor", "patience", "run"]
