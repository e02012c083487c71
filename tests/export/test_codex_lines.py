"""The codex in lines."""

from __future__ import annotations

from game.export.codex_lines import conflict_page_lines, entry_lines, source_page_lines
from game.view import entry, facts_of
from game.view.codex import conflict_view
from game.view.shelves import source_page
from tests.weather import weather


def test_a_chapter_with_its_timeline_and_chart() -> None:
    found = entry(weather(), "wet")
    assert found is not None
    assert entry_lines(found)[:11] == [
        "The wet year (chapter).",
        "It was wet in 1941 and later.",
        "",
        "June to August 1941: A wet summer.",
        "9 August 1945, 01:00: It rains.",
        "",
        "Boats on the river.",
        "Few boats, then more.",
        "1941: 40 boats (a clerk). Old ones.",
        "1942 to 1944: no count.",
        "August 1945: 10 to 20 boats (all boats; a map).",
    ]


def test_a_chapter_that_lists_conflicts() -> None:
    found = entry(weather(), "knowing")
    assert found is not None
    assert entry_lines(found)[2:] == ["", "The hour.", "Numbers:", "The boats."]


def test_a_person_with_role_and_other_names() -> None:
    found = entry(weather(), "orlov")
    assert found is not None
    assert entry_lines(found) == [
        "Ivan Orlov (person). Major of engineers. Also: Orloff.",
        "He held the bank.",
    ]


def test_a_source_with_its_facts() -> None:
    page = source_page(weather(), "diary")
    assert page is not None
    assert source_page_lines(*page) == [
        "Diary of a clerk (encyclopedia article).",
        "He was there.",
        "Read as one page.",
        "",
        "In the summer of 1941 a clerk counted 40 boats. Stated.",
        "It rained at one. Claimed by one side.",
    ]


def test_a_conflict_whole() -> None:
    story = weather()
    shown = conflict_view(story.conflicts["10"])
    assert conflict_page_lines(shown, facts_of(story, ["boats"])) == [
        "Where sources differ: The boats.",
        "Two counts of boats.",
        "A clerk: 40.",
        "A map: 10 to 20.",
        "Both are shown.",
        "",
        "There were 10 to 20 boats. Source: A map; further source; stated.",
    ]
