"""What a metric counts agrees with its number, in the reader's language."""

from __future__ import annotations

from game.view import answer_to, ledger_rows, tongue
from game.view.gauges import unit_words
from tests.ford import ford, played

FORMS = ('unit = "boats"', 'unit = { one = "boat", other = "boats" }')


def test_a_unit_with_forms_agrees_with_its_number() -> None:
    metric = ford(*FORMS).metrics["boats"]
    assert metric.unit == "boats"
    assert [unit_words(metric, n) for n in (0, 1, 2)] == ["boats", "boat", "boats"]
    assert [unit_words(metric, n) for n in (-1, -2)] == ["boat", "boats"]


def test_a_unit_of_one_form_stays_as_it_is() -> None:
    assert unit_words(ford().metrics["boats"], 1) == "boats"


def test_another_language_has_forms_of_its_own() -> None:
    metric = ford(*FORMS).metrics["boats"]
    russian = tongue(
        "ru",
        {"boats.unit.one": "лодка", "boats.unit.few": "лодки", "boats.unit.many": "лодок"},
    )
    assert [unit_words(metric, n, russian) for n in (1, 3, 5, 21)] == [
        "лодка",
        "лодки",
        "лодок",
        "лодка",
    ]


def test_a_language_without_the_form_has_the_whole_unit() -> None:
    metric = ford(*FORMS).metrics["boats"]
    assert unit_words(metric, 5, tongue("ru", {"boats.unit": "лодок"})) == "лодок"


def test_the_answer_and_the_ledger_use_the_form() -> None:
    story = ford(*FORMS)
    play = played("row", story=story)
    assert [unit for label, n, unit in answer_to(play, 1).shares if label == "Boats"] == ["boat"]
    assert [row.unit for row in ledger_rows(play.position) if row.id == "boats"] == ["boat"]
