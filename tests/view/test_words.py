"""Texts, moments, numbers and gauges as a reader sees them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from game.engine import start
from game.view import (
    Glass,
    Paragraph,
    Piece,
    day_of_ten,
    gauges,
    harmless,
    ledger_rows,
    moment_words,
    paragraphs,
    reading,
    tongue,
)
from tests.ford import begun, ford, played

EAST = timezone(timedelta(hours=10))


def test_emphasis_and_links_are_pieces_of_a_paragraph() -> None:
    story = ford()
    glass = Glass.at(start(story, "north"))
    first, *_ = paragraphs(story.nodes["camp"].text, glass)
    assert first == Paragraph(
        (
            Piece("It "),
            Piece("rains", "emphasis"),
            Piece(" on "),
            Piece("the bank", "link", "bank"),
            Piece("."),
        )
    )
    assert first.text == "It rains on the bank."


def test_a_paragraph_knows_what_its_passage_rests_on() -> None:
    row = ford().nodes["crossing"].choices[0].results[0]
    play = played("row")
    glass = Glass(play.program, *play.legs[1].after, play.legs[1].before)
    assert [p.basis for p in paragraphs(row.outcome, glass)] == [None, "inferred"]


def test_translated_passages_are_found_by_number() -> None:
    german = tongue("de", {"camp.text.1": "Es regnet.", "camp.text.3.1": "Wasser: {water}."})
    glass = Glass.at(start(ford(), "north"), german)
    texts = [p.text for p in paragraphs(ford().nodes["camp"].text, glass, "camp.text")]
    assert texts == ["Es regnet.", "Wasser: high."]


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (date(1945, 8, 9), "9 August 1945"),
        (datetime(1945, 8, 9, 1, 0, tzinfo=EAST), "9 August 1945, 01:00 front time"),
        (datetime(1945, 8, 9, 0, 0, tzinfo=timezone.utc), "9 August 1945, 00:00"),  # noqa: UP017
    ],
)
def test_times_stay_in_the_offset_they_were_written_in(moment: date, said: str) -> None:
    assert moment_words(moment, {"+10:00": "front time"}) == said


def test_the_ten_days_are_counted_in_manchuria() -> None:
    assert day_of_ten(date(1945, 8, 8)) is None
    assert day_of_ten(datetime(1945, 8, 9, 0, 30, tzinfo=EAST)) is None
    assert day_of_ten(datetime(1945, 8, 9, 1, 0, tzinfo=EAST)) == 1
    assert [day_of_ten(date(1945, 8, day)) for day in (9, 18, 19)] == [1, 10, None]


def test_gauges_are_the_shown_variables_in_words() -> None:
    rows = [(g.label, g.words, g.step, g.steps) for g in gauges(start(ford(), "north"))]
    assert rows == [("Water", "high", 1, 3), ("Bridge", "blown", 0, 2)]
    assert [g.step for g in gauges(played("row").position)] == [2, 1]


def test_numbers_are_grouped_and_minus_is_a_minus() -> None:
    assert tongue().number(12000) == "12,000"
    assert tongue().number(-3) == "\u22123"
    assert tongue("ru").number(12000) == "12\u00a0000"


def test_claims_of_another_measure_stand_beside_and_judge_nothing() -> None:
    men, boats, nights = ledger_rows(played("row", "bury").position)
    assert men.inside is True
    assert men.verdict == "Inside the counts, but not that of: Their count."
    assert men.outside == ("Their count",)
    assert [(c.by, c.range, c.inside, c.measure) for c in men.claims] == [
        ("Our count", "10 to 20", True, ""),
        ("Their count", "15 or more", False, ""),
        ("A newspaper", "up to 900", None, "claimed, war"),
    ]
    assert (boats.inside, boats.verdict, boats.claims) == (None, "No count of this exists.", ())
    assert (nights.verdict, nights.claims[0].range) == ("Inside the counts.", "1")


def test_an_open_end_is_open() -> None:
    men, _, nights = ledger_rows(played("march", "wait").position)
    assert (men.figure, men.inside, men.outside) == ("30", True, ("Our count",))
    assert (nights.figure, nights.verdict) == ("0", "Outside every count.")


def test_nothing_is_judged_before_the_end() -> None:
    rows = ledger_rows(played("row").position)
    assert {row.verdict for row in rows} == {"So far."}
    assert not any(row.final or row.outside for row in rows)
    assert all(row.final for row in ledger_rows(played("row", "bury").position))


def test_reading_is_the_bare_text_and_the_options() -> None:
    position = begun().play.position
    assert reading(position).text == "The far bank is quiet."
    assert tuple(map(tuple, reading(position).options)) == (
        ("row", "Row over.", True),
        ("swim", "Swim over.", False),
        ("march", "March round by high water.", True),
    )
    assert reading(played("march", "wait").position).text == "The river has you."


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("plain words", "plain words"),
        ("caf\u00e9 \u201cso\u201d \u738b", "caf\u00e9 \u201cso\u201d \u738b"),
        ("\x1b[31mred\x1b]0;x\x07", "\ufffd[31mred\ufffd]0;x\ufffd"),
        ("\x9b31m \x7f \x00", "\ufffd31m \ufffd \ufffd"),
        ("one\ttwo\rthree\nfour", "one two three\nfour"),
        ("\u202egnp.exe\u2066x\u2069", "gnp.exex"),
        ("half \ud83d", "half \ufffd"),
        ("\u0645\u0631\u062d\u0628\u0627\u200f", "\u0645\u0631\u062d\u0628\u0627\u200f"),
    ],
)
def test_nothing_in_a_text_steers_a_terminal(text: str, safe: str) -> None:
    assert harmless(text) == safe
