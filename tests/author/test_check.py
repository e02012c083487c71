"""`author check`: sentences, JSON and SARIF, and their exit codes."""

from __future__ import annotations

import argparse
import io
import json
import sys

import pytest

from game.author import check, commands
from game.author.pages import page
from tests.helpers import folder_of

STORY = """\
format = 1
id = "river"
version = "1.0.0"
title = "The river"
files = ["flüsse/*.toml"]

[[campaign]]
id = "north"
start = "bank"

[ending.far-side]
campaigns = ["north"]
title = "The far side"
kind = "army"
text = "They are over."
"""
BANK = """\
[node.bank]
title = "The bank"
text = "Reka, \u0440\u0435\u043a\u0430, {boats}"
goto = "far-sied"
"""
GOOD = {
    "story.toml": STORY,
    "flüsse/bank.toml": BANK.replace(", {boats}", "").replace("sied", "side"),
}
FAULTY = {"story.toml": STORY, "flüsse/bank.toml": BANK}


def checked(files: dict[str, str], format: str = "text", out: io.TextIOBase | None = None):
    out = io.StringIO() if out is None else out
    arguments = argparse.Namespace(folder=folder_of(files), format=format)
    code = check.run(arguments, out)
    return code, out.getvalue() if isinstance(out, io.StringIO) else ""


def test_a_good_story_is_said_to_be_one():
    assert checked(GOOD) == (0, "No mistakes in 1 node and 1 ending of 1 campaign.\n")


def test_faults_are_sentences_with_a_closing_count():
    assert checked(FAULTY) == (
        1,
        "flüsse/bank.toml:3:21: error E505: There is no variable or metric `boats` to print.\n"
        "flüsse/bank.toml:4:8: error E401: There is no node or ending `far-sied`. "
        "(did you mean `far-side`?)\n"
        "\n"
        "2 errors. To read more about the first: author explain E505\n",
    )


def test_warnings_alone_are_no_failure():
    files = GOOD | {"story.toml": STORY.replace('*.toml"]', '*.toml", "map/*.toml"]')}
    code, said = checked(files)
    assert code == 0
    assert said.endswith("\n1 warning. To read more about the first: author explain W106\n")


def test_json_is_the_documented_shape_and_nothing_else():
    code, said = checked(FAULTY, "json")
    assert code == 1
    assert json.loads(said) == {
        "ok": False,
        "diagnostics": [
            {
                "code": "E505",
                "severity": "error",
                "file": "flüsse/bank.toml",
                "line": 3,
                "column": 21,
                "message": "There is no variable or metric `boats` to print.",
                "hint": None,
            },
            {
                "code": "E401",
                "severity": "error",
                "file": "flüsse/bank.toml",
                "line": 4,
                "column": 8,
                "message": "There is no node or ending `far-sied`.",
                "hint": "did you mean `far-side`?",
            },
        ],
    }


def test_json_of_a_good_story():
    assert json.loads(checked(GOOD, "json")[1]) == {"ok": True, "diagnostics": []}


def test_sarif_names_a_rule_for_each_code_and_a_place_for_each_result():
    log = json.loads(checked(FAULTY, "sarif")[1])
    (run,) = log["runs"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["E401", "E505"]
    assert rules[0]["help"] == {"text": page("E401").plain, "markdown": page("E401").markdown}
    assert rules[0]["shortDescription"] == {"text": "The way on leads nowhere."}
    assert run["results"][1] == {
        "ruleId": "E401",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "There is no node or ending `far-sied`. (did you mean `far-side`?)"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "fl%C3%BCsse/bank.toml",
                        "uriBaseId": "STORY",
                    },
                    "region": {"startLine": 4, "startColumn": 8},
                }
            }
        ],
    }
    assert all(result["ruleId"] == rules[result["ruleIndex"]]["id"] for result in run["results"])


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_every_format_survives_a_terminal_without_the_letters(encoding):
    for format in ("text", "json", "sarif"):
        raw = io.BytesIO()
        out = io.TextIOWrapper(raw, encoding=encoding)
        assert checked(FAULTY, format, out)[0] == 1
        out.flush()
        assert b"bank.toml" in raw.getvalue()


def test_a_story_cannot_steer_the_terminal():
    files = GOOD | {"story.toml": STORY + '"\\u001b[2J\\u202e" = 1\n'}
    said = checked(files)[1]
    assert "An ending has no key `?[2J?`." in said
    assert "\x1b" not in said


def test_a_folder_that_is_not_there_is_one_error(tmp_path):
    out = io.StringIO()
    arguments = argparse.Namespace(folder=tmp_path / "nowhere", format="text")
    assert check.run(arguments, out) == 1
    assert out.getvalue().startswith("nowhere:1:1: error E101: There is no story folder 'nowhere'.")


def test_the_command_line_finds_the_command_and_imports_it_late():
    parser = argparse.ArgumentParser()
    sys.modules.pop("game.author.check")
    commands.add_commands(parser.add_subparsers())
    assert "game.author.check" not in sys.modules
    chosen = parser.parse_args(["check", "some/folder", "--format", "json"])
    assert (chosen.folder.name, chosen.format) == ("folder", "json")
    assert "game.author.check" in sys.modules


def test_every_command_runs_by_its_name():
    parser = argparse.ArgumentParser()
    commands.add_commands(parser.add_subparsers())
    chosen = parser.parse_args(["check", str(folder_of(GOOD))])
    out = io.StringIO()
    assert chosen.run(chosen, out) == 0
    assert out.getvalue().startswith("No mistakes in ")
