"""The story as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Mapping

from game.model.campaign import Anchor, Campaign, Derived, Manifest, Metric, Style, Value, Variable
from game.model.chapter import Chapter
from game.model.codex import Conflict, Fact, Person, Place, Source, Term, Unit
from game.model.node import Aside, Ending, LedgerEntry, Node, Scene

Empty: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Assertion:
    """Something that must hold over the whole state space.

    Attributes:
        kind: `reachable`, `never`, `always` or `leads`.
        of: Two ids for `reachable` and `leads`; one expression for the others.
        at: A node or ending that `never` and `always` are held to.
    """

    id: str
    kind: str
    of: tuple[str, ...]
    say: str | None = None
    campaign: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Playthrough:
    """A list of choices and what must come of it."""

    id: str
    campaign: str
    choices: tuple[str, ...]
    ending: str | None = None
    expect: tuple[tuple[str, Value], ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Story:
    """A story, by id. Nodes may be read only when first asked for.

    Attributes:
        recalled: What expressions anywhere ask of the past: for each node whose
            visits are counted, the count at which counting may stop.
        remembered: The `node.choice` ids whose having been chosen matters.
    """

    manifest: Manifest
    campaigns: Mapping[str, Campaign]
    variables: Mapping[str, Variable]
    derived: Mapping[str, Derived]
    metrics: Mapping[str, Metric]
    anchors: tuple[Anchor, ...]
    style: Style
    nodes: Mapping[str, Node]
    endings: Mapping[str, Ending]
    scenes: Mapping[str, Scene]
    asides: Mapping[str, Aside]
    asserts: Mapping[str, Assertion]
    playthroughs: Mapping[str, Playthrough]
    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    people: Mapping[str, Person]
    units: Mapping[str, Unit]
    places: Mapping[str, Place]
    terms: Mapping[str, Term]
    conflicts: Mapping[str, Conflict]
    chapters: Mapping[str, Chapter]
    recalled: Mapping[str, int]
    remembered: frozenset[str]
    folder: str = ""

    def entry(self, id: str) -> Person | Unit | Place | Term | Chapter | None:
        """The codex entry of that id, of whatever kind."""
        for shelf in (self.people, self.units, self.places, self.terms, self.chapters):
            if id in shelf:
                return shelf[id]
        return None
