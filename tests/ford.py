"""A small story with one of everything that a screen can show: three decisions at a river."""

from __future__ import annotations

from functools import cache
from typing import Mapping

from game.engine import Playthrough
from game.model import Story
from game.view import Course
from tests.helpers import story_from

HEAD = """
format = 1
id = "ford"
version = "1.0.0"
title = "The ford"
content_note = "Men drown in this story."
zones = { "+09:00" = "river time" }

[[campaign]]
id = "north"
person = "orlov"
start = "camp"
title = "The north bank"
blurb = "You hold the north bank."

[variables.water]
type = "int"
min = 0
max = 2
start = 0
label = "Water"
shown = true
words = ["low", "high", "in flood"]

[variables.bridge]
type = "bool"
start = false
label = "Bridge"
shown = true
words = ["blown", "standing"]

[variables.secret]
type = "bool"
start = false

[[metric]]
id = "men"
label = "Men lost"
unit = "men"
measure = "lost"
scope = "battle"
claims = [
    { low = 10, high = 20, by = "Our count", measure = "lost", scope = "battle", fact = "crossed" },
    { low = 15, by = "Their count", measure = "lost", scope = "battle" },
    { high = 900, by = "A newspaper", measure = "claimed", scope = "war" },
]

[[metric]]
id = "boats"
label = "Boats"
unit = "boats"
gloss = "Rafts are boats."

[[metric]]
id = "nights"
label = "Time on the bank"
unit = "nights"
claims = [{ low = 1, high = 1, by = "A diary" }]
"""

CAMP = """
[node.camp]
title = "The camp"
at = 1945-08-09
place = "bank"
effects = ["water += 1"]
text = [
    "It *rains* on [[bank|the bank]].",
    { if = "water == 0", text = "The river is low." },
    { one_of = [{ if = "water == 1", text = "The water is {water}." }, { text = "It is dry." }] },
]
brief = "It rains."
goto = "crossing"

[[node.camp.marker]]
id = "fourth"
side = "soviet"
kind = "division"
at = "bank"

[[node.camp.marker]]
id = "raft"
side = "other"
kind = "brigade"
at = [130.5, 44.5]
label = "raft"
if = "bridge"
"""

CROSSING = """
[node.crossing]
title = "The crossing"
at = 1945-08-09T05:30:00+09:00
place = "bank"
text = "The far bank is quiet."
known = ["crossed"]
hidden = "Nobody was there."

[[node.crossing.advice]]
who = "orlov"
text = "Orlov would row."
leans = "row"
imagined = true

[[node.crossing.advice]]
post = "the engineer"
text = "Build first."
leans = "swim"

[[node.crossing.choice]]
id = "row"
label = "Row over."
detail = "At once."
historical = true
goto = "far-bank"
effects = ["water += 1", "bridge = true"]
ledger = { men = "10 + water * 2", boats = 1 }
basis = "documented"
outcome = [
    "You lose {boats, one = '# boat', other = '# boats'} and {men} men.",
    { if = "water == 1", text = "The water rises to {water}.", basis = "inferred" },
    { if = "water == 2", text = "Never said.", basis = "conjecture" },
]

[[node.crossing.choice]]
id = "swim"
label = "Swim over."
enabled_if = "water == 0"
disabled_reason = "The water is {water}."
goto = "far-bank"

[[node.crossing.choice]]
id = "march"
label = "March round by {water} water."
goto = "drift"
basis = "conjecture"
effects = ["water -= 1"]
ledger = { men = 30 }
outcome = "You march."

[[node.crossing.choice]]
id = "hide"
label = "Hide."
visible_if = "secret"
goto = "far-bank"

[node.crossing.record]
text = "They rowed over in the rain."
facts = ["crossed", "rained"]
dispute = "Some say they swam."
conflicts = ["hour"]
asides = ["fisherman"]
"""

AFTER = """
[node.far-bank]
title = "The far bank"
at = 1945-08-10T21:00:00+09:00
text = "Men lie in the reeds."
sensitive = { note = "The drowned are seen.", skip = "bury" }

[[node.far-bank.choice]]
id = "go-on"
label = "Go on."
goto = "night"

[[node.far-bank.choice]]
id = "bury"
label = "Bury them."
historical = true
outcome = "They are buried."
basis = "documented"
ledger = { nights = 1 }
goto = "night"

[node.far-bank.record]
text = "They were buried."
facts = ["rained"]
asides = ["village"]

[node.drift]
title = "Lost"
when = "late in August"
text = "There is no road."

[[node.drift.choice]]
id = "wait"
label = "Wait."
goto = "drowned"

[node.night]
title = "Night"
text = "It is dark."
sensitive = { note = "A man dies." }
goto = "over"

[ending.over]
campaigns = ["north"]
title = "Over the river"
kind = "army"
at = 1945-08-11
text = "You are over, with {men} men lost."
facts = ["rained"]

[ending.drowned]
campaigns = ["north"]
title = "In the river"
kind = "man"
text = "The river has you."
"""

HISTORY = """
[person.orlov]
name = "Ivan Orlov"
role = "Major"
text = "He held the bank."
other_names = ["Orloff"]

[unit.fourth]
name = "4th Division"
side = "soviet"
commander = "orlov"
text = "It came on foot."

[place.bank]
name = "North bank"
at = [130.0, 44.0]
modern = "Riverside"
text = "Mud."
facts = ["rained"]

[term.ford]
name = "ford"
text = "A shallow place."

[chapter.rivers]
title = "Rivers"
text = "They run."

[source.diary]
name = "Diary of a clerk"
kind = "diary"
origin = "other"
reliability = "He was there."

[source.map]
name = "A map"
kind = "map"

[fact.crossed]
statement = "They crossed at half past five."
source = "diary"
origin = "other"
confidence = "claimed"
section = "p. 4"

[fact.rained]
statement = "It rained."
source = "map"

[conflict.hour]
title = "The hour"
text = "One says five, one says six."
shown = "The game says half past five."
readings = [{ by = "A clerk", says = "five" }, { by = "A map", says = "six" }]

[aside.fisherman]
thread = "city"
title = "A fisherman"
at = 1945-08-09
text = "He sells his boat."
facts = ["rained"]

[aside.village]
thread = "other-side"
title = "The village"
when = "that night"
text = "Nobody sleeps."
"""

WHOLE = HEAD + CAMP + CROSSING + AFTER + HISTORY

HISTORICAL = ("row", "bury")


@cache
def ford(old: str = "", new: str = "") -> Story:
    """The story, the first such stretch of its text replaced."""
    assert old in WHOLE
    return story_from(WHOLE.replace(old, new, 1) if old else WHOLE)


def edited(words: Mapping[str, str]) -> Story:
    """The story with words replaced wherever they stand."""
    text = WHOLE
    for old, new in words.items():
        assert old in text
        text = text.replace(old, new)
    return story_from(text)


def played(*choices: str, story: Story | None = None) -> Playthrough:
    """A playthrough of these choices."""
    return Playthrough.replay(story or ford(), "north", choices)


def begun(*choices: str, story: Story | None = None) -> Course:
    """At the first beat behind these choices."""
    return Course.begin(played(*choices, story=story))
