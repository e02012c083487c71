"""JSON Schema (draft 7) of story files, made from the reader's shapes."""

from __future__ import annotations

from typing import Any

from game.author import tables
from game.author.tables import HEAD, Kind
from game.reader.chapter_shapes import Times
from game.reader.draft import KEYED, LISTED
from game.reader.part_shapes import AT, LEDGER, MOMENT, ONE_WAY, PROSE, SPOT, WAYS
from game.reader.shape import (
    Dictionary,
    Either,
    Id,
    ListOf,
    Number,
    Shape,
    Table,
    Text,
    Truth,
    Whole,
    Word,
)
from game.reader.story_shapes import VALUE

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
TEXT: Schema = {"type": "string", "pattern": "\\S"}
ID: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
NAME: Schema = {"pattern": "^[a-z_][a-z0-9_]*$"}
WHOLE: Schema = {"type": "integer", "minimum": -(10**12), "maximum": 10**12}
DAY: Schema = {"type": "string", "format": "date"}
INSTANT: Schema = {"type": "string", "format": "date-time"}


def story_schema() -> Schema:
    """The schema of story.toml: the head, and every section."""
    made = _table(next(kind for kind in tables.kinds() if kind.name == HEAD))
    return _file("The head of a story, story.toml", made["properties"], made["required"])


def part_schema() -> Schema:
    """The schema of the other files of a story: every section, and no head."""
    return _file("A file of a story", {}, [])


def _file(title: str, head: Schema, required: list[str]) -> Schema:
    properties = {**head, **{name: _section(name) for name in (*LISTED, *KEYED)}}
    properties["style"] = _ref("style")
    return {
        "$schema": DRAFT,
        "title": title,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
        "definitions": {kind.name: _table(kind) for kind in tables.kinds() if kind.name != HEAD},
    }


def _section(name: str) -> Schema:
    about = tables.sentence(name, "_")
    if name in LISTED:
        return {"type": "array", "items": _ref(name), "description": about}
    names = NAME if name in ("variables", "derived") else {"pattern": ID["pattern"]}
    return {
        "type": "object",
        "additionalProperties": _ref(name),
        "propertyNames": names,
        "description": about,
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _table(kind: Kind) -> Schema:
    properties = {
        key: _described(schema_of(field.shape), about) for key, field, about in kind.fields()
    }
    return {
        "description": kind.about,
        "type": "object",
        "properties": properties,
        "required": [key for key, field in kind.table.fields.items() if field.required],
        "additionalProperties": False,
        **RULES.get(kind.name, {}),
    }


def _described(schema: Schema, about: str) -> Schema:
    """A schema with words to it; draft 7 hears nothing beside a `$ref`."""
    inner = {"allOf": [schema]} if "$ref" in schema else schema
    return {"description": about, **inner}


def schema_of(shape: Shape) -> Schema:
    """What a shape takes, as JSON Schema."""
    for known, schema in SINGULAR:
        if shape is known:
            return schema
    match shape:
        case Text():
            return {"type": "string"} if shape.empty else TEXT
        case Id():
            return ID
        case Whole():
            return WHOLE
        case Number():
            return {"type": "number"}
        case Truth():
            return {"type": "boolean"}
        case Word():
            return {"enum": list(shape.words)}
        case Times():
            return {"type": "string", "pattern": "^[0-9]{4}"}
    return _compound(shape)


def _compound(shape: Shape) -> Schema:
    match shape:
        case Table():
            return _ref(tables.of(shape).name)
        case ListOf():
            return {"type": "array", "items": schema_of(shape.item)}
        case Either():
            return {"anyOf": [schema_of(shape.text), schema_of(shape.other)]}
        case Dictionary():
            return {"type": "object", "additionalProperties": schema_of(shape.item)}
    return {}


def _one_of(item: Schema) -> Schema:
    rows = {"type": "array", "items": item, "minItems": 1}
    return {
        "type": "object",
        "properties": {"one_of": rows},
        "required": ["one_of"],
        "additionalProperties": False,
    }


def _passages(passage: Schema) -> Schema:
    return {"type": "array", "items": {"anyOf": [TEXT, passage, _one_of(passage)]}}


_CALL = _ref("scene-call")
_PAIR: Schema = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
SINGULAR: tuple[tuple[Shape, Schema], ...] = (
    (PROSE, {"anyOf": [TEXT, _passages(_ref("passage"))]}),
    (WAYS, {"anyOf": [ID, _CALL, _one_of(_ref("way"))]}),
    (ONE_WAY, {"anyOf": [ID, _CALL]}),
    (MOMENT, {"anyOf": [DAY, INSTANT]}),
    (AT, {"anyOf": [DAY, INSTANT, _one_of(_ref("moment"))]}),
    (LEDGER, {"type": "object", "additionalProperties": {"type": ["integer", "string"]}}),
    (SPOT, {"anyOf": [ID, _PAIR]}),
    (VALUE, {"type": ["integer", "boolean", "string"]}),
)
"""The shapes that there is only one of."""


def _needs(*keys: str) -> list[Schema]:
    return [{"required": [key]} for key in keys]


def _of_type(type: str, *keys: str) -> Schema:
    is_so = {"properties": {"type": {"const": type}}, "required": ["type"]}
    return {"if": is_so, "then": {"required": list(keys)}}


_ONE_TIME: Schema = {"not": {"required": ["at", "when"]}}
RULES: dict[str, Schema] = {
    "variables": {"allOf": [_of_type("int", "min", "max"), _of_type("enum", "values")]},
    "metric.claims": {"anyOf": _needs("low", "high")},
    "fact.figures": {"anyOf": _needs("value", "low", "high")},
    "chapter.chart.points": {"anyOf": _needs("value", "low", "high")},
    "node": {"oneOf": _needs("goto", "choice"), **_ONE_TIME},
    "ending": _ONE_TIME,
    "aside": _ONE_TIME,
    "node.advice": {"oneOf": _needs("who", "post")},
    "node.choice": {
        "oneOf": _needs("goto", "result"),
        "dependencies": {"enabled_if": ["disabled_reason"]},
    },
    "assert": {"oneOf": _needs("reachable", "never", "always", "leads")},
}
"""What the reader asks of several keys together, as far as a schema can say it."""
