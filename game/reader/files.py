"""The files of a story: found by the manifest's patterns, read, decoded, parsed."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Iterator

import tomli

from game.reader.faults import Fault, Sink
from game.reader.recover import HEAD, broken, recovered

MANIFEST = "story.toml"
LARGEST = 16 * 1024 * 1024
"""Bytes in one story file; more is refused."""


@dataclass(slots=True)
class SourceFile:
    """One TOML file: its name in the story, its text, and what it says.

    Attributes:
        lost: Names of what could not be read in it; see `recover`.
        blind: Whether nothing of it could be read, so that anything may be in it.
    """

    name: str
    text: str
    data: dict[str, Any]
    lost: frozenset[str] = frozenset()
    blind: bool = False


ReadFile = Callable[[Path, str, Sink, bool], SourceFile | None]
"""Reads one file of a folder, as `read_file` does."""


def read_files(
    folder: Path, sink: Sink, recover: bool = False, read: ReadFile | None = None
) -> list[SourceFile]:
    """Read the manifest and every file that it names, in their order.

    With `recover`, a file that is not TOML is read as far as it can be. Another
    `read` than `read_file` may know a file from before.

    Returns:
        The files that could be read; what could not is noted in the sink.
    """
    if not folder.is_dir():
        sink.add("E101", (), f"There is no story folder {folder.name!r}.", file=folder.name)
        return []
    if not (folder / MANIFEST).exists():
        hint = "every story folder has a story.toml; author new story makes one"
        sink.add("E101", (), f"The folder has no {MANIFEST}.", hint, file=MANIFEST)
        return []
    read = read or read_file
    first = read(folder, MANIFEST, sink, recover)
    if first is None or first.blind:
        return []
    names = _named(folder, first, sink)
    first.blind = "files" not in first.data and HEAD in first.lost
    rest = (read(folder, name, sink, recover) for name in names)
    return [first, *(file for file in rest if file is not None)]


def _named(folder: Path, manifest: SourceFile, sink: Sink) -> list[str]:
    patterns = manifest.data.get("files", [])
    names: dict[str, None] = {}
    for i, pattern in enumerate(patterns if isinstance(patterns, list) else []):
        if isinstance(pattern, str):
            found = list(_matches(folder, pattern, ("files", i), sink))
            names.update(dict.fromkeys(found))
    names.pop(MANIFEST, None)
    return list(names)


def _matches(folder: Path, pattern: str, path: tuple[str, int], sink: Sink) -> Iterator[str]:
    parts = pattern.replace("\\", "/").split("/")
    if not pattern.strip():
        return
    if ".." in parts or pattern.startswith(("/", "~")) or ":" in pattern:
        hint = "write it from the story folder, such as battle/*.toml"
        message = f"The pattern `{pattern}` leaves the story folder."
        sink.add("E107", path, message, hint, file=MANIFEST)
        return
    found = _glob(folder, pattern)
    if not found:
        hint = "`*` stands for any name, as in battle/*.toml"
        sink.add("W106", path, f"No file matches `{pattern}`.", hint, file=MANIFEST)
    yield from found


def _glob(folder: Path, pattern: str) -> list[str]:
    try:
        found = [path for path in folder.glob(pattern) if not path.is_dir()]
    except (ValueError, NotImplementedError, OSError, RuntimeError):
        return []
    return sorted(path.relative_to(folder).as_posix() for path in found)


def read_file(folder: Path, name: str, sink: Sink, recover: bool = False) -> SourceFile | None:
    """Read and parse one file, or note why it cannot be.

    Returns:
        The file; None if it cannot be read, or with `recover` a blind one.
    """
    text = text_of(folder, name, sink)
    file = SourceFile(name, text or "", {}, blind=True)
    if text is not None and _parsed(file, sink, recover):
        file.blind = False
    return file if recover or not file.blind else None


def _parsed(file: SourceFile, sink: Sink, recover: bool) -> bool:
    try:
        file.data = tomli.loads(file.text)
    except tomli.TOMLDecodeError as fault:
        return _recovered(file, fault, sink) if recover else _gave_up(file, fault, sink)
    except (RecursionError, ValueError) as fault:
        _refuse(sink, "E108", file.name, _unreadable(fault))
        return False
    return True


def _recovered(file: SourceFile, fault: tomli.TOMLDecodeError, sink: Sink) -> bool:
    rest = recovered(file.name, file.text, fault, sink)
    file.text, file.data, file.lost = rest.text, rest.data, rest.lost
    return not rest.blind


def _gave_up(file: SourceFile, fault: tomli.TOMLDecodeError, sink: Sink) -> bool:
    sink.faults.append(broken(file.name, fault))
    return False


def _unreadable(fault: Exception) -> str:
    if isinstance(fault, RecursionError):
        return "The file nests lists or tables too deep to be read."
    return "The file has a value that cannot be read, such as a number of thousands of digits."


def text_of(folder: Path, name: str, sink: Sink) -> str | None:
    """The text of a file in a story's folder; None, and a note why, if it has none."""
    path = folder / name
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            _refuse(sink, "E102", name, "The file is a link that leads out of the folder.")
            return None
        if not stat.S_ISREG(path.stat().st_mode):
            _refuse(sink, "E102", name, "This is no ordinary file.")
            return None
        if path.stat().st_size > LARGEST:
            _refuse(sink, "E105", name, f"The file is larger than {LARGEST >> 20} MB.")
            return None
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)  # it may have grown since
    except (OSError, RuntimeError) as fault:
        reason = getattr(fault, "strerror", None) or "it is a link to itself"
        _refuse(sink, "E102", name, f"The file cannot be read: {reason}.")
        return None
    if len(raw) > LARGEST:
        _refuse(sink, "E105", name, f"The file is larger than {LARGEST >> 20} MB.")
        return None
    return _decode(raw, name, sink)


def _decode(raw: bytes, name: str, sink: Sink) -> str | None:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = raw[: fault.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        message = "The file is not UTF-8 text."
        hint = "save it as UTF-8 in your editor"
        sink.faults.append(Fault("E103", name, (), message, hint, line=line, column=column))
        return None
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _refuse(sink: Sink, code: str, name: str, message: str) -> None:
    sink.faults.append(Fault(code, name, (), message, line=1, column=1))
