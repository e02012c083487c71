"""Somebody who leaves a short campaign is told what came of it in 1945."""

from __future__ import annotations

from game.engine import Playthrough
from game.view import leaving
from tests.helpers import story_from

STORY = """
[[campaign]]
id = "all"
start = "ford"
length = "short"

[node.ford]
title = "The ford"
text = "The water is high."
brief = "High water."

[node.ford.exit]
text = "In 1945 they crossed, and forty drowned."
facts = ["f1"]

[[node.ford.choice]]
id = "cross"
label = "Cross."
historical = true
outcome = "They cross."
outcome_brief = "Across."
goto = "end"

[fact.f1]
statement = "Forty drowned."
source = "book"

[source.book]
name = "The book"
kind = "book"

[ending.end]
title = "Evening"
kind = "man"
campaigns = ["all"]
text = "It is over."
brief = "Over."
"""


def test_the_story_tells_what_came_of_it() -> None:
    told = leaving(Playthrough.begin(story_from(STORY), "all"))
    assert told is not None
    assert [p.text for p in told.text] == ["In 1945 they crossed, and forty drowned."]
    assert [fact.id for fact in told.facts] == ["f1"]


def test_nothing_is_told_in_a_full_campaign_or_at_the_end() -> None:
    full = story_from(STORY.replace('length = "short"', 'length = "full"'))
    assert leaving(Playthrough.begin(full, "all")) is None
    assert leaving(Playthrough.begin(story_from(STORY), "all").take("cross")) is None
