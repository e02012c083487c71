"""Translations: whole, of today's texts, and with the same values and links."""

from __future__ import annotations

from pathlib import Path
from typing import Iterable, Mapping, NamedTuple

from game.reader.checks.matter import Matter
from game.reader.faults import Fault, severity
from game.reader.files import MANIFEST
from game.reader.keyed import Keyed, keyed_texts
from game.reader.locale import Entry, misfit, name_of, read_translation


class Codes(NamedTuple):
    """What is said of missing, stale and ill-fitting translations."""

    missing: str
    stale: str
    misfit: str


ERRORS = Codes("E801", "E802", "E803")
WARNINGS = Codes("W801", "W802", "W803")
UNTRANSLATED = (*ERRORS, "E804")
"""Errors that a story can be played with, in its own words where others are lacking."""


def check_translations(matter: Matter) -> None:
    """Every language of the story but its own, once the story itself has no error."""
    languages = list(matter.story.manifest.languages.items())[1:]
    faults = matter.sink.faults
    if not languages or any(severity(fault.code) == "error" for fault in faults):
        return
    _shared(matter)
    for language, state in languages:
        _Language(matter, language, ERRORS if state == "complete" else WARNINGS).check()


def _shared(matter: Matter) -> None:
    """Texts of which the translator could not tell one from the other."""
    seen: dict[str, str] = {}
    for text in keyed_texts(matter.story):
        if seen.setdefault(text.key, text.source) != text.source:
            section, id = text.place
            matter.sink.file, path = matter.draft.shelves[section].place(id)
            message = f"Another text has the translation key `{text.key}` too."
            hint = "give one of the two another id"
            matter.sink.add("W806", (*path, *text.path), message, hint)


class _Language:
    def __init__(self, matter: Matter, language: str, codes: Codes) -> None:
        self._matter = matter
        self._language = language
        self._codes = codes
        self._file = name_of(language)

    def check(self) -> None:
        before = len(self._matter.sink.faults)
        folder = Path(self._matter.story.folder)
        entries = read_translation(folder, self._language, self._matter.sink)
        if len(self._matter.sink.faults) > before:
            return
        texts: dict[str, Keyed] = {}
        for text in keyed_texts(self._matter.story, self._language):
            texts.setdefault(text.key, text)
        self._missing(texts, {entry.key for entry in entries if entry.text}, bool(entries))
        for entry in entries:
            if entry.text:
                self._entry(entry, texts.get(entry.key))

    def _missing(self, texts: Mapping[str, Keyed], done: Iterable[str], begun: bool) -> None:
        lacking = [key for key in texts if key not in set(done)]
        if not lacking:
            return
        first = f"; the first is `{lacking[0]}`" if begun else ""
        message = f"{len(lacking):,} of {len(texts):,} texts are not in `{self._language}`{first}."
        hint = f"author translate {self._language} --out writes them all into a file"
        if begun:
            self._note(self._codes.missing, 1, message, hint)
        else:
            code, path = self._codes.missing, ("languages", self._language)
            self._matter.sink.add(code, path, message, hint, key=True, file=MANIFEST)

    def _entry(self, entry: Entry, text: Keyed | None) -> None:
        if text is None:
            message = f"No text of the story has the key `{entry.key}`."
            self._note("W805", entry.line, message, "it was removed or renamed")
        elif entry.doubtful or entry.source != text.source:
            message = f"The text `{entry.key}` has changed since it was translated."
            self._note(
                self._codes.stale, entry.line, message, "look it over, and take away the word fuzzy"
            )
        else:
            wrong = misfit(text.source, entry.text)
            if wrong is not None:
                message = f"The translation of `{entry.key}` does not go with its text. {wrong}"
                self._note(self._codes.misfit, entry.line, message, None)

    def _note(self, code: str, line: int, message: str, hint: str | None) -> None:
        fault = Fault(code, self._file, (), message, hint, line=line, column=1)
        self._matter.sink.faults.append(fault)
