"""Nodes: pages, decisions and endings, with all that is shown on them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Iterable, Iterator

from game.model.parts import At, Prose, Ways

LedgerEntry = tuple[str, int | str]
"""A metric id, and an integer or an expression to add to it."""


@dataclass(frozen=True, slots=True)
class Result:
    """What follows from a choice, in one of the states it may be taken in."""

    ways: Ways
    outcome: Prose = ()
    outcome_brief: Prose = ()
    basis: str | None = None
    effects: tuple[str, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    condition: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """An order that can be given.

    Attributes:
        results: One result, or several of which the first that holds is taken.
        branched: Whether the results were written as a list; their keys are
            numbered then.
    """

    id: str
    label: str
    results: tuple[Result, ...]
    detail: str | None = None
    historical: bool = False
    visible_if: str | None = None
    enabled_if: str | None = None
    disabled_reason: str | None = None
    once: bool = False
    tags: tuple[str, ...] = ()
    branched: bool = False
    renamed_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """What one adviser would do. Either a person (`who`) or a post speaks."""

    text: str
    who: str | None = None
    post: str | None = None
    leans: str | None = None
    imagined: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """What was done in 1945, and how well we know it."""

    text: str
    brief: str | None = None
    facts: tuple[str, ...] = ()
    dispute: str | None = None
    conflicts: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exit:
    """What somebody is told who leaves before this node's order is given."""

    text: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sensitive:
    """A page that may be passed over: why, and the choice that skipping takes."""

    note: str
    skip: str | None = None


@dataclass(frozen=True, slots=True)
class Fallback:
    """What happens where no choice is enabled. Not recorded."""

    ways: Ways
    text: Prose = ()
    effects: tuple[str, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Marker:
    """Something on the map: a unit, a front, a bridge.

    Attributes:
        at: A place id, or longitude and latitude in degrees.
        to: Where it is going, in the same form.
    """

    id: str
    side: str
    kind: str
    at: str | tuple[float, float]
    to: str | tuple[float, float] | None = None
    strength: str | None = None
    label: str | None = None
    condition: str | None = None


def marker_keys(markers: Iterable[Marker]) -> Iterator[str]:
    """A key for each marker of a page: its id, and from the second of that id on its number."""
    met: Counter[str] = Counter()
    for marker in markers:
        met[marker.id] += 1
        yield marker.id if met[marker.id] == 1 else f"{marker.id}.{met[marker.id]}"


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure on a page. `alt` says in words what it shows."""

    alt: str
    file: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A page (one way on) or a decision (choices)."""

    id: str
    title: str
    ways: Ways = ()
    choices: tuple[Choice, ...] = ()
    at: At = ()
    when: str | None = None
    place: str | None = None
    effects: tuple[str, ...] = ()
    brief: Prose = ()
    text: Prose = ()
    known: tuple[str, ...] = ()
    hidden: str | None = None
    sensitive: Sensitive | None = None
    tags: tuple[str, ...] = ()
    tally: bool = True
    advice: tuple[Advice, ...] = ()
    record: Record | None = None
    fallback: Fallback | None = None
    exit: Exit | None = None
    markers: tuple[Marker, ...] = ()
    pictures: tuple[Picture, ...] = ()
    renamed_from: tuple[str, ...] = ()

    @property
    def is_decision(self) -> bool:
        """Whether the player must choose here."""
        return bool(self.choices)


@dataclass(frozen=True, slots=True)
class Ending:
    """Where a campaign stops."""

    id: str
    campaigns: tuple[str, ...]
    title: str
    kind: str
    text: Prose
    at: At = ()
    when: str | None = None
    place: str | None = None
    brief: Prose = ()
    facts: tuple[str, ...] = ()
    markers: tuple[Marker, ...] = ()
    renamed_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """Pages written once and entered from several places."""

    id: str
    start: str


@dataclass(frozen=True, slots=True)
class Aside:
    """The same hour elsewhere. Opening one is not recorded."""

    id: str
    thread: str
    title: str
    text: str
    at: At = ()
    when: str | None = None
    place: str | None = None
    facts: tuple[str, ...] = ()
