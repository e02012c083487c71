"""Playing the app as a player would, and reading what stands on the screen."""

from __future__ import annotations

import sys
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import AsyncIterator, Sequence

from textual.pilot import Pilot

from game.model import Story
from game.reader import load
from game.saves import Store
from game.tui import PlainRequest, TenDays
from game.tui.screens.base import Plate
from game.view import ENGLISH
from tests.helpers import story_from

SHIPPED = Path(__file__).parent.parent.parent / "story" / "mutanchiang"

SMALL = """
content_note = "A small war."

[[campaign]]
id = "one"
start = "first"
person = "ann"
title = "Ann's war"
blurb = "You are Ann."

[[campaign]]
id = "two"
start = "first"
person = "bo"
title = "Bo's war"
blurb = "You are Bo."

[person.ann]
name = "Ann Ash"
role = "Marshal"
side = "soviet"
text = "Ann commands near the [[mill|mill]]."

[person.bo]
name = "Bo Birch"
role = "General"
side = "japanese"
text = "Bo commands."

[place.mill]
name = "The mill"
text = "It grinds."

[variables.nerve]
type = "int"
min = 0
max = 2
start = 1
label = "Nerve"
shown = true
words = ["gone", "steady", "high"]

[[metric]]
id = "lost"
label = "Men lost"
unit = "men"
measure = "men"
scope = "all"
claims = [{ low = 5, high = 9, by = "A clerk", measure = "men", scope = "all", fact = "f1" }]

[fact.f1]
statement = "Five to nine men were lost."
source = "book"

[source.book]
name = "The book"
kind = "book"

[node.first]
title = "Morning"
at = 1945-08-09
place = "mill"
text = "Mist on the [[mill|mill]] and on [[bo|Bo]]."
known = ["f1"]
goto = "ford"

[node.ford]
title = "The ford"
at = 1945-08-10
place = "mill"
text = "The water is high."

[[node.ford.advice]]
who = "bo"
text = "Wait, says Bo."
leans = "wait"
imagined = true

[[node.ford.choice]]
id = "cross"
label = "Cross now."
detail = "In the dark."
historical = true
outcome = "They cross."
basis = "documented"
ledger = { lost = 4 }
goto = "hush"

[[node.ford.choice]]
id = "swim"
label = "Swim."
enabled_if = "nerve == 2"
disabled_reason = "Nobody has the nerve."
outcome = "They swim."
goto = "hush"

[[node.ford.choice]]
id = "wait"
label = "Wait for light."
outcome = "They wait."
effects = ["nerve -= 1"]
ledger = { lost = 1 }
goto = "hush"

[node.ford.record]
text = "They crossed in 1945, past the [[mill|mill]]."
facts = ["f1"]
asides = ["miller"]

[aside.miller]
thread = "city"
title = "The miller"
at = 1945-08-10
text = "He hears them."

[node.hush]
title = "What was found"
at = 1945-08-11
text = "There are dead in the mill."
sensitive = { note = "This page has dead in it." }
goto = "gate"

[node.gate]
title = "The gate"
at = 1945-08-12
text = "The gate is shut."

[[node.gate.choice]]
id = "knock"
label = "Knock."
historical = true
outcome = "It opens."
ledger = { lost = 3 }
goto = "end"

[[node.gate.choice]]
id = "leave"
label = "Leave."
outcome = "You go."
goto = "end"

[ending.end]
title = "Evening"
kind = "man"
campaigns = ["one", "two"]
at = 1945-08-13
text = "It is over."
facts = ["f1"]
"""
"""Two commanders, two decisions, one of everything."""


@cache
def small() -> Story:
    """The small story."""
    return story_from(SMALL)


@cache
def shipped() -> Story:
    """The shipped story."""
    return load(SHIPPED)


@asynccontextmanager
async def playing(
    story: Story,
    size: tuple[int, int] = (80, 24),
    store: Store | None = None,
    campaign: str | None = None,
    keys: Sequence[str] = (),
) -> AsyncIterator[tuple[TenDays, Pilot[PlainRequest | None]]]:
    """A running app without animation, after some keys."""
    app = TenDays(story, store, ENGLISH, campaign)
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, *keys)
        yield app, pilot


async def press(pilot: Pilot[PlainRequest | None], *keys: str) -> None:
    """Press keys, each when the one before has been answered."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def read_on(app: TenDays, pilot: Pilot[PlainRequest | None]) -> None:
    """Turn pages until something else is read or asked."""
    before = app.course
    for _ in range(20):
        if app.course is not before or front(app) != "reading":
            return
        await press(pilot, "space")


def rows(app: TenDays) -> list[str]:
    """What stands on the screen, row by row."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


def text(app: TenDays) -> str:
    """What stands on the screen, with single spaces."""
    return " ".join(" ".join(rows(app)).split())


def front(app: TenDays) -> str:
    """The name of the screen in front."""
    assert isinstance(app.screen, Plate), app.screen
    return app.screen.NAME


def foot(app: TenDays) -> str:
    """The lower edge."""
    return " ".join(rows(app)[-1].split())


def place_of(app: TenDays, words: str) -> tuple[int, int]:
    """The column and row where some words begin."""
    for y, row in enumerate(rows(app)):
        if words in row:
            return row.index(words), y
    raise AssertionError(f"{words!r} is not on the screen:\n" + "\n".join(rows(app)))


async def click(app: TenDays, pilot: Pilot[PlainRequest | None], words: str) -> None:
    """Click on words; a sheet hands a click on, so that two turns pass before it is answered."""
    await pilot.click(offset=place_of(app, words))
    await pilot.pause()
    await pilot.pause()


POSIX = sys.platform != "win32"
