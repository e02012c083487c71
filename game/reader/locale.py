"""Translations of a story's texts: gettext PO files in its `locale` folder."""

from __future__ import annotations

import gettext
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Iterator, Mapping, NamedTuple

from game.language import Break, LanguageError, Link, Print, parse_inline
from game.model import Story
from game.reader.faults import Fault, Sink
from game.reader.files import text_of
from game.reader.keyed import keyed_texts
from game.reader.pseudo import PSEUDO, pseudo
from game.tongue import Tongue, tongue

if TYPE_CHECKING:
    import polib

FOLDER = "locale"
CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*\Z")
"""What the code of a language looks like."""


class Entry(NamedTuple):
    """One translated text.

    Attributes:
        source: The text that it was translated from.
        text: The translation; empty if there is none yet.
        doubtful: Whether it is marked fuzzy.
        line: Where it stands in the file.
    """

    key: str
    source: str
    text: str
    doubtful: bool
    line: int


@dataclass(frozen=True, slots=True)
class Translated:
    """What of a translation can be shown.

    Attributes:
        texts: Translations by key.
        made_from: The story texts that they were made from, by key.
    """

    texts: Mapping[str, str]
    made_from: Mapping[str, str]


def name_of(language: str) -> str:
    """The translation's file in a story's folder."""
    return f"{FOLDER}/{language}.po"


def translated(story: Story, language: str) -> Translated:
    """The texts of a language, as far as they can be shown."""
    if language == PSEUDO:
        rows = [(text.key, text.source) for text in keyed_texts(story)]
        return Translated({key: pseudo(text) for key, text in rows}, dict(rows))
    entries = read_translation(Path(story.folder), language, Sink())
    sound = [e for e in entries if e.text and not e.doubtful and misfit(e.source, e.text) is None]
    return Translated({e.key: e.text for e in sound}, {e.key: e.source for e in sound})


def tongue_for(story: Story, language: str) -> Tongue:
    """The tongue in which a story is read: the interface, and the story's texts."""
    if language == next(iter(story.manifest.languages), "en"):
        return tongue(language)
    found = translated(story, language)
    return tongue(language, found.texts, found.made_from)


def read_translation(folder: Path, language: str, sink: Sink) -> tuple[Entry, ...]:
    """The entries of a language's file; none if there is no such file.

    What makes the file unreadable is noted in the sink, as one fault.
    """
    name = name_of(language)
    if not CODE.match(language) or not (folder / name).exists():
        return ()
    text = text_of(folder, name, sink)
    if text is None:
        return ()
    try:
        file = parsed(text)
        check_plurals(file)
    except BrokenTranslation as fault:
        message = f"This is no translator's file: {fault}"
        sink.faults.append(Fault("E804", name, (), message, line=fault.line, column=1))
        return ()
    return tuple(_entries(file))


class BrokenTranslation(Exception):
    """A PO file cannot be used. The message is one plain sentence."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


def parsed(text: str) -> polib.POFile:
    """A PO file from its text.

    Raises:
        BrokenTranslation: if it has an error.
    """
    import polib

    for number, line in enumerate(text.split("\n"), 1):
        if _OPEN.match(line) and not _CLOSED.match(line):
            raise BrokenTranslation("a quotation mark is missing in this line.", number)
    try:
        # A file's text begins with a comment or a keyword, so it is no file's name.
        return polib.pofile("# \n" + text, encoding="utf-8")
    except (OSError, ValueError, IndexError, KeyError, RecursionError) as fault:
        found = re.search(r"line (\d+)", str(fault))
        place = max(int(found[1]) - 1, 1) if found else 1
        raise BrokenTranslation("a line does not follow the rules of PO.", place) from None


# The library takes a text without its end for one that is a letter shorter.
_OPEN = re.compile(r"[ \t]*(?:msg[a-z_]+(?:\[\d+\])?[ \t]*)?\"")
_CLOSED = re.compile(_OPEN.pattern + r"(?:[^\"\\]|\\.)*\"\s*\Z")


def check_plurals(file: polib.POFile) -> None:
    """See whether a file's plural rules can be read, if it has any.

    Raises:
        BrokenTranslation: if they cannot.
    """
    rule = file.metadata.get("Plural-Forms", "")
    if not rule.strip() or "EXPRESSION" in rule:
        return
    count, _, expression = rule.partition(";")
    try:
        forms = int(count.partition("=")[2])
        choose = gettext.c2py(expression.partition("=")[2].rstrip("; "))
        if not all(0 <= choose(number) < forms for number in range(200)):
            raise ValueError(rule)
    except (ValueError, RecursionError, ZeroDivisionError, OverflowError, SyntaxError):
        raise BrokenTranslation("its plural rule (Plural-Forms) cannot be read.") from None


def _entries(file: polib.POFile) -> Iterator[Entry]:
    for entry in file:
        if not entry.obsolete and entry.msgctxt:
            line = max((entry.linenum or 2) - 1, 1)
            yield Entry(entry.msgctxt, entry.msgid, entry.msgstr, entry.fuzzy, line)


def misfit(source: str, text: str) -> str | None:
    """What in a translation does not go with the text that it was made from, in a sentence."""
    if not _MARKS.search(source) and not _MARKS.search(text):
        return None
    try:
        spans = parse_inline(text)
        wanted = parse_inline(source)
    except LanguageError as fault:
        return fault.message
    for kind, what in ((Print, "the value {%s}"), (Link, "the link [[%s|...]]")):
        has = {getattr(s, "id", getattr(s, "to", "")) for s in spans if isinstance(s, kind)}
        needs = {getattr(s, "id", getattr(s, "to", "")) for s in wanted if isinstance(s, kind)}
        for id in sorted(needs - has):
            return f"It lacks {what % id}."
        for id in sorted(has - needs):
            return f"It has {what % id}, which the text has not."
    if Break in map(type, spans) and Break not in map(type, wanted):
        return "It has a blank line, and the text has none."
    return None


_MARKS = re.compile(r"[`{*]|\[\[|\n[ \t]*\n")
