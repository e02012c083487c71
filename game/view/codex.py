"""Codex entries, facts and sources as a reader sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Iterator

from game.model import (
    Aside,
    Chapter,
    Conflict,
    Fact,
    Person,
    Place,
    Reading,
    Source,
    Story,
    Unit,
)
from game.tongue import ENGLISH, N_, Tongue
from game.view.chapters import ChartView, DatedView, chart_view, timeline_view
from game.view.moments import moment_words
from game.view.prose import Paragraph, plain_text

ORIGINS = {
    "article": N_("encyclopedia article"),
    "other": N_("further source"),
    "recall": N_("recalled, not checked"),
}
CONFIDENCES = {
    "stated": N_("stated"),
    "claimed": N_("claimed by one side"),
    "disputed": N_("disputed"),
    "inferred": N_("inferred"),
}
KINDS = {
    "person": N_("person"),
    "unit": N_("unit"),
    "place": N_("place"),
    "term": N_("term"),
    "chapter": N_("chapter"),
}


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact with where it comes from, in words."""

    id: str
    text: tuple[Paragraph, ...]
    source: str
    origin: str
    confidence: str
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source, and how far it can be trusted."""

    id: str
    name: str
    origin: str
    detail: str
    reliability: str


@dataclass(frozen=True, slots=True)
class CodexEntry:
    """An entry of the codex.

    Attributes:
        kind: `person`, `unit`, `place`, `term` or `chapter`, in words.
        line: Role, rank or modern name: what stands under the name.
        timeline: A chapter's dated lines.
        chart: A chapter's chart.
        lists: What a chapter lists: targets such as `conflict:25`, each with its title;
            a heading has no target.
    """

    id: str
    kind: str
    name: str
    line: str
    other_names: tuple[str, ...]
    speak: str | None
    text: tuple[Paragraph, ...]
    facts: tuple[FactView, ...]
    timeline: tuple[DatedView, ...] = ()
    chart: ChartView | None = None
    lists: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Where sources differ: both readings, and who counts."""

    id: str
    title: str
    text: tuple[Paragraph, ...]
    readings: tuple[tuple[str, str], ...]
    shown: str


@dataclass(frozen=True, slots=True)
class AsideView:
    """The same hour elsewhere."""

    id: str
    thread: str
    title: str
    when: str
    text: tuple[Paragraph, ...]
    facts: tuple[FactView, ...]


def fact_view(story: Story, fact: Fact, tongue: Tongue = ENGLISH) -> FactView:
    """A fact in the reader's language."""
    source = story.sources.get(fact.source)
    name = tongue.text(f"source.{fact.source}.name", source.name) if source else fact.source
    return FactView(
        fact.id,
        plain_text(tongue.text(f"{fact.id}.statement", fact.statement)),
        f"{name}, {fact.section}" if fact.section else name,
        tongue.say(ORIGINS[fact.origin]),
        tongue.say(CONFIDENCES[fact.confidence]),
        fact.source if source else "",
    )


def facts_of(story: Story, ids: Iterable[str], tongue: Tongue = ENGLISH) -> tuple[FactView, ...]:
    """Facts by their ids."""
    return tuple(fact_view(story, story.facts[id], tongue) for id in ids)


def source_view(source: Source, tongue: Tongue = ENGLISH) -> SourceView:
    """A source in the reader's language."""
    return SourceView(
        source.id,
        tongue.text(f"source.{source.id}.name", source.name),
        tongue.say(ORIGINS[source.origin]),
        tongue.text(f"source.{source.id}.detail", source.detail or ""),
        tongue.text(f"source.{source.id}.reliability", source.reliability or ""),
    )


def sources_of(
    story: Story, facts: Iterable[str], tongue: Tongue = ENGLISH
) -> tuple[SourceView, ...]:
    """The sources that facts rest on, each once."""
    ids = dict.fromkeys(story.facts[id].source for id in facts)
    return tuple(source_view(story.sources[id], tongue) for id in ids if id in story.sources)


