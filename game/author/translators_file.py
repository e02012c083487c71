"""A story's texts as a gettext catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Iterator, NamedTuple

from game.language import LanguageError, spoken_length
from game.model import Story
from game.reader.files import MANIFEST
from game.reader.keyed import Keyed, keyed_texts
from game.reader.locate import Index
from game.reader.pseudo import pseudo

if TYPE_CHECKING:
    import polib


class Tally(NamedTuple):
    """What is in a translator's file."""

    texts: int
    words: int
    done: int
    fuzzy: int
    gone: int


def catalogue(
    story: Story, language: str, before: polib.POFile | None, filled: bool = False
) -> tuple[polib.POFile, Tally]:
    """Every text of a story, with what is translated already.

    Args:
        story: A story without errors.
        language: The language's code.
        before: What has been translated so far. Where the text has changed since,
            the translation is kept and marked fuzzy.
        filled: Whether to fill in the test language instead.
    """
    import polib

    made = polib.POFile(wrapwidth=0)
    made.metadata = _head(story, language)
    known = {entry.msgctxt: entry for entry in before or () if not entry.obsolete}
    places = _Places(story)
    seen: set[str] = set()
    for text in keyed_texts(story, language):
        if text.key not in seen:
            seen.add(text.key)
            entry = _entry(story, text, places)
            if filled:
                entry.msgstr = pseudo(text.source)
            else:
                _keep(entry, known.get(text.key))
            made.append(entry)
    return made, _tally(made, sum(key not in seen for key in known if key))


def taken_in(story: Story, language: str, given: polib.POFile) -> tuple[polib.POFile, Tally]:
    """A translator's file as the story keeps it: today's texts, in today's order."""
    made, tally = catalogue(story, language, given)
    rule = given.metadata.get("Plural-Forms")
    if rule:
        made.metadata["Plural-Forms"] = rule
    for key in ("Last-Translator", "Language-Team"):
        if given.metadata.get(key):
            made.metadata[key] = given.metadata[key]
    return made, tally


def _head(story: Story, language: str) -> dict[str, str]:
    manifest = story.manifest
    return {
        "Project-Id-Version": f"{manifest.id} {manifest.version}",
        "Language": language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }


def _entry(story: Story, text: Keyed, places: _Places) -> polib.POEntry:
    import polib

    return polib.POEntry(
        msgctxt=text.key,
        msgid=text.source,
        comment="\n".join(_notes(story, text)),
        occurrences=[places.of(text)],
    )


def _keep(entry: polib.POEntry, before: Any) -> None:
    """Keep a translation; fuzzy, with the text it was made from, if that has changed."""
    if before is None or not before.msgstr:
        return
    entry.msgstr = before.msgstr
    entry.tcomment = before.tcomment
    if before.msgid != entry.msgid:
        entry.flags.append("fuzzy")
        entry.previous_msgid = before.msgid
    elif before.fuzzy:
        entry.flags.append("fuzzy")
        entry.previous_msgid = before.previous_msgid


def _notes(story: Story, text: Keyed) -> Iterator[str]:
    """What a translator should know."""
    section, id = text.place
    yield f"{_KINDS.get(text.kind, text.kind.replace('_', ' ').capitalize())}."
    if text.who:
        yield f"{text.who} speaks."
    node = story.nodes.get(id) if section == "node" else None
    if node is not None and text.kind != "title":
        yield f"On the page: {node.title}."
    limit = story.style.limits.get(text.kind)
    if limit:
        yield f"At most {limit} words."
    if "{" in text.source:
        yield "What is between braces is a value: keep its id; of forms, give those you need."
    if "[[" in text.source:
        yield "In [[id|words]] keep the id and translate the words."


_KINDS = {
    "label": "An order, as a player chooses it; or what a figure is called",
    "detail": "What the order means",
    "disabled_reason": "Why the order cannot be given",
    "advice": "What an adviser would do",
    "post": "The post that speaks, as it stands above its words",
    "outcome": "What follows from the order",
    "brief": "The short form for large text",
    "record": "What was done in 1945",
    "dispute": "Where the sources differ",
    "hidden": "What he could not know",
    "sensitive": "Why one might pass the page over",
    "marker": "A word on the map",
    "gauge": "A word on a gauge",
    "alt": "A picture in words",
}


def _tally(made: polib.POFile, gone: int) -> Tally:
    words = sum(_words(entry.msgid) for entry in made)
    fuzzy = sum(entry.fuzzy for entry in made)
    done = sum(bool(entry.msgstr) and not entry.fuzzy for entry in made)
    return Tally(len(made), words, done, fuzzy, gone)


def _words(text: str) -> int:
    try:
        return spoken_length(text)
    except LanguageError:
        return 0


class _Everything:
    """Wants every table of a file."""

    def __contains__(self, _: object) -> bool:
        return True

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0


class _Places:
    """Files and lines of texts."""

    def __init__(self, story: Story) -> None:
        self._folder = Path(story.folder)
        self._shelves = _shelves(story)
        self._indexes: dict[str, Index] = {}

    def of(self, text: Keyed) -> tuple[str, str]:
        """The file of a text, and its line."""
        section, id = text.place
        file, path = self._shelves[section].place(id) if section else (MANIFEST, ())
        if file not in self._indexes:
            content = (self._folder / file).read_text(encoding="utf-8-sig")
            self._indexes[file] = Index(content, _Everything())
        return file, str(self._indexes[file].line((*path, *text.path)))


def _shelves(story: Story) -> dict[str, Any]:
    from game.reader.draft import KEYED, LISTED

    return {
        name: getattr(story, into)
        for name, (into, _) in (KEYED | LISTED).items()
        if name != "anchor"
    }
