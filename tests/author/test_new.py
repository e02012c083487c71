"""`author new`: what it writes is sound, can be played, and says where to begin."""

from __future__ import annotations

import argparse
import io
import json
import sys
from pathlib import Path

import pytest

from game.author import new
from game.author.asking import Asker
from game.author.history_checks import HISTORY
from game.engine import Playthrough
from game.misuse import Misuse
from game.prove import Limits, as_data, prove
from game.reader import check, load
from tests.ford import WHOLE
from tests.helpers import folder_of


def ran(*words: str | Path) -> str:
    parser = argparse.ArgumentParser()
    new.add(parser)
    out = io.StringIO()
    assert new.run(parser.parse_args([str(word) for word in words]), out) == 0, out.getvalue()
    return out.getvalue()


@pytest.fixture(autouse=True)
def nobody(monkeypatch):
    """Nobody sits at a terminal."""
    monkeypatch.setattr(sys, "stdin", io.StringIO())


def faults(folder: Path) -> list[str]:
    return [f"{d.code} {d.message}" for d in check(folder, HISTORY).diagnostics]


def proved(folder: Path) -> str:
    return prove(load(folder), Limits()).verdict


def unsound(folder: Path) -> list[object]:
    found = as_data(prove(load(folder), Limits()), 0.0)
    kinds = ("deadlocks", "traps", "time")
    return [found["nodes"]["unreachable"], found["choices"]["never_taken"], *map(found.get, kinds)]


def written_at(folder: Path, told: str) -> str:
    """The line that one is told to write in."""
    file, line = json.loads(told)["first"].rsplit(":", 1)
    return (folder / file).read_text("utf-8").split("\n")[int(line) - 1]


def test_a_story_has_no_mistake_and_is_proved(tmp_path):
    folder = tmp_path / "night-march"
    told = ran("story", folder, "--title", 'The "night" march')
    assert faults(folder) == []
    assert proved(folder) == "proved"
    assert load(folder).manifest.title == 'The "night" march'
    assert load(folder).manifest.id == "night-march"
    assert told == (
        "Written: story.toml, main/1-main.toml.\n"
        "Write first in main/1-main.toml, line 7: where and when it begins, and who commands.\n"
    )
    assert (folder / "schema" / "part.json").is_file()


def test_a_story_goes_by_its_historical_choice(tmp_path):
    ran("story", tmp_path / "s", "--campaign", "south")
    play = Playthrough.replay(load(tmp_path / "s"), "south", ("south-first.hold",))
    assert play.position.node == "south-end"


def test_a_copy_of_the_shipped_story_is_the_shipped_story(tmp_path):
    ran("story", tmp_path / "mine", "--copy")
    shipped = new.story_folder()
    names = sorted(p.relative_to(shipped).as_posix() for p in shipped.rglob("*") if p.is_file())
    mine = tmp_path / "mine"
    assert sorted(p.relative_to(mine).as_posix() for p in mine.rglob("*") if p.is_file()) == names


@pytest.mark.parametrize("short", [False, True])
def test_a_campaign_is_one_more_way_through(short, tmp_path):
    folder = folder_of({"story.toml": WHOLE}, tmp_path)
    before, proof = faults(folder), unsound(folder)
    told = ran(
        "campaign", "south", folder, "--person", "orlov", "--format", "json", *["--short"] * short
    )
    assert faults(folder) == before
    assert unsound(folder) == proof
    assert list(load(folder).campaigns) == ["north", "south"]
    assert load(folder).campaigns["south"].length == ("short" if short else "full")
    assert "Write here" in written_at(folder, told)


def test_a_second_campaign_joins_the_list_of_files(tmp_path):
    ran("story", tmp_path / "s")
    ran("campaign", "south", tmp_path / "s")
    assert load(tmp_path / "s").manifest.files == ("main/*.toml", "south/*.toml")
    ran("campaign", "west", tmp_path / "s")
    assert faults(tmp_path / "s") == []


@pytest.mark.parametrize("origin", ["night", "crossing.march"])
def test_a_node_comes_between(origin, tmp_path):
    folder = folder_of({"story.toml": WHOLE}, tmp_path)
    before = faults(folder)
    told = ran("node", "rest", folder, "--from", origin, "--format", "json")
    assert faults(folder) == before
    assert "Write here" in written_at(folder, told)
    text = (folder / "story.toml").read_text()
    goto = "over" if origin == "night" else "drift"
    assert text == WHOLE.replace(f'goto = "{goto}"', 'goto = "rest"', 1).rstrip() + "\n" + (
        '\n[node.rest]\ntitle = "Rest"\n'
        'text = "Write here what happens, and lead to what comes next."\n'
        f'goto = "{goto}"\n'
    )


@pytest.mark.parametrize("count", [0, 1, 3])
@pytest.mark.parametrize("ending", ["drowned", "upstream"])
def test_a_branch_leads_through_decisions_to_an_ending(count, ending, tmp_path):
    folder = folder_of({"story.toml": WHOLE}, tmp_path)
    before, proof = faults(folder), unsound(folder)
    told = ran(
        "branch", "crossing", folder, "--choice", "scout", "--label", "Send one man first.",
        "--decisions", str(count), "--ending", ending, "--format", "json",
    )  # fmt: skip
    assert faults(folder) == before
    assert unsound(folder) == proof
    assert written_at(folder, told).startswith('detail = "Write here')
    steps = ["scout", *["wait"] * count]
    assert Playthrough.replay(load(folder), "north", steps).position.node == ending


