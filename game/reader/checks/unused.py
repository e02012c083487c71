"""Things that are declared and never used."""

from __future__ import annotations

import re
from typing import Any, Iterator

from game.reader.checks.matter import Matter
from game.reader.faults import Fault, Path, severity

_WORD = re.compile(r"\w+")


def check_unused(matter: Matter) -> None:
    """Variables that nothing reads or nothing sets, derived values that nothing reads."""
    if not matter.draft.whole or any(fault.code == "W106" for fault in matter.sink.faults):
        return
    story = matter.story
    unsure = _in_faults(matter)
    for id, path in matter.each("variables"):
        if id in unsure:
            continue
        if id not in matter.read and not story.variables[id].shown:
            message = f"Nothing reads the variable `{id}`."
            matter.sink.add("W702", path, message, "read it in a condition, or remove it", key=True)
        elif id not in matter.written:
            message = f"Nothing changes the variable `{id}`."
            matter.sink.add("W703", path, message, "add an effect, or remove it", key=True)
    for id, path in matter.each("derived"):
        if id not in matter.read and id not in unsure:
            message = f"Nothing reads the derived value `{id}`."
            matter.sink.add("W702", path, message, "read it in a condition, or remove it", key=True)


def _in_faults(matter: Matter) -> set[str]:
    """The variables that what is faulty mentions, or seems to: perhaps they are used there."""
    declared = [*matter.story.variables, *matter.story.derived]
    found = set(matter.draft.doubtful)
    if any(fault.code == "E305" and fault.hint is None for fault in matter.sink.faults):
        return set(declared)
    for word in {word for fault in matter.sink.faults for word in _words(matter, fault)}:
        near = word if word in declared else matter.sink.nearest(word, declared)
        found.update([near] if near else ())
    return found


def _words(matter: Matter, fault: Fault) -> Iterator[str]:
    if severity(fault.code) == "error" and fault.code != "E202":
        data = next((f.data for f in matter.draft.files if f.name == fault.file), {})
        path = fault.path[:-1] if fault.code == "E209" else fault.path
        for text in _strings(_at(data, path)):
            yield from _WORD.findall(text)


def _at(data: Any, path: Path) -> Any:
    for key in path:
        inside = type(data) is dict and key in data
        inside = inside or (type(data) is list and type(key) is int and key < len(data))
        if not inside:
            return data if type(data) is str else None
        data = data[key]
    return data


def _strings(value: Any) -> Iterator[str]:
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if type(here) is str:
            yield here
        elif type(here) in (list, dict):
            waiting.extend(here.values() if type(here) is dict else here)
