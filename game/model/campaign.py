"""The manifest: campaigns, variables, the ledger, and a story's own rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping

from game.model.parts import Moment

Value = int | bool | str
"""What a variable holds: an integer, a truth value, or the name of an enum value."""


@dataclass(frozen=True, slots=True)
class Campaign:
    """One way through the story, from a commander's chair."""

    id: str
    start: str
    person: str | None = None
    length: str = "full"
    title: str | None = None
    blurb: str | None = None
    renamed_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Variable:
    """A finite variable that steers the story.

    Attributes:
        kind: `bool`, `int` or `enum`.
        values: The enum's values, in order; empty for the other kinds.
        words: One word or phrase a value, in order, for the gauges.
    """

    id: str
    kind: str
    start: Value
    campaigns: tuple[str, ...] = ()
    min: int = 0
    max: int = 0
    on_overflow: str = "clamp"
    values: tuple[str, ...] = ()
    label: str | None = None
    shown: bool = False
    words: tuple[str, ...] = ()
    renamed_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Derived:
    """A read-only value computed from variables."""

    id: str
    expr: str
    campaigns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody's count. A missing end is an open end."""

    by: str
    fact: str | None = None
    low: int | None = None
    high: int | None = None
    scope: str | None = None
    measure: str | None = None

    def holds(self, value: int) -> bool:
        """Whether the value lies in the range, its ends included."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


@dataclass(frozen=True, slots=True)
class Metric:
    """A line of the ledger. It only adds up; nothing branches on it.

    Attributes:
        unit: What it counts, as it stands with most numbers.
        units: Plural forms of it by their categories; none if it is always the same.
        short: Its label in two or three words, for where there is little room.
    """

    id: str
    label: str
    unit: str
    campaigns: tuple[str, ...] = ()
    start: int = 0
    measure: str | None = None
    scope: str | None = None
    better: str = "none"
    claims: tuple[Claim, ...] = ()
    gloss: str | None = None
    units: tuple[tuple[str, str], ...] = ()
    short: str | None = None

    def own_claims(self) -> tuple[Claim, ...]:
        """The claims of this metric's own measure and scope."""
        same = (c for c in self.claims if (c.measure, c.scope) == (self.measure, self.scope))
        return tuple(same)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A moment that the historical path must reproduce."""

    node: str
    at: Moment
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """A story's own rules for `check`."""

    banned: tuple[str, ...] = ()
    limits: Mapping[str, int] = field(default_factory=dict)
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The head of a story: who it is and what it is made of."""

    id: str
    version: str
    title: str
    ifid: str | None = None
    authors: tuple[str, ...] = ()
    licence: str | None = None
    languages: Mapping[str, str] = field(default_factory=lambda: {"en": "complete"})
    content_note: str | None = None
    zones: Mapping[str, str] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    format: int = 1
