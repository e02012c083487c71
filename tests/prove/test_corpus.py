"""Small stories with one fault each: all that `prove` finds, and witnesses that replay.

Beside each `corpus/NAME.toml` stands `NAME.json`: the findings that there must
be. A kind of finding that it does not name must be empty.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from game.engine import Playthrough, Position, begin, options, replay, step
from game.engine.compile import Overflow
from game.engine.program import Program
from game.model import Story
from game.prove import as_data, prove
from tests.helpers import story_from
from tests.prove.as_ink import CONTROL, as_ink

CORPUS = Path(__file__).parent / "corpus"
NAMES = sorted(file.stem for file in CORPUS.glob("*.toml"))
LISTS = ("conditions", "deadlocks", "traps", "time", "overflows", "cycles", "fallbacks")


def faulty(name: str) -> Story:
    return story_from((CORPUS / f"{name}.toml").read_text("utf-8"))


def findings(story: Story) -> dict[str, Any]:
    proof = as_data(prove(story), 0)
    found = {kind: proof[kind] for kind in LISTS}
    found["nodes"] = proof["nodes"]["unreachable"]
    found["choices"] = proof["choices"]["never_taken"]
    found["passages"] = proof["passages"]["never_shown"]
    found["asserts"] = [ruling for ruling in proof["asserts"] if not ruling["holds"]]
    return {kind: entries for kind, entries in found.items() if entries}


def test_there_are_enough():
    assert len(NAMES) >= 40


@pytest.mark.parametrize("name", NAMES)
def test_the_fault_is_found_and_nothing_else(name):
    expected = json.loads((CORPUS / f"{name}.json").read_text("utf-8"))
    assert findings(faulty(name)) == expected
    assert expected


@pytest.mark.parametrize("name", NAMES)
def test_the_verdict_is_faults(name):
    assert prove(faulty(name)).verdict == "faults"


def test_of_all_these_faults_ink_s_compiler_says_nothing():
    # written by tests/prove/as_ink.py with inkjs 2.4.0
    said = json.loads((CORPUS / "ink.json").read_text("utf-8"))
    control = said.pop(CONTROL)
    assert control == ["error: ERROR: line 3: Divert target not found: '-> nowhere'"]
    assert said == {name: [] for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_the_ink_that_the_compiler_was_given_is_a_whole_story(name):
    story = faulty(name)
    knots = [line for line in as_ink(story, "c").splitlines() if line.startswith("===")]
    assert len(knots) == len(story.nodes) + len(story.endings)


def having(kind: str) -> list[tuple[str, dict[str, Any]]]:
    return [
        (name, entry)
        for name in NAMES
        for entry in json.loads((CORPUS / f"{name}.json").read_text("utf-8")).get(kind, ())
    ]


@pytest.mark.parametrize("name, found", having("deadlocks"))
def test_a_deadlock_is_where_the_witness_leads(name, found):
    position = replay(faulty(name), found["campaign"], found["witness"])
    assert position.node == found["node"]
    assert not any(option.enabled for option in options(position))


@pytest.mark.parametrize("name, found", having("traps"))
def test_a_trap_holds_whoever_follows_the_witness(name, found):
    seen = {replay(faulty(name), found["campaign"], found["witness"])[1:4]}
    waiting = [replay(faulty(name), found["campaign"], found["witness"])]
    for position in waiting:
        assert position.node in found["nodes"]
        for option in options(position):
            there = step(position, option.id)
            if there[1:4] not in seen:
                seen.add(there[1:4])
                waiting.append(there)


@pytest.mark.parametrize("name, found", having("time"))
def test_time_runs_back_at_the_end_of_the_witness(name, found):
    play = Playthrough.replay(faulty(name), found["campaign"], found["witness"])
    met = [stop.node for leg in play.legs for stop in leg.stops]
    nodes = [*met, *(leg.position.node for leg in play.legs)]
    assert found["from"] in nodes
    assert found["to"] in nodes


@pytest.mark.parametrize("name, found", having("overflows"))
def test_a_variable_overflows_at_the_last_order_of_the_witness(name, found):
    program = Program(faulty(name), found["campaign"], strict=True)
    *before, last = [order.split(".")[1] for order in found["witness"]]
    position: Position = begin(program).position
    for choice in before:
        position = step(position, choice)
    with pytest.raises(Overflow) as overflow:
        step(position, last)
    assert overflow.value.variable == found["variable"]


@pytest.mark.parametrize("name, found", having("cycles"))
def test_a_loop_changes_the_ledger_each_time_round(name, found):
    play = Playthrough.replay(faulty(name), found["campaign"], found["witness"])
    now = play.position
    before = [leg.position for leg in play.legs[:-1] if leg.position[1:3] == now[1:3]]
    assert before
    assert before[-1].metrics[found["metric"]] != now.metrics[found["metric"]]


@pytest.mark.parametrize("name, found", having("asserts"))
def test_a_broken_assert_is_broken_behind_its_witness(name, found):
    story = faulty(name)
    wanted = story.asserts[found["id"]]
    if wanted.kind not in ("never", "always"):
        assert found["witness"] is None or replay(story, "c", found["witness"])
        return
    play = Playthrough.replay(story, "c", found["witness"])
    states = [stop.state for stop in play.legs[-1].stops] + [play.position.state]
    broken = wanted.kind == "never"
    assert any(bool(play.program.value(wanted.of[0], state)) == broken for state in states)
