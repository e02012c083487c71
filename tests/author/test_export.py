"""`author export`: every kind from the command line."""

from __future__ import annotations

import json

import pytest

from game.author.export import KINDS
from game.cli import main
from tests.export.stories import HEAD, NODES
from tests.ford import WHOLE
from tests.helpers import folder_of

FIRST_WORDS = {
    "ink": "// The ford, version 1.0.0.\n",
    "twee": ":: StoryTitle\nThe ford\n",
    "markdown": "# The ford\n",
    "transcript": "north, playthrough 1 of ",
    "speech": "north, playthrough 1 of ",
}


@pytest.fixture
def folder(tmp_path):
    return folder_of({"story.toml": WHOLE}, tmp_path)


@pytest.mark.parametrize("kind", FIRST_WORDS)
def test_each_kind_is_written(kind, folder, capsys):
    out = folder / "out.txt"
    assert main(["author", "export", kind, str(folder), "--out", str(out)]) == 0
    text = out.read_text("utf-8")
    assert text.startswith(FIRST_WORDS[kind])
    assert "The far bank is quiet." in text
    assert capsys.readouterr().out == f"Written to {out}: {out.stat().st_size} bytes.\n"


def test_json_says_what_was_written(folder, capsys):
    out = folder / "out.ink"
    assert (
        main(["author", "export", "ink", str(folder), "--out", str(out), "--format", "json"]) == 0
    )
    said = json.loads(capsys.readouterr().out)
    assert said == {"file": str(out), "kind": "ink", "bytes": out.stat().st_size, "whole": True}


def test_all_kinds_of_the_design_are_there():
    assert set(KINDS) == {"ink", "twee", "markdown", "transcript", "speech", "html"}


@pytest.mark.parametrize(
    "arguments, sentence",
    [
        (["rtf"], "KIND"),
        (["ink", "--lang", "xx"], "The story has no language 'xx'; it has en."),
        (["ink", "--out", "/nowhere/at/all"], "There is no folder /nowhere/at."),
    ],
)
def test_wrong_use_is_answered_in_a_sentence(arguments, sentence, folder, capsys):
    where = [] if "--out" in arguments else ["--out", str(folder / "x")]
    assert main(["author", "export", arguments[0], str(folder), *arguments[1:], *where]) == 2
    assert sentence in capsys.readouterr().err
    assert not (folder / "x").exists()


def test_a_folder_is_no_file(folder, capsys):
    assert main(["author", "export", "ink", str(folder), "--out", str(folder)]) == 2
    assert capsys.readouterr().err == f"{folder} is a folder.\n"


def test_a_story_with_errors_is_not_exported(tmp_path, capsys):
    folder = folder_of(
        {"story.toml": WHOLE.replace('goto = "night"', 'goto = "nowhere"')}, tmp_path
    )
    assert main(["author", "export", "ink", str(folder), "--out", str(folder / "x")]) == 1
    assert "nowhere" in capsys.readouterr().out
    assert not (folder / "x").exists()


def test_a_story_that_ink_cannot_hold_leaves_no_file(tmp_path, capsys):
    large = HEAD.replace("max = 2000", "max = 2147483647") + NODES
    folder = folder_of({"story.toml": large}, tmp_path)
    assert main(["author", "export", "ink", str(folder), "--out", str(folder / "x")]) == 1
    assert capsys.readouterr().err.startswith("ink holds numbers up to 2,147,483,647; ")
    assert not (folder / "x").exists()
