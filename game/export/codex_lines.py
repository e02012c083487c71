"""The codex in lines: entries, chapters with their timelines and charts, sources, conflicts."""

from __future__ import annotations

from typing import Iterable

from game.export.evidence import conflict_lines, fact_lines
from game.export.prose_lines import Lines, prose_lines, sentence
from game.view import ENGLISH, CodexEntry, ConflictView, FactView, SourceView, Tongue
from game.view.chapters import ChartRow, ChartView, DatedView


def entry_lines(found: CodexEntry, tongue: Tongue = ENGLISH) -> Lines:
    """An entry with everything that it shows."""
    about = [sentence(found.line)] if found.line else []
    if found.other_names:
        about.append(tongue.say("Also: {names}.").format(names=", ".join(found.other_names)))
    lines = [" ".join([f"{found.name} ({found.kind}).", *about]), *prose_lines(found.text)]
    parts = [
        dated_lines(found.timeline),
        chart_lines(found.chart, tongue) if found.chart else [],
        [sentence(title) if target else f"{title}:" for target, title in found.lists],
        fact_lines(found.facts, tongue),
    ]
    return [*lines, *(line for part in parts if part for line in ("", *part))]


def dated_lines(rows: Iterable[DatedView]) -> Lines:
    """A timeline, a date and what happened on each line."""
    return [f"{row.when}: {sentence(row.text)}" for row in rows]


def chart_lines(chart: ChartView, tongue: Tongue = ENGLISH) -> Lines:
    """A chart in words: what it shows, then every count, and the gaps between them."""
    lines = [sentence(chart.title), chart.alt]
    lines += [_row(row, chart.unit, tongue) for row in chart.rows]
    return [*lines, chart.note] if chart.note else lines


def _row(row: ChartRow, unit: str, tongue: Tongue) -> str:
    if row.is_gap:
        return sentence(tongue.say("{when}: no count").format(when=row.when))
    counted = f"{row.when}: {row.figure} {unit}"
    counted = f"{counted} ({row.by})." if row.by else f"{counted}."
    return f"{counted} {sentence(row.beside)}" if row.beside else counted


def source_page_lines(
    source: SourceView, facts: Iterable[FactView], tongue: Tongue = ENGLISH
) -> Lines:
    """A source and every fact that rests on it."""
    about = [text for text in (source.reliability, source.detail) if text]
    return [f"{source.name} ({source.origin}).", *about, "", *_statements(facts, tongue)]


def _statements(facts: Iterable[FactView], tongue: Tongue) -> Lines:
    """The facts of one source, which need not be named again."""
    return [
        f"{' '.join(p.text for p in fact.text)} {sentence(fact.confidence)}" for fact in facts
    ] or [tongue.say("No fact rests on it.")]


def conflict_page_lines(
    conflict: ConflictView, facts: Iterable[FactView], tongue: Tongue = ENGLISH
) -> Lines:
    """Where sources differ, whole: both readings, what is shown, and the facts."""
    first, *rest = conflict_lines(conflict, tongue)
    found = fact_lines(facts, tongue)
    return [first, *prose_lines(conflict.text), *rest, *(["", *found] if found else [])]
