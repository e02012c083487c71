"""Reading on behind a syntax error, so that the rest of a file is checked too."""

from __future__ import annotations

import re
from typing import Any

import tomli

from game.reader.faults import Fault, Sink

MOST = 50
"""Syntax errors reported in one file."""

_HEADER = re.compile(r"^[ \t]*\[", re.MULTILINE)
_OWNER = re.compile(r"^[ \t]*\[{1,2}[ \t]*(node|ending)[ \t]*\.[ \t]*[\"']?([\w-]+)", re.MULTILINE)
BROKEN = "\0broken"
"""Key under which recovered data lists the ids whose tables could not be read."""


def broken(name: str, fault: tomli.TOMLDecodeError) -> Fault:
    """A TOML syntax error as a fault with its place."""
    said = fault.msg[:1].upper() + fault.msg[1:]
    message = f"This is not TOML: {said}."
    return Fault("E104", name, (), message, line=fault.lineno, column=fault.colno)


def recovered(name: str, text: str, fault: tomli.TOMLDecodeError, sink: Sink) -> dict[str, Any]:
    """The data of a broken file without the tables that have syntax errors.

    Each error is noted. The ids of nodes and endings that were left out stand
    under `BROKEN`, so that what refers to them is not called wrong.
    """
    lost: set[str] = set()
    for _ in range(MOST):
        sink.faults.append(broken(name, fault))
        start, end = _table_around(text, fault.lineno)
        lost.update(found[2] for found in _OWNER.finditer(text, start, end))
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
        try:
            return tomli.loads(text) | {BROKEN: sorted(lost)}
        except tomli.TOMLDecodeError as next_fault:
            if next_fault.lineno < fault.lineno:
                break
            fault = next_fault
    return {BROKEN: sorted(found[2] for found in _OWNER.finditer(text))}


def _table_around(text: str, line: int) -> tuple[int, int]:
    """The stretch from the header above a line to the next header below it."""
    place = 0
    for _ in range(line - 1):
        place = text.find("\n", place) + 1 or len(text)
    starts = [found.start() for found in _HEADER.finditer(text)]
    start = max((s for s in starts if s <= place), default=0)
    end = min((s for s in starts if s > place), default=len(text))
    return start, end
