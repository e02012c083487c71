"""Files that are whole or not there: written aside, synced, and moved into place."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from pathlib import Path
from typing import Sequence

PREVIOUS = ".previous"
"""What is put behind the name of the generation before."""


def write_whole(path: Path, text: str) -> None:
    """Write a file so that a crash leaves the old one or the new one, never half.

    The old one is kept as the previous generation.

    Raises:
        OSError: if it cannot be written; nothing has changed then.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    made = _aside(path, text)
    try:
        if path.exists():
            _keep(path)
        os.replace(made, path)
    except BaseException:
        _remove(made)
        raise
    _sync_folder(path.parent)


def _aside(path: Path, text: str) -> Path:
    handle, name = tempfile.mkstemp(prefix=".saving-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
    except BaseException:
        _remove(Path(name))
        raise
    return Path(name)


def _keep(path: Path) -> None:
    """Give the old file a second name, which needs no room; copy it where that cannot be."""
    copy = path.with_name(f".keeping-{path.name}")
    _remove(copy)
    try:
        try:
            os.link(path, copy)
        except OSError:
            shutil.copyfile(path, copy)
        os.replace(copy, previous(path))
    finally:
        _remove(copy)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def previous(path: Path) -> Path:
    """Where the generation before is kept."""
    return path.with_name(path.name + PREVIOUS)


def set_aside(path: Path, beside: Sequence[str] = ()) -> Path:
    """Move a broken file out of the way, under a name that no other file has.

    Args:
        path: The file.
        beside: Endings of further files that go with it, where they are there.

    Raises:
        OSError: if it cannot be moved.
    """
    for number in range(1, 1000):
        target = path.with_name(f"{path.name}.broken-{number}")
        if not target.exists():
            os.replace(path, target)
            for end in beside:
                with contextlib.suppress(FileNotFoundError):
                    os.replace(f"{path}{end}", f"{target}{end}")
            return target
    raise FileExistsError(errno.EEXIST, "too many broken files", str(path))


def restore(path: Path) -> None:
    """Put the previous generation in a file's place, and keep it as well.

    Raises:
        OSError: if it cannot be copied.
    """
    write_whole(path, previous(path).read_text("utf-8"))


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
