"""Reading on behind a syntax error, so that the rest of a file is checked too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import tomli

from game.reader.faults import Fault, Sink
from game.reader.syntax import OPEN_LIST, OPEN_TEXT, Saying, saying

MOST = 30
"""Syntax errors reported in one file; behind them it is given up."""

HEAD = ""
"""Stands among lost names for the part of a file above its first heading."""

_KEY = r"(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')"
_HEADING = re.compile(r"^[ \t]*(?:\[|[a-z][\w-]*\.[\w.-]+\]).*$", re.MULTILINE)
_WHOLE_HEADING = re.compile(r"^[ \t]*\[\[?[a-z][\w.-]*\]\]?[ \t]*(?:#.*)?$", re.MULTILINE)
_STATEMENT = re.compile(
    rf"^[ \t]*(?:\[|[a-z][\w-]*\.[\w.-]+\]|{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*[ \t]*=)", re.M
)
_OWN_ID = re.compile(r"^[ \t]*id[ \t]*=[ \t]*[\"']?([\w-]+)", re.MULTILINE)
_TOKEN = re.compile(
    r"#[^\n]*|(?P<long>\"\"\"(?:\\.|[^\\])*?\"{3,5}|'''.*?'{3,5})|(?P<open>\"\"\"|''')"
    r"|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'",
    re.DOTALL,
)
_ONE_LINE = ("Expected '='", "Invalid statement", "Invalid initial")
_HEADINGS = ("Expected ']", "Cannot declare", "Cannot mutate")


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a broken file.

    Attributes:
        text: The file with blanks in place of what was left out.
        lost: Names of what was left out, wholly or in part.
        blind: Whether the file had to be given up.
    """

    text: str
    data: dict[str, Any]
    lost: frozenset[str]
    blind: bool = False


@dataclass(frozen=True, slots=True)
class _Gap:
    """A stretch that cannot be read, where to report it, and what to say."""

    start: int
    end: int
    place: int
    said: Saying


def broken(name: str, fault: tomli.TOMLDecodeError) -> Fault:
    """A TOML syntax error as a fault with its place."""
    return _fault(name, fault.doc, _gap(fault.doc, fault))


def recovered(name: str, text: str, fault: tomli.TOMLDecodeError, sink: Sink) -> Rest:
    """The data of a broken file without what has syntax errors, each of which is noted."""
    lost: set[str] = set()
    for _ in range(MOST):
        gap = _gap(text, fault)
        sink.faults.append(_fault(name, text, gap))
        if not text[gap.start : gap.end].strip():
            break
        lost |= _names(text, gap)
        text = text[: gap.start] + _blank(text[gap.start : gap.end]) + text[gap.end :]
        try:
            return Rest(text, tomli.loads(text), frozenset(lost))
        except tomli.TOMLDecodeError as next_fault:
            fault = next_fault
        except (RecursionError, ValueError):
            break
    return Rest(text, {}, frozenset(lost), blind=True)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _fault(name: str, text: str, gap: _Gap) -> Fault:
    line = text.count("\n", 0, gap.place) + 1
    column = gap.place - text.rfind("\n", 0, gap.place)
    return Fault(gap.said.code, name, (), gap.said.message, gap.said.hint, line=line, column=column)


def _names(text: str, gap: _Gap) -> set[str]:
    """The table that the gap is in, and all that is defined in it."""
    above = [found.group() for found in _HEADING.finditer(text, 0, gap.start + 1)]
    inside = [found.group() for found in _HEADING.finditer(text, gap.start, gap.end)]
    names = {HEAD} if not above and not inside[:1] else set()
    for heading in [*above[-1:], *inside]:
        names.update(re.findall(r"[\w-]+", heading.partition("#")[0]))
    return names | {found[1] for found in _OWN_ID.finditer(text, gap.start, gap.end)}


def _gap(text: str, fault: tomli.TOMLDecodeError) -> _Gap:
    unclosed = _open_text(text, fault.pos)
    if unclosed is not None:
        return unclosed
    line = text.rfind("\n", 0, fault.pos) + 1
    starts = [found.start() for found in _STATEMENT.finditer(text)]
    above = [start for start in starts if start <= line]
    said = saying(fault)
    if above[1:] and above[-1] == line and _ran_on(text, line, fault):
        open = said if fault.msg.startswith("Unclosed") else OPEN_LIST
        return _Gap(above[-2], line, _value(text, above[-2]), open)
    if above and not text[line : _line_end(text, line)].strip():
        return _Gap(above[-1], line, _value(text, above[-1]), said)
    if fault.msg.startswith(_HEADINGS) or _HEADING.match(text, line):
        return _Gap(line, _table_end(text, line), line, said)
    if fault.msg.startswith(_ONE_LINE):
        return _Gap(line, _line_end(text, line), fault.pos, said)
    end = next((start for start in starts if start > line), len(text))
    return _Gap(above[-1] if above else line, end, fault.pos, said)


def _ran_on(text: str, line: int, fault: tomli.TOMLDecodeError) -> bool:
    """Whether the parser took the beginning of a line for more of a list above it."""
    at_start = not text[line : fault.pos].strip(" \t[")
    return at_start and fault.msg.startswith(("Unclosed", "Invalid value"))


def _value(text: str, start: int) -> int:
    """Where the value of the statement begins."""
    found = re.compile(r"[^\n=]*=[ \t]*").match(text, start)
    return found.end() if found else start


def _line_end(text: str, line: int) -> int:
    end = text.find("\n", line)
    return end if end >= 0 else len(text)


def _table_end(text: str, line: int) -> int:
    """The next heading that does not belong to the table whose heading is on this line."""
    own = ".".join(re.findall(r"[\w-]+", text[line : _line_end(text, line)])[:2])
    for found in _HEADING.finditer(text, _line_end(text, line)):
        if not f"{found.group().strip(' []')}.".startswith(f"{own}."):
            return found.start()
    return len(text)


def _open_text(text: str, before: int) -> _Gap | None:
    """A long text that swallows a heading, or the rest of the file: it was never closed."""
    for found in _TOKEN.finditer(text):
        if found.start() > before:
            return None
        if found["open"] or found["long"]:
            heading = _WHOLE_HEADING.search(text, found.start())
            end = heading.start() if heading else len(text)
            if found["open"] or end < found.end():
                start = text.rfind("\n", 0, found.start()) + 1
                return _Gap(start, end, found.start(), OPEN_TEXT)
    return None
