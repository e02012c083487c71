"""The codex as data for the player: entries, facts, sources, conflicts, asides, and their list."""

from __future__ import annotations

from typing import Any

from game.export.html.texts import Data, lean, told
from game.model import Aside, Conflict, Fact, Source, Story
from game.view import FactView, SourceView, Tongue, aside, entry
from game.view.chapters import ChartView
from game.view.codex import conflict_view, fact_view, source_view
from game.view.moments import day_words
from game.view.shelves import SHELVES, codex_rows


def codex(story: Story, tongue: Tongue) -> Data:
    """Everything that can be looked up, each under its id."""
    rows = codex_rows(story, tongue)
    return {
        "shelves": [[id, tongue.say(name)] for id, name in SHELVES.items()],
        "rows": [[row.target, row.shelf, row.kind, row.name, row.line] for row in rows],
        "entries": {
            id: _entry(story, id, tongue)
            for kind, _, id in (row.target.partition(":") for row in rows)
            if kind == "codex"
        },
        "facts": {fact.id: _fact(story, fact, tongue) for fact in story.facts.values()},
        "sources": {source.id: _source(source, tongue) for source in story.sources.values()},
        "conflicts": {found.id: _conflict(found, tongue) for found in story.conflicts.values()},
        "asides": {found.id: _aside(story, found, tongue) for found in story.asides.values()},
    }


def _entry(story: Story, id: str, tongue: Tongue) -> Data:
    found = entry(story, id, tongue)
    if found is None:
        return {}
    return {
        "kind": found.kind,
        "name": found.name,
        **lean(
            line=found.line,
            also=", ".join(found.other_names),
            t=told(found.text),
            facts=[fact.id for fact in found.facts],
            times=[[row.when, row.text] for row in found.timeline],
            chart=_chart(found.chart) if found.chart else None,
            lists=[list(row) for row in found.lists],
        ),
    }


def _chart(chart: ChartView) -> Data:
    return {
        "title": chart.title,
        "unit": chart.unit,
        "alt": chart.alt,
        "note": chart.note,
        "most": chart.most,
        "rows": [
            [row.when, row.figure, row.low, row.high, row.by, row.beside] for row in chart.rows
        ],
    }


def _fact(story: Story, fact: Fact, tongue: Tongue) -> list[Any]:
    """Text, source, origin, confidence, and the source's id."""
    view: FactView = fact_view(story, fact, tongue)
    return [told(view.text), view.source, view.origin, view.confidence, view.source_id]


def _source(source: Source, tongue: Tongue) -> list[str]:
    """Name, origin, detail, and how far it can be trusted."""
    view: SourceView = source_view(source, tongue)
    return [view.name, view.origin, view.detail, view.reliability]


def _conflict(conflict: Conflict, tongue: Tongue) -> Data:
    view = conflict_view(conflict, tongue)
    return {
        "title": view.title,
        "t": told(view.text),
        "readings": [list(row) for row in view.readings],
        "shown": view.shown,
        "facts": list(conflict.facts),
    }


def _aside(story: Story, found: Aside, tongue: Tongue) -> Data:
    view = aside(story, found, tongue)
    return {
        "thread": view.thread,
        "side": found.thread,
        "title": view.title,
        "when": view.when,
        **lean(day=day_words(found.at[0].moment, tongue) if found.at else ""),
        "t": told(view.text),
        "facts": list(found.facts),
    }
