"""A language that nobody speaks: every text is shown to have been translated."""

from __future__ import annotations

import re

PSEUDO = "qps"
"""Its code, from those that are kept free for private use."""

_LETTERS = str.maketrans(
    "aeiouyAEIOUYcns",
    "\u00e4\u00eb\u00ef\u00f6\u00fc\u00ff\u00c4\u00cb\u00cf\u00d6\u00dc\u0178\u010d\u00f1\u0161",
)
_MARKUP = re.compile(r"`.|\{[^{}]*\}|\[\[[^|\]]*\||\]\]|\*")


def pseudo(text: str) -> str:
    """A text with other letters, longer, between brackets; its markup is kept."""
    parts, place = [], 0
    for found in _MARKUP.finditer(text):
        parts += [text[place : found.start()].translate(_LETTERS), found.group()]
        place = found.end()
    parts.append(text[place:].translate(_LETTERS))
    longer = "\u00b7" * min(len(text) // 3, 40)
    return f"\u27e6{''.join(parts)}{longer}\u27e7"
