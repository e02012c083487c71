"""Faults to lines and columns, by a syntax tree of the file.

The tree library is imported only here, and this module only where there is
something to report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Collection, Iterator, NamedTuple

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from game.reader.faults import Diagnostic, Fault, Path, severity
from game.reader.files import SourceFile


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a key and its value begin, and where the value ends, in bytes."""

    key: int
    value: int
    end: int
    is_string: bool


class Token(NamedTuple):
    """A key or a string as it stands in a file.

    Attributes:
        path: Keys and list places down to it, itself included.
        is_key: Whether it is a key, in a heading or before `=`, and no value.
        start: Where it begins, in bytes, its quotes included.
        braced: Whether it stands between braces.
    """

    path: Path
    is_key: bool
    start: int
    end: int
    braced: bool = False


def tokens_of(raw: bytes) -> Iterator[Token]:
    """Every key and every string of a TOML file, in their order."""
    return _Reader(raw).tokens()


class Stretch(NamedTuple):
    """A table with a heading of its own, from its heading to the next one.

    Attributes:
        keys: The keys in its heading.
        listed: Whether the heading has two brackets.
        start: Where it begins, in bytes.
        end: Where its last line ends, in bytes.
    """

    keys: tuple[str, ...]
    listed: bool
    start: int
    end: int


def tables_of(raw: bytes) -> Iterator[Stretch]:
    """Every table with a heading of its own in a TOML file, in order."""
    for child in Parser(Language(tree_sitter_toml.language())).parse(raw).root_node.children:
        if child.type in ("table", "table_array_element"):
            keys = tuple(map(_name, _leaves(child.named_children[0])))
            last = [part for part in child.named_children if part.type != "comment"][-1]
            end = raw.find(b"\n", last.end_byte)
            listed = child.type == "table_array_element"
            yield Stretch(keys, listed, child.start_byte, len(raw) if end < 0 else end + 1)


class _Reader:
    def __init__(self, raw: bytes) -> None:
        self._root = Parser(Language(tree_sitter_toml.language())).parse(raw).root_node
        self._counts: dict[Path, int] = {}

    def tokens(self) -> Iterator[Token]:
        for child in self._root.children:
            if child.type == "pair":
                yield from self._pair(child, (), False)
            elif child.type in ("table", "table_array_element"):
                yield from self._table(child)

    def _table(self, table: Node) -> Iterator[Token]:
        path: Path = ()
        keys = list(_leaves(table.named_children[0]))
        for i, key in enumerate(keys):
            path = (*path, _name(key))
            yield Token(path, True, key.start_byte, key.end_byte)
            if table.type == "table_array_element" and i == len(keys) - 1:
                self._counts[path] = self._counts.get(path, -1) + 1
            if path in self._counts:
                path = (*path, self._counts[path])
        for child in table.named_children[1:]:
            if child.type == "pair":
                yield from self._pair(child, path, False)

    def _pair(self, pair: Node, path: Path, braced: bool) -> Iterator[Token]:
        for key in _leaves(pair.named_children[0]):
            path = (*path, _name(key))
            yield Token(path, True, key.start_byte, key.end_byte, braced)
        yield from self._value(pair.named_children[1], path, braced)

    def _value(self, value: Node, path: Path, braced: bool) -> Iterator[Token]:
        if value.type == "string":
            yield Token(path, False, value.start_byte, value.end_byte, braced)
        elif value.type == "array":
            items = [child for child in value.named_children if child.type != "comment"]
            for i, item in enumerate(items):
                yield from self._value(item, (*path, i), braced)
        elif value.type == "inline_table":
            for child in value.named_children:
                if child.type == "pair":
                    yield from self._pair(child, path, True)


def _leaves(key: Node) -> Iterator[Node]:
    if key.type != "dotted_key":
        yield key
        return
    for child in key.named_children:
        yield from _leaves(child)


def _name(key: Node) -> str:
    text = (key.text or b"").decode("utf-8")
    return text[1:-1] if text[:1] in ("'", '"') else text


