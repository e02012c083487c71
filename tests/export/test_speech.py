"""What a screen reader says."""

from __future__ import annotations

import re

import pytest

from game.engine import Playthrough
from game.export.speech import Voice, spoken
from tests.ford import WHOLE, ford, played
from tests.helpers import story_from

NAMED = story_from(
    WHOLE.replace('name = "North bank"', 'name = "North bank"\nspeak = "Norse bunk"').replace(
        'name = "Ivan Orlov"', 'name = "Ivan Orlov"\nspeak = "ee-VAHN or-LOFF"'
    )
)


def test_a_page_is_heard_in_the_order_of_plain_mode():
    heard = spoken(played("row"))
    assert heard.split("\n\n")[1] == (
        "The crossing.\n"
        "9 August 1945, 5 30 river time. North bank. Decision 1 of about 2.\n"
        "The far bank is quiet.\n"
        "Advice, imagined and in reported speech:\n"
        "Orlov would row. Leans to 1.\n"
        "The engineer: Build first.\n"
        "1. Row over. At once.\n"
        "2. March round by high water.\n"
        "Not open: Swim over. The water is high."
    )


def test_names_are_said_as_they_are_spoken():
    play = Playthrough.replay(NAMED, "north", ["row"])
    assert "Norse bunk." in spoken(play)
    assert "North bank" not in spoken(play)


def test_a_name_inside_another_word_is_left_alone():
    assert Voice(NAMED).say("Ivan Orlovsky met Ivan Orlov.") == "Ivan Orlovsky met ee-VAHN or-LOFF."


@pytest.mark.parametrize(
    "written, heard",
    [
        ("10\N{EN DASH}12 men", "10 to 12 men."),
        ("\N{MINUS SIGN}3 hours", "Minus 3 hours."),
        ("at 01:05", "At 1 0 5."),
        ("at 23:00", "At 23 hours."),
        ("200,000 people", "200000 people."),
        ("12,5 and 1,2345", "12,5 and 1,2345."),
        ("5 % & more", "5 per cent and more."),
        ("\u2500\u2500 a box \u2588\u28ff", "A box."),
        ("Is it so?", "Is it so?"),
    ],
)
def test_signs_become_words(written, heard):
    assert Voice(ford()).say(written) == heard


def test_no_line_or_block_is_drawn():
    heard = spoken(played("row", "bury"))
    assert not re.search(r"[\u2500-\u25ff\u2800-\u28ff\x1b]", heard)
    assert heard.count("\n\n") == 6