def conflict_view(conflict: Conflict, tongue: Tongue = ENGLISH) -> ConflictView:
    """A conflict between sources in the reader's language."""
    key = f"conflict.{conflict.id}"
    return ConflictView(
        conflict.id,
        tongue.text(f"{key}.title", conflict.title),
        plain_text(tongue.text(f"{key}.text", conflict.text)),
        tuple(
            _reading(f"{key}.readings.{n}", reading, tongue)
            for n, reading in enumerate(conflict.readings, 1)
        ),
        tongue.text(f"{key}.shown", conflict.shown or ""),
    )


def _reading(key: str, reading: Reading, tongue: Tongue) -> tuple[str, str]:
    return tongue.text(f"{key}.by", reading.by), tongue.text(f"{key}.says", reading.says)


def conflicts_in_order(story: Story) -> tuple[Conflict, ...]:
    """Every conflict, by number where they are numbered."""
    return tuple(sorted(story.conflicts.values(), key=lambda c: (len(c.id), c.id)))


def entry(story: Story, id: str, tongue: Tongue = ENGLISH) -> CodexEntry | None:
    """The codex entry of an id, or None."""
    found = story.entry(id)
    if found is None:
        return None
    if isinstance(found, Chapter):
        return _chapter(story, found, tongue)
    return CodexEntry(
        id,
        tongue.say(KINDS[type(found).__name__.lower()]),
        tongue.text(f"{id}.name", found.name),
        _line(story, found, tongue),
        found.other_names,
        found.speak,
        plain_text(tongue.text(f"{id}.text", found.text)),
        facts_of(story, found.facts, tongue),
    )


def _chapter(story: Story, chapter: Chapter, tongue: Tongue) -> CodexEntry:
    key = chapter.id
    return CodexEntry(
        key,
        tongue.say(KINDS["chapter"]),
        tongue.text(f"{key}.title", chapter.title),
        "",
        (),
        None,
        plain_text(tongue.text(f"{key}.text", chapter.text)),
        facts_of(story, chapter.cited, tongue),
        timeline_view(chapter, tongue),
        chart_view(chapter, tongue),
        tuple(_listed(story, tongue)) if chapter.lists == "conflicts" else (),
    )


def _listed(story: Story, tongue: Tongue) -> Iterator[tuple[str, str]]:
    """Every conflict, by topics in the order in which they come up."""
    topics: dict[str, list[tuple[str, str]]] = {}
    for conflict in conflicts_in_order(story):
        key = f"conflict.{conflict.id}"
        topic = tongue.text(f"{key}.topic", conflict.topic or "")
        row = (f"conflict:{conflict.id}", tongue.text(f"{key}.title", conflict.title))
        topics.setdefault(topic, []).append(row)
    for topic, rows in topics.items():
        yield from [("", topic)] if topic else []
        yield from rows


def _line(story: Story, found: object, tongue: Tongue) -> str:
    match found:
        case Person():
            return tongue.text(f"{found.id}.role", found.role or "")
        case Unit():
            commander = story.people.get(found.commander or "")
            name = tongue.text(f"{commander.id}.name", commander.name) if commander else ""
            return tongue.say("under {name}").format(name=name) if name else ""
        case Place():
            modern = tongue.text(f"{found.id}.modern", found.modern or "")
            return tongue.say("today {name}").format(name=modern) if modern else ""
    return ""


def aside(story: Story, shown: Aside, tongue: Tongue = ENGLISH) -> AsideView:
    """An aside in the reader's language."""
    when = tongue.text(f"{shown.id}.when", shown.when or "")
    if shown.at:
        when = moment_words(shown.at[0].moment, story.manifest.zones, tongue)
    threads = {"city": tongue.say("In the city"), "other-side": tongue.say("Beyond the hill")}
    return AsideView(
        shown.id,
        threads[shown.thread],
        tongue.text(f"{shown.id}.title", shown.title),
        when,
        plain_text(tongue.text(f"{shown.id}.text", shown.text)),
        facts_of(story, shown.facts, tongue),
    )
