"""The fact base and the codex: what is shown as history, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A number somebody gave. It has a value, or one or both ends of a range."""

    what: str
    unit: str
    by: str
    value: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of the fact base, with its source.

    Attributes:
        when: An ISO date, month, year or date-time, or two of them as `from/to`.
        origin: `article`, `other` or `recall`.
        confidence: `stated`, `claimed`, `disputed` or `inferred`.
    """

    id: str
    statement: str
    source: str
    origin: str = "article"
    confidence: str = "stated"
    when: str | None = None
    where: str | None = None
    who: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    section: str | None = None
    note: str | None = None
    renamed_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A book, article, page or memory that facts rest on."""

    id: str
    name: str
    kind: str
    origin: str = "article"
    detail: str | None = None
    reliability: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every codex entry has."""

    id: str
    name: str
    text: str
    other_names: tuple[str, ...] = ()
    speak: str | None = None
    basis: str = "article"
    facts: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entry):
    """Somebody named in the story."""

    role: str | None = None
    side: str = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Entry):
    """An army, division, brigade or other body."""

    side: str = "other"
    parent: str | None = None
    commander: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Entry):
    """A place. `at` is longitude and latitude in degrees, where known."""

    at: tuple[float, float] | None = None
    accuracy: str = "fair"
    modern: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Entry):
    """A word that needs explaining once."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One side of a conflict between sources."""

    by: str
    says: str
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Where sources differ, both readings and who counts.

    Attributes:
        topic: What it is about, for lists: `Names`, `Losses`.
    """

    id: str
    title: str
    text: str
    shown: str | None = None
    readings: tuple[Reading, ...] = ()
    facts: tuple[str, ...] = ()
    speaks_to: tuple[str, ...] = ()
    topic: str | None = None
    note: str | None = None
