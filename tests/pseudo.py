"""A language that shows what was translated: two scripts, one for the interface, one for the story.

Every Latin letter of the interface becomes a Cyrillic one, every Latin letter of
the story an Armenian one, one for one, so that nothing changes its place. What
is still Latin on the screen has escaped translation.
"""

from __future__ import annotations

import gettext
import re
import string
from typing import Iterator, Mapping

from game.tongue import Tongue

LATIN = string.ascii_uppercase + string.ascii_lowercase
INTERFACE = str.maketrans(
    LATIN, "".join(chr(0x410 + i) for i in range(26)) + "".join(chr(0x430 + i) for i in range(26))
)
STORY = str.maketrans(
    LATIN, "".join(chr(0x531 + i) for i in range(26)) + "".join(chr(0x561 + i) for i in range(26))
)
BACK = {ord(new): ord(old) for table in (INTERFACE, STORY) for old, new in
        zip(LATIN, (chr(table[ord(c)]) for c in LATIN), strict=True)}  # fmt: skip
PLACEHOLDER = re.compile(r"(\{[^{}]*\})")
MARKUP = re.compile(r"(`.|\{[^{}]*\}|\[\[[^|\]]*\|)")


def interface(words: str) -> str:
    """A string of the interface."""
    return _but(PLACEHOLDER, words, INTERFACE)


def story(text: str) -> str:
    """A text of the story."""
    return _but(MARKUP, text, STORY)


def english(text: str) -> str:
    """A text read back, for messages."""
    return text.translate(BACK)


def _but(kept: re.Pattern[str], text: str, table: dict[int, int]) -> str:
    parts = kept.split(text)
    return "".join(part if i % 2 else part.translate(table) for i, part in enumerate(parts))


class Interface(gettext.NullTranslations):
    """The interface in its script."""

    def gettext(self, message: str) -> str:
        return interface(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return interface(msgid1 if n == 1 else msgid2)


class Texts(Mapping[str, str]):
    """The story's texts in theirs, whatever their keys."""

    def __getitem__(self, key: str) -> str:
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 1

    def get(self, key: str, default: str = "") -> str:  # type: ignore[override]
        return story(default)


def pseudo() -> Tongue:
    """The language."""
    return Tongue("qps", Interface(), Texts())


def escaped(text: str, allowed: frozenset[str] = frozenset()) -> list[str]:
    """The Latin words of a text that are neither names of keys nor allowed."""
    words = re.findall(r"[A-Za-z][A-Za-z'+-]*", text)
    return [word for word in words if word not in allowed]
