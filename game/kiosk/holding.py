"""A configuration that cannot be used, under systemd: the page about it stays until it is mended.

To end would be to be started again at once, over and over, on a screen that flickers.
"""

from __future__ import annotations

import textwrap
import time
from pathlib import Path
from typing import Callable

from game.kiosk.config import Config, ConfigError
from game.kiosk.notify import Notifier
from game.kiosk.terminal import Terminal

LOOK = 1.0
"""Seconds between two looks at the file."""


def read_when_sound(
    path: Path,
    read: Callable[[Path], Config],
    words: Callable[[Path, ConfigError], str],
    notifier: Notifier,
    pause: Callable[[float], None] = time.sleep,
) -> Config:
    """A configuration, once it can be used.

    Args:
        path: The file.
        read: Reads it, or says in a `ConfigError` why it cannot be used.
        words: What the technician reads where it cannot.
        notifier: Whoever started us; if nobody did, a fault ends it at once.
        pause: Waits so many seconds.

    Raises:
        ConfigError: if it cannot be used and nobody would start us again.
    """
    while True:
        before = _signature(path)
        try:
            return read(path)
        except ConfigError as fault:
            if not notifier.heard:
                raise
            with Terminal() as terminal:
                notifier.ready()
                terminal.show(sheet(words(path, fault), terminal.size[0]))
                while _signature(path) == before:
                    notifier.fine("the configuration has to be mended")
                    pause(LOOK)


def sheet(words: str, columns: int) -> str:
    """Escape sequences that clear the screen and write words on it, from the top."""
    lines = [
        line
        for said in words.splitlines()
        for line in textwrap.wrap(said, max(20, columns - 4), subsequent_indent="  ") or [""]
    ]
    clean = ("".join(char if char.isprintable() else "?" for char in line) for line in lines)
    return "\x1b[2J\x1b[2;1H" + "".join(f"  {line}\r\n" for line in clean)


def _signature(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
