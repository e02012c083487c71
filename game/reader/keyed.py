"""Every text of a story that a player may read, with the key of its translation."""

from __future__ import annotations

from typing import Iterator, NamedTuple

from game.language.plural import plural_forms
from game.model import Chapter, Choice, Ending, Metric, Node, OneOf, Prose, Story, marker_keys
from game.reader.faults import Path
from game.reader.walk import choices_of, results_of


class Keyed(NamedTuple):
    """A text and its key.

    Attributes:
        key: `node.choice.field` and the like; passages by id or number from 1.
        place: The table that it stands in: section and id.
        path: Keys and list places from that table down to it.
        kind: The field, as the length limits of `[style]` name it.
        who: Who speaks, if it is somebody's advice.
    """

    key: str
    source: str
    place: tuple[str, str]
    path: Path
    kind: str
    who: str = ""


Row = tuple[str, str | None, Path, str]
"""Key, text, path and kind, of which the text may be missing."""


def keyed_texts(story: Story, language: str = "en") -> Iterator[Keyed]:
    """Every text with its key, in the order of the story.

    Args:
        story: A story without errors.
        language: The language of the translation, whose plural forms are asked for.
    """
    yield from _head(story, language)
    for node in story.nodes.values():
        yield from _at(("node", node.id), _node(node))
        yield from _advice(story, node)
    for ending in story.endings.values():
        yield from _at(("ending", ending.id), _ending(ending))
    for id, aside in story.asides.items():
        rows = _fields(id, aside, "title", "when", "text")
        yield from _at(("aside", id), rows)
    yield from _codex(story)
    yield from _evidence(story)


def _at(place: tuple[str, str], rows: Iterator[Row]) -> Iterator[Keyed]:
    for key, text, path, kind in rows:
        if text:
            yield Keyed(key, text, place, path, kind)


def _fields(key: str, thing: object, *names: str) -> Iterator[Row]:
    for name in names:
        yield f"{key}.{name}", getattr(thing, name), (name,), name


def _head(story: Story, language: str) -> Iterator[Keyed]:
    manifest = story.manifest
    rows: list[Row] = [
        ("title", manifest.title, ("title",), "title"),
        ("content_note", manifest.content_note, ("content_note",), "content_note"),
    ]
    rows += [(f"zones.{at}", name, ("zones", at), "zone") for at, name in manifest.zones.items()]
    yield from _at(("", ""), iter(rows))
    for id, campaign in story.campaigns.items():
        key = f"campaign.{id}"
        yield from _at(("campaign", id), _fields(key, campaign, "title", "blurb"))
    for id, variable in story.variables.items():
        rows = [(f"{id}.label", variable.label, ("label",), "gauge")] if variable.shown else []
        for n, word in enumerate(variable.words):
            rows.append((f"{id}.words.{n + 1}", word, ("words", n), "gauge"))
        yield from _at(("variables", id), iter(rows))
    for id, metric in story.metrics.items():
        yield from _at(("metric", id), _fields(id, metric, "label", "short", "unit", "gloss"))
        yield from _at(("metric", id), _claims(metric))
        forms = dict(metric.units)
        asked = plural_forms(language) if forms else ()
        units = ((f"{id}.unit.{f}", forms.get(f, metric.unit), ("unit", f), "unit") for f in asked)
        yield from _at(("metric", id), units)


def _claims(metric: Metric) -> Iterator[Row]:
    """Whose counts stand beside a figure, and of what where that is something else."""
    for n, claim in enumerate(metric.claims):
        other = (claim.measure, claim.scope) != (metric.measure, metric.scope)
        for name in ("by", "measure", "scope") if other else ("by",):
            key = f"{metric.id}.claim.{n + 1}.{name}"
            yield key, getattr(claim, name), ("claims", n, name), "claim"


def _prose(key: str, prose: Prose, path: Path, kind: str) -> Iterator[Row]:
    for number, part in enumerate(prose, 1):
        at = (*path, number - 1)
        if isinstance(part, OneOf):
            for i, passage in enumerate(part.passages, 1):
                name = passage.id or f"{number}.{i}"
                yield f"{key}.{name}", passage.text, (*at, "one_of", i - 1, "text"), kind
        else:
            alone = len(prose) == 1 and part.condition is None and part.id is None
            name = key if alone else f"{key}.{part.id or number}"
            yield name, part.text, (*at, "text"), kind


def _shown(thing: Node | Ending) -> Iterator[Row]:
    """What nodes and endings have in common."""
    yield from _fields(thing.id, thing, "title", "when")
    yield from _prose(f"{thing.id}.brief", thing.brief, ("brief",), "brief")
    yield from _prose(f"{thing.id}.text", thing.text, ("text",), "text")
    keys = marker_keys(thing.markers)
    for n, (marker, name) in enumerate(zip(thing.markers, keys, strict=True)):
        key = f"{thing.id}.marker.{name}"
        yield f"{key}.label", marker.label, ("marker", n, "label"), "marker"
        yield f"{key}.strength", marker.strength, ("marker", n, "strength"), "marker"