def test_a_branch_comes_back_to_where_another_choice_leads(tmp_path):
    folder = folder_of({"story.toml": WHOLE}, tmp_path)
    before, proof = faults(folder), unsound(folder)
    ran(
        "branch", "crossing", folder, "--choice", "scout", "--label", "Send one man first.",
        "--decisions", "2", "--join", "row",
    )  # fmt: skip
    assert (faults(folder), unsound(folder)) == (before, proof)
    assert set(load(folder).endings) == {"over", "drowned"}
    steps = ("scout", "press-on", "wait")
    assert Playthrough.replay(load(folder), "north", steps).position.node == "far-bank"


def test_a_node_comes_behind_several_choices(tmp_path):
    folder = folder_of({"story.toml": WHOLE}, tmp_path)
    origins = ("--from", "crossing.row", "--from", "crossing.swim")
    ran("node", "reeds", folder, *origins)
    choices = {c.id: c.results[0].ways[0].to for c in load(folder).nodes["crossing"].choices}
    assert choices == {"row": "reeds", "swim": "reeds", "march": "drift", "hide": "far-bank"}
    assert load(folder).nodes["reeds"].ways[0].to == "far-bank"


def test_a_branch_changes_nothing_else(tmp_path):
    text = WHOLE.replace("\n", "\r\n").encode()
    folder = folder_of({"story.toml": text}, tmp_path)
    ran("branch", "crossing", folder, "--choice", "scout", "--label", "Scout.", "--ending", "over")
    after = (folder / "story.toml").read_bytes()
    assert after.count(b"\n") == after.count(b"\r\n")
    rest = after.decode().replace("\r\n", "\n").split("\n")
    kept = iter(rest)
    assert all(line in kept for line in WHOLE.rstrip().split("\n"))


def test_choices_with_results_stay_whole(tmp_path):
    results = 'goto = "drowned"\n[[node.drift.choice]]\nid = "x"\nlabel = "Swim."\n' + (
        '[[node.drift.choice.result]]\nif = "bridge"\ngoto = "over"\n'
        '[[node.drift.choice.result]]\ngoto = "over"  # last\n'
    )
    folder = folder_of({"story.toml": WHOLE.replace('goto = "drowned"\n', results, 1)}, tmp_path)
    ran("branch", "drift", folder, "--choice", "y", "--label", "Call out.", "--ending", "over")
    assert [c.id for c in load(folder).nodes["drift"].choices] == ["wait", "x", "y"]
    assert '# last\n\n[[node.drift.choice]]\nid = "y"\n' in (folder / "story.toml").read_text()


REFUSED = {
    ("node", "camp", "--from", "night"): "already",
    ("node", "Rest", "--from", "night"): "is no id",
    ("node", "rest", "--from", "nigth"): "did you mean `night`",
    ("node", "rest", "--from", "crossing"): "not one plain id",
    ("node", "rest", "--from", "crossing.fly"): "There is no choice of crossing",
    ("node", "rest"): "--from is missing",
    ("branch", "night", "--choice", "x", "--label", "X", "--ending", "over"): "is a page",
    ("branch", "crossing", "--choice", "row", "--label", "X", "--ending", "over"): "already",
    ("branch", "crossing", "--choice", "x", "--label", "X"): "--ending is missing",
    ("branch", "crossing", "--choice", "x", "--label", "X", "--ending", "camp"): "already",
    (
        "branch",
        "crossing",
        "--choice",
        "x",
        "--label",
        "X",
        "--ending",
        "over",
        "--decisions",
        "-1",
    ): "from 0 to 50",
    (
        "branch",
        "crossing",
        "--choice",
        "x",
        "--label",
        "X",
        "--ending",
        "over",
        "--decisions",
        "5000",
    ): "from 0 to 50",
    ("node", "x", "--from", "crossing.row", "--from", "crossing.march"): "different places",
    ("branch", "crossing", "--choice", "x", "--label", "X", "--join", "fly"): "no choice of",
    ("campaign", "north"): "already",
    ("campaign", "../x"): "is no id",
    ("campaign", "south", "--person", "orloff"): "did you mean `orlov`",
}


@pytest.mark.parametrize("words", REFUSED)
def test_what_cannot_be_is_refused_and_nothing_written(words, tmp_path):
    folder = folder_of({"story.toml": WHOLE}, tmp_path)
    with pytest.raises(Misuse, match=REFUSED[words]):
        ran(*words[:2], folder, *words[2:])
    assert [p.name for p in folder.iterdir()] == ["story.toml"]
    assert (folder / "story.toml").read_text() == WHOLE


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "x").write_text("mine")
    for more in ([], ["--copy"]):
        with pytest.raises(Misuse, match="something is in it"):
            ran("story", tmp_path, *more)
    assert [p.name for p in tmp_path.iterdir()] == ["x"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_at_a_terminal_what_is_missing_is_asked(tmp_path, monkeypatch):
    folder = folder_of({"story.toml": WHOLE}, tmp_path)
    monkeypatch.setattr(sys, "stdin", Terminal("scout\nSend a man.\n\nover\n"))
    asked = Terminal()
    monkeypatch.setattr(sys, "stderr", asked)
    ran("branch", "crossing", folder)
    assert asked.getvalue() == (
        "The id of the new choice? The order in a few words? "
        "How many decisions follow? [1] Which ending (an id)? "
    )
    assert load(folder).nodes["crossing"].choices[-1].label == "Send a man."
    assert "crossing-scout-1" in load(folder).nodes


def test_nobody_is_asked_in_a_pipe():
    asker = Asker(io.StringIO("x\n"), Terminal())
    assert asker.have(None, "--a", "A?", "usual") == "usual"
    with pytest.raises(Misuse, match="--a is missing"):
        asker.have(None, "--a", "A?")
