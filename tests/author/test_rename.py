"""`author rename`: every mention changes, and nothing else does."""

from __future__ import annotations

import argparse
import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.author import rename
from game.author.mentions import group_of
from game.author.renamed_ids import _ids, sections
from game.engine import Playthrough
from game.misuse import Misuse
from game.model import Story
from game.reader import check, load
from game.saves import replayed, save_of
from tests import ford
from tests.helpers import folder_of

TESTS = """
[[anchor]]
node = "far-bank"
at = 1945-08-10
fact = "rained"

[derived.deep]
expr = "water >= 2 and not secret"

[scene.council]
start = "talk"

[node.talk]
title = "Talk"
effects = ["secret = visits(\\"camp\\") >= 2 and chosen('crossing.row')"]
text = [{ if = "deep and mood == calm", text = "Deep." }, "{bridge}, {men}, {boats, one = '#', other = '#'}."]
goto = "return"

[variables.mood]
type = "enum"
values = ["calm", "afraid"]
start = "calm"

[[assert]]
id = "never-deep"
campaign = "north"
never = "water == 3 or mood == afraid and not calm_now"
at = "drift"

[[assert]]
id = "row-over"
reachable = ["crossing.row", "over"]

[[assert]]
id = "march-down"
leads = ["crossing.march", "drowned"]

[derived.calm_now]
expr = "mood == calm"

[[playthrough]]
id = "as-it-was"
campaign = "north"
choices = ["crossing.row", "far-bank.bury"]
ending = "over"
expect = { water = 2, mood = "calm" }
ledger = { men = 12 }
"""
TEXT = (
    ford.WHOLE.replace('title = "The ford"', 'title = "The ford"\nfiles = ["parts/*.toml"]', 1)
    .replace('goto = "crossing"', 'goto = { scene = "council", then = "crossing" }', 1)
    .replace(ford.HISTORY, "")
)
FILES = {"story.toml": TEXT, "parts/history.toml": ford.HISTORY, "parts/tests.toml": TESTS}
NOON = datetime(1945, 8, 9, 12, 0, tzinfo=UTC)


def renamed(folder: Path, old: str, new: str, kind: str | None = None) -> str:
    parser = argparse.ArgumentParser()
    rename.add(parser)
    more = ["--kind", kind] if kind else []
    out = io.StringIO()
    code = rename.run(parser.parse_args([old, new, str(folder), *more]), out)
    assert code == 0, out.getvalue()
    return out.getvalue()


