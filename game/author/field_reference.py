"""The story format field by field, in words, made from the reader's shapes."""

from __future__ import annotations

from typing import Iterator

from game.author.tables import HEAD, Kind, kinds
from game.reader.part_shapes import AT, LEDGER, MOMENT, ONE_WAY, PROSE, SPOT, WAYS
from game.reader.shape import (
    Dictionary,
    Either,
    Id,
    ListOf,
    Number,
    Shape,
    Table,
    Truth,
    Whole,
    Word,
)
from game.reader.story_shapes import VALUE

SINGULAR: tuple[tuple[Shape, str], ...] = (
    (PROSE, "text or passages"),
    (WAYS, "way on"),
    (ONE_WAY, "way on"),
    (MOMENT, "moment"),
    (AT, "moment"),
    (LEDGER, "metrics with numbers"),
    (SPOT, "place"),
    (VALUE, "value"),
)


def reference() -> str:
    """Every table of a story with its keys, as Markdown that also reads as plain text."""
    return "\n\n".join(_table(kind) for kind in kinds())


def _table(kind: Kind) -> str:
    rows = "\n".join(_rows(kind))
    return (
        f"### {_title(kind)}\n\n{kind.about}\n\n"
        f"| key | takes | | what it is for |\n| --- | --- | --- | --- |\n{rows}"
    )


def _title(kind: Kind) -> str:
    if kind.name == HEAD:
        return "The head of `story.toml`"
    if kind.heading == "{ }":
        return f"A {kind.name.replace('-', ' ')}, between braces"
    return f"`{kind.heading}`"


def _rows(kind: Kind) -> Iterator[str]:
    rows = sorted(kind.fields(), key=lambda row: not row[1].required)
    for key, field, about in rows:
        needed = "needed" if field.required else ""
        yield f"| `{key}` | {takes(field.shape)} | {needed} | {about.replace('|', '`|`')} |"


def takes(shape: Shape) -> str:
    """What a key takes, in a word or two."""
    found = next((words for known, words in SINGULAR if shape is known), None)
    if found is not None:
        return found
    match shape:
        case Word():
            return ", ".join(f"`{word}`" for word in shape.words)
        case ListOf():
            return _listed(shape.item)
        case Either():
            return f"{takes(shape.text)} or {takes(shape.other)}"
        case Dictionary():
            return f"names with {takes(shape.item)}"
    return _plain(shape)


def _plain(shape: Shape) -> str:
    match shape:
        case Id():
            return "id"
        case Whole():
            return "whole number"
        case Number():
            return "number"
        case Truth():
            return "true or false"
        case Table():
            return "table"
    return "text"


def _listed(item: Shape) -> str:
    many = {"id": "ids", "text": "texts", "table": "tables"}
    one = takes(item)
    return f"list of {many.get(one, one)}"
