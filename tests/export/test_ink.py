"""Stories as ink: what is written, and that players of ink play it as we do."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.util import find_spec

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.export.errors import ExportError
from game.export.ink import Ink, ink
from game.export.ink_words import opening, plain
from game.export.script import script_of
from game.export.script.parts import Offer, Offers, Passage, Say, Stop, Target
from game.export.script.wording import said
from tests.export.keep import kept
from tests.export.players import (
    PLAYERS,
    Told,
    compile_ink,
    has_node,
    play_bink,
    play_inkcpp,
    play_inkjs,
)
from tests.export.stories import steering
from tests.export.told import cleaned
from tests.export.verify import Disagreement, Form, agrees, ink_form
from tests.ford import ford
from tests.helpers import story_from

needs_node = pytest.mark.skipif(not has_node("inkjs"), reason="node or inkjs is not installed")
STEERS = "{}[]|\\#~<>-+*=/!&$()\"'`@^_:;,.? \t\u00a0\u2028abVARTODO1"
texts = st.one_of(
    st.text(alphabet=STEERS, min_size=1, max_size=30),
    st.text(min_size=1, max_size=30),
    st.sampled_from(
        ["->", "<-", "<>", "//", "/*", "*/", "TODO: x", "VAR x = 1", "- else:", "=== x"]
    ),
).map(said)


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


def test_a_decision_is_a_knot_and_its_answers_are_stitches():
    text = ink(ford())
    knot = text[text.index("=== crossing ===") :]
    assert knot.startswith(
        "=== crossing ===\n"
        "The crossing\n"
        "9 August 1945, 05:30 river time. North bank.\n"
        "The far bank is quiet.\n"
        "Advice, imagined and in reported speech:\n"
        "Orlov would row. Leans to: Row over.\n"
        "The engineer: Build first.{water == 0:\\ Leans to: Swim over.}\n"
        "{ not (water == 0):\n"
        "    Not open: Swim over. The water is "
        "{water == 0:low}{water == 1:high}{water == 2:in flood}.\n"
        "}\n"
        "+ [Row over.] -> crossing.row\n"
        "+ { water == 0 } [Swim over.] -> crossing.swim\n"
    )
    assert "= row\nYour order: Row over.\n~ temp was__water = water\n" in knot


def test_a_variable_stays_within_its_bounds():
    assert "~ water = MIN(2, MAX(0, water + 1))" in lines(ink(ford()))


def test_what_an_outcome_asks_is_asked_of_the_state_before():
    text = ink(ford())
    assert "{ was__water == 1:" in text
    assert "~ temp was__bridge" not in text  # nothing asks for it


@pytest.mark.parametrize("name", ["bink", "inkcpp-py"])
def test_players_from_pypi_agree(name):
    installed, player = PLAYERS[name]
    if not installed():
        pytest.skip(f"{name} is not installed")
    words = Ink(script_of(steering())).words
    numbers = {one: number for number, one in enumerate(words.values(), 1)}
    form = Form(kept(), words.slot, lambda value: numbers[words.value(value)])
    assert agrees(steering(), form, player) > 50


def test_a_player_that_says_something_else_is_found_out():
    if find_spec("bink") is None:
        pytest.skip("bink is not installed")
    words = Ink(script_of(steering())).words
    form = Form(kept().replace("Nothing is open", "All is open"), words.slot, lambda value: 1)
    with pytest.raises(Disagreement, match="All is open"):
        agrees(steering(), form, play_bink)


@needs_node
def test_inkjs_agrees():
    assert agrees(ford(), ink_form(ford()), play_inkjs) > 40


def unescaped(line: str) -> str:
    return re.sub(r"\\(.)", r"\1", line)


@given(texts)
def test_no_sign_of_ink_is_left_bare(text):
    written = opening(plain(text))
    assert unescaped(written) == text
    bare = re.sub(r"\\.", "..", written)
    assert not re.search(r"[{}|#\[\]~<]|->|//|/\*", bare)


@needs_node
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(texts.filter(cleaned), min_size=40, max_size=40))
def test_any_text_survives_ink(found):
    script = script_of(ford())
    first = [Passage(("", ""), (*(Say((text,)) for text in found), asking(found[0])))]
    last = [Passage((id, ""), (Stop(),)) for id in ("camp",)]
    compiled = compile_ink("\n".join(Ink(replace(script, passages=(*first, *last))).lines()))
    players = [play_inkjs, *([play_bink] if find_spec("bink") else [])]
    players += [play_inkcpp] if find_spec("inkcpp_py") else []
    for player in players:
        [told] = player(compiled, [[0]], [])
        assert shown(told) == ([cleaned(text) for text in found], [cleaned(found[0])])


def asking(label: str) -> Offers:
    return Offers((Offer((label,), ((None, Target(("camp", ""))),)),))


def shown(told: Told) -> tuple[list[str], list[str]]:
    text, labels = told.pages[0]
    found = [cleaned(line) for line in text.split("\n")]
    return [line for line in found if line], [cleaned(label) for label in labels]


PLAIN = """
[[campaign]]
id = "c"
start = "a"

[variables.big]
type = "int"
min = 0
max = {most}
start = 0

[node.a]
title = "A"
text = "It is {{big}}."
effects = ["big += 1"]
goto = "z"

[ending.z]
campaigns = ["c"]
title = "Z"
kind = "army"
text = "Over."
"""


def test_a_number_that_ink_cannot_hold_is_refused_in_a_sentence():
    said_so = "ink holds numbers up to 2,147,483,647; this story has 2,147,483,648."
    with pytest.raises(ExportError, match=f"^{said_so}$"):
        ink(story_from(PLAIN.format(most=2**31 - 1)))  # one is added to it before it stops
    assert "MIN(2147483646" in ink(story_from(PLAIN.format(most=2**31 - 2)))


def test_a_story_without_endings_is_written():
    story = replace(story_from(PLAIN.format(most=9)), endings={})
    assert "=== a ===" in ink(story)


def test_ids_that_are_words_of_ink_have_other_names():
    text = ink(steering())
    assert "=== else_2 ===" in text
    assert "VAR temp_2 = function_2" in text
    assert "= n_2\n" in text
