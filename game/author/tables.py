"""Every kind of table in a story, as the reader's shapes have it.

The shapes are the one truth of keys, types and requiredness. Here they are
walked, and joined with the sentences of `fields.toml` that say what each key is
for; the JSON Schema and the field reference are both made from the result.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Iterator

import tomli

from game.reader import story_shapes as story
from game.reader.draft import KEYED, LISTED
from game.reader.part_shapes import BRANCH, PASSAGE, SCENE_CALL, WHEN
from game.reader.shape import Dictionary, Either, Field, ListOf, Shape, Table

WORDS = Path(__file__).parent / "fields.toml"
SAME = {
    "node.choice.result": "node.choice",
    "node.fallback": "node.choice",
    "ending": "node",
    "aside": "node",
    "derived": "variables",
    "unit": "person",
    "place": "person",
    "term": "person",
    "conflict": "person",
    "chapter": "person",
    "source": "person",
    "anchor": "node",
}
"""Tables whose keys mean what they mean in another one, unless they say otherwise."""

HEAD = "story.toml"
"""What the manifest's own table is called here."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of table.

    Attributes:
        name: By the keys that lead to it, such as `node.choice.result`.
        heading: How its heading is written, with `ID` for an id.
    """

    name: str
    heading: str
    table: Table

    @property
    def about(self) -> str:
        """What such a table is, in a sentence."""
        return sentence(self.name, "_")

    def fields(self) -> Iterator[tuple[str, Field, str]]:
        """Its keys, each with its field and what it is for."""
        for key, field in self.table.fields.items():
            yield key, field, sentence(self.name, key)


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomli.loads(WORDS.read_text(encoding="utf-8"))


def sentence(name: str, key: str) -> str:
    """What a key of a kind of table is for; empty if nobody has written it."""
    own = _words().get(name, {})
    if key in own or name not in SAME:
        return own.get(key, "")
    return sentence(SAME[name], key)


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of table that has a heading, in the order of a reader's need."""
    tops = [Kind(HEAD, "", story.MANIFEST), Kind("style", "[style]", story.STYLE)]
    tops += [Kind(name, f"[[{name}]]", table) for name, (_, table) in LISTED.items()]
    tops += [Kind(name, f"[{name}.ID]", table) for name, (_, table) in KEYED.items()]
    tops.sort(key=lambda kind: ORDER.index(kind.name))
    found: dict[int, Kind] = {}
    for top in tops:
        _gather(top, found)
    found |= {id(table): Kind(name, "{ }", table) for name, table in PARTS.items()}
    return tuple(found.values())


PARTS = {"passage": PASSAGE, "way": BRANCH, "scene-call": SCENE_CALL, "moment": WHEN}
"""Small tables that are written between braces."""


ORDER = (
    *(HEAD, "campaign", "variables", "derived", "metric", "anchor", "style"),
    *("node", "ending", "scene", "aside", "assert", "playthrough"),
    *("fact", "source", "person", "unit", "place", "term", "conflict", "chapter"),
)


def _gather(kind: Kind, found: dict[int, Kind]) -> None:
    if id(kind.table) in found:
        return
    found[id(kind.table)] = kind
    for key, field in kind.table.fields.items():
        for table, listed in _below(field.shape):
            inner = kind.heading.strip("[]")
            heading = f"[[{inner}.{key}]]" if listed else f"[{inner}.{key}]"
            _gather(Kind(f"{kind.name}.{key}", heading, table), found)


def _below(shape: Shape) -> Iterator[tuple[Table, bool]]:
    """The tables in a shape, and whether they stand in a list."""
    match shape:
        case Table():
            yield shape, False
        case ListOf(item=Table() as item):
            yield item, True
        case Either():
            yield from _below(shape.other)
        case Dictionary():
            yield from _below(shape.item)


def of(table: Table) -> Kind:
    """The kind that a table of the reader's is."""
    return next(kind for kind in kinds() if kind.table is table)
