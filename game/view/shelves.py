"""Everything that can be looked up, in parts: chapters, people, places, sources, conflicts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Iterator

from game.model import Chapter, Story
from game.tongue import ENGLISH, N_, Tongue
from game.view.codex import (
    KINDS,
    FactView,
    SourceView,
    conflicts_in_order,
    entry,
    fact_view,
    source_view,
)

SHELVES = {
    "all": N_("All"),
    "chapters": N_("Chapters"),
    "people": N_("People"),
    "units": N_("Units"),
    "places": N_("Places"),
    "terms": N_("Terms"),
    "sources": N_("Sources"),
    "method": N_("How we know"),
}
"""The parts of the codex, in their order."""


@dataclass(frozen=True, slots=True)
class CodexRow:
    """One thing that can be looked up.

    Attributes:
        target: What a click on it asks for, such as `codex:harbin` or `source:diary`.
        shelf: The part of the codex that it stands in.
        kind: What it is, in words.
        line: Its role, modern name, other names: what stands under the name.
    """

    target: str
    shelf: str
    kind: str
    name: str
    line: str = ""

    def has(self, wanted: str) -> bool:
        """Whether every word of a search is in its name, other names or role."""
        return _has(f"{self.name} {self.line} {self.kind}", wanted)

    def is_called(self, wanted: str) -> bool:
        """Whether every word of a search is in its name."""
        return _has(self.name, wanted)


def _has(text: str, wanted: str) -> bool:
    """Whether a text has every word of a search."""
    words = text.casefold()
    return all(word in words for word in wanted.casefold().split())


def codex_rows(story: Story, tongue: Tongue = ENGLISH) -> tuple[CodexRow, ...]:
    """Everything in the codex: how we know, chapters, entries by name, sources, conflicts."""
    chapters = sorted(story.chapters.values(), key=lambda chapter: chapter.order)
    return (
        *_chapters(story, chapters, tongue),
        *_entries(story, tongue),
        *_sources(story, tongue),
        *_conflicts(story, tongue),
    )


def _chapters(story: Story, chapters: Iterable[Chapter], tongue: Tongue) -> Iterator[CodexRow]:
    for chapter in chapters:
        name = tongue.text(f"{chapter.id}.title", chapter.title)
        shelf = "method" if chapter.part == "method" else "chapters"
        yield CodexRow(f"codex:{chapter.id}", shelf, tongue.say(KINDS["chapter"]), name)


def _entries(story: Story, tongue: Tongue) -> Iterator[CodexRow]:
    shelves = {
        "people": story.people,
        "units": story.units,
        "places": story.places,
        "terms": story.terms,
    }
    for shelf, found in shelves.items():
        rows = [_entry(story, id, shelf, tongue) for id in found]
        yield from sorted((row for row in rows if row), key=lambda row: row.name.casefold())


def _entry(story: Story, id: str, shelf: str, tongue: Tongue) -> CodexRow | None:
    found = entry(story, id, tongue)
    if found is None:
        return None
    line = ". ".join(part for part in (found.line, ", ".join(found.other_names)) if part)
    return CodexRow(f"codex:{id}", shelf, found.kind, found.name, line)


def _sources(story: Story, tongue: Tongue) -> Iterator[CodexRow]:
    shown = sorted(
        (source_view(source, tongue) for source in story.sources.values()),
        key=lambda source: source.name.casefold(),
    )
    for source in shown:
        row = CodexRow(f"source:{source.id}", "sources", tongue.say("source"), source.name)
        yield row


def _conflicts(story: Story, tongue: Tongue) -> Iterator[CodexRow]:
    kind = tongue.say("sources differ")
    for conflict in conflicts_in_order(story):
        name = tongue.text(f"conflict.{conflict.id}.title", conflict.title)
        yield CodexRow(f"conflict:{conflict.id}", "method", kind, name)


def on_shelf(rows: Iterable[CodexRow], shelf: str, wanted: str = "") -> tuple[CodexRow, ...]:
    """The rows of a part of the codex that a search finds; `all` has every row.

    What is called so stands before what only has to do with it.
    """
    found = (row for row in rows if shelf in ("all", row.shelf) and row.has(wanted))
    return tuple(sorted(found, key=lambda row: not row.is_called(wanted)))


def source_page(
    story: Story, id: str, tongue: Tongue = ENGLISH
) -> tuple[SourceView, tuple[FactView, ...]] | None:
    """A source and every fact that rests on it; None if there is no such source."""
    source = story.sources.get(id)
    if source is None:
        return None
    facts = (fact for fact in story.facts.values() if fact.source == id)
    return source_view(source, tongue), tuple(fact_view(story, fact, tongue) for fact in facts)
