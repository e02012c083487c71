"""Anything may be in a story's files: one diagnostic each, never a crash, never a hang."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from game.reader import BrokenStory, check, load
from game.reader.files import LARGEST
from tests.helpers import HEAD, folder_of

STORY = (
    HEAD.rstrip()
    + '\nfiles = ["parts/*.toml"]\n'
    + """
[[campaign]]
id = "c"
start = "a"

[variables.b]
type = "bool"
start = false

[node.a]
title = "A"
effects = ["b = not b"]
goto = "e"

[ending.e]
campaigns = ["c"]
title = "E"
kind = "man"
text = [{ if = "b", text = "B." }, "E."]
"""
)


def told(text: str, **files: str | bytes) -> list[tuple[str, str]]:
    """Codes and files of what is said, and it is said soon."""
    more = {f"parts/{name}.toml": content for name, content in files.items()}
    folder = folder_of({"story.toml": text, "parts/none.toml": "", **more})
    begun = time.monotonic()
    report = check(folder)
    assert time.monotonic() - begun < 20
    return [(d.code, d.file) for d in report.diagnostics]


def swapped(old: str, new: str) -> str:
    assert old in STORY
    return STORY.replace(old, new, 1)


def deep(count: int) -> str:
    return "(" * count + "b" + ")" * count


def chain(count: int, link: str = "not {}") -> str:
    """Derived values that rest upon one another."""
    rows = ['[derived.d0]\nexpr = "b"\n']
    rows += [f'[derived.d{i}]\nexpr = "{link.format(f"d{i - 1}")}"\n' for i in range(1, count)]
    return STORY.replace('if = "b"', f'if = "d{count - 1}"') + "".join(rows)


ONE = {
    "a thousand brackets": (swapped('if = "b"', f'if = "{deep(1000)}"'), "E302"),
    "nine hundred nots": (swapped('if = "b"', f'if = "{"not " * 900}b"'), "E302"),
    "a thousand signs": (swapped('if = "b"', f'if = "{"-" * 1000}1 == 1"'), "E302"),
    "an endless expression": (swapped('if = "b"', f'if = "b {"and b " * 100_000}"'), "E301"),
    "derived values one upon another": (chain(1000), "E302"),
    "derived values that double": (chain(40, "{0} == {0}"), "E302"),
    "a number beyond 64 bits": (swapped("start = false", "start = 99999999999999999999999"), "E212"),
    "a bound beyond 64 bits": (
        STORY + '[variables.n]\ntype = "int"\nmin = 0\nmax = 99999999999999999999\nstart = 0\nshown = true\n',
        "E212",
    ),
    "a number in an effect": (swapped("b = not b", f"b = 1 == {'9' * 400}"), "E301"),
    "a number of ten thousand digits": (swapped("start = false", f"start = {'9' * 10_000}"), "E108"),
    "a list for a text": (swapped('title = "A"', 'title = ["A"]'), "E203"),
    "a text for a table": (swapped("[node.a]", "[scene]\nx = 'y'\n[node.a]"), "E203"),
    "an id in Cyrillic": (swapped("[node.a]", '[node."\u0430"]').replace('start = "a"', 'start = "\u0430"'), "E205"),
    "an id from right to left": (swapped('kind = "man"', 'kind = "\u202eman"'), "E205"),
    "an id of full width": (swapped('kind = "man"', 'kind = "\uff4dan"'), "E205"),
    "an id of a thousand letters": (swapped('goto = "e"', f'goto = "{"e" * 100_000}"'), "E401"),
}  # fmt: skip


@pytest.mark.parametrize("what", ONE)
def test_each_is_told_at_once(what):
    text, code = ONE[what]
    found = told(text)
    assert (code, "story.toml") in found
    assert len(found) <= 2


@pytest.mark.parametrize(
    "what", [what for what in ONE if "derived" in what or "expression" in what]
)
def test_what_is_deep_is_one_diagnostic(what):
    assert [code for code, _ in told(ONE[what][0])] == [ONE[what][1]]


def test_sixty_derived_values_one_upon_another_are_played():
    from game.engine import Playthrough

    folder = folder_of({"story.toml": chain(60), "parts/none.toml": ""})
    assert check(folder).diagnostics == ()
    assert Playthrough.begin(load(folder), "c").position.node == "e"


def test_scenes_that_call_each_other():
    scenes = """
[scene.x]
start = "x1"
[scene.y]
start = "y1"
[node.x1]
title = "X"
goto = { scene = "y", then = "return" }
[node.y1]
title = "Y"
goto = { scene = "x", then = "return" }
"""
    text = swapped('goto = "e"', 'goto = { scene = "x", then = "e" }') + scenes
    assert "E409" in [code for code, _ in told(text)]


def test_a_file_of_50_mb():
    assert told(STORY, big=b"# " + b"x" * (50 << 20)) == [("E105", "parts/big.toml")]


def test_fifteen_megabytes_of_brackets_are_no_hang():
    assert told(STORY, big=b"x = " + b"[" * (LARGEST - 100)) == [("E108", "parts/big.toml")]


def test_a_link_out_of_the_folder(tmp_path):
    folder = folder_of({"story.toml": STORY, "parts/none.toml": ""})
    (tmp_path / "x.toml").write_text('[node.b]\ntitle = "B"\ngoto = "e"\n')
    (folder / "parts" / "x.toml").symlink_to(tmp_path / "x.toml")
    assert [(d.code, d.file) for d in check(folder).diagnostics] == [("E102", "parts/x.toml")]
    with pytest.raises(BrokenStory, match="leads out of the folder"):
        load(folder)


def test_a_file_that_is_gone_before_it_is_read(monkeypatch):
    folder = folder_of({"story.toml": STORY, "parts/x.toml": ""})
    opened = Path.open

    def going(self: Path, *more, **named):
        if self.name == "x.toml":
            self.unlink()
        return opened(self, *more, **named)

    monkeypatch.setattr(Path, "open", going)
    assert [(d.code, d.file) for d in check(folder).diagnostics] == [("E102", "parts/x.toml")]


def test_a_file_that_grows_while_it_is_read(monkeypatch):
    folder = folder_of({"story.toml": STORY, "parts/x.toml": ""})
    opened = Path.open

    def growing(self: Path, *more, **named):
        if self.name == "x.toml":
            with open(self, "wb") as file:
                file.truncate(LARGEST * 3)
        return opened(self, *more, **named)

    monkeypatch.setattr(Path, "open", growing)
    assert [(d.code, d.file) for d in check(folder).diagnostics] == [("E105", "parts/x.toml")]


def test_files_that_are_written_all_the_while():
    folder = folder_of({"story.toml": STORY, "parts/x.toml": ""})
    whole = ("# note\n" * 2000 + '[node.b]\ntitle = "B"\ngoto = "e"\n').encode()
    done = threading.Event()

    def write() -> None:
        while not done.is_set():
            (folder / "parts" / "x.toml").write_bytes(whole)
            (folder / "parts" / "x.toml").write_bytes(whole[: len(whole) // 2])

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(20):
            codes = {d.code for d in check(folder).diagnostics}
            assert codes <= {"W701", "E104", "E202", "E210"}, codes
    finally:
        done.set()
        writer.join()
