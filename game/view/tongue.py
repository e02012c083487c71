"""The language that a player reads: interface words, story texts, numbers."""

from __future__ import annotations

import gettext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Mapping

LOCALES = Path(__file__).parent.parent / "locale"
DOMAIN = "ten-days"


@dataclass(frozen=True)
class Tongue:
    """Interface words by gettext, story texts by their keys.

    Attributes:
        language: The language's code, such as `en` or `ru`.
        texts: Translated story texts by key (`m-storm.silence.label`); a text
            that is missing is shown as the story has it.
    """

    language: str = "en"
    interface: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)
    texts: Mapping[str, str] = field(default_factory=dict)

    def say(self, words: str) -> str:
        """An interface string in this language."""
        return self.interface.gettext(words)

    def count(self, one: str, other: str, number: int) -> str:
        """An interface string that agrees with a number; `{n}` in it is the number."""
        return self.interface.ngettext(one, other, number).replace("{n}", self.number(number))

    def text(self, key: str, source: str) -> str:
        """A story text in this language."""
        return self.texts.get(key, source) if self.texts else source

    def number(self, value: int) -> str:
        """A whole number as this language writes it."""
        grouped = f"{value:,}".replace("-", "\u2212")
        return grouped.replace(",", "\u00a0") if self.language[:2] in ("ru", "fr") else grouped


def tongue(language: str = "en", texts: Mapping[str, str] | None = None) -> Tongue:
    """The tongue of a language, as far as the interface has been translated."""
    found = gettext.translation(DOMAIN, LOCALES, [language], fallback=True)
    return Tongue(language, found, texts or {})


ENGLISH = Tongue()


def N_(words: str) -> str:
    """Mark an interface string that is translated where it is shown."""
    return words
