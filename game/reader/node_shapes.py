"""The shapes of nodes, and of what is on them."""

from __future__ import annotations

from typing import Any

from game import model as m
from game.reader.faults import Path, Sink
from game.reader.part_shapes import (
    AT,
    BASIS,
    ID,
    IDS,
    LEDGER,
    PROSE,
    SIDE,
    SPOT,
    TEXT,
    TEXTS,
    WAYS,
    conditions,
)
from game.reader.shape import Either, Field, ListOf, Table, Truth, Word

_RESULT_FIELDS = {
    "outcome": Field(PROSE),
    "outcome_brief": Field(PROSE),
    "basis": Field(BASIS),
    "effects": Field(TEXTS),
    "ledger": Field(LEDGER),
}
RESULT = Table(
    "a result",
    m.Result,
    _RESULT_FIELDS
    | {
        "goto": Field(WAYS, required=True, into="ways"),
        "if": Field(TEXT, into="condition"),
        "id": Field(ID),
    },
)


def _choice_after(values: dict[str, Any], path: Path, out: Sink) -> None:
    results = values.pop("result", None)
    own = {k: values.pop(k) for k in ("ways", *_RESULT_FIELDS) if k in values}
    if results is None:
        if "ways" not in own:
            message = "A choice lacks `goto` (or a list of results)."
            out.add("E202", path, message, "say which node or ending comes next", key=True)
            own["ways"] = WAYS.filler
        values["results"] = (m.Result(**own),)
    else:
        values["results"] = results or (m.Result(WAYS.filler),)
        values["branched"] = True
        conditions(results, (*path, "result"), out, "result")
        if own:
            key = "goto" if "ways" in own else next(iter(own))
            hint = "move it into each result"
            message = f"A choice with results has no `{key}` of its own."
            out.add("E209", (*path, key), message, hint, key=True)
    _reason(values, path, out)


def _reason(values: dict[str, Any], path: Path, out: Sink) -> None:
    if values.get("enabled_if") and not values.get("disabled_reason"):
        message = "A choice that can be greyed needs a `disabled_reason`."
        out.add("E215", (*path, "enabled_if"), message, key=True)


CHOICE = Table(
    "a choice",
    m.Choice,
    _RESULT_FIELDS
    | {
        "id": Field(ID, required=True),
        "label": Field(TEXT, required=True),
        "detail": Field(TEXT),
        "historical": Field(Truth()),
        "visible_if": Field(TEXT),
        "enabled_if": Field(TEXT),
        "disabled_reason": Field(TEXT),
        "once": Field(Truth()),
        "tags": Field(IDS),
        "goto": Field(WAYS, into="ways"),
        "result": Field(ListOf(RESULT)),
        "renamed_from": Field(IDS),
    },
    after=_choice_after,
)


def _advice_after(values: dict[str, Any], path: Path, out: Sink) -> None:
    if ("who" in values) == ("post" in values):
        message = "Advice comes from a person (`who`) or a post (`post`), and from one of them."
        out.add("E216", path, message, key=True)


ADVICE = Table(
    "advice",
    m.Advice,
    {
        "who": Field(ID),
        "post": Field(TEXT),
        "text": Field(TEXT, required=True),
        "leans": Field(ID),
        "imagined": Field(Truth()),
    },
    checks=_advice_after,
)
RECORD = Table(
    "a record",
    m.Record,
    {
        "text": Field(TEXT, required=True),
        "brief": Field(TEXT),
        "facts": Field(IDS),
        "dispute": Field(TEXT),
        "conflicts": Field(IDS),
        "asides": Field(IDS),
    },
)
MARKER = Table(
    "a marker",
    m.Marker,
    {
        "id": Field(ID, required=True),
        "side": Field(SIDE, required=True),
        "kind": Field(ID, required=True),
        "at": Field(SPOT, required=True),
        "to": Field(SPOT),
        "strength": Field(TEXT),
        "label": Field(TEXT),
        "if": Field(TEXT, into="condition"),
    },
)
FIGURE = Table(
    "a figure",
    m.Picture,
    {"file": Field(TEXT), "kind": Field(ID), "alt": Field(TEXT, required=True)},
)
SENSITIVE = Table(
    "a sensitive note",
    m.Sensitive,
    {"note": Field(TEXT, required=True), "skip": Field(ID)},
)
FALLBACK = Table(
    "a fallback",
    m.Fallback,
    {
        "text": Field(PROSE),
        "effects": Field(TEXTS),
        "ledger": Field(LEDGER),
        "goto": Field(WAYS, required=True, into="ways"),
    },
)
EXIT = Table("an exit", m.Exit, {"text": Field(TEXT, required=True), "facts": Field(IDS)})
NOTE = Table("a note", lambda **_: None, {"text": Field(TEXT, required=True), "by": Field(TEXT)})


def _node_after(values: dict[str, Any], path: Path, out: Sink) -> None:
    values.pop("note", None)
    if bool(values.get("choices")) == bool(values.get("ways")):
        out.add("E210", path, "A node has either choices or one `goto`.", key=True)
        if not values.get("choices"):
            values["ways"] = WAYS.filler
    _one_time(values, path, out)


def _one_time(values: dict[str, Any], path: Path, out: Sink) -> None:
    if values.get("at") and values.get("when"):
        out.add("E209", (*path, "when"), "`at` and `when` do not stand together.", key=True)


NODE = Table(
    "a node",
    m.Node,
    {
        "title": Field(TEXT, required=True),
        "at": Field(AT),
        "when": Field(TEXT),
        "place": Field(ID),
        "effects": Field(TEXTS),
        "brief": Field(PROSE),
        "text": Field(PROSE),
        "known": Field(IDS),
        "hidden": Field(TEXT),
        "sensitive": Field(SENSITIVE),
        "tags": Field(IDS),
        "tally": Field(Truth()),
        "advice": Field(ListOf(ADVICE)),
        "choice": Field(ListOf(CHOICE), into="choices"),
        "goto": Field(WAYS, into="ways"),
        "record": Field(RECORD),
        "fallback": Field(FALLBACK),
        "exit": Field(EXIT),
        "marker": Field(ListOf(MARKER), into="markers"),
        "figure": Field(ListOf(FIGURE), into="pictures"),
        "note": Field(Either(TEXT, ListOf(NOTE))),
        "renamed_from": Field(IDS),
    },
    after=_node_after,
)


def _ending_after(values: dict[str, Any], path: Path, out: Sink) -> None:
    values.pop("note", None)
    _one_time(values, path, out)


ENDING = Table(
    "an ending",
    m.Ending,
    {
        "campaigns": Field(IDS, required=True),
        "title": Field(TEXT, required=True),
        "kind": Field(ID, required=True),
        "at": Field(AT),
        "when": Field(TEXT),
        "place": Field(ID),
        "brief": Field(PROSE),
        "text": Field(PROSE, required=True),
        "facts": Field(IDS),
        "marker": Field(ListOf(MARKER), into="markers"),
        "note": Field(Either(TEXT, ListOf(NOTE))),
        "renamed_from": Field(IDS),
    },
    after=_ending_after,
)
SCENE = Table("a scene", m.Scene, {"start": Field(ID, required=True)})
ASIDE = Table(
    "an aside",
    m.Aside,
    {
        "thread": Field(Word(("city", "other-side")), required=True),
        "title": Field(TEXT, required=True),
        "at": Field(AT),
        "when": Field(TEXT),
        "place": Field(ID),
        "text": Field(TEXT, required=True),
        "facts": Field(IDS),
    },
    checks=_one_time,
)
