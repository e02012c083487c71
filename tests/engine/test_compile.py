"""What a node becomes, and what cannot be compiled."""

from __future__ import annotations

import pytest

from game.engine import EngineError, Program, start, step
from game.engine.compile import Overflow
from game.reader import load
from tests.engine.small import DECLARED, Standing, standing, story
from tests.helpers import HEAD, folder_of, story_from

PAGE = """
[node.first]
title = "The first"
{}
"""


def refused(node: str) -> str:
    """What the engine says to a story that check was not asked about."""
    unchecked = load(folder_of({"story.toml": HEAD + DECLARED + PAGE.format(node)}))
    with pytest.raises(EngineError) as caught:
        start(unchecked, "c")
    return str(caught.value)


REFUSED = [
    ('goto = "nowhere"', "There is no node 'nowhere' in this story."),
    ('goto = "return"', "'first' returns, but no scene was entered."),
    ('goto = { scene = "hall", then = "end" }', "There is no scene 'hall'."),
    (
        'effects = ["roads +"]\ngoto = "end"',
        "The effect 'roads +' cannot be read (An effect is `variable = value`, "
        "`variable += value` or `variable -= value`.).",
    ),
    (
        'effects = ["rods = 1"]\ngoto = "end"',
        "The effect 'rods = 1' sets no variable of this campaign.",
    ),
    (
        'goto = { one_of = [{ if = "1 +", goto = "end" }, { goto = "end" }] }',
        "The expression '1 +' cannot be read (The expression stops where a value should stand.);"
        " run author check.",
    ),
]


@pytest.mark.parametrize("node, sentence", REFUSED)
def test_an_unchecked_story_is_refused_in_a_sentence(node: str, sentence: str) -> None:
    assert refused(node) == sentence


def test_a_node_is_compiled_only_when_it_is_come_to() -> None:
    nodes = """
    [node.first]
    title = "The first"
    [[node.first.choice]]
    id = "go"
    label = "Go."
    goto = "broken"
    [node.broken]
    title = "Broken"
    effects = ["???"]
    goto = "end"
    """
    unchecked = load(folder_of({"story.toml": HEAD + DECLARED + nodes}))
    first = start(unchecked, "c")
    with pytest.raises(EngineError, match="The effect"):
        step(first, "go")


def test_hundreds_of_ways_on_are_no_trouble() -> None:
    ways = ", ".join(f'{{ if = "hours == {i}", goto = "end" }}' for i in range(-5, 400))
    node = f'effects = ["hours = 7"]\ngoto = {{ one_of = [{ways}, {{ goto = "other" }}] }}'
    other = '\n[node.other]\ntitle = "Another"\ngoto = "end"\n'
    assert start(story(PAGE.format(node) + other), "c").pages == ("first",)


def test_an_expression_as_deep_as_allowed_is_no_trouble() -> None:
    deep = " + ".join(["roads"] * 60)
    node = f'effects = ["hours = ({deep}) - 50"]\ngoto = "end"'
    assert standing(start(story(PAGE.format(node)), "c")) == Standing(
        "end", 1, 10, "road", pages=("first",)
    )


def test_words_of_python_may_name_variables_and_values() -> None:
    text = """
    [[campaign]]
    id = "c"
    start = "first"
    [variables.class]
    type = "enum"
    values = ["lambda", "none", "s", "x0"]
    start = "none"
    [variables.m]
    type = "bool"
    start = false
    [node.first]
    title = "The first"
    effects = ["class = x0", "m = class == x0"]
    goto = { one_of = [{ if = "m and class != lambda", goto = "end" }, { goto = "worse" }] }
    [ending.end]
    campaigns = ["c"]
    title = "The end"
    kind = "army"
    text = "It is over."
    [ending.worse]
    campaigns = ["c"]
    title = "A worse end"
    kind = "army"
    text = "It is over."
    """
    position = start(story_from(text), "c")
    assert (position.node, position.variables) == ("end", {"class": "x0", "m": True})


def test_a_strict_program_tells_where_a_variable_leaves_its_bounds() -> None:
    strictly = DECLARED.replace("start = 1\n", 'start = 1\non_overflow = "error"\n')
    nodes = """
    [node.first]
    title = "The first"
    effects = ["hours += 99"]
    [[node.first.choice]]
    id = "go"
    label = "Go."
    effects = ["roads += 3"]
    goto = "end"
    """
    made = story_from(strictly + nodes)
    program = Program(made, "c", strict=True)
    enter, take = program.node("first").enter, program.node("first").takes["go"]
    assert enter is not None
    assert enter(program.first_state) == (1, 20, "road")
    with pytest.raises(Overflow) as caught:
        take(program.first_state, program.first_ledger)
    assert caught.value.variable == "roads"
    assert standing(step(start(made, "c"), "go")).roads == 3
