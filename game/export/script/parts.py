"""What a script is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping, NamedTuple, Union

from game.language import Expr
from game.model import Story, Value

Names = frozenset[str]
"""Slots: variable and derived ids, `metric ID`, `visits NODE`, `chosen NODE.CHOICE`."""
NOW: Names = frozenset()


class Test(NamedTuple):
    """A condition.

    Attributes:
        earlier: The slots that are read as they were before the order.
    """

    expr: Expr
    earlier: Names = NOW


class Number(NamedTuple):
    """A number, as a reader's language writes it."""

    slot: str
    earlier: bool = False


class Cases(NamedTuple):
    """Words that go with a value."""

    slot: str
    rows: tuple[tuple[Value, Bits], ...]
    earlier: bool = False


class Plural(NamedTuple):
    """Words that agree with a number, by CLDR category; `other` is the last."""

    slot: str
    forms: tuple[tuple[str, Bits], ...]
    earlier: bool = False


class Choose(NamedTuple):
    """The first words whose condition holds."""

    rows: tuple[tuple[Test | None, Bits], ...]


Bit = Union[str, Number, Cases, Plural, Choose]
Bits = tuple[Bit, ...]


class Say(NamedTuple):
    """A paragraph."""

    bits: Bits


class When(NamedTuple):
    """The first steps whose condition holds. They only say something."""

    rows: tuple[tuple[Test | None, tuple[Step, ...]], ...]


class Keep(NamedTuple):
    """Slots whose present values are asked for after they have changed."""

    slots: tuple[str, ...]


class Change(NamedTuple):
    """A variable is given a value."""

    variable: str
    value: Expr


class Count(NamedTuple):
    """A visit is counted, as far as the cap."""

    node: str
    cap: int


class Mark(NamedTuple):
    """A choice is remembered."""

    choice: str


class Add(NamedTuple):
    """The ledger grows."""

    metric: str
    share: Expr


class Target(NamedTuple):
    """Where a way leads.

    Attributes:
        caller: The scene that is entered, and the number of the call.
        campaign: The campaign that begins, by its number.
    """

    to: Key
    caller: tuple[str, int] | None = None
    campaign: int | None = None


Ways = tuple[tuple[Test | None, Target], ...]


class Offer(NamedTuple):
    """Something to choose; the first way whose condition holds is taken."""

    label: Bits
    ways: Ways
    test: Test | None = None


class Offers(NamedTuple):
    """What can be chosen, with what is said before it.

    Attributes:
        closed: When nothing can be chosen, and the passage that is come to then.
    """

    offers: tuple[Offer, ...]
    before: tuple[Step, ...] = ()
    closed: tuple[Test, Key] | None = None


class Go(NamedTuple):
    """On at once; the first way whose condition holds is taken."""

    ways: Ways


class Stop(NamedTuple):
    """The end."""


Step = Union[Say, When, Keep, Change, Count, Mark, Add, Offers, Go, Stop]
Steps = tuple[Step, ...]

Key = tuple[str, str]
"""A passage: the node or ending it belongs to, and which part of it; the page itself is ``."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that is read at once."""

    key: Key
    steps: Steps


@dataclass(frozen=True, slots=True)
class Script:
    """A whole story.

    Attributes:
        scenes: The scenes that are called; the number of the call under way is kept of each.
        campaigns: Campaign ids, whose numbers count from 1.
        thousands: What parts the thousands of a number.
    """

    story: Story
    language: str
    thousands: str
    title: str
    passages: tuple[Passage, ...]
    scenes: tuple[str, ...]
    campaigns: tuple[str, ...]
    derived: Mapping[str, Expr]


START: Key = ("", "")
"""Where a script begins."""
