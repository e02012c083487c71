"""Looking things up at the prompt."""

from __future__ import annotations

import pytest

from game.plain.lookup import Lookup
from game.view import ENGLISH
from tests.weather import weather

CODEX = Lookup(weather(), ENGLISH)


@pytest.mark.parametrize(
    "wanted, first",
    [
        ("Ivan  Orlov", "Ivan Orlov (person). Major of engineers. Also: Orloff."),
        ("orloff", "Ivan Orlov (person). Major of engineers. Also: Orloff."),
        ("engineers", "Ivan Orlov (person). Major of engineers. Also: Orloff."),
        ("riverside", "North bank (place). Today Riverside."),
        ("orlof", "Ivan Orlov (person). Major of engineers. Also: Orloff."),
        ("wet", "The wet year (chapter)."),
        ("how we know", "How we know (chapter)."),
        ("diary", "Diary of a clerk (encyclopedia article)."),
        ("the hour", "Where sources differ: The hour."),
        ("conflict 10", "Where sources differ: The boats."),
        ("nobody at all", "The codex has nothing under 'nobody at all'."),
    ],
)
def test_a_page(wanted, first) -> None:
    assert CODEX.about(wanted)[0] == first


def test_a_part_and_what_parts_there_are() -> None:
    assert CODEX.about("") == [
        "Say whom or what to look up, such as: look Mutanchiang.",
        "Or name a part to hear what it holds: Chapters (1), People (1), Places (1), "
        "Sources (2), How we know (3).",
    ]
    assert CODEX.about("people") == ["Ivan Orlov. Major of engineers. Orloff."]
    assert CODEX.about("units") == ["There is nothing in this part."]
