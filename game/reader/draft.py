"""Files sorted into sections: the story before anything in it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from game.model import Manifest, Story, Style
from game.reader import history_shapes as history
from game.reader import node_shapes as nodes
from game.reader import story_shapes as story
from game.reader.faults import Path, Sink, meant
from game.reader.files import MANIFEST, SourceFile
from game.reader.past import recollected
from game.reader.recover import BROKEN
from game.reader.shape import ID, Table, bad_id, wrong
from game.reader.shelf import Shelf

KEYED: dict[str, tuple[str, Table]] = {
    "variables": ("variables", story.VARIABLE),
    "derived": ("derived", story.DERIVED),
    "node": ("nodes", nodes.NODE),
    "ending": ("endings", nodes.ENDING),
    "scene": ("scenes", nodes.SCENE),
    "aside": ("asides", nodes.ASIDE),
    "fact": ("facts", history.FACT),
    "source": ("sources", history.SOURCE),
    "person": ("people", history.PERSON),
    "unit": ("units", history.UNIT),
    "place": ("places", history.PLACE),
    "term": ("terms", history.TERM),
    "conflict": ("conflicts", history.CONFLICT),
    "chapter": ("chapters", history.CHAPTER),
}
"""Sections whose tables are written `[section.id]`, with the story's name for each."""

LISTED: dict[str, tuple[str, Table]] = {
    "campaign": ("campaigns", story.CAMPAIGN),
    "metric": ("metrics", story.METRIC),
    "anchor": ("anchors", story.ANCHOR),
    "assert": ("asserts", story.ASSERT),
    "playthrough": ("playthroughs", story.PLAYTHROUGH),
}
"""Sections whose tables are written `[[section]]`."""

NAMESPACES = (("node", "ending"), ("person", "unit", "place", "term", "chapter"))
"""Sections whose ids may not meet."""

SECTIONS = (*KEYED, *LISTED, "style")


@dataclass(slots=True)
class Draft:
    """A story's tables by section, unread, and the ids that were lost to syntax errors."""

    files: list[SourceFile]
    shelves: dict[str, Shelf[Any]]
    head: dict[str, Any]
    style: tuple[Any, str] | None
    lost: frozenset[str]


def draft_of(files: list[SourceFile], sink: Sink) -> Draft:
    """Sort the tables of all files into sections, noting ids used twice."""
    shelves: dict[str, Shelf[Any]] = {
        name: Shelf(name, table, name in KEYED) for name, (_, table) in (KEYED | LISTED).items()
    }
    draft = Draft(files, shelves, {}, None, frozenset())
    for file in files:
        sink.file = file.name
        draft.lost |= frozenset(file.data.pop(BROKEN, ()))
        for key, value in file.data.items():
            _sort(draft, file.name, key, value, sink)
    _namespaces(draft, sink)
    return draft


def _sort(draft: Draft, file: str, key: str, value: Any, sink: Sink) -> None:
    if key in KEYED:
        _keyed(draft.shelves[key], file, key, value, sink)
    elif key in LISTED:
        _listed(draft.shelves[key], file, key, value, sink)
    elif key == "style":
        draft.style = (value, file)
    elif file == MANIFEST:
        draft.head[key] = value
    else:
        hint = meant(key, SECTIONS)
        if key in story.MANIFEST.fields:
            hint = f"it belongs into {MANIFEST}"
        sink.add("E201", (key,), f"A story file has no table `{key}`.", hint, key=True)


def _keyed(shelf: Shelf[Any], file: str, key: str, value: Any, sink: Sink) -> None:
    if type(value) is not dict:
        wrong(value, f"tables written [{key}.id]", (key,), sink)
        return
    for id, raw in value.items():
        path = (key, id)
        if not shelf.put(id, raw, file, path):
            _twice(shelf, id, path, sink)


def _listed(shelf: Shelf[Any], file: str, key: str, value: Any, sink: Sink) -> None:
    if type(value) is not list:
        wrong(value, f"tables written [[{key}]]", (key,), sink)
        return
    for i, raw in enumerate(value):
        path: Path = (key, i)
        id = raw.get("id") if type(raw) is dict else None
        name = id if type(id) is str else f"\0{file} {key} {i}"
        if not shelf.put(name, raw, file, path):
            _twice(shelf, name, (*path, "id"), sink)


def _twice(shelf: Shelf[Any], id: str, path: Path, sink: Sink) -> None:
    first, _ = shelf.place(id)
    message = f"The id `{id}` is used twice; it stands in {first} already."
    sink.add("E206", path, message, key=shelf.keyed)


def _namespaces(draft: Draft, sink: Sink) -> None:
    for sections in NAMESPACES:
        owner: dict[str, str] = {}
        for section in sections:
            for id in draft.shelves[section]:
                if id in owner:
                    file, path = draft.shelves[section].place(id)
                    message = f"The id `{id}` belongs to a {owner[id]} already."
                    sink.add("E206", path, message, key=True, file=file)
                owner[id] = section


def check_ids(draft: Draft, sink: Sink) -> None:
    """Note ids of the wrong form among the tables written `[section.id]`."""
    for section in KEYED:
        for id in draft.shelves[section]:
            sink.file, path = draft.shelves[section].place(id)
            if section in ("variables", "derived"):
                if not story.is_name(id):
                    sink.add("E205", path, story.NAME_RULE.format(id), key=True)
            elif id == "return" and section == "node":
                sink.add("E205", path, "`return` is the way out of a scene and no node.", key=True)
            elif not ID.match(id):
                bad_id(id, path, sink, key=True)


def story_of(draft: Draft, folder: str, sink: Sink) -> Story:
    """The story over a draft. The head is read now, the rest when asked for."""
    sink.file = MANIFEST
    manifest: Manifest = story.MANIFEST.read(draft.head, (), sink)
    style = Style()
    if draft.style is not None:
        sink.file = draft.style[1]
        style = story.STYLE.read(draft.style[0], ("style",), sink)
    recalled, remembered = recollected(draft.files, draft.shelves["node"])
    shelves = {into: draft.shelves[name] for name, (into, _) in (KEYED | LISTED).items()}
    anchors = shelves.pop("anchors")
    return Story(
        manifest=manifest,
        style=style,
        anchors=tuple(anchors.values()),
        recalled=recalled,
        remembered=remembered,
        folder=folder,
        **shelves,
    )
