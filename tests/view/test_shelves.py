"""What can be looked up, in parts, and found by name, other name or role."""

from __future__ import annotations

import pytest

from game.view import entry, tongue
from game.view.codex import conflict_view
from game.view.shelves import CodexRow, codex_rows, on_shelf, source_page
from tests.weather import weather

ROWS = codex_rows(weather())


def test_everything_stands_in_its_part() -> None:
    assert [(row.target, row.shelf) for row in ROWS] == [
        ("codex:knowing", "method"),
        ("codex:wet", "chapters"),
        ("codex:orlov", "people"),
        ("codex:bank", "places"),
        ("source:map", "sources"),
        ("source:diary", "sources"),
        ("conflict:9", "method"),
        ("conflict:10", "method"),
    ]


@pytest.mark.parametrize(
    "shelf, wanted, found",
    [
        ("all", "ORLOV", ["codex:orlov"]),
        ("all", "orloff", ["codex:orlov"]),
        ("all", "engineers", ["codex:orlov"]),
        ("all", "engineers major", ["codex:orlov"]),
        ("all", "riverside", ["codex:bank"]),
        ("places", "orlov", []),
        ("method", "", ["codex:knowing", "conflict:9", "conflict:10"]),
        ("sources", "clerk", ["source:diary"]),
    ],
)
def test_a_search(shelf, wanted, found) -> None:
    assert [row.target for row in on_shelf(ROWS, shelf, wanted)] == found


def test_what_is_called_so_stands_before_what_has_to_do_with_it() -> None:
    rows = [
        CodexRow("codex:clerk", "people", "person", "A clerk", "Biographer of Orlov"),
        CodexRow("codex:orlov", "people", "person", "Ivan Orlov"),
        CodexRow("source:life", "sources", "source", "A life of Orlov"),
    ]
    found = [row.target for row in on_shelf(rows, "all", "orlov")]
    assert found == ["codex:orlov", "source:life", "codex:clerk"]


def test_a_source_lists_the_facts_that_rest_on_it() -> None:
    found = source_page(weather(), "diary")
    assert found is not None
    source, facts = found
    assert (source.name, source.origin) == ("Diary of a clerk", "encyclopedia article")
    assert [fact.id for fact in facts] == ["wet", "rain"]
    assert source_page(weather(), "nothing") is None


def test_a_chapter_lists_the_conflicts_by_topic_and_number() -> None:
    found = entry(weather(), "knowing")
    assert found is not None
    assert found.lists == (
        ("conflict:9", "The hour"),
        ("", "Numbers"),
        ("conflict:10", "The boats"),
    )


def test_readings_are_translated() -> None:
    russian = tongue(
        "ru", {"conflict.9.readings.2.by": "Карта", "conflict.9.readings.2.says": "два"}
    )
    shown = conflict_view(weather().conflicts["9"], russian)
    assert shown.readings == (("A clerk", "one"), ("Карта", "два"))