def _ending(ending: Ending) -> Iterator[Row]:
    return _shown(ending)


def _node(node: Node) -> Iterator[Row]:
    yield from _shown(node)
    yield f"{node.id}.hidden", node.hidden, ("hidden",), "hidden"
    if node.sensitive:
        yield f"{node.id}.sensitive", node.sensitive.note, ("sensitive", "note"), "sensitive"
    for n, picture in enumerate(node.pictures, 1):
        yield f"{node.id}.figure.{n}.alt", picture.alt, ("figure", n - 1, "alt"), "alt"
    for choice, path in choices_of(node, ()):
        yield from _choice(f"{node.id}.{choice.id}", choice, path)
    if node.record:
        for name in ("text", "brief", "dispute"):
            key, kind = f"{node.id}.record.{name}", "record" if name == "text" else name
            yield key, getattr(node.record, name), ("record", name), kind
    if node.exit:
        yield f"{node.id}.exit.text", node.exit.text, ("exit", "text"), "exit"
    if node.fallback:
        path = ("fallback", "text")
        yield from _prose(f"{node.id}.fallback.text", node.fallback.text, path, "fallback")


def _choice(key: str, choice: Choice, path: Path) -> Iterator[Row]:
    for name in ("label", "detail", "disabled_reason"):
        yield f"{key}.{name}", getattr(choice, name), (*path, name), name
    for n, (result, below) in enumerate(results_of(choice, path), 1):
        name = f"{key}.result.{result.id or n}" if choice.branched else key
        yield from _prose(f"{name}.outcome", result.outcome, (*below, "outcome"), "outcome")
        brief = (*below, "outcome_brief")
        yield from _prose(f"{name}.outcome_brief", result.outcome_brief, brief, "brief")


def _advice(story: Story, node: Node) -> Iterator[Keyed]:
    place = ("node", node.id)
    for n, advice in enumerate(node.advice):
        key, path = f"{node.id}.{advice.who or advice.post}", ("advice", n)
        person = story.people.get(advice.who or "")
        who = person.name if person else advice.post or ""
        if advice.post:
            yield Keyed(f"{key}.post", advice.post, place, (*path, "post"), "post")
        yield Keyed(key, advice.text, place, (*path, "text"), "advice", who)


def _codex(story: Story) -> Iterator[Keyed]:
    for section, shelf in (
        ("person", story.people),
        ("unit", story.units),
        ("place", story.places),
        ("term", story.terms),
    ):
        for id, entry in shelf.items():
            names = ("name", "role", "text") if section == "person" else ("name", "text")
            modern = ("modern",) if section == "place" else ()
            yield from _at((section, id), _fields(id, entry, *names, *modern))
    for id, chapter in story.chapters.items():
        yield from _at(("chapter", id), _chapter(chapter))


def _chapter(chapter: Chapter) -> Iterator[Row]:
    yield from _fields(chapter.id, chapter, "title", "text")
    for n, line in enumerate(chapter.timeline):
        path = ("timeline", n, "text")
        yield f"{chapter.id}.timeline.{n + 1}.text", line.text, path, "timeline"
    chart, key = chapter.chart, f"{chapter.id}.chart"
    if chart is None:
        return
    for name in ("title", "unit", "alt", "note"):
        yield f"{key}.{name}", getattr(chart, name), ("chart", name), "chart"
    for n, point in enumerate(chart.points):
        at, name = ("chart", "points", n), f"{key}.points.{n + 1}"
        yield f"{name}.by", point.by, (*at, "by"), "chart"
        yield f"{name}.of", point.of, (*at, "of"), "chart"
        beside = point.beside.text if point.beside else None
        yield f"{name}.beside", beside, (*at, "beside", "text"), "chart"


def _evidence(story: Story) -> Iterator[Keyed]:
    for id, fact in story.facts.items():
        yield from _at(("fact", id), _fields(id, fact, "statement"))
    for id, source in story.sources.items():
        told = _fields(f"source.{id}", source, "name", "detail", "reliability")
        yield from _at(("source", id), told)
    for id, conflict in story.conflicts.items():
        key = f"conflict.{id}"
        yield from _at(("conflict", id), _fields(key, conflict, "title", "text", "shown", "topic"))
        for n, reading in enumerate(conflict.readings):
            at, name = ("readings", n), f"{key}.readings.{n + 1}"
            rows: list[Row] = [
                (f"{name}.by", reading.by, (*at, "by"), "by"),
                (f"{name}.says", reading.says, (*at, "says"), "says"),
            ]
            yield from _at(("conflict", id), iter(rows))
