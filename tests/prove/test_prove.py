"""Whole proofs of small stories, with the exact numbers they give."""

from __future__ import annotations

import random
from collections import Counter
from fractions import Fraction
from math import sqrt

import pytest

from game.engine import Program, options, start, step
from game.prove import Limits, as_data, decide, prove
from game.prove.explore import Ground, explore
from tests.bench.prove import narrow
from tests.helpers import story_from

HEAD = '[[campaign]]\nid = "c"\nstart = "first"\n'


def ending(id: str) -> str:
    return f'[ending.{id}]\ncampaigns = ["c"]\ntitle = "{id}"\nkind = "man"\ntext = "Over."\n'


def choice(node: str, id: str, goto: str, more: str = "") -> str:
    return f'[[node.{node}.choice]]\nid = "{id}"\nlabel = "{id}."\n{more}\ngoto = "{goto}"\n'


def node(id: str, *choices: str, text: str = '"Here."') -> str:
    return f'[node.{id}]\ntitle = "{id}"\ntext = {text}\n' + "".join(choices)


def proved(text: str, limits: Limits | None = None) -> dict:
    return as_data(prove(story_from(text), limits), 0)


def found(entries: list[dict], id: str) -> dict:
    return next(entry for entry in entries if entry["id"] == id)


def test_an_ending_behind_one_way_in_531441():
    proof = proved(narrow())
    hill, end = found(proof["endings"], "hill"), found(proof["endings"], "end")
    assert proof["verdict"] == "proved"
    assert (hill["paths"], hill["probability_exact"]) == ("1", "1/531441")
    assert (end["paths"], end["probability_exact"]) == ("531440", "531440/531441")
    assert hill["shortest"] == [f"n{i}.c{i % 3}" for i in range(12)]
    assert proof["states"] == 27


def test_a_walk_to_and_fro_is_solved_exactly():
    # from the middle of three places, left and right are as likely: 2/3 against 1/3
    text = (
        HEAD
        + node("first", choice("first", "left", "low"), choice("first", "right", "middle"))
        + node("middle", choice("middle", "left", "first"), choice("middle", "right", "high"))
        + ending("low")
        + ending("high")
    )
    proof = proved(text)
    assert found(proof["endings"], "low")["probability_exact"] == "2/3"
    assert found(proof["endings"], "high")["probability_exact"] == "1/3"
    assert {e["paths"] for e in proof["endings"]} == {"infinite"}
    assert proof["verdict"] == "proved"


BOTH = (
    HEAD
    + '[variables.guns]\ntype = "int"\nmin = 0\nmax = 3\nstart = 0\n'
    + '[variables.rain]\ntype = "bool"\nstart = false\n'
    + '[[metric]]\nid = "losses"\nlabel = "Losses"\nunit = "men"\nstart = 10\n'
    + node(
        "first",
        choice("first", "two", "second", 'effects = ["guns += 2"]\nledger = { losses = 5 }'),
        choice("first", "one", "second", 'effects = ["guns += 1", "rain = true"]'),
        choice("first", "none", "second", "ledger = { losses = -3 }"),
    )
    + node(
        "second",
        choice("second", "fire", "third", "ledger = { losses = 'guns * 10' }"),
        choice("second", "wait", "third", 'effects = ["rain = false"]'),
        text='["Here.", { if = "rain", text = "It rains." }]',
    )
    + node("third", choice("third", "go", "end"))
    + ending("end")
)


def test_totals_of_the_ledger_are_exact():
    assert proved(BOTH)["ledger"]["c"]["losses"] == {"min": 7, "max": 35, "history": None}


def test_what_nothing_reads_any_more_is_forgotten():
    # three states of `second` differ in guns or rain; at `third` and the end nothing reads them
    proof = proved(BOTH)
    assert (proof["states"], proof["transitions"]) == (1 + 3 + 1 + 1, 3 + 6 + 1)


def test_a_variable_nobody_sees_is_measured_where_it_is_read():
    variables = proved(BOTH)["variables"]["c"]
    assert variables["guns"] == {"min": 0, "max": 2, "bound": False}
    assert variables["rain"] == {"min": False, "max": True, "bound": False}


def test_a_variable_that_is_shown_is_measured_everywhere():
    shown = BOTH.replace("max = 3\nstart = 0\n", "max = 3\nstart = 0\nshown = true\n").replace(
        'goto = "end"', 'effects = ["guns += 1"]\ngoto = "end"'
    )
    assert proved(shown)["variables"]["c"]["guns"] == {"min": 0, "max": 3, "bound": False}


SETTING_OUT = (
    HEAD
    + '[variables.guns]\ntype = "int"\nmin = 0\nmax = 9\nstart = 0\nshown = true\n'
    + '[scene.aside]\nstart = "told"\n'
    + node("told", '\ngoto = "return"\n')
    + node(
        "first",
        choice("first", "go", "end").replace('"end"', '{ scene = "aside", then = "end" }'),
        choice("first", "no", "never", "visible_if = 'guns > 5'").replace(
            '"never"', '{ scene = "aside", then = "never" }'
        ),
    )
    + '[node.never]\ntitle = "Never"\ntext = "Here."\neffects = ["guns = 7"]\ngoto = "end"\n'
    + ending("end")
)