def files_of(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def errors(folder: Path) -> list[str]:
    return [d.sentence() for d in check(folder).diagnostics if d.severity == "error"]


def forgetful(files: dict[str, bytes]) -> dict[str, bytes]:
    """Files without the notes of former ids."""
    return {name: re.sub(rb"renamed_from = \[[^\]]*\]\n", b"", raw) for name, raw in files.items()}


def every_id() -> list[tuple[str, str]]:
    story = load(folder_of(FILES))
    dict(story.nodes)
    return [(section, id) for section in sections() for id in _ids(story, section)]


def other(section: str) -> str:
    return "quite_new" if section in ("variables", "derived", "value") else "quite-new"


def test_the_story_of_these_tests_is_sound():
    assert errors(folder_of(FILES)) == []
    assert len({section for section, _ in every_id()}) == len(sections())


@pytest.mark.parametrize("section,id", every_id(), ids=lambda part: str(part))
def test_every_id_is_renamed_everywhere_and_back(section, id, tmp_path):
    folder = folder_of(FILES, tmp_path)
    before = files_of(folder)
    new = other(section)
    renamed(folder, id, new, section)
    assert errors(folder) == []
    story = load(folder)
    owner = id.rpartition(".")[0]
    full = f"{owner}.{new}" if owner else new
    assert full in _ids(story, section)
    assert id not in _ids(story, section)
    renamed(folder, full, id.rpartition(".")[2], section)
    assert errors(folder) == []
    assert forgetful(files_of(folder)) == before


def save_in(story: Story):
    play = Playthrough.replay(story, "north", ("row", "bury"))
    return save_of(play, "x", "en", NOON)


@pytest.mark.parametrize(
    "old,new,kind",
    [
        ("crossing", "the-ford", None),
        ("crossing.row", "boat", None),
        ("far-bank", "reeds", None),
        ("over", "across", "ending"),
        ("water", "depth", None),
        ("north", "south", "campaign"),
    ],
)
def test_old_saves_load_in_silence(old, new, kind, tmp_path):
    folder = folder_of(FILES, tmp_path)
    save = save_in(load(folder))
    renamed(folder, old, new, kind)
    again = replayed(save, load(folder))
    assert again.parted is None
    assert again.play.position.is_ending


def test_former_ids_are_listed_newest_first(tmp_path):
    folder = folder_of(FILES, tmp_path)
    for old, new in (("camp", "tents"), ("tents", "fires"), ("fires", "camp")):
        renamed(folder, old, new)
    assert b'[node.camp]\nrenamed_from = ["fires", "tents"]\n' in files_of(folder)["story.toml"]


LAYOUT = """\
\ufeff# \u0440\u0435\u043a\u0430 camp\r
format = 1\r
id = "small"\r
version = "1"\r
title = "camp [[not|a link"  # camp\r
[[campaign]]\r
id = 'camp'   # camp\r
start =   "camp"\r
[node]\r
camp   = { title = "camp", text = "camp `[[x] {n}", goto = {one_of = [ {if = "visits( 'camp' ) == 1", goto = 'camp-2'}, {goto="end"} ]} }\r
camp-2.title = "x"\r
"camp-2".text = "\\u0063amp"\r
camp-2.goto = "\\u0065nd"\r
[variables.n]\r
type = "int"\r
min = 0\r
max = 1\r
start = 0\r
shown = true\r
[ending . end]\r
campaigns = [ "camp" ]\r
title = "camp"\r
kind = "camp"\r
text = "camp"\r
"""


def test_comments_spaces_line_ends_and_order_are_kept(tmp_path):
    text = LAYOUT.replace("[[not|a link", "")
    folder = folder_of({"story.toml": text.encode()}, tmp_path)
    assert errors(folder) == []
    renamed(folder, "camp", "tents", "node")
    wanted = text.replace('start =   "camp"', 'start =   "tents"')
    wanted = wanted.replace("camp   = { title", 'tents   = { renamed_from = ["camp"], title')
    wanted = wanted.replace("visits( 'camp' )", "visits( 'tents' )")
    assert files_of(folder)["story.toml"].decode() == wanted
    renamed(folder, "end", "last")
    wanted = wanted.replace('goto="end"', 'goto="last"').replace('"\\u0065nd"', '"last"')
    wanted = wanted.replace("[ending . end]\r\n", '[ending . last]\r\nrenamed_from = ["end"]\r\n')
    assert files_of(folder)["story.toml"].decode() == wanted
    renamed(folder, "camp-2", "second")
    wanted = wanted.replace("'camp-2'", "'second'").replace('"camp-2"', '"second"')
    wanted = wanted.replace("camp-2.title", 'second.renamed_from = ["camp-2"]\nsecond.title')
    assert files_of(folder)["story.toml"].decode() == wanted.replace("camp-2.goto", "second.goto")


def test_two_things_of_one_name_are_told_apart(tmp_path):
    folder = folder_of({"story.toml": LAYOUT.replace("[[not|a link", "").encode()}, tmp_path)
    with pytest.raises(Misuse, match="--kind node, --kind campaign"):
        renamed(folder, "camp", "tents")
    renamed(folder, "camp", "tents", "campaign")
    changed = files_of(folder)["story.toml"].decode()
    assert "id = 'tents'   # camp\r\nrenamed_from" in changed
    assert 'start =   "camp"' in changed


REFUSED = {
    ("camp", "night"): "taken already",
    ("camp", "over"): "taken already",
    ("camp", "Camp"): "is no id",
    ("camp", "return"): "is no id",
    ("crossing.row", "swim"): "taken already",
    ("crossing.row", "far-bank.row"): "is no id",
    ("water", "bridge"): "taken already",
    ("water", "calm"): "taken already",
    ("water", "and"): "cannot be such a name",
    ("orlov", "bank"): "taken already",
    ("campp", "x"): "did you mean `camp`",
    ("qqqqqq", "x"): "There is no thing",
}


@pytest.mark.parametrize("old,new", REFUSED)
def test_what_cannot_be_is_refused_and_nothing_changed(old, new, tmp_path):
    folder = folder_of(FILES, tmp_path)
    with pytest.raises(Misuse, match=REFUSED[old, new]):
        renamed(folder, old, new)
    assert files_of(folder) == files_of(folder_of(FILES))


def test_a_former_id_of_something_else_is_taken(tmp_path):
    folder = folder_of(FILES, tmp_path)
    renamed(folder, "camp", "tents")
    with pytest.raises(Misuse, match="taken"):
        renamed(folder, "night", "camp")


def test_a_story_with_errors_is_left_alone(tmp_path):
    folder = folder_of({**FILES, "parts/more.toml": "[node.x]\n"}, tmp_path)
    parser = argparse.ArgumentParser()
    rename.add(parser)
    out = io.StringIO()
    assert (
        rename.run(parser.parse_args(["camp", "tents", str(folder), "--format", "json"]), out) == 1
    )
    assert json.loads(out.getvalue())["verdict"] == "faults"
    assert b"tents" not in b"".join(files_of(folder).values())


def test_transcript_of_a_playthrough_goes_along(tmp_path):
    folder = folder_of({**FILES, "transcripts/as-it-was.txt": "Row.\n"}, tmp_path)
    renamed(folder, "as-it-was", "in-1945")
    assert "transcripts/in-1945.txt" in files_of(folder)
    assert "transcripts/as-it-was.txt" not in files_of(folder)


PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

#. a note
msgctxt "camp.text.1"
msgid "It *rains* on [[bank|the bank]]."
msgstr "Es *regnet* am [[bank|Ufer]]."
"""


def test_keys_and_links_of_translations_go_along(tmp_path):
    folder = folder_of({**FILES, "locale/de.po": PO}, tmp_path)
    renamed(folder, "camp", "tents")
    renamed(folder, "bank", "shore")
    wanted = PO.replace('"camp.text.1"', '"tents.text.1"').replace("[[bank|", "[[shore|")
    assert files_of(folder)["locale/de.po"].decode() == wanted


words = st.from_regex(r"[a-z]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(["camp", "crossing", "far-bank", "drift", "over"]), words)
def test_there_and_back_is_the_same_story(old, new):
    folder = folder_of(FILES)
    before = files_of(folder)
    try:
        renamed(folder, old, new)
    except Misuse:
        assert files_of(folder) == before
        return
    renamed(folder, new, old)
    assert forgetful(files_of(folder)) == before


def test_groups_share_a_namespace():
    assert group_of("node") == group_of("ending")
    assert group_of("person") == group_of("term")
    assert group_of("fact") == "fact"
