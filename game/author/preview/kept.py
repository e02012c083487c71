"""Story files kept from one reading to the next: only what was saved since is parsed again."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from game.author.preview.watch import Stamp, stamp_of
from game.reader.faults import Fault, Sink
from game.reader.files import SourceFile, read_file


class _Kept(NamedTuple):
    stamp: Stamp
    file: SourceFile | None
    faults: list[Fault]


class KeptFiles:
    """Reads files as `read_file` does, but a file that is as it was only once."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Path, str, bool], _Kept] = {}

    def __call__(self, folder: Path, name: str, sink: Sink, recover: bool) -> SourceFile | None:
        """One file of a folder, and its faults into the sink."""
        stamp = stamp_of(folder / name)  # before it is read: what is saved meanwhile counts as new
        kept = self._kept.get((folder, name, recover))
        if stamp is None or kept is None or kept.stamp != stamp:
            kept = self._read(folder, name, stamp, recover)
        sink.faults += kept.faults
        return kept.file

    def _read(self, folder: Path, name: str, stamp: Stamp | None, recover: bool) -> _Kept:
        own = Sink()
        file = read_file(folder, name, own, recover)
        kept = _Kept(stamp or Stamp(0, -1, 0), file, own.faults)
        for also in (recover,) if own.faults else (True, False):
            self._kept[folder, name, also] = kept
        return kept

    def text(self, folder: Path, name: str) -> str:
        """What a file said when it was last read; nothing if it never was."""
        found = (self._kept.get((folder, name, recover)) for recover in (True, False))
        return next((kept.file.text for kept in found if kept and kept.file), "")

    def names(self, folder: Path) -> list[str]:
        """The files of a folder that have been read."""
        return list(dict.fromkeys(name for at, name, _ in self._kept if at == folder))
