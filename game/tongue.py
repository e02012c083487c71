"""The language that a player reads: interface words, story texts, numbers."""

from __future__ import annotations

import gettext
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Mapping

LOCALES = Path(__file__).parent / "locale"
"""Translations of the interface, one PO file a language, beside the template for new ones.

They are read as they are: nothing has to be compiled or built.
"""

CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
"""What the code of a language looks like."""


class Catalogue(gettext.NullTranslations):
    """The interface in another language; what is not translated stays English.

    Args:
        text: A PO file's text.
    """

    def __init__(self, text: str) -> None:
        import polib

        super().__init__()
        file = polib.pofile("# \n" + text, encoding="utf-8")  # so that it is no file's name
        rule = file.metadata.get("Plural-Forms", "").partition("plural=")[2].rstrip("; \n")
        self._form = gettext.c2py(rule or "n != 1")
        entries = [entry for entry in file if not entry.obsolete and not entry.fuzzy]
        self._words: dict[str, str] = {e.msgid: e.msgstr for e in entries if e.msgstr}
        self._forms = {e.msgid: e.msgstr_plural for e in entries if e.msgid_plural}

    def gettext(self, message: str) -> str:
        """A string in the other language."""
        return self._words.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """A string in the form that goes with a number."""
        found = self._forms.get(msgid1, {}).get(self._form(n), "")
        return found or super().ngettext(msgid1, msgid2, n)


@dataclass(frozen=True)
class Tongue:
    """Interface words by gettext, story texts by their keys.

    Attributes:
        language: The language's code, such as `en` or `ru`.
        texts: Translated story texts by key (`m-storm.silence.label`); a text
            that is missing is shown as the story has it.
        made_from: The story texts that they were translated from, by key; a
            translation of a text that has changed since is not shown.
    """

    language: str = "en"
    interface: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)
    texts: Mapping[str, str] = field(default_factory=dict)
    made_from: Mapping[str, str] = field(default_factory=dict)

    def say(self, words: str) -> str:
        """An interface string in this language."""
        return self.interface.gettext(words)

    def count(self, one: str, other: str, number: int) -> str:
        """An interface string that agrees with a number; `{n}` in it is the number."""
        return self.interface.ngettext(one, other, number).replace("{n}", self.number(number))

    def text(self, key: str, source: str) -> str:
        """A story text in this language."""
        if not self.texts or self.made_from.get(key, source) != source:
            return source
        return self.texts.get(key, source)

    def number(self, value: int) -> str:
        """A whole number as this language writes it."""
        grouped = f"{value:,}".replace("-", "\u2212")
        return grouped.replace(",", "\u00a0") if self.language[:2] in ("ru", "fr") else grouped


def tongue(
    language: str = "en",
    texts: Mapping[str, str] | None = None,
    made_from: Mapping[str, str] | None = None,
) -> Tongue:
    """The tongue of a language, as far as the interface has been translated."""
    return Tongue(language, interface(language), texts or {}, made_from or {})


def interface(language: str, folder: Path = LOCALES) -> gettext.NullTranslations:
    """The words of the interface in a language; English where there is no translation."""
    path = folder / f"{language}.po"
    if language == "en" or not CODE.fullmatch(language) or not path.is_file():
        return gettext.NullTranslations()
    return Catalogue(path.read_text("utf-8"))


ENGLISH = Tongue()


def N_(words: str) -> str:
    """Mark an interface string that is translated where it is shown."""
    return words
