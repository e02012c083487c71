"""What stands over a page: its title, when and where."""

from __future__ import annotations

from itertools import islice
from typing import Iterator

from game.export.prose_lines import sentence
from game.export.script.calls import Calls, asked, both
from game.export.script.parts import Bits, Choose, Say, Steps, Test
from game.export.script.wording import said
from game.model import Ending, Node, Story
from game.view import Tongue, moment_words

Row = tuple[Test | None, str]
MOST = 60
"""Callers whose day or place a page of a scene may take."""


class Heads:
    """Heads of the pages of one story."""

    def __init__(self, story: Story, calls: Calls, tongue: Tongue) -> None:
        self._story, self._calls, self._tongue = story, calls, tongue

    def head(self, shown: Node | Ending) -> Steps:
        """The title, then when and where."""
        title = Say((said(self._tongue.text(f"{shown.id}.title", shown.title)),))
        bits = [_chosen(rows) for rows in (self._whens(shown), self._places(shown))]
        parts = [part for part in bits if part]
        place = tuple(bit for i, part in enumerate(parts) for bit in ((" ",) if i else ()) + part)
        return (title, Say(place)) if place else (title,)

    def _whens(self, shown: Node | Ending) -> list[Row]:
        if shown.when:
            return [(None, self._tongue.text(f"{shown.id}.when", shown.when))]
        return _until_certain(self._moments(shown))

    def _moments(self, shown: Node | Ending) -> Iterator[Row]:
        zones = self._story.manifest.zones
        for when in shown.at:
            yield asked(when.condition), moment_words(when.moment, zones, self._tongue)
        for test, caller in self._calls.of(shown.id):
            for more, words in self._moments(self._story.nodes[caller]):
                yield both(test, more), words

    def _places(self, shown: Node | Ending) -> list[Row]:
        return _until_certain(self._where(shown))

    def _where(self, shown: Node | Ending) -> Iterator[Row]:
        place = self._story.places.get(shown.place or "")
        if place is not None:
            yield None, self._tongue.text(f"{place.id}.name", place.name)
        if shown.place is None:
            for test, caller in self._calls.of(shown.id):
                for more, words in self._where(self._story.nodes[caller]):
                    yield both(test, more), words


def _until_certain(rows: Iterator[Row]) -> list[Row]:
    found: list[Row] = []
    for row in islice(rows, MOST):
        found.append(row)
        if row[0] is None:
            break
    return found


def _chosen(rows: list[Row]) -> Bits:
    """The first words that hold, as a sentence."""
    words = {text for _, text in rows}
    if len(words) == 1 and rows[-1][0] is None:
        return (said(sentence(rows[0][1])),)
    found = tuple((test, (said(sentence(text)),)) for test, text in rows)
    return (Choose(found),) if found else ()
