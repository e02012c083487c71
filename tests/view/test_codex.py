"""Codex entries, facts and sources."""

from __future__ import annotations

from game.view import entry, facts_of, sources_of, tongue, words
from tests.ford import ford


def test_each_kind_of_entry() -> None:
    found = [entry(ford(), id) for id in ("orlov", "fourth", "bank", "ford", "rivers")]
    assert [(e.kind, e.name, e.line) for e in found if e] == [
        ("person", "Ivan Orlov", "Major"),
        ("unit", "4th Division", "under Ivan Orlov"),
        ("place", "North bank", "today Riverside"),
        ("term", "ford", ""),
        ("chapter", "Rivers", ""),
    ]


def test_an_entry_has_text_names_and_facts() -> None:
    orlov, bank = entry(ford(), "orlov"), entry(ford(), "bank")
    assert orlov is not None
    assert bank is not None
    assert (words(orlov.text), orlov.other_names) == ("He held the bank.", ("Orloff",))
    assert [fact.id for fact in bank.facts] == ["rained"]


def test_nobody_knows_it() -> None:
    assert entry(ford(), "nobody") is None


def test_facts_and_the_sources_they_rest_on_each_once() -> None:
    assert [f.source for f in facts_of(ford(), ["crossed", "rained"])] == [
        "Diary of a clerk, p. 4",
        "A map",
    ]
    assert [s.id for s in sources_of(ford(), ["rained", "crossed", "rained"])] == ["map", "diary"]


def test_in_another_language() -> None:
    german = tongue("de", {"orlov.role": "Major a. D.", "source.map.name": "Eine Karte"})
    orlov = entry(ford(), "orlov", german)
    assert orlov is not None
    assert orlov.line == "Major a. D."
    assert facts_of(ford(), ["rained"], german)[0].source == "Eine Karte"
