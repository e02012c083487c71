"""Translations: what is shown of them, and what `check` says of them."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine import Playthrough
from game.export import markdown, transcript
from game.reader import check, load
from game.reader.keyed import keyed_texts
from game.reader.locale import misfit, tongue_for, translated
from game.reader.pseudo import PSEUDO, pseudo
from game.view import Course
from tests import ford
from tests.helpers import HEAD, folder_of

STORY = (
    HEAD.rstrip()
    + '\nlanguages = { en = "complete", de = "STATE" }\n'
    + """
[[campaign]]
id = "north"
start = "bank"

[variables.boats]
type = "int"
min = 0
max = 2
start = 1
label = "Boats"
shown = true

[node.bank]
title = "The bank"
text = "You have {boats, one = '# boat', other = '# boats'} at the [[ford|ford]]."

[[node.bank.choice]]
id = "cross"
label = "Cross."
outcome = "They cross."
effects = ["boats += 1"]
goto = "over"

[ending.over]
campaigns = ["north"]
title = "Over"
kind = "army"
text = "You are over."

[term.ford]
name = "ford"
text = "Shallow."
"""
)
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
GERMAN = {
    "title": "Eine kleine Geschichte",
    "boats.label": "Boote",
    "bank.title": "Das Ufer",
    "bank.text": "Du hast {boats, one = '# Boot', other = '# Boote'} an der [[ford|Furt]].",
    "bank.cross.label": "Hin\u00fcber.",
    "bank.cross.outcome": "Sie gehen hin\u00fcber.",
    "over.title": "Dr\u00fcben",
    "over.text": "Du bist dr\u00fcben.",
    "ford.name": "Furt",
    "ford.text": "Seicht.",
}
SOURCES = {
    "title": "A small story",
    "boats.label": "Boats",
    "bank.title": "The bank",
    "bank.text": "You have {boats, one = '# boat', other = '# boats'} at the [[ford|ford]].",
    "bank.cross.label": "Cross.",
    "bank.cross.outcome": "They cross.",
    "over.title": "Over",
    "over.text": "You are over.",
    "ford.name": "ford",
    "ford.text": "Shallow.",
}


def po(changed: dict[str, str | None] | None = None, header: str = HEADER, more: str = "") -> str:
    rows = {key: text for key, text in {**GERMAN, **(changed or {})}.items() if text is not None}
    entries = (
        f'msgctxt "{key}"\nmsgid "{SOURCES[key]}"\nmsgstr "{text}"\n' for key, text in rows.items()
    )
    return "\n".join([header, *entries, more])


def folder(text: str | bytes | None, state: str = "partial"):
    files: dict[str, str | bytes] = {"story.toml": STORY.replace("STATE", state)}
    if text is not None:
        files["locale/de.po"] = text
    return folder_of(files)


def found(text: str | bytes | None, state: str = "partial") -> list[tuple[str, str, int, str]]:
    report = check(folder(text, state))
    return [(d.code, d.file, d.line, d.message) for d in report.diagnostics]


def test_a_whole_translation_is_shown_and_has_no_fault():
    place = folder(po(), "complete")
    assert check(place).diagnostics == ()
    story = load(place)
    course = Course.begin(Playthrough.begin(story, "north"), tongue_for(story, "de"))
    assert course.beat.title == "Das Ufer"
    assert course.beat.text[0].text == "Du hast 1 Boot an der Furt."
    assert [choice.label for choice in course.beat.choices] == ["Hin\u00fcber."]


def test_the_keys_are_those_of_the_texts():
    assert {text.key: text.source for text in keyed_texts(load(folder(None)))} == SOURCES


@pytest.mark.parametrize("state,letter", [("complete", "E"), ("partial", "W")])
def test_missing_texts_are_one_diagnostic(state, letter):
    told = found(po({"bank.title": None, "ford.text": None}), state)
    message = "2 of 10 texts are not in `de`; the first is `bank.title`."
    assert told == [(f"{letter}801", "locale/de.po", 1, message)]


@pytest.mark.parametrize("state,letter", [("complete", "E"), ("partial", "W")])
def test_no_file_at_all_is_told_where_the_language_is_named(state, letter):
    told = found(None, state)
    assert told == [(f"{letter}801", "story.toml", 5, "10 of 10 texts are not in `de`.")]


@pytest.mark.parametrize("state,letter", [("complete", "E"), ("partial", "W")])
def test_a_changed_text_makes_its_translation_stale(state, letter):
    text = po().replace('msgid "They cross."', 'msgid "They went."')
    message = "The text `bank.cross.outcome` has changed since it was translated."
    assert found(text, state) == [(f"{letter}802", "locale/de.po", 25, message)]
    story = load(folder(text))
    assert tongue_for(story, "de").text("bank.cross.outcome", "They cross.") == "They cross."


def test_what_is_marked_fuzzy_is_not_shown():
    text = po().replace('msgctxt "bank.title"', '#, fuzzy\nmsgctxt "bank.title"')
    assert [row[0] for row in found(text)] == ["W802"]
    assert "bank.title" not in translated(load(folder(text)), "de").texts


MISFITS = {
    "You have boats at the [[ford|Furt]].": "It lacks the value {boats}.",
    "{boats} {men} [[ford|Furt]].": "It has the value {men}, which the text has not.",
    "{boats} Furt.": "It lacks the link [[ford|...]].",
    "{boats} [[ford|Furt]] [[fort|x]].": "It has the link [[fort|...]], which the text has not.",
    "{boats} [[ford|Furt]] *": "Emphasis is opened with * and not closed.",
    "{boats [[ford|Furt]]": "A placeholder is written {id}, or {id, one = 'tank', other = 'tanks'}.",
    "{boats} [[ford|Furt]]\\n\\nMehr": "It has a blank line, and the text has none.",
}


@pytest.mark.parametrize("text", MISFITS)
def test_a_translation_must_go_with_its_text(text):
    told = found(po({"bank.text": text}), "complete")
    message = f"The translation of `bank.text` does not go with its text. {MISFITS[text]}"
    assert told == [("E803", "locale/de.po", 17, message)]
    assert "bank.text" not in translated(load(folder(po({"bank.text": text}))), "de").texts


def test_other_plural_forms_are_no_misfit():
    source = "{n, one = '# tank', other = '# tanks'}"
    assert misfit(source, "{n, one = '# a', few = '# b', many = '# c', other = '# d'}") is None
    assert misfit(source, "{n}") is None


def test_a_text_that_is_gone_is_a_warning_even_in_a_whole_language():
    more = 'msgctxt "bank.swim.label"\nmsgid "Swim."\nmsgstr "Schwimm."\n'
    told = found(po(more=more), "complete")
    message = "No text of the story has the key `bank.swim.label`."
    assert told == [("W805", "locale/de.po", 45, message)]


BROKEN: dict[str, str | bytes] = {
    "a quotation mark too few": po().replace('msgstr "Boote"', 'msgstr "Boote'),
    "no keyword": po().replace("msgstr", "msgtsr"),
    "rules without sense": po(header=HEADER + '"Plural-Forms: nplurals=2; plural=n !\\n"\n'),
    "rules beyond the forms": po(header=HEADER + '"Plural-Forms: nplurals=2; plural=n;\\n"\n'),
    "rules that run Python": po(
        header=HEADER + "\"Plural-Forms: nplurals=2; plural=__import__('os').getcwd();\\n\"\n"
    ),
    "deep rules": po(
        header=HEADER + f'"Plural-Forms: nplurals=2; plural={"(" * 3000}n{")" * 3000};\\n"\n'
    ),
    "division by nought": po(header=HEADER + '"Plural-Forms: nplurals=2; plural=n/0;\\n"\n'),
    "no number of forms": po(header=HEADER + '"Plural-Forms: nplurals=many; plural=0;\\n"\n'),
    "a picture": b"\x89PNG\r\n\x1a\n" * 40,
    "UTF-16": po().encode("utf-16"),
    "nothing but quotation marks": '"' * 5000,
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_is_one_diagnostic_and_the_story_plays_on(what):
    told = found(BROKEN[what])
    assert [row[:2] for row in told] in (
        [("E804", "locale/de.po")],
        [("E103", "locale/de.po")],
    )
    story = load(folder(BROKEN[what]))
    assert translated(story, "de").texts == {}


def test_a_file_of_50_mb_is_refused_at_once():
    begun = time.monotonic()
    told = found(b"# " + b"x" * (50 << 20))
    assert [row[:2] for row in told] == [("E105", "locale/de.po")]
    assert time.monotonic() - begun < 5


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    place = folder(None)
    (tmp_path / "de.po").write_text(po())
    (place / "locale").mkdir()
    (place / "locale" / "de.po").symlink_to(tmp_path / "de.po")
    codes = [(d.code, d.file) for d in check(place).diagnostics]
    assert codes == [("E102", "locale/de.po")]


def test_a_language_is_no_path():
    place = folder_of(
        {"story.toml": STORY.replace("de =", '"../../etc/x" =').replace("STATE", "partial")}
    )
    assert [d.code for d in check(place).diagnostics] == ["W801"]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(po())), st.text(max_size=6), st.integers(0, 30))
def test_any_damage_is_told_and_never_a_crash(place, more, cut):
    text = po()
    report = check(folder(text[:place] + more + text[place + cut :]))
    assert report.story is not None or any(d.code == "E103" for d in report.diagnostics)
    tongue_for(load(folder(text[:place] + more + text[place + cut :])), "de")


def test_two_texts_with_one_key_are_told():
    two = (
        STORY.replace("STATE", "partial")
        + '\n[aside.bank]\nthread = "city"\ntitle = "Else"\ntext = "x"\n'
    )
    told = [(d.code, d.message) for d in check(folder_of({"story.toml": two})).diagnostics]
    message = "Another text has the translation key `bank.%s` too."
    assert told[1:] == [("W806", message % "title"), ("W806", message % "text")]


def stretches(text: str) -> Iterator[str]:
    """The longer stretches of a text between its marks."""
    for part in re.split(r"[{}*`\[\]|\n]+|\b\d+\b", text):
        if len(part.strip()) > 5:
            yield part.strip()


def test_in_the_test_language_no_text_of_the_story_is_shown_as_it_is():
    story = ford.ford()
    strange = tongue_for(story, PSEUDO)
    for choices in (("row", "bury"), ("march", "wait")):
        play = ford.played(*choices)
        shown = markdown(play, strange) + transcript(play, strange)
        sources = {part for text in keyed_texts(story) for part in stretches(text.source)}
        assert {part for part in sources if part in shown} == set()
        assert "\u27e6" in shown


def test_test_language_keeps_markup():
    text = "A *big* boat, {n, one = 'x', other = 'y'} [[ford|the ford]] `[ `{."
    assert misfit(text, pseudo(text)) is None
    assert pseudo("Ab\n\nc").startswith("\u27e6\u00c4b\n\n\u010d")
