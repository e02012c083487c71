"""`author translate`: a translator's file out, and back in."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path

import polib
import pytest

from game.author import translate
from game.cli import main
from game.misuse import Misuse
from game.reader import check, load
from game.reader.keyed import keyed_texts
from game.reader.locale import tongue_for
from tests import ford
from tests.helpers import folder_of
from tests.reader.test_locale import SOURCES, STORY


def ran(*words: str | Path) -> tuple[int, str]:
    parser = argparse.ArgumentParser()
    translate.add(parser)
    out = io.StringIO()
    code = translate.run(parser.parse_args([str(word) for word in words]), out)
    return code, out.getvalue()


def story(text: str = STORY, state: str = "partial") -> Path:
    return folder_of({"story.toml": text.replace("STATE", state)})


def entries(path: Path) -> dict[str, polib.POEntry]:
    return {entry.msgctxt: entry for entry in polib.pofile(str(path))}


def test_every_text_is_written_with_its_place_and_notes(tmp_path):
    folder, po = story(), tmp_path / "de.po"
    code, told = ran("de", folder, "--out", po)
    assert (code, told) == (
        0,
        f"Written to {po}: 10 texts, 21 words.\nTranslated: 0. To look over (fuzzy): 0.\n",
    )
    made = entries(po)
    assert {key: entry.msgid for key, entry in made.items()} == SOURCES
    assert made["bank.cross.label"].occurrences == [("story.toml", "25")]
    assert made["bank.cross.label"].comment == (
        "An order, as a player chooses it; or what a figure is called.\nOn the page: The bank."
    )
    assert "keep its id" in made["bank.text"].comment


def test_notes_say_who_speaks_and_how_long_it_may_be(tmp_path):
    limits = "\n[style]\nlimits = { advice = 45 }\n"
    folder = folder_of({"story.toml": ford.WHOLE + limits})
    ran("de", folder, "--out", tmp_path / "de.po")
    note = entries(tmp_path / "de.po")["crossing.orlov"].comment
    assert note == (
        "What an adviser would do.\nIvan Orlov speaks.\nOn the page: The crossing.\n"
        "At most 45 words."
    )


def test_there_and_back_a_translation_is_played(tmp_path):
    folder, po = story(), tmp_path / "de.po"
    ran("de", folder, "--out", po)
    file = polib.pofile(str(po))
    for entry in file:
        entry.msgstr = f"{entry.msgid}!"
    file.save(str(po))
    code, told = ran("de", folder, "--in", po)
    assert (code, told.splitlines()[0]) == (0, "Written to locale/de.po: 10 texts, 21 words.")
    assert check(folder).diagnostics == ()
    assert tongue_for(load(folder), "de").text("over.title", "Over") == "Over!"


def test_a_changed_text_keeps_its_translation_as_fuzzy(tmp_path):
    folder, po = story(), tmp_path / "de.po"
    ran("de", folder, "--out", po, "--pseudo")
    ran("de", folder, "--in", po)
    text = (folder / "story.toml").read_text().replace("They cross.", "They crossed.")
    (folder / "story.toml").write_text(text.replace('title = "Over"', 'title = "Across"'))
    _, told = ran("de", folder, "--out", po, "--format", "json")
    assert json.loads(told) == {
        "file": str(po), "texts": 10, "words": 21, "done": 8, "fuzzy": 2, "gone": 0,
    }  # fmt: skip
    entry = entries(po)["over.title"]
    assert (entry.fuzzy, entry.previous_msgid, entry.msgid) == (True, "Over", "Across")


def test_what_is_gone_is_left_out_and_counted(tmp_path):
    folder, po = story(), tmp_path / "de.po"
    ran("de", folder, "--out", po, "--pseudo")
    ran("de", folder, "--in", po)
    text = (folder / "story.toml").read_text().replace('outcome = "They cross."\n', "")
    (folder / "story.toml").write_text(text)
    assert "Left out: 1 whose text is no longer" in ran("de", folder, "--out", po)[1]


def test_each_form_of_a_unit_is_asked_for_in_the_language(tmp_path):
    unit = 'unit = { one = "boat", other = "boats" }'
    folder = folder_of({"story.toml": ford.WHOLE.replace('unit = "boats"', unit, 1)})
    ran("ru", folder, "--out", tmp_path / "ru.po")
    made = entries(tmp_path / "ru.po")
    forms = {key: entry.msgid for key, entry in made.items() if key.startswith("boats.unit")}
    assert forms == {
        "boats.unit": "boats",
        "boats.unit.many": "boats",
        "boats.unit.one": "boat",
        "boats.unit.few": "boats",
    }


def test_faults_of_what_is_taken_in_are_told(tmp_path):
    folder, po = story(state="complete"), tmp_path / "de.po"
    ran("de", folder, "--out", po, "--pseudo")
    po.write_text(po.read_text("utf-8").replace("{boats,", "{boots,", 2), "utf-8")
    code, told = ran("de", folder, "--in", po)
    assert code == 1
    assert "error E80" in told


def test_a_language_that_is_not_offered_is_told_how(tmp_path):
    folder, po = story(), tmp_path / "fr.po"
    ran("fr", folder, "--out", po)
    assert 'add fr = "partial" to `languages`' in ran("fr", folder, "--in", po)[1]


def test_the_file_is_the_same_when_it_is_taken_in_twice(tmp_path):
    folder, po = story(), tmp_path / "de.po"
    ran("de", folder, "--out", po, "--pseudo")
    ran("de", folder, "--in", po)
    first = (folder / "locale/de.po").read_bytes()
    ran("de", folder, "--in", folder / "locale/de.po")
    assert (folder / "locale/de.po").read_bytes() == first
    assert [path.name for path in (folder / "locale").iterdir()] == ["de.po"]


REFUSED = {
    "../x": "no code of a language",
    "EN": "no code of a language",
}


@pytest.mark.parametrize("language", REFUSED)
def test_no_code_of_a_language(language, tmp_path):
    with pytest.raises(Misuse, match=REFUSED[language]):
        ran(language, story(), "--out", tmp_path / "x.po")


def test_no_such_file_or_folder(tmp_path):
    with pytest.raises(Misuse, match="There is no file"):
        ran("de", story(), "--in", tmp_path / "x.po")
    with pytest.raises(Misuse, match="There is no folder"):
        ran("de", story(), "--out", tmp_path / "x" / "x.po")


def test_a_broken_file_is_refused_by_its_line_and_nothing_is_written(tmp_path):
    folder, po = story(), tmp_path / "de.po"
    po.write_text('msgid "a\nmsgstr "b"\n')
    with pytest.raises(Misuse, match=r"de\.po, line 1: a quotation mark is missing"):
        ran("de", folder, "--in", po)
    assert not (folder / "locale").exists()


def test_a_story_with_errors_is_not_written(tmp_path):
    folder = folder_of({"story.toml": "x = 1\n"})
    assert ran("de", folder, "--out", tmp_path / "de.po")[0] == 1
    assert not (tmp_path / "de.po").exists()


def test_every_text_of_the_shipped_story_has_a_key_of_its_own():
    report = check(translate.story_folder())
    assert report.story is not None
    seen: dict[str, str] = {}
    twice = [
        t.key for t in keyed_texts(report.story) if seen.setdefault(t.key, t.source) != t.source
    ]
    assert twice == []


def test_a_translation_is_read_on_the_command_line(tmp_path, capsys):
    folder, po = (
        story(STORY.replace('label = "Cross."', 'label = "Cross."\nhistorical = true')),
        tmp_path / "de.po",
    )
    ran("de", folder, "--out", po, "--pseudo")
    ran("de", folder, "--in", po)
    assert main(["replay", "history", "--story", str(folder), "--lang", "de"]) == 0
    assert "\u27e6Th\u00eb b\u00e4\u00f1k" in capsys.readouterr().out
    assert main(["replay", "history", "--story", str(folder)]) == 0
    assert "The bank" in capsys.readouterr().out
    assert main(["replay", "history", "--story", str(folder), "--lang", "fr"]) == 2
