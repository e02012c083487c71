"""Stories as Twee: what is written, and that extwee reads it back."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.export.script import script_of
from game.export.script.parts import Passage, Say, Stop
from game.export.script.wording import said
from game.export.twee import Twee, twee
from game.export.twee_words import plain, quoted
from tests.export.players import has_node, play_twee
from tests.export.stories import steering
from tests.export.test_ink import asking, shown
from tests.export.told import cleaned
from tests.export.verify import agrees, twee_form, verify_twee
from tests.ford import ford

needs_node = pytest.mark.skipif(not has_node("extwee"), reason="node or extwee is not installed")
STEERS = "{}[]|\\#~<>-+*=/!&$()\"'`@^_:;,.%? \u00a0ab1"
texts = st.one_of(
    st.text(alphabet=STEERS, min_size=1, max_size=30),
    st.text(min_size=1, max_size=30),
    st.sampled_from([":: x", "<<if", "[[a|b]]", "$men", '"""', "&amp;", "http://a.b/c", "--"]),
).map(said)


def passage(text: str, name: str) -> str:
    return text.split(f"\n:: {name} [nobr]")[1].split("\n\n::")[0]


def test_the_story_s_data_has_an_ifid_and_a_start():
    text = twee(ford())
    data = json.loads(text.split(":: StoryData\n")[1].split("\n\n::")[0])
    assert re.fullmatch(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}", data.pop("ifid"))
    assert data == {"format": "SugarCube", "format-version": "2.36.1", "start": "Start"}


def test_a_decision_is_a_passage_with_links():
    body = passage(twee(ford()), "crossing")
    assert '<p>[["Row over."|crossing.row]]</p>' in body
    assert '<<if $water is 0>><p>[["Swim over."|crossing.swim]]</p><</if>>' in body
    assert "<p>The far bank is quiet.</p>" in body


def test_effects_stay_within_bounds_and_come_after_what_is_kept():
    body = passage(twee(ford()), "crossing.row")
    kept, changed = "<<set _was_water to $water>>", "<<set $water to Math.clamp($water + 1, 0, 2)>>"
    assert body.index(kept) < body.index(changed)


def test_a_derived_value_is_a_function_in_javascript():
    text = twee(steering())
    assert (
        "setup.late = function () { return ((setup.mod(State.variables.hours, 7) === 3) || " in text
    )


@given(texts)
def test_no_sign_of_sugarcube_is_left_bare(text):
    written = plain(text)
    assert html.unescape(written) == text
    bare = re.sub(r"&#\d+;", " ", written)
    assert not re.search(r"[<>\[\]{}$_@~^=*#\\/|`&]|--|''|\"\"", bare)
    assert not written.startswith(("!", ":"))


@given(texts)
def test_a_label_is_a_string_without_brackets(text):
    written = quoted(text)
    assert json.loads(written) == text
    assert not re.search(r"[\[\]|<>]", written)


@needs_node
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(texts.filter(cleaned), min_size=40, max_size=40))
def test_any_text_survives_twee(found):
    first = Passage(("", ""), (*(Say((text,)) for text in found), asking(found[0])))
    script = replace(script_of(ford()), passages=(first, Passage(("camp", ""), (Stop(),))))
    [told] = play_twee("\n\n".join(Twee(script).blocks()), [[0]], [])
    assert shown(told) == ([cleaned(text) for text in found], [cleaned(found[0])])


@needs_node
@pytest.mark.parametrize("story", [ford, steering])
def test_extwee_reads_it_back_and_it_plays_as_ours(story):
    read, played = verify_twee(story())
    assert re.fullmatch(r"twee: extwee reads \d+ passages and \d+ targets of links", read)
    assert agrees(story(), twee_form(story()), play_twee) > 40
    assert played.endswith("pages agree")
