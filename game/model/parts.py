"""The small parts that nodes are made of: passages, ways on, moments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

Moment = date | datetime
"""A day, or an instant with its offset."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that begins a paragraph, shown when its condition holds."""

    text: str
    condition: str | None = None
    basis: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class OneOf:
    """Passages of which the first that holds is shown."""

    passages: tuple[Passage, ...]


Prose = tuple[Passage | OneOf, ...]
"""A text: passages shown in order."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way on, taken when its condition holds.

    Attributes:
        to: A node or ending id, or `return`; where `scene` is set, the node
            that follows when the scene returns.
        scene: The scene to enter first, if any.
        condition: An expression, or None for the way that always holds.
    """

    to: str
    scene: str | None = None
    condition: str | None = None


Ways = tuple[Way, ...]
"""Ways on, tried in order; the last has no condition."""


@dataclass(frozen=True, slots=True)
class When:
    """A moment that holds under a condition."""

    moment: Moment
    condition: str | None = None


At = tuple[When, ...]
"""When something happens: the first that holds. Empty where nothing is said."""

RETURN = "return"
"""The reserved id by which a scene goes back to its caller."""
