"""`author prove`: its JSON, its words, its exit codes."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path

from game.author import prove
from game.author.prove import Watch
from tests.helpers import HEAD, folder_of

CORPUS = Path(__file__).parents[1] / "prove" / "corpus"
KEYS = """verdict seconds states transitions nodes choices passages conditions deadlocks traps time
asserts endings variables ledger"""


def author(folder: Path, *words: str) -> tuple[int, str]:
    parser = argparse.ArgumentParser()
    prove.add(parser)
    out = io.StringIO()
    return prove.run(parser.parse_args([str(folder), *words]), out), out.getvalue()


def faulty(name: str) -> Path:
    return folder_of({"story.toml": HEAD + (CORPUS / f"{name}.toml").read_text("utf-8")})


SOUND = """
[[campaign]]
id = "c"
start = "first"

[node.first]
title = "First"
text = "What now?"

[[node.first.choice]]
id = "go"
label = "Go."
goto = "end"

[[node.first.choice]]
id = "wait"
label = "Wait."
goto = "end"

[ending.end]
campaigns = ["c"]
title = "The end"
kind = "army"
text = "It is over."
"""


def test_json_has_what_programs_look_for():
    code, text = author(folder_of({"story.toml": HEAD + SOUND}), "--format", "json")
    proof = json.loads(text)
    assert code == 0
    assert list(proof)[: len(KEYS.split())] == KEYS.split()
    assert proof["endings"] == [
        {
            "id": "end",
            "campaign": "c",
            "paths": "2",
            "probability": 1.0,
            "probability_exact": "1/1",
            "shortest": ["first.go"],
        }
    ]


def test_a_sound_story_in_words():
    code, text = author(folder_of({"story.toml": HEAD + SOUND}))
    lines = text.splitlines()
    assert code == 0
    assert lines[:2] == [
        "Endings of c",
        "  end  100.0000% (1/1)  2 paths  1 order at least",
    ]
    assert lines[3] == "Proved. Every reachable state was walked, and nothing is wrong."
    assert lines[4].startswith("2 states, 2 transitions, ")


def test_faults_come_first_with_orders_that_replay_reads():
    code, text = author(faulty("once-in-a-loop"))
    assert code == 1
    assert text.splitlines()[:4] == [
        "Faults",
        "  first can leave the player with no way on.",
        "      first.ask",
        "      first.look",
    ]


def test_what_follows_from_a_lost_node_is_not_said_again():
    _, text = author(faulty("unreachable-page"))
    assert text.splitlines()[:3] == [
        "Faults",
        "  bridge is never reached.",
        "  The condition first.go.goto.1.if is always false.",
    ]


def test_a_limit_is_named_and_the_exit_code_is_3():
    many = SOUND.replace(
        "[node.first]",
        '[variables.days]\ntype = "int"\nmin = 0\nmax = 90000\nstart = 0\n\n[node.first]',
    ).replace(
        'label = "Wait."\ngoto = "end"',
        'label = "Wait."\neffects = ["days += 1"]\nvisible_if = "days < 80000"\ngoto = "first"',
    )
    folder = folder_of({"story.toml": HEAD + many})
    code, text = author(folder, "--max-states", "2000")
    assert code == 3
    assert "give a greater --max-states to go on." in text
    assert "Incomplete. Nothing wrong was found as far as the walk came." in text
    code, text = author(folder, "--max-seconds", "0", "--format", "json")
    assert (code, json.loads(text)["verdict"]) == (3, "incomplete")


def test_a_story_with_errors_is_not_walked(capsys):
    folder = folder_of({"story.toml": HEAD + SOUND.replace('goto = "end"', 'goto = "edn"', 1)})
    code, text = author(folder)
    assert code == 1
    assert "E401" in text
    assert "nothing can be said about its states" in text
    code, text = author(folder, "--format", "json")
    assert (code, json.loads(text)["verdict"]) == (1, "faults")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_after_a_second_on_a_terminal_and_taken_away():
    now, err = [10.0], Terminal()
    watch = Watch(lambda: now[0], 10.0, 60.0, err)
    assert not watch(512)
    assert err.getvalue() == ""
    now[0] = 12.0
    assert not watch(51200)
    assert err.getvalue() == "\r51,200 states in 2 s "
    now[0] = 71.0
    assert watch(60000)
    watch.clear()
    assert err.getvalue().endswith("\r" + " " * 40 + "\r")


def test_no_progress_where_nobody_looks():
    err = io.StringIO()
    watch = Watch(lambda: 30.0, 0.0, 60.0, err)
    assert not watch(512)
    watch.clear()
    assert err.getvalue() == ""
