"""Shapes: what a TOML value must look like, and what it is read into.

A shape never fails. It notes what is wrong, and gives a filler so that the
rest can still be checked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Callable, Mapping, Protocol

from game.reader.faults import Path, Sink
from game.reader.wrong import name_of, wrong

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


class Shape(Protocol):
    """Anything that reads a TOML value."""

    @property
    def filler(self) -> Any:
        """What stands in for a value that could not be read."""

    def read(self, value: Any, path: Path, out: Sink) -> Any:
        """The value as the model has it; faults go to `out`."""


@dataclass(frozen=True, slots=True)
class Text:
    """A string. Unless `empty`, it must have something in it."""

    empty: bool = False
    filler: str = ""

    def read(self, value: Any, path: Path, out: Sink) -> str:
        if type(value) is not str:
            wrong(value, "a text", path, out)
            return ""
        if not self.empty and not value.strip():
            out.add("E207", path, f"{name_of(path)} is empty.", "write something, or remove it")
        return value


@dataclass(frozen=True, slots=True)
class Id:
    """An id: lower-case words joined by hyphens."""

    filler: str = ""

    def read(self, value: Any, path: Path, out: Sink) -> str:
        if type(value) is not str:
            wrong(value, "an id", path, out)
            return ""
        if not ID.match(value):
            bad_id(value, path, out)
        return value


def better_id(value: str) -> str:
    """The id that comes nearest to some words; empty if none does."""
    return re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")


def bad_id(value: str, path: Path, out: Sink, key: bool = False) -> None:
    """Note an id of the wrong form."""
    better = better_id(value)
    hint = f"did you mean `{better}`?" if better else None
    message = f"`{value}` is no id; an id is lower-case words joined by hyphens."
    out.add("E205", path, message, hint, key=key)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    filler: int = 0

    def read(self, value: Any, path: Path, out: Sink) -> int:
        if type(value) is not int:
            wrong(value, "a whole number", path, out)
            return 0
        if abs(value) > 10**12:
            out.add("E212", path, f"{name_of(path)} is larger than the game can use.")
            return 0
        return value


@dataclass(frozen=True, slots=True)
class Number:
    """A number, whole or not."""

    filler: float = 0

    def read(self, value: Any, path: Path, out: Sink) -> float:
        if type(value) not in (int, float):
            wrong(value, "a number", path, out)
            return 0
        return float(value) if type(value) is float else value


@dataclass(frozen=True, slots=True)
class Truth:
    """`true` or `false`."""

    filler: bool = False

    def read(self, value: Any, path: Path, out: Sink) -> bool:
        if type(value) is not bool:
            wrong(value, "true or false", path, out)
            return False
        return value


@dataclass(frozen=True, slots=True)
class Word:
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def filler(self) -> str:
        """No word."""
        return ""

    def read(self, value: Any, path: Path, out: Sink) -> str:
        if value in self.words and type(value) is str:
            return str(value)
        known = ", ".join(self.words)
        hint = out.meant(value.lower(), self.words) if isinstance(value, str) else None
        out.add("E204", path, f"{name_of(path)} should be one of: {known}.", hint)
        return self.filler


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one shape, read into a tuple."""

    item: Shape
    filler: tuple[Any, ...] = ()

    def read(self, value: Any, path: Path, out: Sink) -> tuple[Any, ...]:
        if type(value) is not list:
            wrong(value, "a list", path, out)
            value = [value] if type(value) in (str, dict) else []
        read = self.item.read
        return tuple([read(v, (*path, i), out) for i, v in enumerate(value)])


@dataclass(frozen=True, slots=True)
class Either:
    """A string read by one shape, anything else by another."""

    text: Shape
    other: Shape
    filler: Any = None

    def read(self, value: Any, path: Path, out: Sink) -> Any:
        return (self.text if type(value) is str else self.other).read(value, path, out)


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A table with free keys and one shape of values."""

    item: Shape
    filler: Mapping[str, Any] = field(default_factory=dict)

    def read(self, value: Any, path: Path, out: Sink) -> dict[str, Any]:
        if type(value) is not dict:
            wrong(value, "a table", path, out)
            return {}
        return {k: self.item.read(v, (*path, k), out) for k, v in value.items()}


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a table: its shape, and the name that the model has for it."""

    shape: Shape
    required: bool = False
    into: str | None = None


Hook = Callable[[dict[str, Any], Path, Sink], None]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with known keys, read into a model type.

    Attributes:
        what: What such a table is called, for messages.
        make: The model type, called with the values by name.
        fields: The keys. A key that is not here is a fault.
        after: Looks at the values read before the type is made; may change them.
        checks: Looks at the values too, but only where nothing is wrong with them.
    """

    what: str
    make: Callable[..., Any]
    fields: Mapping[str, Field]
    after: Hook | None = None
    checks: Hook | None = None
    filler: Any = None
    _needed: tuple[str, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        needed = tuple(key for key, spec in self.fields.items() if spec.required)
        object.__setattr__(self, "_needed", needed)

    def read(self, value: Any, path: Path, out: Sink, id: str | None = None) -> Any:
        if type(value) is not dict:
            wrong(value, f"a table ({self.what})", path, out)
            value, out = {}, Sink()
        values: dict[str, Any] = {} if id is None else {"id": id}
        before = len(out.faults)
        fields = self.fields
        for key, item in value.items():
            known = key if key in fields else self._unknown(key, value, path, out)
            if known is not None:
                spec = fields[known]
                values[spec.into or known] = spec.shape.read(item, (*path, key), out)
        self._missing(values, path, out)
        if self.after is not None:
            self.after(values, path, out)
        if self.checks is not None and len(out.faults) == before:
            self.checks(values, path, out)
        return self.make(**values)

    def _unknown(self, key: str, value: dict[str, Any], path: Path, out: Sink) -> str | None:
        """Note a key that does not exist, and give the key that was surely meant."""
        known = ", ".join(self.fields)
        hint = out.meant(key, self.fields, f"the keys are {known}")
        message = f"{self.what.capitalize()} has no key `{key}`."
        out.add("E201", (*path, key), message, hint, key=True)
        near = out.nearest(key.lower(), self.fields, 0.75)
        return near if near not in value else None

    def _called(self, path: Path) -> str:
        """The table in a message: by its id, if that is in its heading."""
        if len(path) == 2 and isinstance(path[1], str):
            return f"The {self.what.partition(' ')[2]} `{path[1]}`"
        return self.what.capitalize()

    def _missing(self, values: dict[str, Any], path: Path, out: Sink) -> None:
        for key in self._needed:
            spec = self.fields[key]
            if (spec.into or key) not in values:
                out.add("E202", path, f"{self._called(path)} lacks `{key}`.", key=True)
                values[spec.into or key] = spec.shape.filler
