"""`author schema`: made from the reader's shapes, and of one mind with `check`."""

from __future__ import annotations

import argparse
import io
import json
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from game.author import schema, tables
from game.author.field_reference import reference
from game.folders import story_folder
from game.misuse import Misuse
from game.reader import check
from tests.ford import WHOLE
from tests.helpers import folder_of

ROOT = Path(__file__).parents[2]


def ran(*words: str) -> str:
    parser = argparse.ArgumentParser()
    schema.add(parser)
    out = io.StringIO()
    assert schema.run(parser.parse_args(words), out) == 0
    return out.getvalue()


def taplo() -> str:
    beside = Path(sys.executable).with_name("taplo")
    found = str(beside) if beside.exists() else shutil.which("taplo")
    if found is None:
        warnings.warn("taplo is not installed: no schema was tried on a file", stacklevel=2)
        pytest.skip("taplo is not installed (it comes with the test extra)")
    return found


def valid(*files: Path) -> tuple[bool, str]:
    """Whether the command-line tool finds files to be as the schema they name has it."""
    done = subprocess.run(
        [taplo(), "lint", "--no-auto-config", *map(str, files)], capture_output=True, text=True
    )
    return done.returncode == 0, done.stderr


def test_every_key_has_its_sentence_and_every_sentence_its_key():
    kinds = {kind.name: kind.table.fields.keys() | {"_"} for kind in tables.kinds()}
    lacking = {
        f"{name}.{key}" for name in kinds for key in kinds[name] if not tables.sentence(name, key)
    }
    assert lacking == set()
    users = {of: [name for name, base in tables.SAME.items() if base == of] for of in kinds}
    strange = {
        f"{name}.{key}"
        for name, rows in tables._words().items()
        for key in rows
        if not any(key in kinds.get(user, ()) for user in (name, *users.get(name, ())))
    }
    assert strange == set()


def test_a_sentence_is_one_sentence():
    rows = [(kind.name, key, about) for kind in tables.kinds() for key, _, about in kind.fields()]
    odd = [row for row in rows if not row[2].endswith(".") or "\n" in row[2] or len(row[2]) > 120]
    assert odd == []


def test_schema_has_the_keys_types_and_words_of_the_shapes():
    node = json.loads(ran("--format", "json"))["part.json"]["definitions"]["node"]
    assert node["required"] == ["title"]
    assert node["additionalProperties"] is False
    assert node["properties"]["tally"]["type"] == "boolean"
    choice = json.loads(ran("--format", "json"))["part.json"]["definitions"]["node.choice"]
    assert choice["properties"]["basis"]["enum"] == ["documented", "inferred", "conjecture"]
    assert choice["properties"]["label"]["description"] == "The order in a few words."


def test_reference_is_one_table_a_kind():
    told = ran()
    assert told.rstrip() == reference()
    assert told.count("\n### ") + 1 == len(tables.kinds())
    assert "| `label` | text | needed | The order in a few words. |" in told


def copied(tmp_path: Path) -> Path:
    folder = shutil.copytree(story_folder(), tmp_path / "story")
    ran(str(folder), "--lines")
    return folder


def test_lines_name_the_schema_once_and_change_nothing_else(tmp_path):
    folder = folder_of({"story.toml": WHOLE, "a/b/c.toml": "# first\r\n"}, tmp_path)
    head = WHOLE.replace('title = "The ford"', 'title = "The ford"\nfiles = ["a/b/*.toml"]', 1)
    (folder / "story.toml").write_text(head)
    assert "2 files" in ran(str(folder), "--lines")
    assert (folder / "story.toml").read_text() == f"#:schema ./schema/story.json\n{head}"
    assert (folder / "a/b/c.toml").read_bytes() == b"#:schema ../../schema/part.json\n# first\r\n"
    assert "file" not in ran(str(folder), "--lines").partition(".json.")[2]


def test_no_story_is_a_misuse(tmp_path):
    with pytest.raises(Misuse, match=r"no story\.toml"):
        ran(str(tmp_path), "--write")


def test_shipped_schema_is_the_present_one(tmp_path):
    folder = story_folder() / "schema"
    if not folder.is_dir():
        pytest.skip("the shipped story has no schema yet: author schema --write")
    kept = {path.name: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}
    assert kept == schema.schemas(), "run: python run.py author schema --write"


def test_every_shipped_file_is_as_its_schema_has_it(tmp_path):
    folder = copied(tmp_path)
    files = [path for path in folder.rglob("*.toml")]
    assert len(files) > 10
    ok, said = valid(*files)
    assert ok, said[-2000:]


FAULTS = {
    "a key that does not exist": ('title = "The camp"', 'titel = "The camp"'),
    "a number for a text": ('title = "The camp"', "title = 3"),
    "a text for a number": ("max = 2", 'max = "2"'),
    "a word that is not known": ('basis = "conjecture"', 'basis = "guess"'),
    "an id with a capital": ("[node.camp]", "[node.Camp]"),
    "an id with a space": ('goto = "crossing"', 'goto = "the crossing"'),
    "an empty text": ('text = "The far bank is quiet."', 'text = " "'),
    "a missing label": ('label = "Row over."\n', ""),
    "a number without end": ("min = 0", "min = 9000000000000"),
    "a time without its zone": ("at = 1945-08-09T05:30:00+09:00", "at = 1945-08-09T05:30:00"),
    "neither goto nor choices": ('goto = "crossing"\n', ""),
    "neither goto nor result": ('goto = "drowned"\n', ""),
    "advice from two": ('post = "the engineer"', 'post = "the engineer"\nwho = "orlov"'),
    "a greyed choice without a reason": ('disabled_reason = "The water is {water}."\n', ""),
    "a count without its bounds": ("max = 2\n", ""),
    "a claim without a number": ('{ low = 15, by = "Their count"', '{ by = "Their count"'),
    "a table that does not exist": ("[node.camp]", "[pages.x]\na = 1\n\n[node.camp]"),
    "at and when": ('when = "late in August"', 'when = "late"\nat = 1945-08-09'),
    "a place off the globe in kind": ("at = [130.0, 44.0]", "at = [130.0]"),
    "a variable with a capital": ("[variables.secret]", "[variables.Secret]"),
}


@pytest.mark.parametrize("what", FAULTS)
def test_what_check_calls_a_fault_the_schema_does_too(what, tmp_path):
    old, new = FAULTS[what]
    assert old in WHOLE
    folder = folder_of({"story.toml": WHOLE.replace(old, new, 1)}, tmp_path)
    assert not check(folder).ok
    ran(str(folder), "--lines")
    ok, _ = valid(folder / "story.toml")
    assert not ok


def test_a_story_without_fault_has_none_by_the_schema(tmp_path):
    folder = folder_of({"story.toml": WHOLE}, tmp_path)
    ran(str(folder), "--lines")
    assert valid(folder / "story.toml") == (True, valid(folder / "story.toml")[1])
