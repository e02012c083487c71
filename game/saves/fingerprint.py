"""What a save was made against: the bones of a campaign, and its words."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Iterable, Iterator

from game.model import RETURN, Ending, Node, Story, Ways


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Hashes in hexadecimal.

    Attributes:
        structure: Of everything that decides what follows from what.
        text: Of every word; a mended comma changes this one only.
    """

    structure: str
    text: str


@lru_cache(maxsize=16)
def fingerprint(story: Story, campaign: str) -> Fingerprint:
    """The fingerprint of one campaign."""
    nodes = sorted(reached(story, campaign), key=lambda node: node.id)
    bones = [*_head(story, campaign), *(_bones(node) for node in nodes)]
    return Fingerprint(_hash(map(repr, bones)), _hash(map(repr, nodes)))


def reached(story: Story, campaign: str) -> Iterator[Node | Ending]:
    """Every node and ending that a campaign could lead to, whatever holds."""
    seen: set[str] = set()
    waiting = [story.campaigns[campaign].start]
    while waiting:
        id = waiting.pop()
        if id in seen or id == RETURN:
            continue
        seen.add(id)
        if id in story.nodes:
            yield story.nodes[id]
            waiting.extend(_ahead(story, story.nodes[id]))
        elif id in story.endings:
            yield story.endings[id]


def _ahead(story: Story, node: Node) -> Iterator[str]:
    for ways in _all_ways(node):
        for way in ways:
            yield way.to
            if way.scene is not None and way.scene in story.scenes:
                yield story.scenes[way.scene].start


def _all_ways(node: Node) -> Iterator[Ways]:
    yield node.ways
    for choice in node.choices:
        for result in choice.results:
            yield result.ways
    if node.fallback:
        yield node.fallback.ways


def _head(story: Story, campaign: str) -> list[object]:
    own = [v for v in story.variables.values() if not v.campaigns or campaign in v.campaigns]
    variables = [(v.id, v.kind, v.start, v.min, v.max, v.values) for v in own]
    derived = [(d.id, d.expr) for d in story.derived.values()]
    scenes = [(s.id, s.start) for s in story.scenes.values()]
    metrics = [(m.id, m.start) for m in story.metrics.values()]
    return [story.campaigns[campaign].start, variables, derived, scenes, metrics]


def _bones(node: Node | Ending) -> object:
    if isinstance(node, Ending):
        return node.id
    fallback = node.fallback
    return (
        node.id,
        node.effects,
        node.ways,
        [
            (
                choice.id,
                choice.visible_if,
                choice.enabled_if,
                choice.once,
                [(r.condition, r.effects, r.ledger, r.ways) for r in choice.results],
            )
            for choice in node.choices
        ],
        (fallback.effects, fallback.ledger, fallback.ways) if fallback else None,
    )


def _hash(parts: Iterable[str]) -> str:
    made = hashlib.sha256()
    for part in parts:
        made.update(part.encode("utf-8"))
        made.update(b"\0")
    return made.hexdigest()[:16]
