"""What happened, one JSON object a line. Nothing here ever raises: a log is no reason to fall."""

from __future__ import annotations

import contextlib
import json
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any, TextIO

from game.kiosk.clock import Clock
from game.kiosk.config import Config

LONGEST = 4000
"""Characters of a line that was made elsewhere; the rest is cut."""


class _Quiet(RotatingFileHandler):
    """A rotating file that says nothing where it cannot be written."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Let go of the file, so that the next line tries anew."""
        with contextlib.suppress(OSError, ValueError):
            self.close()
        self.stream = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line, into a new file if the old one was taken away."""
        if self.stream is not None and not Path(self.baseFilename).exists():
            with contextlib.suppress(OSError, ValueError):
                self.stream.close()
            self.stream = None
        super().emit(record)


class _Stream(logging.StreamHandler[TextIO]):
    def handleError(self, record: logging.LogRecord) -> None:
        """Nobody is left to tell."""


class Log:
    """A log; see `to_file` and `to_stream`."""

    def __init__(self, handler: logging.Handler, clock: Clock, kiosk: str = "") -> None:
        self._handler, self._clock, self._kiosk = handler, clock, kiosk

    @classmethod
    def to_file(cls, config: Config, clock: Clock) -> Log:
        """The log of a configuration: a file that is begun anew when it is full."""
        path = config.log_file
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
        size, files = config.log.bytes, config.log.files
        handler = _Quiet(path, maxBytes=size, backupCount=files, encoding="utf-8", delay=True)
        return cls(handler, clock, config.kiosk.id)

    @classmethod
    def to_stream(cls, stream: TextIO, clock: Clock, kiosk: str = "") -> Log:
        """A log as lines to a stream, for whoever keeps the file."""
        return cls(_Stream(stream), clock, kiosk)

    def note(self, event: str, **facts: Any) -> None:
        """Note that something happened."""
        said = {"at": self._clock.now().isoformat(timespec="seconds"), "event": event}
        kiosk = {"kiosk": self._kiosk} if self._kiosk else {}
        self._write(json.dumps({**said, **kiosk, **facts}, ensure_ascii=False, default=str))

    def relay(self, line: str) -> None:
        """Note a line that was made elsewhere: as it is if it is one of a log, else in one."""
        line = line.rstrip("\r\n")
        if not line:
            return
        try:
            found = json.loads(line)
            known = isinstance(found, dict) and isinstance(found.get("event"), str)
        except (ValueError, RecursionError):
            known = False
        if known:
            self._write(line)
        else:
            self.note("stderr", line=line[:LONGEST])

    def _write(self, line: str) -> None:
        clean = line.encode("utf-8", "replace").decode("utf-8").replace("\n", " ")
        self._handler.handle(logging.makeLogRecord({"msg": clean}))

    def close(self) -> None:
        """Let go of the file."""
        with contextlib.suppress(OSError, ValueError):
            self._handler.close()
