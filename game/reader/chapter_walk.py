"""Everything in a chapter, with its path: texts, and the facts that they rest on."""

from __future__ import annotations

from typing import Iterator

from game.model import Chapter
from game.reader.faults import Path
from game.reader.walk import Written


def chapter_texts(chapter: Chapter, path: Path) -> Iterator[tuple[Written, tuple[str, ...]]]:
    """Every text of a chapter with the facts that are cited for it."""
    yield Written("text", chapter.text, (*path, "text")), chapter.cited
    for i, line in enumerate(chapter.timeline):
        yield Written("timeline", line.text, (*path, "timeline", i, "text")), (line.fact,)
    chart = chapter.chart
    if chart is None:
        return
    cited = tuple(fact for fact, _ in chart_facts(chapter))
    for key in ("title", "alt", "note"):
        text = getattr(chart, key)
        if text:
            yield Written("chart", text, (*path, "chart", key)), (*chapter.facts, *cited)
    for i, point in enumerate(chart.points):
        if point.beside:
            at = (*path, "chart", "points", i, "beside", "text")
            yield Written("beside", point.beside.text, at), (point.beside.fact,)


def chapter_facts(chapter: Chapter) -> Iterator[tuple[str, Path]]:
    """The facts of a chapter's timeline and chart, with their places in it."""
    for i, line in enumerate(chapter.timeline):
        yield line.fact, ("timeline", i, "fact")
    yield from chart_facts(chapter)


def chart_facts(chapter: Chapter) -> Iterator[tuple[str, Path]]:
    """The facts of a chapter's chart, with their places in it."""
    for i, point in enumerate(chapter.chart.points if chapter.chart else ()):
        yield point.fact, ("chart", "points", i, "fact")
        if point.beside:
            yield point.beside.fact, ("chart", "points", i, "beside", "fact")
