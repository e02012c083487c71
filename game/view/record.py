"""The record of 1945: what was done, what came of it, and how well we know."""

from __future__ import annotations

from dataclasses import dataclass

from game.model import Node
from game.view.codex import (
    AsideView,
    ConflictView,
    FactView,
    SourceView,
    aside,
    conflict_view,
    facts_of,
    sources_of,
)
from game.view.prose import Glass, Paragraph, plain_text


@dataclass(frozen=True, slots=True)
class RecordView:
    """A node's record in the reader's language."""

    text: tuple[Paragraph, ...]
    brief: tuple[Paragraph, ...]
    dispute: tuple[Paragraph, ...]
    conflicts: tuple[ConflictView, ...]
    facts: tuple[FactView, ...]
    sources: tuple[SourceView, ...]
    asides: tuple[AsideView, ...]


def record_view(node: Node, glass: Glass) -> RecordView | None:
    """The record of a node, or None if it has none."""
    record, tongue, story = node.record, glass.tongue, glass.program.story
    if record is None:
        return None
    key = f"{node.id}.record"
    return RecordView(
        text=plain_text(tongue.text(f"{key}.text", record.text), glass),
        brief=_maybe(f"{key}.brief", record.brief, glass),
        dispute=_maybe(f"{key}.dispute", record.dispute, glass),
        conflicts=tuple(conflict_view(story.conflicts[id], tongue) for id in record.conflicts),
        facts=facts_of(story, record.facts, tongue),
        sources=sources_of(story, record.facts, tongue),
        asides=tuple(aside(story, story.asides[id], tongue) for id in record.asides),
    )


def _maybe(key: str, text: str | None, glass: Glass) -> tuple[Paragraph, ...]:
    return plain_text(glass.tongue.text(key, text), glass) if text else ()
