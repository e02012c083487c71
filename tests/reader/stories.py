"""One good story in five files, for tests that break it."""

from __future__ import annotations

from typing import Mapping

from game.reader import Report, check
from tests.helpers import folder_of

Files = Mapping[str, str | bytes]

MANIFEST = """\
format = 1
id = "river"
version = "1.0.0"
title = "The river"
files = ["north/*.toml", "history/*.toml"]

[[campaign]]
id = "north"
person = "li"
start = "bank"

[variables.boats]
campaigns = ["north"]
type = "int"
min = 0
max = 3
start = 1

[variables.bridge]
type = "enum"
values = ["whole", "burnt"]
start = "whole"

[derived.dry]
expr = "bridge == whole or boats >= 1"

[[metric]]
id = "men-lost"
label = "Men lost"
unit = "men"
"""
DAY = """\
# Der erste Tag, первый день
[node.bank]
title = "The bank"
at = 1945-08-09T01:00:00+10:00
place = "ford"
text = \"\"\"
Вода поднялась. [[ford|The ford]] is gone.

{boats} left.\"\"\"
known = ["boats-came"]

[[node.bank.advice]]
who = "li"
text = "Go now."
leans = "cross"

[[node.bank.choice]]
id = "cross"
label = "Cross tonight."
enabled_if = "dry"
disabled_reason = "There is no boat."
effects = ["boats -= 1", "bridge = burnt"]
ledger = { men-lost = 40 }
outcome = "They cross."
basis = "documented"
goto = "reeds"

[[node.bank.choice]]
id = "wait"
label = "Stay here."
goto = "morning"
"""
NIGHT = """\
[node.reeds]
title = "The reeds"
text = "Nothing moves."
goto = "far-side"

[node.morning]
title = "The morning"
text = ["The fog lifts.", { text = "It was not in vain.", if = 'chosen("bank.wait")' }]
goto = "far-side"
"""
END = """\
[ending.far-side]
campaigns = ["north"]
title = "The far side"
kind = "army"
text = "They are over."

[[playthrough]]
id = "straight"
campaign = "north"
choices = ["bank.cross"]
ending = "far-side"
expect = { boats = 0 }
"""
PAST = """\
[fact.boats-came]
statement = "The boats came on the ninth."
source = "diary"

[source.diary]
name = "A diary"
kind = "document"

[person.li]
name = "Li"
text = "An officer."

[place.ford]
name = "The ford"
text = "Shallow."
"""
GOOD: Files = {
    "story.toml": MANIFEST,
    "north/1-day.toml": DAY,
    "north/2-night.toml": NIGHT,
    "north/3-end.toml": END,
    "history/past.toml": PAST,
}


def broken(*edits: tuple[str, str, str], **more: str) -> dict[str, str | bytes]:
    """The good story with edits: in which file, what, and what in its place."""
    files = dict(GOOD)
    for name, old, new in edits:
        text = files[name]
        assert isinstance(text, str)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        files[name] = text.replace(old, new)
    return files | more


def found_in(files: Files) -> list[tuple[str, str, int, int]]:
    """What `check` finds: code, file, line and column of each."""
    return [(d.code, d.file, d.line, d.column) for d in report_on(files).diagnostics]


def report_on(files: Files) -> Report:
    return check(folder_of(files))


def sentences(files: Files) -> list[str]:
    return [diagnostic.sentence() for diagnostic in report_on(files).diagnostics]
