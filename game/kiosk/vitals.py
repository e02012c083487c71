"""How a process is: memory, open files, room on the disk. What cannot be told is left out."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

PROC = Path("/proc")


def rss(pid: int | None = None) -> int | None:
    """Bytes of memory that a process holds; this one if none is named."""
    try:
        pages = (PROC / _name(pid) / "statm").read_text("ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError, AttributeError):
        return None


def open_files(pid: int | None = None) -> int | None:
    """How many files, pipes and sockets a process has open; this one if none is named."""
    try:
        return len(os.listdir(PROC / _name(pid) / "fd"))
    except OSError:
        return None


def disk_free(folder: Path) -> int | None:
    """Bytes that may still be written beside a folder, even if it has to be made first."""
    for place in (folder, *folder.parents):
        with contextlib.suppress(OSError):
            return shutil.disk_usage(place).free
    return None


def vitals(data: Path) -> dict[str, int]:
    """This process and its disk: `rss`, `fds`, `disk_free`."""
    found = {"rss": rss(), "fds": open_files(), "disk_free": disk_free(data)}
    return {name: value for name, value in found.items() if value is not None}


def _name(pid: int | None) -> str:
    return "self" if pid is None else str(pid)
