"""A story whose every text tries something, played in lines and written out."""

from __future__ import annotations

import io
import re
from dataclasses import fields, is_dataclass
from functools import cache

import pytest

from game.engine import Playthrough
from game.export import markdown, transcript
from game.model import Story
from game.plain.output import Output
from game.plain.player import play_plain
from game.view import Course, beats_after, entry, report_view
from tests.ford import WHOLE, played
from tests.helpers import story_from

ESCAPES = r"\u001b[31m\u001b]0;owned\u0007\u001b[2J\u009b2J\u0000\b\r\u202e\u2066"
TRIES = f"[@click=app.quit]x[/] [/b] [$x @click=app.quit] {ESCAPES}"
SHOWN = (
    "[@click=app.quit]x[/] [/b] [$x @click=app.quit] "
    "\ufffd[31m\ufffd]0;owned\ufffd\ufffd[2J\ufffd2J\ufffd\ufffd "
)
TEXTS = ("title", "text", "label", "detail", "name", "statement", "note", "hidden", "dispute",
         "disabled_reason", "unit", "gloss", "by", "says", "shown", "blurb", "content_note",
         "role", "modern", "reliability", "when")  # fmt: skip


@cache
def hostile() -> Story:
    """The small story with the tries put before every text in it."""
    quoted = re.compile(rf'\b({"|".join(TEXTS)}) = "(?=[^"])')
    return story_from(quoted.sub(lambda m: f"{m[0]}{TRIES} ", WHOLE))


def words_in(view: object) -> list[str]:
    """Every string in a view, however deep."""
    if isinstance(view, str):
        return [view]
    if isinstance(view, (tuple, list)):
        return [word for part in view for word in words_in(part)]
    if is_dataclass(view):
        return [word for f in fields(view) for word in words_in(getattr(view, f.name))]
    return []


def test_the_tries_are_in_every_kind_of_text() -> None:
    play = played("march", "wait", story=hostile())
    found = words_in([beats_after(play, order) for order in range(3)])
    found += words_in(report_view(play)) + words_in(entry(hostile(), "bank"))
    assert sum("\x1b[31m" in word for word in found) > 50


@pytest.mark.parametrize("choices", [("march", "wait"), ("row", "bury")])
def test_what_is_written_out_steers_nothing(choices: tuple[str, ...]) -> None:
    play = played(*choices, story=hostile())
    for text in (transcript(play), markdown(play)):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert f"Your order: {SHOWN}" in transcript(play)


def test_what_is_said_steers_nothing_and_is_as_it_was_written() -> None:
    out = io.StringIO()
    words = [
        "status",
        "map",
        "ledger",
        "record",
        "sources",
        "choices",
        "look",
        "elsewhere",
        "orders",
        "saves",
        "code",
        "help",
    ]
    typed = "".join(f"{word}\n" for word in (*words, "look bank", "look orlov", "1")) * 40
    course = Course.begin(Playthrough.begin(hostile(), "north"))
    assert play_plain(course, None, io.StringIO(typed), Output(out)) == 0
    said = out.getvalue()
    assert said.endswith("The end.\n")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)
    assert said.count(SHOWN) > 50


def test_what_is_typed_is_not_sent_back_to_the_terminal() -> None:
    out = io.StringIO()
    course = Course.begin(Playthrough.begin(hostile(), "north"))
    play_plain(course, None, io.StringIO("\x1b[31mhi\nlook \x1b[2J\nsave \x07\n"), Output(out))
    assert "\x1b" not in out.getvalue()
    assert "\x07" not in out.getvalue()


def test_a_word_of_ten_thousand_letters() -> None:
    long = "n" * 10_000
    story = story_from(WHOLE.replace("The far bank is quiet.", f"a {long} b"))
    out = io.StringIO()
    course = Course.begin(Playthrough.begin(story, "north"))
    play_plain(course, None, io.StringIO("\n"), Output(out, 60))
    assert f"\na\n{long}\nb\n" in out.getvalue()
