"""docs/authoring.md is true: its steps are run from its own text, its tables are generated."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import pytest

from game.author.field_reference import reference
from game.author.history_checks import HISTORY
from game.author.pages import codes
from game.engine import Playthrough
from game.folders import story_folder
from game.prove import Limits, as_data, prove
from game.reader import check, load
from game.view import Course, words

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
TUTORIAL = PAGE.partition("\n## The format")[0]
FENCE = re.compile(r"^```(\w+) ?(.*?)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Step(NamedTuple):
    """A fenced block of the tutorial."""

    kind: str
    detail: str
    text: str


STEPS = [Step(*found.groups()) for found in FENCE.finditer(TUTORIAL)]


def commands(text: str) -> Iterator[tuple[list[str], list[str]]]:
    """The commands of a console block, each with the lines that it answers."""
    for part in text.split("$ ")[1:]:
        command, *answer = part.rstrip("\n").split("\n")
        yield shlex.split(command), answer


def answered(said: list[str], wanted: list[str]) -> bool:
    """Whether an answer is what the page shows; `...` stands for anything."""
    rows = (re.escape(line).replace(re.escape("..."), ".*") + "\n" for line in wanted)
    pattern = "".join("(?:.*\n)*" if row == ".*\n" else row for row in rows)
    return re.fullmatch(pattern, "\n".join(said)) is not None


class Author:
    """Does what the page says, in an empty folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "mine" / "story.toml"
        self.found = ""
        self.codes: list[int] = []

    def do(self, step: Step) -> None:
        if step.kind == "console":
            for command, answer in commands(step.text):
                self.run(command, answer)
        elif step.detail == "find":
            self.found = step.text
            homes = [
                p
                for p in (self.folder / "mine").rglob("*.toml")
                if step.text in p.read_text("utf-8")
            ]
            assert len(homes) == 1, f"in {len(homes)} files: {step.text}"
            self.file = homes[0]
            assert self.file.read_text("utf-8").count(step.text) == 1
        elif step.detail == "write":
            text = self.file.read_text("utf-8")
            self.file.write_text(text.replace(self.found, step.text, 1), "utf-8")
        else:
            assert step.detail.startswith("end")
            name = step.detail.partition(" ")[2]
            file = self.folder / "mine" / name if name else self.file
            file.write_text(file.read_text("utf-8") + step.text, "utf-8")

    def run(self, command: list[str], answer: list[str]) -> None:
        assert command[0] == "ten-days"
        play = command[1] == "play"
        words = [sys.executable, str(ROOT / "run.py"), *command[1:], *["--plain"] * play]
        home = {"TEN_DAYS_SAVES": str(self.folder / "saves")}
        done = subprocess.run(
            words, cwd=self.folder, env=os.environ | home, input="quit\n",
            capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip
        assert done.returncode == 0, f"{command}: {done.stdout[-2000:]} {done.stderr}"
        assert answered(done.stdout.split("\n"), answer), f"{command}:\n{done.stdout[-2000:]}"


def diagnosed(folder: Path) -> set[tuple[str, str]]:
    return {(d.code, d.message) for d in check(folder, HISTORY).diagnostics}


@pytest.fixture(scope="module")
def author(tmp_path_factory) -> Author:
    if any(d.severity == "error" for d in check(story_folder(), HISTORY).diagnostics):
        pytest.skip("the shipped story has errors just now")
    made = Author(tmp_path_factory.mktemp("empty"))
    for step in STEPS:
        made.do(step)
    return made


def test_every_step_of_the_tutorial_does_what_the_page_says(author):
    assert [step.kind for step in STEPS].count("console") >= 6
    assert (author.folder / "mine" / "story.toml").is_file()


def test_what_comes_of_it_has_no_new_mistake(author):
    new = diagnosed(author.folder / "mine") - diagnosed(story_folder())
    assert new == set()


def test_what_comes_of_it_leaves_nothing_to_be_written(author):
    texts = "".join(p.read_text("utf-8") for p in (author.folder / "mine").rglob("*.toml"))
    assert "Write here" not in texts


def test_both_ways_of_the_branch_are_played_and_come_back_into_the_story(author):
    story = load(author.folder / "mine")
    found = as_data(prove(story, Limits()), 0.0)["endings"]
    whole = next(row["shortest"] for row in found if row["campaign"] == "meretskov")
    before = list(takewhile(lambda order: not order.startswith("m-storm."), whole))
    for choice, shown in (("press-on", "There is no sheet"), ("wait", "On the last sheet")):
        choices = [*before, "m-storm.send-scouts", f"m-storm-scouts-1.{choice}"]
        play = Playthrough.replay(story, "meretskov", choices)
        pages = [
            beat.text
            for beat in Course.resume(play).beats
            if getattr(beat, "id", "") == "m-what-they-saw"
        ]
        assert shown in words(pages[0])
        assert not play.position.is_ending


def test_the_tables_of_keys_are_those_of_the_game():
    shown = PAGE.partition("<!-- keys -->")[2].partition("<!-- /keys -->")[0]
    assert shown.strip() == reference().strip(), "run: ten-days author schema"


def test_the_page_names_only_codes_that_there_are():
    assert set(re.findall(r"\b[EW]\d{3}\b", PAGE)) <= set(codes())


def test_the_page_names_only_commands_that_there_are():
    from game.author.commands import COMMANDS

    named = set(re.findall(r"(?:ten-days|`)[ ]?author ([a-z]+)", PAGE))
    assert named - {command.name for command in COMMANDS} == set()


def test_links_within_the_page_lead_somewhere():
    heads = {
        re.sub(r"[^a-z0-9 -]", "", h.lower()).replace(" ", "-")
        for h in re.findall(r"^#+ (.*)$", PAGE, re.M)
    }
    assert set(re.findall(r"\]\(#([^)]*)\)", PAGE)) <= heads


def test_no_line_of_prose_is_too_long_to_edit():
    prose = [line for line in FENCE.sub("", PAGE).split("\n") if not line.startswith("|")]
    assert [line for line in prose if len(line) > 110] == []
