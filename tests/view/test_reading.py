"""The quick reading says what the long way says."""

from __future__ import annotations

from hypothesis import given, settings

from game.engine import Position, options, start
from game.view import Glass, Reading, line, paragraphs, reading, tongue, words
from tests.engine.small import story
from tests.engine.stories import picks, stories, walk
from tests.helpers import story_from

NODES = """
[node.first]
title = "The first"
text = '''
*Rain*, {roads} roads, 100% mud;
{losses, one = '# man', other = '# men'} lost.

Then {hours} hours.'''
[[node.first.choice]]
id = "wait"
label = "Wait {hours} hours."
effects = ["hours += 1"]
ledger = { losses = -99 }
goto = "first"
[[node.first.choice]]
id = "go"
label = "Go."
enabled_if = "open"
disabled_reason = "The roads are closed."
goto = "end"
"""


def test_a_reading_is_text_and_labels() -> None:
    first = start(story(NODES), "c")
    assert reading(first) == Reading(
        "Rain, 1 roads, 100% mud; 100 men lost.\n\nThen 0 hours.",
        (("wait", "Wait 0 hours.", True), ("go", "Go.", False)),
    )


def test_a_reading_changes_with_state_ledger_and_language() -> None:
    made = story(NODES)
    first = start(made, "c")
    again = first._replace(state=(2, 7, "road"), ledger=(1, 0))
    assert reading(first) != reading(again)
    assert reading(again) == Reading(
        "Rain, 2 roads, 100% mud; 1 man lost.\n\nThen 7 hours.",
        (("wait", "Wait 7 hours.", True), ("go", "Go.", True)),
    )
    other = tongue("ru", {"first.text": "Дождь: {losses}.", "first.go.label": "Вперёд."})
    assert reading(again, other).text == "Дождь: 1."
    assert reading(again, other).options[1] == ("go", "Вперёд.", True)
    assert reading(again).text.startswith("Rain")


def test_an_ending_has_no_options() -> None:
    first = start(story(NODES), "c")
    assert reading(first._replace(node="end")) == Reading("It is over.", ())


def long_way(position: Position) -> Reading:
    made = position.program.story
    node, glass = made.nodes.get(position.node), Glass.at(position)
    prose = node.text if node else made.endings[position.node].text
    labels = {choice.id: choice.label for choice in (node.choices if node else ())}
    rows = tuple((id, line(labels[id], glass), open) for id, open in options(position))
    return Reading(words(paragraphs(prose, glass)), rows)


@settings(max_examples=30)
@given(stories(), picks)
def test_the_quick_way_says_what_the_long_way_says(text: str, picks: list[int]) -> None:
    made = story_from(text)
    for position, _ in walk(made, picks):
        assert reading(position) == long_way(position)
