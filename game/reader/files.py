"""The files of a story: found by the manifest's patterns, read, decoded, parsed."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator

import tomli

from game.reader.faults import Fault, Sink
from game.reader.recover import broken, recovered

MANIFEST = "story.toml"
LARGEST = 16 * 1024 * 1024
"""Bytes in one story file; more is refused."""


@dataclass(slots=True)
class SourceFile:
    """One TOML file: its name in the story, its text, and what it says."""

    name: str
    text: str
    data: dict[str, Any]


def read_files(folder: Path, sink: Sink, recover: bool = False) -> list[SourceFile]:
    """Read the manifest and every file that it names, in their order.

    With `recover`, a file that is not TOML is read as far as it can be.

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
    first = read_file(folder, MANIFEST, sink, recover)
    if first is None:
        return []
    names = _named(folder, first, sink)
    rest = (read_file(folder, name, sink, recover) for name in names)
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
    if ".." in parts or pattern.startswith(("/", "~")) or ":" in pattern or not pattern.strip():
        hint = "write it from the story folder, such as battle/*.toml"
        message = f"The pattern {pattern!r} leaves the story folder."
        sink.add("E107", path, message, hint, file=MANIFEST)
        return
    found = sorted(p.relative_to(folder).as_posix() for p in folder.glob(pattern) if not p.is_dir())
    if not found:
        sink.add("W106", path, f"No file matches {pattern!r}.", file=MANIFEST)
    yield from found


def read_file(folder: Path, name: str, sink: Sink, recover: bool = False) -> SourceFile | None:
    """Read and parse one file, or note why it cannot be."""
    text = _text(folder, name, sink)
    if text is None:
        return None
    try:
        return SourceFile(name, text, tomli.loads(text))
    except tomli.TOMLDecodeError as fault:
        if recover:
            return SourceFile(name, text, recovered(name, text, fault, sink))
        sink.faults.append(broken(name, fault))
    except (RecursionError, ValueError) as fault:
        sink.faults.append(Fault("E108", name, (), _unreadable(fault), line=1, column=1))
    return None


def _unreadable(fault: Exception) -> str:
    if isinstance(fault, RecursionError):
        return "The file nests lists or tables too deep to be read."
    return f"The file has a value that cannot be read: {fault}."


def _text(folder: Path, name: str, sink: Sink) -> str | None:
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
        raw = path.read_bytes()
    except OSError as fault:
        reason = fault.strerror or "unknown reason"
        _refuse(sink, "E102", name, f"The file cannot be read: {reason}.")
        return None
    return _decode(raw, name, sink)


def _decode(raw: bytes, name: str, sink: Sink) -> str | None:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        column = fault.start - raw.rfind(b"\n", 0, fault.start)
        message = "The file is not UTF-8 text."
        hint = "save it as UTF-8 in your editor"
        sink.faults.append(Fault("E103", name, (), message, hint, line=line, column=column))
        return None
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _refuse(sink: Sink, code: str, name: str, message: str) -> None:
    sink.faults.append(Fault(code, name, (), message, line=1, column=1))
