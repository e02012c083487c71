"""A small story's declarations, so that a test writes only its nodes."""

from __future__ import annotations

from typing import NamedTuple

from game.engine import Position, options
from game.model import Story
from tests.helpers import story_from

DECLARED = """
[[campaign]]
id = "c"
start = "first"

[variables.roads]
type = "int"
min = 0
max = 3
start = 1
shown = true

[variables.hours]
type = "int"
min = -5
max = 20
start = 0
shown = true

[variables.guns]
type = "enum"
values = ["road", "forest"]
start = "road"
shown = true

[derived.open]
expr = "roads >= 2"

[[metric]]
id = "losses"
label = "Losses"
unit = "men"
start = 100

[[metric]]
id = "tanks"
label = "Tanks"
unit = "tanks"

[ending.end]
campaigns = ["c"]
title = "The end"
kind = "army"
text = "It is over."
"""


def story(nodes: str) -> Story:
    """A story of these nodes: variables `roads`, `hours`, `guns`, a derived `open`,
    metrics `losses` and `tanks`, an ending `end`, a campaign `c` from `first`."""
    return story_from(DECLARED + nodes)


class Standing(NamedTuple):
    """What a position says, without the program."""

    node: str
    roads: int
    hours: int
    guns: str
    losses: int = 100
    tanks: int = 0
    pages: tuple[str, ...] = ()


def standing(position: Position) -> Standing:
    """A position of one of these stories, to be compared."""
    values = position.variables
    roads, hours = values["roads"], values["hours"]
    assert isinstance(roads, int)
    assert isinstance(hours, int)
    ledger = position.metrics
    return Standing(
        position.node,
        roads,
        hours,
        str(values["guns"]),
        ledger["losses"],
        ledger["tanks"],
        position.pages,
    )


def shown(position: Position) -> str:
    """The options at a position in one line; greyed ones in brackets."""
    return " ".join(o.id if o.enabled else f"({o.id})" for o in options(position))
