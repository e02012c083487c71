"""Tables by id, read when first asked for."""

from __future__ import annotations

from typing import Any, Iterator, Mapping, TypeVar

from game.reader.errors import BrokenStory
from game.reader.faults import Path, Sink
from game.reader.shape import Table

T = TypeVar("T")


class Shelf(Mapping[str, T]):
    """All tables of one section of a story, from whatever files.

    Looking an id up reads its table; a fault in it raises `BrokenStory`.
    `read_all` reads every table and notes the faults instead.

    Attributes:
        section: The section's name in the files.
        keyed: Whether its tables are written `[section.id]`.
    """

    def __init__(self, section: str, table: Table, keyed: bool) -> None:
        self.section = section
        self.keyed = keyed
        self._table = table
        self._raw: dict[str, tuple[Any, str, Path]] = {}
        self._ready: dict[str, T] = {}

    def put(self, id: str, raw: Any, file: str, path: Path) -> bool:
        """Add a table; False if the id is taken."""
        if id in self._raw:
            return False
        self._raw[id] = (raw, file, path)
        return True

    def place(self, id: str) -> tuple[str, Path]:
        """The file and path of a table."""
        _, file, path = self._raw[id]
        return file, path

    def raw(self, id: str) -> Any:
        """A table as TOML has it."""
        return self._raw[id][0]

    def read_all(self, sink: Sink) -> None:
        """Read every table, noting faults."""
        for id, (raw, file, path) in self._raw.items():
            sink.file = file
            self._ready[id] = self._read(id, raw, path, sink)

    def _read(self, id: str, raw: Any, path: Path, sink: Sink) -> T:
        found: T = self._table.read(raw, path, sink, id if self.keyed else None)
        return found

    def __getitem__(self, id: str) -> T:
        found = self._ready.get(id)
        if found is not None:
            return found
        raw, file, path = self._raw[id]
        sink = Sink()
        made = self._read(id, raw, path, sink)
        if sink.faults:
            message = sink.faults[0].message
            raise BrokenStory(f"{file}, {'.'.join(map(str, path))}: {message} Run author check.")
        self._ready[id] = made
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)

    def __contains__(self, id: object) -> bool:
        return id in self._raw
