"""Textual's terminal driver, hardened: nothing that is typed can hurt the screens."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import select
import signal
import sys
import time
from codecs import getincrementaldecoder
from concurrent.futures import Future
from typing import Callable, Final, Iterable

from textual import events
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message
from textual.messages import InBandWindowResize

from game.kiosk.asking import Asking

UNWELCOME: Final = re.compile(r"\x1b\[(?:20[01]~|48;[\d:;]*t|\?2048;\d\$y)")
"""The marks of a paste, and reports of another size; the size is asked of the system."""
REFUSED: Final = (events.Paste, events.Resize, InBandWindowResize)
SILENCE: Final = 0.5
"""Seconds without input after which whatever was begun is forgotten."""
MINUTE: Final = 60.0
BEHIND: Final = 24
"""Inputs that wait at most; nobody taps so fast, and what falls behind is dropped."""


def draw_on_stdout() -> None:
    """Have the screens drawn on standard output, so that the error stream can be the log."""
    sys.__stderr__ = sys.__stdout__  # type: ignore[misc]  # Textual draws on this one


def kiosk_driver() -> type[Driver] | None:
    """The hardened driver; None where the system has no such terminals."""
    if sys.platform == "win32":
        return None
    from textual.drivers.linux_driver import LinuxDriver

    class KioskDriver(LinuxDriver):
        """Takes keys, taps and nothing else; bytes that make no sense are dropped."""

        _waiting: tuple[Future[bool], ...] = ()
        asking: Asking

        def start_application_mode(self) -> None:
            self.asking = Asking()
            super().start_application_mode()  # type: ignore[no-untyped-call]
            signal.signal(signal.SIGTSTP, signal.SIG_IGN)

        def run_input_thread(self) -> None:
            """Read the terminal until the screens end, whatever comes."""
            reader = Reader(self.process_message, self.asking.hear)
            while not self.exit_event.is_set():
                ready = select.select([self.fileno], [], [], 0.1)[0]
                data = os.read(self.fileno, 4096) if ready else b""
                if ready and not data:
                    return
                reader.take(data, time.monotonic())

        def send_message(self, message: Message) -> None:
            """Hand a message to the screens, unless they are behind with what they have."""
            self._waiting = tuple(one for one in self._waiting if not one.done())
            if len(self._waiting) + self._app.message_queue_size > BEHIND:
                return
            given = asyncio.run_coroutine_threadsafe(self._app._post_message(message), self._loop)
            self._waiting = (*self._waiting, given)

        def _query_in_band_window_resize(self) -> None:
            """The size is told by the system alone."""

        def _enable_bracketed_paste(self) -> None:
            """Nothing is pasted here."""

    return KioskDriver


class Reader:
    """Makes keys and taps of a terminal's bytes.

    Args:
        send: Takes each key or tap.
        hear: Is told all that came, before anything is made of it.
    """

    def __init__(
        self, send: Callable[[Message], None], hear: Callable[[str], None] = lambda _: None
    ) -> None:
        self._send, self._hear = send, hear
        self._heard, self._complained = 0.0, -MINUTE
        self._afresh()

    def take(self, data: bytes, now: float) -> None:
        """What the terminal gave, or nothing, at a time in seconds."""
        if data:
            self._heard = now
            whole = self._decoder.decode(data)
            self._hear(whole)
            text = UNWELCOME.sub("", whole)
            self._pass_on(lambda: self._parser.feed(text) if text else ())
        self._pass_on(self._parser.tick)
        if not data and now - self._heard > SILENCE:
            self._afresh()

    def _pass_on(self, parse: Callable[[], Iterable[Message]]) -> None:
        try:
            for message in parse():
                if not isinstance(message, REFUSED):
                    self._send(message)
        except Exception as fault:
            self._complain(fault)
            self._afresh()

    def _complain(self, fault: Exception) -> None:
        """Once a minute is enough."""
        if self._heard - self._complained >= MINUTE:
            self._complained = self._heard
            with contextlib.suppress(OSError):
                os.write(2, f"input dropped: {type(fault).__name__}: {fault}\n".encode())

    def _afresh(self) -> None:
        self._parser = XTermParser()
        self._decoder = getincrementaldecoder("utf-8")("replace")
