"""What the entry screen shows: entries, asides, sources and conflicts as leaves."""

from __future__ import annotations

from dataclasses import dataclass

from game.model import Story
from game.view import FactView, Paragraph, Piece, Tongue, aside, entry, facts_of
from game.view.chapters import ChartView, DatedView
from game.view.codex import conflict_view
from game.view.prose import plain_text
from game.view.shelves import source_page


@dataclass(frozen=True, slots=True)
class Leaf:
    """A name, a line below it, text, what a chapter adds, and facts.

    Attributes:
        below: The heading over the facts, where it is not the usual one.
    """

    kind: str
    name: str
    line: str
    text: tuple[Paragraph, ...]
    facts: tuple[FactView, ...]
    timeline: tuple[DatedView, ...] = ()
    chart: ChartView | None = None
    lists: tuple[tuple[str, str], ...] = ()
    below: str = ""


def leaf_of(story: Story, kind: str, id: str, tongue: Tongue) -> Leaf | None:
    """An entry, aside, source or conflict as a leaf; None if there is none."""
    if kind == "aside" and id in story.asides:
        shown = aside(story, story.asides[id], tongue)
        return Leaf(shown.thread, shown.title, shown.when, shown.text, shown.facts)
    if kind == "conflict" and id in story.conflicts:
        return _conflict(story, id, tongue)
    if kind == "source":
        return _source(story, id, tongue)
    return _entry(story, id, tongue) if kind == "codex" else None


def _entry(story: Story, id: str, tongue: Tongue) -> Leaf | None:
    found = entry(story, id, tongue)
    if found is None:
        return None
    line = ". ".join(part for part in (found.line, ", ".join(found.other_names)) if part)
    return Leaf(
        found.kind.capitalize(),
        found.name,
        line[:1].upper() + line[1:],
        found.text,
        found.facts,
        found.timeline,
        found.chart,
        found.lists,
    )


def _source(story: Story, id: str, tongue: Tongue) -> Leaf | None:
    """A source, how far it can be trusted, and every fact that rests on it."""
    found = source_page(story, id, tongue)
    if found is None:
        return None
    source, facts = found
    said = [text for text in (source.reliability, source.detail) if text]
    text = tuple(paragraph for part in said for paragraph in plain_text(part))
    below = tongue.say("What rests on it")
    return Leaf(tongue.say("Source"), source.name, source.origin, text, facts, below=below)


def _conflict(story: Story, id: str, tongue: Tongue) -> Leaf:
    """Both readings, each with whose it is, what is shown, and the facts."""
    found = story.conflicts[id]
    shown = conflict_view(found, tongue)
    readings = tuple(
        Paragraph((Piece(f"{by}: ", "emphasis"), Piece(says))) for by, says in shown.readings
    )
    last = (Paragraph((Piece(shown.shown),)),) if shown.shown else ()
    cited = dict.fromkeys([*found.facts, *(r.fact for r in found.readings if r.fact)])
    kind = tongue.say("Where sources differ")
    text = (*shown.text, *readings, *last)
    return Leaf(kind, shown.title, "", text, facts_of(story, cited, tongue))
