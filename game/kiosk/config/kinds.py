"""Kinds of values in a configuration: how each is read from TOML, and written as TOML."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol


class Unfit(Exception):
    """A value that is not of its kind; the words say what it should be."""


class Kind(Protocol):
    """One kind of value."""

    def read(self, value: Any, base: Path) -> Any:
        """The value as the program uses it.

        Args:
            value: What TOML gave.
            base: The folder that paths are written from.

        Raises:
            Unfit: if it is none of this kind.
        """
        ...

    def write(self, value: Any) -> str:
        """The value as TOML."""
        ...

    def wanted(self) -> str:
        """What the value should be, in words."""
        ...

    def range(self) -> str:
        """A sentence that tells what is allowed, where the key's own words do not; or nothing."""
        ...


def quoted(words: str) -> str:
    """A text as TOML has it."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


@dataclass(frozen=True, slots=True)
class Truth:
    """True or false."""

    def read(self, value: Any, base: Path) -> bool:
        if type(value) is not bool:
            raise Unfit(self.wanted())
        return value

    def write(self, value: bool) -> str:
        return "true" if value else "false"

    def wanted(self) -> str:
        return "true or false, without quotation marks"

    def range(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two others, both allowed."""

    low: int
    high: int

    def read(self, value: Any, base: Path) -> int:
        if type(value) is not int or not self.low <= value <= self.high:
            raise Unfit(self.wanted())
        return value

    def write(self, value: int) -> str:
        return str(value)

    def wanted(self) -> str:
        return f"a whole number from {self.low} to {self.high}"

    def range(self) -> str:
        return f"From {self.low} to {self.high}."


@dataclass(frozen=True, slots=True)
class Number:
    """A number between two others, both allowed; a fraction may be given."""

    low: float
    high: float

    def read(self, value: Any, base: Path) -> float:
        if type(value) not in (int, float) or not self.low <= value <= self.high:
            raise Unfit(self.wanted())
        return float(value)

    def write(self, value: float) -> str:
        return repr(float(value))

    def wanted(self) -> str:
        return f"a number from {self.low:g} to {self.high:g}"

    def range(self) -> str:
        return f"From {self.low:g} to {self.high:g}."


@dataclass(frozen=True, slots=True)
class Text:
    """A text that matches a pattern; `words` say which texts do."""

    pattern: str
    words: str

    def read(self, value: Any, base: Path) -> str:
        if type(value) is not str or not re.fullmatch(self.pattern, value):
            raise Unfit(self.wanted())
        return value

    def write(self, value: str) -> str:
        return quoted(value)

    def wanted(self) -> str:
        return self.words

    def range(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]

    def read(self, value: Any, base: Path) -> str:
        if value not in self.words:
            raise Unfit(self.wanted())
        return str(value)

    def write(self, value: str) -> str:
        return quoted(value)

    def wanted(self) -> str:
        return " or ".join(f'"{word}"' for word in self.words)

    def range(self) -> str:
        return f"Either {self.wanted()}."


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one kind, none twice; at least so many."""

    kind: Kind
    least: int = 0

    def read(self, value: Any, base: Path) -> tuple[Any, ...]:
        if type(value) is not list:
            raise Unfit(self.wanted())
        try:
            found = tuple(self.kind.read(item, base) for item in value)
        except Unfit:
            raise Unfit(self.wanted()) from None
        if len(found) < self.least or len(set(found)) < len(found):
            raise Unfit(self.wanted())
        return found

    def write(self, value: tuple[Any, ...]) -> str:
        return f"[{', '.join(self.kind.write(item) for item in value)}]"

    def wanted(self) -> str:
        some = f", at least {self.least}" if self.least else ""
        return f"a list in square brackets, nothing twice{some}, each {self.kind.wanted()}"

    def range(self) -> str:
        return self.kind.range()


@dataclass(frozen=True, slots=True)
class Place:
    """A file or folder, from the folder of the configuration; empty for none if that may be."""

    may_be_empty: bool = False

    def read(self, value: Any, base: Path) -> Path | None:
        if type(value) is not str or "\0" in value or not (value or self.may_be_empty):
            raise Unfit(self.wanted())
        return base / value if value else None

    def write(self, value: Path | None) -> str:
        return quoted("" if value is None else value.as_posix())

    def wanted(self) -> str:
        empty = ', or "" for none' if self.may_be_empty else ""
        return f"a path in quotation marks{empty}"

    def range(self) -> str:
        return ""
