"""Texts: their markup, their links, the values they print."""

from __future__ import annotations

from typing import Iterator

from game.language import INT, Break, LanguageError, Link, Print, parse_inline
from game.reader.chapter_walk import chapter_texts
from game.reader.checks.expressions import kind_of
from game.reader.checks.matter import Matter
from game.reader.faults import Path
from game.reader.walk import Written, texts_of

_ONE_PARAGRAPH = frozenset(
    {"title", "label", "detail", "disabled_reason", "marker", "timeline", "chart", "beside"}
)


def check_texts(matter: Matter) -> None:
    """Every text that a reader may meet."""
    reader = _Reader(matter)
    for node, path in matter.nodes():
        for written in texts_of(node, path):
            reader.text(written, matter.campaigns_at.get(node.id, frozenset()))
    for ending, path in matter.endings():
        for written in texts_of(ending, path):
            reader.text(written, matter.campaigns_at.get(ending.id, frozenset()))
    for written, file in _elsewhere(matter):
        matter.sink.file = file
        reader.text(written, None)


def _elsewhere(matter: Matter) -> Iterator[tuple[Written, str]]:
    """Texts outside nodes. They print no values, for no game is under way there."""
    story = matter.story
    for section, shelf, key in (
        ("aside", story.asides, "text"),
        ("fact", story.facts, "statement"),
        ("conflict", story.conflicts, "text"),
    ):
        for id, path in matter.each(section):
            yield Written(key, getattr(shelf[id], key), (*path, key)), matter.sink.file
    for id, path in matter.each("chapter"):
        for written, _ in chapter_texts(story.chapters[id], path):
            yield written, matter.sink.file
    for section in ("person", "unit", "place", "term"):
        for id, path in matter.each(section):
            entry = story.entry(id)
            if entry is not None:
                yield Written("text", entry.text, (*path, "text")), matter.sink.file


class _Reader:
    def __init__(self, matter: Matter) -> None:
        self._matter = matter
        self._printable = set(matter.story.variables) | set(matter.story.metrics)

    def text(self, written: Written, campaigns: frozenset[str] | None) -> None:
        try:
            spans = parse_inline(written.source)
        except LanguageError as fault:
            self._matter.sink.language(fault, written.path)
            return
        for span in spans:
            if isinstance(span, Link):
                self._link(span, written.path)
            elif isinstance(span, Print):
                self._print(span, written.path, campaigns)
            elif isinstance(span, Break) and written.kind in _ONE_PARAGRAPH:
                message = f"`{written.kind}` is one paragraph; it has no blank line."
                self._matter.sink.add("E506", written.path, message)

    def _link(self, span: Link, path: Path) -> None:
        if span.to not in self._matter.codex and not self._matter.draft.may_hold(span.to):
            hint = self._matter.sink.meant(span.to, self._matter.codex)
            message = f"There is no codex entry `{span.to}`."
            self._matter.sink.add("E504", path, message, hint, offset=span.offset)

    def _print(self, span: Print, path: Path, campaigns: frozenset[str] | None) -> None:
        message = self._unprintable(span, campaigns)
        if message and not self._matter.draft.may_hold(span.id):
            hint = self._matter.sink.meant(span.id, self._printable)
            self._matter.sink.add("E505", path, message, hint, offset=span.offset)
        self._matter.read.add(span.id)

    def _unprintable(self, span: Print, campaigns: frozenset[str] | None) -> str | None:
        story = self._matter.story
        if campaigns is None:
            return "A text outside the campaigns prints no values."
        owner = story.variables.get(span.id) or story.metrics.get(span.id)
        if owner is None:
            return f"There is no variable or metric `{span.id}` to print."
        if owner.campaigns and campaigns - set(owner.campaigns):
            return f"`{span.id}` belongs to {', '.join(owner.campaigns)} only."
        variable = story.variables.get(span.id)
        if span.forms and variable is not None and kind_of(variable) != INT:
            return f"Plural forms need a number, and `{span.id}` is none."
        return None
