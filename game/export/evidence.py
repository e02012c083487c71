"""How we know, in lines: disputes, conflicts, facts and sources."""

from __future__ import annotations

from typing import Iterable, Sequence

from game.export.prose_lines import Lines, prose_lines
from game.view import ENGLISH, ConflictView, FactView, RecordView, SourceView, Tongue


def evidence_lines(record: RecordView, tongue: Tongue = ENGLISH, brief: bool = False) -> Lines:
    """What is in dispute, where sources differ, and what a record rests on.

    Args:
        record: What it is told of.
        tongue: The reader's language.
        brief: Whether conflicts are only named, to be asked for.
    """
    lines: Lines = []
    if record.dispute:
        lines += ["", tongue.say("In dispute:"), *prose_lines(record.dispute)]
    lines += _named(record, tongue) if brief else _told(record, tongue)
    if record.sources:
        lines += [""] if brief or not record.conflicts else []
        lines.append(_source_names(record.sources, tongue))
    return lines


def _told(record: RecordView, tongue: Tongue) -> Lines:
    lines = ["", tongue.say("Where sources differ.")] if record.conflicts else []
    for conflict in record.conflicts:
        lines += [f"{conflict.title}: {' '.join(p.text for p in conflict.text)}", ""]
    return lines


def _named(record: RecordView, tongue: Tongue) -> Lines:
    if not record.conflicts:
        return []
    titles = "; ".join(conflict.title for conflict in record.conflicts)
    told = tongue.say("Where sources differ: {title}.").format(title=titles)
    return ["", f"{told} {tongue.say('Type sources to read on.')}"]


NAMED = 4
"""Sources that are named after an order; the others are only counted there."""


def _source_names(sources: Sequence[SourceView], tongue: Tongue) -> str:
    names = [source.name for source in sources[:NAMED]]
    rest = len(sources) - len(names)
    if rest:
        names.append(tongue.count("and {n} more", "and {n} more", rest))
    return f"{tongue.say('Sources:')} {'; '.join(names)}."


def fact_lines(facts: Iterable[FactView], tongue: Tongue = ENGLISH) -> Lines:
    """Facts, each with its source."""
    lines: Lines = []
    for fact in facts:
        text = " ".join(paragraph.text for paragraph in fact.text)
        basis = f"{fact.source}; {fact.origin}; {fact.confidence}"
        row = f"{text} {tongue.say('Source:')} {basis}."
        lines += ["", row] if lines else [row]
    return lines


def conflict_lines(conflict: ConflictView, tongue: Tongue = ENGLISH) -> Lines:
    """Where sources differ: who says what, and what the story shows."""
    lines = [tongue.say("Where sources differ: {title}.").format(title=conflict.title)]
    lines += [f"{by}: {says}." for by, says in conflict.readings]
    return [*lines, *([conflict.shown] if conflict.shown else [])]


def source_lines(sources: Iterable[SourceView]) -> Lines:
    """Sources, each with how far it can be trusted."""
    return [_source(source) for source in sources]


def _source(source: SourceView) -> str:
    known = source.origin.casefold() == source.name.casefold()
    name = source.name if known else f"{source.name} ({source.origin})"
    return f"{name}. {source.reliability}".rstrip()