def test_a_way_back_sets_nothing_where_it_never_leads() -> None:
    assert proved(SETTING_OUT)["variables"]["c"]["guns"] == {"min": 0, "max": 0, "bound": False}


MANY = (
    HEAD
    + "".join(
        f'[variables.v{i}]\ntype = "int"\nmin = 0\nmax = 1000000\nstart = 0\n' for i in range(8)
    )
    + node(
        "first",
        *(choice("first", f"add-{i}", "first", f'effects = ["v{i} += 1"]') for i in range(8)),
        choice("first", "leave", "end"),
        text='["Here.", { if = "'
        + " + ".join(f"v{i}" for i in range(8))
        + ' > 7", text = "Much." }]',
    )
    + ending("end")
)
SCENES = (
    HEAD
    + node("first", choice("first", "go", "s0")).replace(
        'goto = "s0"', 'goto = { scene = "s0", then = "end" }'
    )
    + "".join(
        f'[scene.s{i}]\nstart = "n{i}"\n'
        + node(f"n{i}", choice(f"n{i}", "a", "x"), choice(f"n{i}", "b", "y"))
        .replace('goto = "x"', f'goto = {{ scene = "s{i + 1}", then = "m{i}" }}')
        .replace('goto = "y"', f'goto = {{ scene = "s{i + 1}", then = "return" }}')
        + f'[node.m{i}]\ntitle = "m{i}"\ntext = "Back."\ngoto = "return"\n'
        for i in range(24)
    )
    + '[scene.s24]\nstart = "n24"\n[node.n24]\ntitle = "n24"\ntext = "Deep."\ngoto = "return"\n'
    + ending("end")
)


@pytest.mark.parametrize("text", [MANY, SCENES], ids=["many wide variables", "deep scenes"])
def test_a_story_built_to_explode_is_stopped_and_says_so(text):
    proof = proved(text, Limits(states=5000))
    assert proof["verdict"] == "incomplete"
    assert 5000 <= proof["states"] < 12_000
    assert proof["limits"] == [{"campaign": "c", "limit": "states", "states": proof["states"]}]
    assert (proof["nodes"]["unreachable"], proof["endings"], proof["ledger"]) == ([], [], {"c": {}})
    assert all(entry["bound"] for entry in proof["variables"]["c"].values())


def test_time_is_asked_for_and_stops_the_walk():
    asked = []

    def late(states: int) -> bool:
        asked.append(states)
        return len(asked) > 3

    proof = proved(MANY, Limits(late=late))
    assert proof["limits"][0]["limit"] == "seconds"
    assert len(asked) == 4
    assert asked == sorted(asked)


def test_an_assert_that_fails_fails_in_part_of_the_states_too():
    text = MANY + '[[assert]]\nid = "few"\nnever = "v0 >= 3"\n[[assert]]\nid = "none"\n'
    text += 'never = "v0 >= 1000000"\n'
    proof = proved(text, Limits(states=5000))
    assert found(proof["asserts"], "few")["witness"] == ["first.add-0"] * 3
    assert found(proof["asserts"], "none")["holds"] is None
    assert proof["verdict"] == "faults"


ASSERTS = (
    BOTH
    + '[[assert]]\nid = "many"\nalways = "guns <= 1"\nat = "third"\n'
    + '[[assert]]\nid = "rainy"\nnever = "rain and guns == 2"\n'
    + '[[assert]]\nid = "past"\nnever = "chosen(\\"first.two\\") and guns != 2"\n'
    + '[[assert]]\nid = "way"\nreachable = ["first.one", "second.wait"]\n'
    + '[[assert]]\nid = "comes"\nleads = ["first.none", "third"]\n'
)


def test_asserts_ask_after_what_the_walk_has_forgotten():
    rulings = {r.id: (r.holds, r.witness) for r in decide(story_from(ASSERTS))}
    assert rulings == {
        "many": (False, ["first.two", "second.fire"]),
        "rainy": (True, None),
        "past": (True, None),
        "way": (True, ["first.one", "second.wait"]),
        "comes": (True, None),
    }


def test_the_first_walk_and_the_last_are_the_same():
    ground = Ground(Program(story_from(BOTH), "c"))
    once, again = (explore(ground, ground.live(), Limits()) for _ in range(2))
    assert (once.key, once.out, once.come) == (again.key, again.out, again.come)


def test_random_players_end_as_often_as_the_fractions_say():
    story = story_from(narrow(3))
    first = start(story, "c")
    dice, seen, plays = random.Random(1945), Counter(), 20_000
    for _ in range(plays):
        position = first
        while not position.is_ending:
            open_ = [option.id for option in options(position) if option.enabled]
            position = step(position, dice.choice(open_))
        seen[position.node] += 1
    for each in as_data(prove(story), 0)["endings"]:
        chance = float(Fraction(each["probability_exact"]))
        error = sqrt(chance * (1 - chance) / plays)
        assert abs(seen[each["id"]] / plays - chance) < 4 * error
