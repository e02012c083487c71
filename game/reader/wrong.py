"""A value of the wrong type, in words, and what to do about it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from game.reader.faults import Path, Sink


def kind_of(value: Any) -> str:
    """A TOML value's type in words."""
    for kinds, words in _KINDS:
        if isinstance(value, kinds):
            return words
    return "something else"


_KINDS: tuple[tuple[tuple[type, ...], str], ...] = (
    ((bool,), "true or false"),
    ((int,), "a whole number"),
    ((float,), "a number with a fraction"),
    ((str,), "a text"),
    ((list,), "a list"),
    ((dict,), "a table"),
    ((datetime,), "a date and time"),
    ((date,), "a date"),
    ((time,), "a time of day"),
)


def wrong(value: Any, wanted: str, path: Path, out: Sink) -> None:
    """Note a value of the wrong type."""
    message = f"{name_of(path)} should be {wanted}, and is {kind_of(value)}."
    out.add("E203", path, message, _remedy(value, wanted, path))


def name_of(path: Path) -> str:
    """What a value is called, for messages: its key, or its place in a list."""
    if path and isinstance(path[-1], int):
        return f"Number {path[-1] + 1} of {name_of(path[:-1])}"
    return f"`{path[-1]}`" if path else "the file"


def _remedy(value: Any, wanted: str, path: Path) -> str | None:
    if wanted.startswith("tables written"):
        return f"its headings are {wanted.removeprefix('tables written ')}, with these brackets"
    if type(value) is time:
        return "write the day as well, as in 1945-08-09T01:00:00+10:00"
    if wanted.startswith("a list"):
        if type(value) is dict:
            return f"its heading has two brackets: [[{'.'.join(map(str, path))}]]"
        return "put square brackets around it, even around one thing alone"
    if type(value) is str:
        quoted = wanted.startswith(("a whole number", "a number", "true", "a date"))
        return "take away the quotation marks" if quoted else None
    if wanted in ("a text", "an id") and type(value) not in (dict, list):
        return "put quotation marks around it"
    return None
