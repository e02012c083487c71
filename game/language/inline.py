"""The inline markup of texts: `{id}`, `*word*`, `[[id|words]]`, and a backquote.

Nothing else is markup. A text can neither style the interface nor trigger an
action in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Union

from game.language.errors import LanguageError


@dataclass(frozen=True, slots=True)
class Plain:
    """Words as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words with weight on them."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a codex entry."""

    text: str
    to: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Print:
    """The value of a variable or metric, or a word that agrees with it.

    Attributes:
        forms: Plural forms by CLDR category; in a form `#` is the number. Empty
            for the value itself.
    """

    id: str
    forms: tuple[tuple[str, str], ...] = ()
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a paragraph."""


Span = Union[Plain, Emphasis, Link, Print, Break]

_TOKEN = re.compile(
    r"`(?P<quoted>[{\[*`])|(?P<link>\[\[)|(?P<brace>\{)|(?P<star>\*)|(?P<break>[ \t]*\n[ \t]*\n\s*)"
)
_LINK = re.compile(r"\[\[(?P<to>[^\[\]|]*)\|(?P<words>[^\[\]|]*)\]\]")
_BRACE = re.compile(r"\{\s*(?P<id>[A-Za-z][\w-]*)\s*(?P<rest>,[^{}]*)?\}")
_FORM = re.compile(r"\s*,\s*(?P<form>[a-z]+)\s*=\s*(?:'(?P<a>[^']*)'|\"(?P<b>[^\"]*)\")")
_SPACES = re.compile(r"[ \t\n]+")  # a space that must not break is left alone
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_INSIDE = re.compile(r"[{`]|\[\[")
_FORMS = ("zero", "one", "two", "few", "many", "other")


@lru_cache(maxsize=32768)
def parse_inline(text: str) -> tuple[Span, ...]:
    """Cut a text into spans. Line breaks become spaces, blank lines `Break`s.

    Raises:
        LanguageError: with the place of the first fault.
    """
    if not _SPECIAL.search(text):
        return (Plain(text.strip()),)
    return tuple(_Cutter(text).spans())


_SPECIAL = re.compile(r"[`{\[*\t\n]|  ")


class _Cutter:
    def __init__(self, text: str) -> None:
        self._text = text.rstrip()
        self._done: list[Span] = []
        self._plain: list[str] = []
        self._place = len(text) - len(text.lstrip())

    def spans(self) -> list[Span]:
        text = self._text
        while self._place < len(text):
            found = _TOKEN.search(text, self._place)
            if found is None:
                break
            self._plain.append(text[self._place : found.start()])
            self._place = found.end()
            self._special(found)
        self._plain.append(text[self._place :])
        self._flush()
        return self._done

    def _special(self, found: re.Match[str]) -> None:
        match found.lastgroup:
            case "quoted":
                self._plain.append(found["quoted"])
            case "break":
                self._add(Break(), found.end())
            case "star":
                self._emphasis(found.start())
            case "link":
                self._link(found.start())
            case _:
                self._print(found.start())

    def _emphasis(self, start: int) -> None:
        end = self._text.find("*", start + 1)
        words = self._text[start + 1 : end] if end > 0 else ""
        if not words.strip() or _BLANK_LINE.search(words):
            raise LanguageError(
                "E501",
                "Emphasis is opened with * and not closed.",
                start,
                "write `* for a plain star",
            )
        mark = _INSIDE.search(words)
        if mark is not None:
            raise LanguageError(
                "E501",
                "Emphasis holds words only; values, links and backquotes stand outside it.",
                start + 1 + mark.start(),
            )
        self._add(Emphasis(_fold(words)), end + 1)

    def _link(self, start: int) -> None:
        found = _LINK.match(self._text, start)
        if found is None or not found["to"].strip() or not found["words"].strip():
            raise LanguageError(
                "E502",
                "A link is written [[codex-id|words]].",
                start,
                "write `[ for a plain bracket",
            )
        self._add(Link(_fold(found["words"]), found["to"].strip(), start), found.end())

    def _print(self, start: int) -> None:
        found = _BRACE.match(self._text, start)
        if found is None:
            raise LanguageError(
                "E503",
                "A placeholder is written {id}, or {id, one = 'tank', other = 'tanks'}.",
                start,
                "write `{ for a plain brace",
            )
        forms = self._forms(found["rest"] or "", start)
        self._add(Print(found["id"], forms, start), found.end())

    def _forms(self, rest: str, start: int) -> tuple[tuple[str, str], ...]:
        forms: list[tuple[str, str]] = []
        place = 0
        while place < len(rest.rstrip()):
            found = _FORM.match(rest, place)
            if found is None or found["form"] not in _FORMS:
                raise LanguageError(
                    "E503",
                    "A plural form is one of one, few, many, other, with words in quotes.",
                    start,
                )
            forms.append((found["form"], found["a"] if found["a"] is not None else found["b"]))
            place = found.end()
        if forms and "other" not in dict(forms):
            raise LanguageError("E503", "The plural form `other` is missing.", start)
        return tuple(forms)

    def _add(self, span: Span, place: int) -> None:
        self._flush()
        self._done.append(span)
        self._place = place

    def _flush(self) -> None:
        text = _fold("".join(self._plain))
        self._plain.clear()
        if text:
            self._done.append(Plain(text))


def _fold(text: str) -> str:
    return _SPACES.sub(" ", text)


def spoken_length(text: str) -> int:
    """How many words a text has, markup aside.

    Raises:
        LanguageError: if the markup is broken.
    """
    spans = parse_inline(text)
    words = "".join(_said(span) for span in spans)
    return len(words.split())


def _said(span: Span) -> str:
    match span:
        case Plain() | Emphasis() | Link():
            return span.text
        case Print():
            return "0"
    return " "
