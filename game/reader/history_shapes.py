"""The shapes of the fact base and the codex."""

from __future__ import annotations

from typing import Any

from game import model as m
from game.reader.faults import Path, Sink
from game.reader.part_shapes import ID, IDS, SPOT, TEXT, TEXTS
from game.reader.shape import Field, ListOf, Number, Table, Word

ORIGIN = Word(("article", "other", "recall"))
CONFIDENCE = Word(("stated", "claimed", "disputed", "inferred"))
SIDE = Word(("soviet", "japanese", "chinese", "korean", "american", "british", "other"))
NUMBER = Number()


def _figure_after(values: dict[str, Any], path: Path, out: Sink) -> None:
    if not {"value", "low", "high"} & values.keys():
        out.add("E202", path, "A figure lacks `value`, `low` or `high`.", key=True)


FIGURE = Table(
    "a figure",
    m.Figure,
    {
        "what": Field(TEXT, required=True),
        "unit": Field(TEXT, required=True),
        "by": Field(TEXT, required=True),
        "value": Field(NUMBER),
        "low": Field(NUMBER),
        "high": Field(NUMBER),
    },
    checks=_figure_after,
)
FACT = Table(
    "a fact",
    m.Fact,
    {
        "statement": Field(TEXT, required=True),
        "when": Field(TEXT),
        "where": Field(ID),
        "who": Field(IDS),
        "figures": Field(ListOf(FIGURE)),
        "source": Field(ID, required=True),
        "section": Field(TEXT),
        "origin": Field(ORIGIN),
        "confidence": Field(CONFIDENCE),
        "note": Field(TEXT),
        "renamed_from": Field(IDS),
    },
)
SOURCE = Table(
    "a source",
    m.Source,
    {
        "name": Field(TEXT, required=True),
        "kind": Field(ID, required=True),
        "origin": Field(ORIGIN),
        "detail": Field(TEXT),
        "reliability": Field(TEXT),
        "note": Field(TEXT),
    },
)
_ENTRY = {
    "name": Field(TEXT, required=True),
    "text": Field(TEXT, required=True),
    "other_names": Field(TEXTS),
    "speak": Field(TEXT),
    "basis": Field(ORIGIN),
    "facts": Field(IDS),
    "note": Field(TEXT),
}
PERSON = Table("a person", m.Person, _ENTRY | {"role": Field(TEXT), "side": Field(SIDE)})
UNIT = Table(
    "a unit",
    m.Unit,
    _ENTRY | {"side": Field(SIDE), "parent": Field(ID), "commander": Field(ID)},
)
PLACE = Table(
    "a place",
    m.Place,
    _ENTRY
    | {
        "at": Field(SPOT),
        "accuracy": Field(Word(("good", "fair", "rough", "region"))),
        "modern": Field(TEXT),
    },
)
TERM = Table("a term", m.Term, _ENTRY)
READING = Table(
    "a reading",
    m.Reading,
    {"by": Field(TEXT, required=True), "says": Field(TEXT, required=True), "fact": Field(ID)},
)
CONFLICT = Table(
    "a conflict",
    m.Conflict,
    {
        "title": Field(TEXT, required=True),
        "text": Field(TEXT, required=True),
        "shown": Field(TEXT),
        "readings": Field(ListOf(READING)),
        "facts": Field(IDS),
        "speaks_to": Field(IDS),
        "topic": Field(TEXT),
        "note": Field(TEXT),
    },
)
