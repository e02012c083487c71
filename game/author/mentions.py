"""Where a story file mentions ids: which kind of thing each key and string names."""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple

from game.language import LanguageError
from game.language.tokens import FUNCTIONS, tokenize
from game.reader.draft import KEYED, LISTED
from game.reader.faults import Path

GROUPS = {
    "node": "node",
    "ending": "node",
    "variables": "name",
    "derived": "name",
    "person": "entry",
    "unit": "entry",
    "place": "entry",
    "term": "entry",
    "chapter": "entry",
}
"""Sections that share their ids with others, with a word for what they share."""

NAMED_LISTS = frozenset(LISTED) - {"anchor"}


class Mention(NamedTuple):
    """An id in a key or string.

    Attributes:
        group: What sort of thing has the id: a section, a word of `GROUPS`,
            `choice` (its id is `node.choice`), or `printed` for a placeholder.
        start: Where it stands in the key or string, in characters.
    """

    group: str
    id: str
    start: int
    end: int


def group_of(section: str) -> str:
    """The group that a section's ids belong to."""
    return GROUPS.get(section, section)


def in_key(path: Path) -> Iterator[Mention]:
    """What a key mentions."""
    key = str(path[-1])
    if len(path) == 2 and path[0] in KEYED:
        yield Mention(group_of(str(path[0])), key, 0, len(key))
    elif path[-2:-1] == ("ledger",):
        yield Mention("metric", key, 0, len(key))
    elif path[-2:-1] == ("expect",):
        yield Mention("name", key, 0, len(key))


def in_string(path: Path, value: str) -> Iterator[Mention]:
    """What a string mentions."""
    keys = tuple(key for key in path if type(key) is str)
    last = keys[-1]
    if last in _EXPRESSIONS or keys[-2:-1] == ("ledger",):
        yield from _in_expression(value)
    elif last in ("choices", "reachable", "leads"):
        yield from _choice(value, 0)
    elif last in ("leans", "skip") or (keys[0] == "node" and keys[2:] == ("choice", "id")):
        yield Mention("choice", f"{path[1]}.{value}", 0, len(value))
    elif keys[0] == "variables" or keys[-2:-1] == ("expect",):
        yield from _in_variable(keys, value)
    else:
        group = _group(keys)
        if group:
            yield Mention(group, value, 0, len(value))
        elif last != "renamed_from":
            yield from _in_text(value)


_EXPRESSIONS = frozenset({"if", "visible_if", "enabled_if", "effects", "expr", "never", "always"})
_BY_KEY = {
    "goto": "node",
    "then": "node",
    "scene": "scene",
    "known": "fact",
    "facts": "fact",
    "fact": "fact",
    "campaigns": "campaign",
    "speaks_to": "campaign",
    "conflicts": "conflict",
    "asides": "aside",
    "who": "entry",
    "commander": "entry",
    "parent": "entry",
    "where": "entry",
}
_BY_PLACE = {
    ("campaign", "start"): "node",
    ("campaign", "person"): "entry",
    ("scene", "start"): "node",
    ("anchor", "node"): "node",
    ("assert", "at"): "node",
    ("assert", "campaign"): "campaign",
    ("playthrough", "campaign"): "campaign",
    ("playthrough", "ending"): "node",
    ("fact", "source"): "source",
    ("node", "place"): "entry",
    ("ending", "place"): "entry",
    ("aside", "place"): "entry",
}


def _group(keys: tuple[str, ...]) -> str | None:
    """What a string that is one id names, by the keys that lead to it."""
    if len(keys) == 2 and keys[1] == "id" and keys[0] in NAMED_LISTS:
        return group_of(keys[0])
    if keys[2:3] == ("marker",) and keys[3:] in (("id",), ("at",), ("to",)):
        return "entry"
    ends = (keys[0], keys[-1])
    if ends in _BY_PLACE and len(keys) == (2 if keys[0] in LISTED else 3):
        return _BY_PLACE[ends]
    return _BY_KEY.get(keys[-1])


def _choice(value: str, start: int) -> Iterator[Mention]:
    """A string that is a node or ending, or a `node.choice`."""
    node, dot, choice = value.partition(".")
    yield Mention("node", node, start, start + len(node))
    if dot:
        begin = start + len(node) + 1
        yield Mention("choice", value, begin, begin + len(choice))


def _in_variable(keys: tuple[str, ...], value: str) -> Iterator[Mention]:
    if keys[-1] in ("values", "start") or keys[-2:-1] == ("expect",):
        yield Mention("name", value, 0, len(value))
    elif keys[-1] == "campaigns":
        yield Mention("campaign", value, 0, len(value))


def _in_expression(source: str) -> Iterator[Mention]:
    try:
        tokens = tokenize(source)
    except LanguageError:
        return
    for i, token in enumerate(tokens):
        if token.kind == "name" and token.text not in FUNCTIONS:
            yield Mention("name", token.text, token.offset, token.offset + len(token.text))
        elif token.kind == "string" and i > 1 and tokens[i - 2].text in ("visits", "chosen"):
            yield from _choice(token.text[1:-1], token.offset + 1)


_MARKED = re.compile(
    r"`[`{\[*]|\[\[\s*(?P<entry>[^\[\]|]*?)\s*\||\{\s*(?P<printed>[A-Za-z][\w-]*)\s*[,}]"
)


def _in_text(text: str) -> Iterator[Mention]:
    for found in _MARKED.finditer(text):
        group = found.lastgroup
        if group:
            yield Mention(group, found[group], *found.span(group))
