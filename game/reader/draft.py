"""Files sorted into sections: the story before anything in it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Iterator

from game.model import Manifest, Story, Style
from game.reader import chapter_shapes as chapters
from game.reader import history_shapes as history
from game.reader import node_shapes as nodes
from game.reader import story_shapes as story
from game.reader.faults import Path, Sink
from game.reader.files import MANIFEST, SourceFile
from game.reader.past import recollected
from game.reader.shape import ID, Table, bad_id
from game.reader.shelf import Shelf
from game.reader.wrong import wrong

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
    "chapter": ("chapters", chapters.CHAPTER),
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
    """A story's tables by section, unread.

    Attributes:
        lost: Names of what syntax errors made unreadable, wholly or in part.
        blind: Whether a whole file could not be read.
        doubtful: Names of variables and derived values that are wrongly declared.
    """

    files: list[SourceFile]
    shelves: dict[str, Shelf[Any]]
    head: dict[str, Any]
    style: tuple[Any, str] | None
    lost: set[str] = field(default_factory=set)
    blind: bool = False
    doubtful: set[str] = field(default_factory=set)

    @property
    def whole(self) -> bool:
        """Whether everything that is written has been read."""
        return not self.lost and not self.blind

    def may_hold(self, id: str) -> bool:
        """Whether a name may be among what could not be read."""
        unsure = self.blind or id in self.doubtful
        return unsure or (bool(self.lost) and not self.lost.isdisjoint((id, *id.split("."))))


def draft_of(files: list[SourceFile], sink: Sink) -> Draft:
    """Sort the tables of all files into sections, noting ids used twice."""
    shelves: dict[str, Shelf[Any]] = {
        name: Shelf(name, table, name in KEYED) for name, (_, table) in (KEYED | LISTED).items()
    }
    draft = Draft(files, shelves, {}, None)
    for file in files:
        sink.file = file.name
        draft.lost |= file.lost
        draft.blind |= file.blind
        for key, value in file.data.items():
            _sort(draft, file.name, key, value, sink)
    _namespaces(draft, sink)
    return draft


def _sort(draft: Draft, file: str, key: str, value: Any, sink: Sink) -> None:
    if key in KEYED:
        _keyed(draft, file, (key, key), value, sink)
    elif key in LISTED:
        _listed(draft, file, (key, key), value, sink)
    elif key == "style":
        draft.style = (value, file)
    elif file == MANIFEST and (key in story.MANIFEST.fields or type(value) not in (dict, list)):
        draft.head[key] = value
    else:
        _stray(draft, file, key, value, sink)


def _stray(draft: Draft, file: str, key: str, value: Any, sink: Sink) -> None:
    """A table that does not exist. One that was surely meant is read all the same."""
    near = sink.nearest(key.lower(), SECTIONS, 0.75)
    example = f"headings look like [node.{key}]" if type(value) is dict else None
    hint = sink.meant(key.lower(), SECTIONS, example)
    if key in story.MANIFEST.fields:
        hint = f"it belongs into {MANIFEST}, above the first heading"
    sink.add("E201", (key,), f"A story has no table `{key}`.", hint, key=True)
    if near in KEYED and near is not None:
        _keyed(draft, file, (key, near), value, sink)
    elif near in LISTED and near is not None:
        _listed(draft, file, (key, near), value, sink)
    else:
        draft.lost |= {key, *_ids(value)}


def _keyed(draft: Draft, file: str, names: tuple[str, str], value: Any, sink: Sink) -> None:
    """Shelve the tables of a section. `names` has its name as written, and as it should be."""
    key, section = names
    if type(value) is not dict:
        _misshapen(draft, value, f"tables written [{section}.id]", key, sink)
        return
    for id, raw in value.items():
        path = (key, id)
        if not draft.shelves[section].put(id, raw, file, path):
            _twice(draft.shelves[section], id, path, sink)


def _listed(draft: Draft, file: str, names: tuple[str, str], value: Any, sink: Sink) -> None:
    key, section = names
    if type(value) is not list:
        _misshapen(draft, value, f"tables written [[{section}]]", key, sink)
        return
    for i, raw in enumerate(value):
        path: Path = (key, i)
        id = raw.get("id") if type(raw) is dict else None
        name = id if type(id) is str else f"\0{file} {key} {i}"
        if not draft.shelves[section].put(name, raw, file, path):
            _twice(draft.shelves[section], name, (*path, "id"), sink)


def _misshapen(draft: Draft, value: Any, wanted: str, key: str, sink: Sink) -> None:
    wrong(value, wanted, (key,), sink)
    draft.lost |= {key, *_ids(value)}


def _ids(value: Any) -> Iterator[str]:
    """Every key and id in a value of the wrong shape."""
    if type(value) is dict:
        yield from value
    for row in value if type(value) is list else (value,):
        id = row.get("id") if type(row) is dict else None
        if type(id) is str:
            yield id


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
