"""What is wrong with a line that is not TOML, in words for people who do not program."""

from __future__ import annotations

import re
from typing import NamedTuple

import tomli


class Saying(NamedTuple):
    """A syntax error in plain words."""

    code: str
    message: str
    hint: str | None = None


_QUOTES = "a text with quotation marks in it, or of several lines, goes between three of them"
_LINE = Saying(
    "E104",
    "This line is neither `key = value` nor a heading in square brackets.",
    "a note of your own begins with #",
)
_SLASH = Saying(
    "E104",
    "A backslash in a text begins a code such as \\n, and this is none.",
    "for a plain backslash write two",
)
_OPEN = Saying("E104", "A quotation mark is missing at the end of this text.", _QUOTES)
_TWICE = Saying("E104", "This key stands twice in its table.", "keep one of the two")
OPEN_TEXT = Saying(
    "E104",
    "The three quotation marks that open here are not closed.",
    "write three more at the end of the text",
)
OPEN_LIST = Saying(
    "E104",
    "This list is not closed, or a comma is missing in it.",
    "a list is written [1, 2, 3]",
)
_SAYINGS = {
    "Unterminated string": _OPEN,
    "Illegal character '\\n'": _OPEN,
    "Expected \"'": _OPEN,
    "Illegal character": Saying(
        "E104", "There is a character here that cannot be seen and may not stand in a story."
    ),
    "Expected newline": Saying(
        "E104", "Something stands behind the end of the value, where the line should end.", _QUOTES
    ),
    "Expected '='": _LINE,
    "Invalid statement": _LINE,
    "Invalid initial character": _LINE,
    "Unclosed array": OPEN_LIST,
    "Unclosed inline table": Saying(
        "E104",
        "The brace that opens here is not closed on its line, or a comma is missing.",
        "it is written { scene = 'council', then = 'river' }",
    ),
    "Expected ']": Saying(
        "E104",
        "The heading is not closed, or has a character that may not stand in it.",
        "headings look like [node.far-side] or [[campaign]]",
    ),
    "Cannot overwrite": _TWICE,
    "Duplicate inline": _TWICE,
    "Cannot declare": Saying(
        "E206", "This heading stands twice in the file.", "give one of the two another id"
    ),
    "Cannot mutate": Saying("E206", "This heading adds to a table that is already complete."),
    "Unescaped": _SLASH,
    "Invalid hex": _SLASH,
    "Escaped character": _SLASH,
}


def saying(fault: tomli.TOMLDecodeError) -> Saying:
    """A TOML syntax error in plain words."""
    line, _, _ = fault.doc[fault.pos :].partition("\n")
    line = fault.doc[fault.doc.rfind("\n", 0, fault.pos) + 1 : fault.pos] + line
    if fault.msg.startswith("Invalid value"):
        return _value(fault.doc[fault.pos : fault.pos + 8])
    for beginning, said in _SAYINGS.items():
        if fault.msg.startswith(beginning):
            return _fitting(said, line, fault.doc[max(fault.pos - 8, 0) : fault.pos + 1])
    return Saying("E104", f"This is not TOML: {fault.msg[:1].lower()}{fault.msg[1:]}.")


def _fitting(said: Saying, line: str, around: str) -> Saying:
    """The same with a better hint, where the line shows what was meant."""
    if said is _TWICE and line.lstrip().startswith("["):
        return _BRACKETS
    for code, pattern, hint in () if said is OPEN_LIST else _HINTS:
        if said.code == code and re.search(pattern, around if pattern in _NEAR else line):
            return said._replace(hint=hint)
    return said


_BRACKETS = Saying(
    "E104",
    "This heading does not go with one above it.",
    "all headings of a list have two brackets, as in [[node.river.choice]]",
)
_NEAR = (r"\d,\d+\s*$", r"\d \d")
_HINTS = (
    ("E104", r"\d,\d+\s*$", "a number has no commas in it"),
    ("E104", r"\d \d", "a number has no spaces in it"),
    ("E104", r"\b(visits|chosen)\(\"", "write single quotation marks, as in visits('node')"),
    (
        "E104",
        r"^\s*(at|from|to)\s*=\s*\d",
        "a date is 1945-08-09, a time 1945-08-09T01:00:00+10:00",
    ),
    (
        "E104",
        r"^\s*[\w-]+\s*=\s*\d",
        "a text needs quotation marks; a number has nothing else in it",
    ),
    ("E104", r"^\s*[\w-]+\s*:", "write `=` in place of the colon"),
    ("E104", r"^\s*[\w-]+[ \t]+[\"'\d\[{]", "an `=` is missing behind the key"),
    ("E104", r"^\s*[a-z]+\.[\w.-]+\]", "a heading begins with a bracket, [ or [["),
    ("E104", "\u00a0", "one of the spaces is of another kind; delete it and type it anew"),
    (
        "E206",
        r"^\s*\[[\w-]+\.[\w-]+\.",
        "headings of a list have two brackets: [[node.river.choice]]",
    ),
)


def _value(seen: str) -> Saying:
    if not seen.strip() or seen[0] in "\n#":
        return Saying("E104", "The value is missing.", "something must stand behind the `=`")
    if seen[0] in "“”„«‘’":
        hint = "use straight ones, \" or ', at both ends"
        return Saying("E104", "These quotation marks are typographic ones.", hint)
    if seen.lower().startswith(("true", "false", "yes", "no")):
        return Saying("E104", "This is no value.", "it is `true` or `false`, in small letters")
    return Saying("E104", "This is no value.", "a text needs quotation marks at both ends")
