"""A small story with everything in it that an export has to carry, in words that steer."""

from __future__ import annotations

from functools import cache

from game.model import Story
from tests.helpers import story_from

HEAD = r"""
format = 1
id = "small"
version = "1.0.0"
title = "A // `{small} `*story -> <- # \\ [x]"
content_note = "TODO: */ be careful"
zones = { "+09:00" = "river time" }

[[campaign]]
id = "c"
start = "else"

[[campaign]]
id = "d"
start = "b"
title = ":: Second | one"

[variables.hours]
type = "int"
min = -2000
max = 2000
start = -1500

[variables.temp]
type = "enum"
values = ["function", "forest"]
start = "function"

[variables.open]
type = "bool"
start = true

[derived.late]
expr = "hours % 7 == 3 or hours // -2 > 100"

[[metric]]
id = "men"
label = "Men lost"
unit = "men"
campaigns = ["c"]
start = 12

[place.hill]
name = "The hill"
text = "High."
at = [130.0, 44.0]
"""

NODES = """
[node.else]
title = "A"
at = 1945-08-09T05:30:00+09:00
place = "hill"
text = "By {temp}, {hours} hours, {open}; {men} men, {men, one = '# man', other = '# men'}."

[[node.else.choice]]
id = "read"
label = "Go `[here], {hours} - - > or | not."
effects = ["hours += 1600", "temp = forest if late else temp"]
ledger = { men = "abs(hours) * 3" }
outcome = [
    "- {hours} now",
    { if = "late", text = "= late {temp}" },
    { one_of = [{ if = "hours < 0", text = "+ was below" }, { text = "`* else:" }] },
]
goto = { scene = "s", then = "b" }

[[node.else.choice]]
id = "2"
label = "Two"
enabled_if = "late"
disabled_reason = "Not late: {hours}."
once = true

[[node.else.choice.result]]
if = "temp == function"
goto = { scene = "s", then = "else" }

[[node.else.choice.result]]
outcome = "Second"
goto = { one_of = [{ if = "open", goto = "end" }, { goto = { scene = "s", then = "b" } }] }

[scene.s]
start = "s1"

[scene.t]
start = "t1"

[scene.never]
start = "n1"

[node.n1]
title = "Nobody calls it"
text = "Silence."
goto = "return"

[node.s1]
title = "Council"
text = "VAR x = 3"
goto = { scene = "t", then = "return" }

[node.t1]
title = "Telegram"
text = "TODO: it"
sensitive = { note = "Bad news", skip = "2" }

[[node.t1.choice]]
id = "skip"
label = "Answer."
goto = "return"
effects = ["hours += 3"]

[[node.t1.choice]]
id = "2"
label = "Wait."
goto = "return"
effects = ["hours -= 1"]

[node.b]
title = "Shut"
at = 1945-08-10
text = "Then."

[[node.b.choice]]
id = "end"
label = "Only sometimes."
visible_if = 'chosen("t1.skip") and visits("b") < 2'
effects = ["open = not open"]
goto = "b"

[[node.b.choice]]
id = "shut"
label = "Never."
enabled_if = "hours == 2000"
disabled_reason = "It is {hours}."
goto = "end"

[[node.b.advice]]
post = "the clerk"
text = "At {hours} he would wait."
leans = "shut"

[node.b.fallback]
text = "Nothing is open; it was {hours}."
effects = ["hours -= 100"]
goto = { scene = "t", then = "end" }

[ending.end]
campaigns = ["c", "d"]
title = "End"
kind = "army"
text = "Over at {hours}."
"""


@cache
def steering() -> Story:
    """The story."""
    return story_from(HEAD + NODES)
