"""What the expressions of a story ask of the past."""

from __future__ import annotations

from typing import Any, Iterator

from game.language import LanguageError, parse_effect, parse_expression, recollections
from game.reader.files import SourceFile
from game.reader.shelf import Shelf

_ASKS = ("visits", "chosen")


def recollected(
    files: list[SourceFile], nodes: Shelf[Any]
) -> tuple[dict[str, int], frozenset[str]]:
    """Which visits are counted (and to what), and which choices are remembered."""
    counted: dict[str, int] = {}
    remembered: set[str] = set()
    for file in files:
        if any(word in file.text for word in _ASKS):
            for kind, id, cap in _asked(file.data):
                if kind == "visits":
                    counted[id] = max(cap, counted.get(id, 0))
                else:
                    remembered.add(id)
    if any("once" in file.text for file in files):
        remembered.update(_once(nodes))
    return counted, frozenset(remembered)


def _asked(data: Any) -> Iterator[tuple[str, str, int]]:
    waiting = [data]
    while waiting:
        here = waiting.pop()
        if type(here) is dict:
            waiting.extend(here.values())
        elif type(here) is list:
            waiting.extend(here)
        elif type(here) is str and any(f"{word}(" in here or f"{word} (" in here for word in _ASKS):
            yield from _of(here)


def _of(source: str) -> Iterator[tuple[str, str, int]]:
    try:
        yield from recollections(parse_expression(source))
    except LanguageError:
        try:
            yield from recollections(parse_effect(source).value)
        except LanguageError:
            return


def _once(nodes: Shelf[Any]) -> Iterator[str]:
    for id in nodes:
        raw = nodes.raw(id)
        choices = raw.get("choice", ()) if type(raw) is dict else ()
        for choice in choices if type(choices) is list else ():
            if type(choice) is dict and choice.get("once") is True:
                yield f"{id}.{choice.get('id')}"