class Index:
    """The places of the keys and values of one file.

    Args:
        text: The file.
        wanted: The first two keys of the paths that will be asked for; tables
            elsewhere are passed over.
    """

    def __init__(self, text: str, wanted: Collection[Path]) -> None:
        self._bytes = text.encode("utf-8")
        self._wanted = wanted
        self._spots: dict[Path, Spot] = {}
        self._counts: dict[Path, int] = {}

    @cached_property
    def spots(self) -> dict[Path, Spot]:
        """Every wanted path of the file with its place."""
        parser = Parser(Language(tree_sitter_toml.language()))
        for child in parser.parse(self._bytes).root_node.children:
            if child.type == "pair":
                self._pair(child, ())
            elif child.type in ("table", "table_array_element"):
                self._table(child)
        return self._spots

    def _table(self, table: Node) -> None:
        header = table.named_children[0]
        path = self._resolved(self._keys(header), table.type == "table_array_element")
        spot = Spot(header.start_byte, header.start_byte, header.end_byte, False)
        self._spots[path] = spot
        for length in range(1, len(path)):
            self._spots.setdefault(path[:length], spot)
        if len(path) < 2 or path[:2] in self._wanted:
            for child in table.named_children[1:]:
                if child.type == "pair":
                    self._pair(child, path)

    def _resolved(self, keys: list[str], array: bool) -> Path:
        """A header's keys with the number of the present table of each array put in."""
        path: Path = ()
        for i, key in enumerate(keys):
            path = (*path, key)
            if array and i == len(keys) - 1:
                self._counts[path] = self._counts.get(path, -1) + 1
            if path in self._counts:
                path = (*path, self._counts[path])
        return path

    def _pair(self, pair: Node, prefix: Path) -> None:
        key, value = pair.named_children[0], pair.named_children[1]
        path: Path = (*prefix, *self._keys(key))
        self._value(value, path, key.start_byte)

    def _value(self, value: Node, path: Path, key: int) -> None:
        is_string = value.type == "string"
        self._spots[path] = Spot(key, value.start_byte, value.end_byte, is_string)
        if value.type == "array":
            items = [c for c in value.named_children if c.type != "comment"]
            for i, item in enumerate(items):
                self._value(item, (*path, i), item.start_byte)
        elif value.type == "inline_table":
            for child in value.named_children:
                if child.type == "pair":
                    self._pair(child, path)

    def _keys(self, node: Node) -> list[str]:
        return [_name(key) for key in _leaves(node)]

    def line(self, path: Path) -> int:
        """The line of a value, or of the nearest thing around it."""
        while path and path not in self.spots:
            path = path[:-1]
        return self._line_column(self.spots[path].value)[0] if path else 1

    def place(self, fault: Fault) -> tuple[int, int]:
        """Line and column of a fault."""
        if fault.line:
            return fault.line, fault.column
        path = fault.path
        while path and path not in self.spots:
            path = path[:-1]
        spot = self.spots.get(path)
        if spot is None:
            return 1, 1
        if fault.offset is not None and spot.is_string:
            return self._inside(spot, fault.offset)
        return self._line_column(spot.key if fault.key else spot.value)

    def _inside(self, spot: Spot, offset: int) -> tuple[int, int]:
        """Where a character of a string's value stands in the file."""
        written = self._bytes[spot.value : spot.end].decode("utf-8")
        before = written[: written_place(written, offset)]
        line, column = self._line_column(spot.value)
        if "\n" not in before:
            return line, column + len(before)
        return line + before.count("\n"), len(before) - before.rfind("\n")

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins, in bytes."""
        return [0, *(found.end() for found in re.finditer(rb"\n", self._bytes))]

    def _line_column(self, byte: int) -> tuple[int, int]:
        line = bisect_right(self._lines, byte)
        return line, len(self._bytes[self._lines[line - 1] : byte].decode("utf-8")) + 1


def written_place(written: str, offset: int) -> int:
    """Where in a string, as written with its quotes, a character of its value is."""
    quote = written[0]
    long = written.startswith(quote * 3)
    place = 3 if long else 1
    if long and written.startswith("\n", place):
        place += 1
    if quote == "'":
        return min(place + offset, len(written) - 1)
    place = _over_break(written, place)
    for _ in range(offset):
        place = _over_break(written, place + _width(written[place : place + 2]))
    return min(place, len(written) - 1)


_BREAK = re.compile(r"(?:\\[ \t]*\n\s*)*")


def _over_break(written: str, place: int) -> int:
    """Past the backslashes at the end of a line that join it to the next."""
    found = _BREAK.match(written, place)
    return found.end() if found else place


def _width(written: str) -> int:
    """How many characters of the file one character of a basic string takes."""
    if written[:1] != "\\":
        return 1
    return {"u": 6, "U": 10}.get(written[1:], 2)


def located(faults: list[Fault], files: list[SourceFile]) -> tuple[Diagnostic, ...]:
    """Faults as diagnostics, in the order of the files and their lines."""
    wanted = {fault.path[:2] for fault in faults}
    indexes = {file.name: Index(file.text, wanted) for file in files}
    order = {file.name: i for i, file in enumerate(files)}
    found: list[Diagnostic] = []
    for fault in dict.fromkeys(faults):
        index = indexes.get(fault.file)
        line, column = index.place(fault) if index else (fault.line or 1, fault.column or 1)
        kind = severity(fault.code)
        found.append(
            Diagnostic(fault.file, line, column, fault.code, kind, fault.message, fault.hint)
        )
    found.sort(key=lambda d: (order.get(d.file, len(order)), d.file, d.line, d.column, d.code))
    return tuple(found)
