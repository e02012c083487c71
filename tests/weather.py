"""A story of two pages whose codex has one of everything: dates, a chart, sources that differ."""

from __future__ import annotations

from functools import cache

from game.model import Story
from tests.helpers import story_from

PAGES = """
[[campaign]]
id = "north"
person = "orlov"
start = "bank"
title = "The bank"
blurb = "You hold the bank."

[node.bank]
title = "The bank"
at = 1945-08-09
text = "It rains."
goto = "end"

[ending.end]
campaigns = ["north"]
title = "The end"
kind = "man"
at = 1945-08-10
text = "It rains on."
"""

CODEX = """
[chapter.knowing]
title = "How we know"
order = 1
part = "method"
lists = "conflicts"
text = "The clerk was wet. See [[orlov|Orlov]]."

[chapter.wet]
title = "The wet year"
order = 2
text = "It was wet in 1941 and later."
facts = ["wet"]
timeline = [
    { when = "1945-08-09T01:00", text = "It rains.", fact = "rain" },
    { when = "1941-06/1941-08", text = "A wet *summer*.", fact = "wet" },
]

[chapter.wet.chart]
title = "Boats on the river"
unit = "boats"
alt = "Few boats, then more."
note = "Nobody counted in between."
points = [
    { when = "1945-08", low = 10, high = 20, by = "a map", of = "all boats", fact = "boats" },
    { when = "1941", value = 40, by = "a clerk", fact = "wet", beside = { text = "Old ones.", fact = "rain" } },
]

[person.orlov]
name = "Ivan Orlov"
other_names = ["Orloff"]
role = "Major of engineers"
side = "soviet"
text = "He held the bank."

[place.bank]
name = "North bank"
modern = "Riverside"
text = "Mud."

[fact.wet]
statement = "In the summer of 1941 a clerk counted 40 boats."
source = "diary"

[fact.rain]
statement = "It rained at one."
source = "diary"
section = "p. 4"
confidence = "claimed"

[fact.boats]
statement = "There were 10 to 20 boats."
source = "map"
origin = "other"

[source.diary]
name = "Diary of a clerk"
kind = "memoir"
reliability = "He was there."
detail = "Read as one page."

[source.map]
name = "A map"
kind = "page"
origin = "other"

[conflict.10]
title = "The boats"
topic = "Numbers"
text = "Two counts of boats."
readings = [{ by = "A clerk", says = "40", fact = "wet" }, { by = "A map", says = "10 to 20" }]
shown = "Both are shown."
facts = ["boats"]

[conflict.9]
title = "The hour"
text = "One or two."
readings = [{ by = "A clerk", says = "one" }, { by = "A map", says = "two" }]
"""

WHOLE = PAGES + CODEX


@cache
def weather() -> Story:
    """The story."""
    return story_from(WHOLE)
