"""Everything on a node, with its path: expressions, texts, ways on."""

from __future__ import annotations

from typing import Iterable, Iterator, NamedTuple

from game.model import At, Choice, Ending, Marker, Node, OneOf, Prose, Result, Way, Ways
from game.reader.faults import Path


class Written(NamedTuple):
    """An expression or text of the story.

    Attributes:
        kind: `condition`, `effect`, `share`; for texts the field's name.
        source: What is written.
        path: Where.
    """

    kind: str
    source: str
    path: Path


def results_of(choice: Choice, path: Path) -> Iterator[tuple[Result, Path]]:
    """A choice's results with their paths."""
    if not choice.branched:
        yield choice.results[0], path
        return
    for i, result in enumerate(choice.results):
        yield result, (*path, "result", i)


def choices_of(node: Node, path: Path) -> Iterator[tuple[Choice, Path]]:
    """A node's choices with their paths."""
    for i, choice in enumerate(node.choices):
        yield choice, (*path, "choice", i)


def ways_of(node: Node, path: Path) -> Iterator[tuple[Way, Path]]:
    """Every way on from a node: its own, its choices', its fallback's."""
    yield from _ways(node.ways, (*path, "goto"))
    for choice, at in choices_of(node, path):
        for result, below in results_of(choice, at):
            yield from _ways(result.ways, (*below, "goto"))
    if node.fallback:
        yield from _ways(node.fallback.ways, (*path, "fallback", "goto"))


def _ways(ways: Ways, path: Path) -> Iterator[tuple[Way, Path]]:
    if len(ways) == 1 and ways[0].condition is None:
        yield ways[0], path
        return
    for i, way in enumerate(ways):
        yield way, (*path, "one_of", i)


def expressions_of(node: Node | Ending, path: Path) -> Iterator[Written]:
    """Every condition, effect and ledger share of a node or ending."""
    if isinstance(node, Node):
        yield from _effects(node.effects, path)
        for choice, at in choices_of(node, path):
            yield from _choice_expressions(choice, at)
        yield from _way_conditions(node.ways, path)
        if node.fallback:
            fallback = node.fallback
            result = Result(
                fallback.ways, fallback.text, (), None, fallback.effects, fallback.ledger
            )
            yield from _result_expressions(result, (*path, "fallback"), "text")
    yield from _prose_conditions(node.text, (*path, "text"))
    yield from _prose_conditions(node.brief, (*path, "brief"))
    yield from _at_conditions(node.at, (*path, "at"))
    yield from _marker_conditions(node.markers, path)


def _choice_expressions(choice: Choice, path: Path) -> Iterator[Written]:
    if choice.visible_if:
        yield Written("condition", choice.visible_if, (*path, "visible_if"))
    if choice.enabled_if:
        yield Written("condition", choice.enabled_if, (*path, "enabled_if"))
    for result, below in results_of(choice, path):
        if result.condition:
            yield Written("condition", result.condition, (*below, "if"))
        yield from _result_expressions(result, below, "outcome")


def _result_expressions(result: Result, path: Path, text: str) -> Iterator[Written]:
    yield from _prose_conditions(result.outcome, (*path, text))
    yield from _prose_conditions(result.outcome_brief, (*path, "outcome_brief"))
    yield from _effects(result.effects, path)
    for metric, share in result.ledger:
        if isinstance(share, str):
            yield Written("share", share, (*path, "ledger", metric))
    yield from _way_conditions(result.ways, path)


def _effects(effects: Iterable[str], path: Path) -> Iterator[Written]:
    for i, effect in enumerate(effects):
        yield Written("effect", effect, (*path, "effects", i))


def _way_conditions(ways: Ways, path: Path) -> Iterator[Written]:
    for i, way in enumerate(ways):
        if way.condition:
            yield Written("condition", way.condition, (*path, "goto", "one_of", i, "if"))


def _at_conditions(at: At, path: Path) -> Iterator[Written]:
    for i, when in enumerate(at):
        if when.condition:
            yield Written("condition", when.condition, (*path, "one_of", i, "if"))


def _marker_conditions(markers: tuple[Marker, ...], path: Path) -> Iterator[Written]:
    for i, marker in enumerate(markers):
        if marker.condition:
            yield Written("condition", marker.condition, (*path, "marker", i, "if"))


def _prose_conditions(prose: Prose, path: Path) -> Iterator[Written]:
    for i, part in enumerate(prose):
        if isinstance(part, OneOf):
            for j, passage in enumerate(part.passages):
                if passage.condition:
                    yield Written("condition", passage.condition, (*path, i, "one_of", j, "if"))
        elif part.condition:
            yield Written("condition", part.condition, (*path, i, "if"))


def prose(kind: str, prose: Prose, path: Path) -> Iterator[Written]:
    """The passages of a text."""
    for i, part in enumerate(prose):
        if isinstance(part, OneOf):
            for j, passage in enumerate(part.passages):
                yield Written(kind, passage.text, (*path, i, "one_of", j, "text"))
        else:
            yield Written(kind, part.text, (*path, i, "text"))


def texts_of(node: Node | Ending, path: Path) -> Iterator[Written]:
    """Every text of a node or ending that a player may read."""
    yield Written("title", node.title, (*path, "title"))
    yield from prose("brief", node.brief, (*path, "brief"))
    yield from prose("text", node.text, (*path, "text"))
    for i, marker in enumerate(node.markers):
        if marker.label:
            yield Written("marker", marker.label, (*path, "marker", i, "label"))
    if isinstance(node, Node):
        yield from _node_texts(node, path)


def _node_texts(node: Node, path: Path) -> Iterator[Written]:
    if node.hidden:
        yield Written("hidden", node.hidden, (*path, "hidden"))
    if node.sensitive:
        yield Written("sensitive", node.sensitive.note, (*path, "sensitive", "note"))
    for i, advice in enumerate(node.advice):
        yield Written("advice", advice.text, (*path, "advice", i, "text"))
    for choice, at in choices_of(node, path):
        yield from _choice_texts(choice, at)
    if node.record:
        yield from _record_texts(node, (*path, "record"))
    if node.exit:
        yield Written("exit", node.exit.text, (*path, "exit", "text"))
    if node.fallback:
        yield from prose("fallback", node.fallback.text, (*path, "fallback", "text"))


def _choice_texts(choice: Choice, path: Path) -> Iterator[Written]:
    for key in ("label", "detail", "disabled_reason"):
        text = getattr(choice, key)
        if text:
            yield Written(key, text, (*path, key))
    for result, below in results_of(choice, path):
        yield from prose("outcome", result.outcome, (*below, "outcome"))
        yield from prose("outcome_brief", result.outcome_brief, (*below, "outcome_brief"))


def _record_texts(node: Node, path: Path) -> Iterator[Written]:
    record = node.record
    for key, kind in (("text", "record"), ("brief", "brief"), ("dispute", "dispute")):
        text = getattr(record, key)
        if text:
            yield Written(kind, text, (*path, key))
