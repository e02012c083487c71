"""The whole story as a document for proof-readers."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from game.export.conditions import InWords
from game.export.document import document
from game.model import OneOf
from game.view import ENGLISH
from tests.export.stories import steering
from tests.ford import ford


def test_a_decision_has_every_order_with_its_conditions_and_where_it_leads():
    text = document(ford())
    part = text[text.index("### Swim over.") : text.index("### March round")]
    assert part == (
        "### Swim over. (swim)\n\n"
        "*Open only if “Water” is low (0).*\n\n"
        "**Not open:** The water is {water}.\n\n"
        "→ far-bank\n\n"
    )


def test_an_outcome_is_told_under_its_conditions_with_what_it_changes():
    text = document(ford())
    part = text[text.index("### Row over.") : text.index("### Swim over.")]
    assert "*The order of 1945.*" in part
    assert "*If “Water” is high (1):*\n\nThe water rises to {water}.\n\n*inferred:" in part
    assert "- “Water” grows by 1." in part
    assert "- “Bridge” becomes standing." in part
    assert "- Ledger, Men lost: 10 plus “Water” times 2." in part


def test_every_text_of_the_story_is_in_it_once():
    text = document(ford())
    for node in ford().nodes.values():
        for part in node.text:
            passages = part.passages if isinstance(part, OneOf) else (part,)
            for passage in passages:
                plain = re.split(r"[*\[{]", passage.text)[0]
                assert plain in text
        assert text.count(f"({node.id})") == 1
    assert "He sells his boat." in text
    assert "Nobody was there." in text


@pytest.mark.parametrize(
    "source, words",
    [
        ("water >= 1 and not bridge", "“Water” is at least high (1) and “Bridge” does not hold"),
        (
            "bridge or water == 0 and secret",
            "“Bridge” holds or (“Water” is low (0) and secret holds)",
        ),
        ('chosen("crossing.row")', "“Row over.” was ordered"),
        ('visits("camp") > 1', "the number of times at “The camp” is more than 1"),
        ("min(water, 2) != -1", "the least of “Water”, 2 is not minus 1"),
        ("(1 if bridge else 0) < 1", "1 if “Bridge” holds, otherwise 0 is less than 1"),
    ],
)
def test_conditions_in_words(source, words):
    assert InWords(ford(), ENGLISH).condition(source) == words


def test_what_no_campaign_comes_to_stands_at_the_end():
    story = ford()
    alone = replace(story.nodes["camp"], id="alone", title="Alone")
    text = document(replace(story, nodes={**story.nodes, "alone": alone}))
    assert text.index("# What no campaign comes to") < text.index("## Alone (alone)")


def test_a_story_without_endings_is_written():
    assert "## A (else)" in document(replace(steering(), endings={}))
