"""How the app ends: in order, on a signal, or by a fault that its starter is told."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from typing import TypeVar

from textual.app import App
from textual.types import CSSPathType

GRACE = 2.0
"""Seconds between a signal to end and the end."""

Result = TypeVar("Result")


class OrderlyApp(App[Result]):
    """An app that ends on signals, and keeps a fault instead of printing it."""

    def __init__(self, css_path: CSSPathType | None = None) -> None:
        super().__init__(css_path=css_path)
        self.fault: BaseException | None = None

    def end_on_signals(self) -> None:
        """End in order when the system asks for the end."""
        if self.is_headless:
            return
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                self._end_on(number)

    def on_unmount(self) -> None:
        """Nothing is shown any more."""
        self.keep_read()

    def keep_read(self) -> None:
        """Keep what has been read; the app ends."""

    def _end_on(self, number: signal.Signals) -> None:
        try:
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(number, self._end_by, 128 + number)
        except (NotImplementedError, RuntimeError, ValueError):
            return

    def _end_by(self, code: int) -> None:
        """End in order; and if the terminal is gone, so that nobody can, end all the same.

        When a terminal hangs up, Textual's writing thread may die with what is
        still to be written, and closing waits for it for ever. So what must not be
        lost is kept first.
        """
        watch = threading.Timer(GRACE, os._exit, [code])
        watch.daemon = True
        watch.start()
        self.keep_read()
        self.exit(return_code=code)

    def _handle_exception(self, error: Exception) -> None:
        """Keep the fault for whoever started the app, and end without a word on the screen."""
        self._return_code = 1
        self.fault = self.fault or error
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()
