"""Faults to lines and columns, by a syntax tree of the file.

The tree library is imported only here, and this module only where there is
something to report.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from game.reader.faults import Diagnostic, Fault, Path, severity
from game.reader.files import SourceFile


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a key and its value begin, in bytes."""

    key: int
    value: int
    is_string: bool


class Index:
    """The places of all keys and values of one file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._bytes = text.encode("utf-8")
        self._spots: dict[Path, Spot] = {}
        self._counts: dict[Path, int] = {}

    @cached_property
    def spots(self) -> dict[Path, Spot]:
        """Every path of the file with its place."""
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
        spot = Spot(header.start_byte, header.start_byte, False)
        self._spots.setdefault(path, spot)
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
        key, value = pair.named_children[0], pair.named_children[-1]
        path: Path = (*prefix, *self._keys(key))
        self._value(value, path, key.start_byte)

    def _value(self, value: Node, path: Path, key: int) -> None:
        self._spots[path] = Spot(key, value.start_byte, value.type == "string")
        if value.type == "array":
            items = [c for c in value.named_children if c.type != "comment"]
            for i, item in enumerate(items):
                self._value(item, (*path, i), item.start_byte)
        elif value.type == "inline_table":
            for child in value.named_children:
                if child.type == "pair":
                    self._pair(child, path)

    def _keys(self, node: Node) -> list[str]:
        if node.type == "dotted_key":
            return [key for child in node.named_children for key in self._keys(child)]
        text = (node.text or b"").decode("utf-8")
        return [text[1:-1] if text[:1] in ("'", '"') else text]

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
            return self._line_column(self._inside(spot.value, fault.offset))
        return self._line_column(self._character(spot.key if fault.key else spot.value))

    def _character(self, byte: int) -> int:
        return len(self._bytes[:byte].decode("utf-8"))

    def _inside(self, byte: int, offset: int) -> int:
        """Where a character of a string's value stands in the file."""
        place = self._character(byte)
        text = self._text
        quote = text[place]
        long = text.startswith(quote * 3, place)
        place += 3 if long else 1
        if long and text.startswith("\n", place):
            place += 1
        for _ in range(offset):
            place += _width(text, place) if quote == '"' else 1
        return min(place, len(text) - 1)

    def _line_column(self, place: int) -> tuple[int, int]:
        before = self._text[:place]
        return before.count("\n") + 1, place - (before.rfind("\n") + 1) + 1


def _width(text: str, place: int) -> int:
    """How many characters of the file one character of a basic string takes."""
    if text[place : place + 1] != "\\":
        return 1
    after = text[place + 1 : place + 2]
    if after in ("u", "U"):
        return 6 if after == "u" else 10
    if after.isspace():
        rest = text[place + 1 :]
        return 1 + len(rest) - len(rest.lstrip()) + 1
    return 2


def located(faults: list[Fault], files: list[SourceFile]) -> tuple[Diagnostic, ...]:
    """Faults as diagnostics, in the order of the files and their lines."""
    indexes = {file.name: Index(file.text) for file in files}
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
