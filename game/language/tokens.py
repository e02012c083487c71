"""Expressions cut into words."""

from __future__ import annotations

import re
from string import ascii_letters, digits
from typing import NamedTuple

from game.language.errors import LanguageError

KEYWORDS = frozenset({"and", "or", "not", "if", "else", "true", "false"})
FUNCTIONS = frozenset({"min", "max", "abs", "visits", "chosen"})
RESERVED = KEYWORDS | FUNCTIONS
"""Words that no variable may be called."""

LONGEST = 4000
"""Characters in one expression; more is refused."""


class Token(NamedTuple):
    """One word: its kind (`number`, `name`, `word`, `string`, `op`, `end`) and place."""

    kind: str
    text: str
    offset: int


_PATTERN = re.compile(
    r"(\s*)([0-9]+(?![\w])|[A-Za-z_][A-Za-z0-9_]*|\"[^\"]*\"|'[^']*'"
    r"|//|==|!=|<=|>=|\+=|-=|[-+*%<>()=,])"
)
_KINDS = {
    **dict.fromkeys(digits, "number"),
    **dict.fromkeys(ascii_letters + "_", "name"),
    **dict.fromkeys("\"'", "string"),
}
"""Kinds by the first character; anything else is an operator."""

_HINTS = {
    "&": "write `and`",
    "|": "write `or`",
    "!": "write `not`",
    "/": "whole division is written `//`",
    "[": "lists are no part of the language",
    ".": 'numbers are whole; write choices as chosen("node.choice")',
}


def tokenize(source: str) -> list[Token]:
    """Cut an expression into tokens, with an `end` token behind the last.

    Raises:
        LanguageError: at the first character that begins no word.
    """
    if len(source) > LONGEST:
        raise LanguageError("E301", f"The expression is longer than {LONGEST} characters.")
    tokens: list[Token] = []
    place = 0
    for space, text in _PATTERN.findall(source):
        place += len(space)
        kind = "word" if text in KEYWORDS else _KINDS.get(text[0], "op")
        # What Token(...) does, in a third of the time.
        tokens.append(tuple.__new__(Token, (kind, text, place)))
        place += len(text)
    if place < len(source.rstrip()):
        raise _strange(source, _gap(source))
    tokens.append(Token("end", "", len(source)))
    return tokens


def _gap(source: str) -> int:
    """Where the first character is that begins no word."""
    place = 0
    while found := _PATTERN.match(source, place):
        place = found.end()
    return len(source) - len(source[place:].lstrip())


def _strange(source: str, place: int) -> LanguageError:
    char = source[place]
    if char.isdigit():
        return LanguageError("E301", "A name cannot begin with a digit.", place)
    return LanguageError(
        "E301", f"The character {char!r} has no meaning here.", place, _HINTS.get(char)
    )
