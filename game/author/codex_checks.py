"""What the codex tells as history has its numbers from the facts it cites."""

from __future__ import annotations

from typing import Iterable

from game.author.style_checks import SETTING, numbers_of, uncited
from game.model import Chapter
from game.reader.chapter_walk import chapter_texts
from game.reader.checks.matter import Matter
from game.reader.faults import Path
from game.reader.walk import Written

LEAST = 11
"""The codex explains, and counts what it names: `both`, `three things`. Those are no claims."""


def check_codex(matter: Matter) -> None:
    """The numbers of chapters, their timelines and charts, and of entries that cite facts."""
    if not matter.story.facts:
        return
    for id, path in matter.each("chapter"):
        chapter = matter.story.chapters[id]
        for written, cited in chapter_texts(chapter, path):
            if cited:
                uncited(matter, written, _told(matter, cited), LEAST)
        _points(matter, chapter, path)
    for section in ("person", "unit", "place", "term"):
        for id, path in matter.each(section):
            entry = matter.story.entry(id)
            if entry and entry.facts:
                written = Written("text", entry.text, (*path, "text"))
                uncited(matter, written, _told(matter, entry.facts), LEAST)


def _told(matter: Matter, cited: Iterable[str]) -> frozenset[int]:
    facts = matter.story.facts
    return frozenset(SETTING).union(*(numbers_of(facts[id]) for id in cited))


def _points(matter: Matter, chapter: Chapter, path: Path) -> None:
    """A chart's figures stand in the facts of their points."""
    for i, point in enumerate(chapter.chart.points if chapter.chart else ()):
        told = _told(matter, [point.fact])
        for key, number in point.figures:
            if int(number) not in told:
                message = f"The fact `{point.fact}` does not have the number {number:g}."
                hint = "cite the fact that it comes from"
                matter.sink.add("W611", (*path, "chart", "points", i, key), message, hint)


def check_shown(matter: Matter) -> None:
    """A conflict is shown in every campaign that it speaks to, behind some decision."""
    shown: set[tuple[str, str]] = set()
    for node in matter.story.nodes.values():
        campaigns = matter.campaigns_at.get(node.id, frozenset())
        conflicts = node.record.conflicts if node.record else ()
        shown |= {(conflict, campaign) for conflict in conflicts for campaign in campaigns}
    told = {campaign for _, campaign in shown}
    for id, path in matter.each("conflict"):
        for i, campaign in enumerate(matter.story.conflicts[id].speaks_to):
            if campaign in told and (id, campaign) not in shown:
                message = f"No record that `{campaign}` comes to shows the conflict `{id}`."
                hint = "show it in a record, or take the campaign out of `speaks_to`"
                matter.sink.add("W616", (*path, "speaks_to", i), message, hint)
