"""Lines that are best heard."""

from __future__ import annotations

from dataclasses import replace

from game.export import answer_lines, report_lines, report_parts, transcript
from game.export.closing import order_line
from game.export.evidence import conflict_lines, fact_lines, source_lines
from game.export.figures import figure_line, ledger_lines
from game.export.lines import advice_lines, choice_lines, place_line, share_line
from game.export.prose_lines import conjecture_line, told_lines
from game.view import (
    AdviceView,
    Answer,
    Page,
    Paragraph,
    Piece,
    SourceView,
    answer_to,
    ledger_rows,
    order_rows,
    page_at,
    report_view,
)
from tests.ford import HISTORICAL, begun, played


def deciding(*choices: str) -> Page:
    return page_at(played(*choices).position, len(choices) + 1)


def answered(*choices: str) -> Answer:
    return answer_to(played(*choices), len(choices))


def test_what_is_conjecture_is_said_before_it() -> None:
    def paragraph(text: str, basis: str | None = None) -> Paragraph:
        return Paragraph((Piece(text),), basis)

    told = [
        paragraph("Rain."),
        paragraph("No boats.", "conjecture"),
        paragraph("Night.", "documented"),
        paragraph("A light.", "conjecture"),
        paragraph("A voice.", "conjecture"),
    ]
    assert told_lines(told) == [
        *("Rain.", "", conjecture_line(1), "", "No boats.", "", "Night.", ""),
        *(conjecture_line(2), "", "A light.", "", "A voice."),
    ]
    assert conjecture_line(2).endswith("and the next 2 paragraphs are ours.")


OPENING = """\
The camp
9 August 1945. North bank.

It rains on the bank.

The water is high.

The crossing
9 August 1945, 05:30 river time. North bank. Decision 1 of about 2.

The far bank is quiet.

Advice, imagined and in reported speech:

Orlov would row. Leans to 1.

The engineer: Build first.

1. Row over. At once.
2. March round by high water.
Not open: Swim over. The water is high.
"""

MARCHED = """
Your order: March round by high water.

You march.

What was done in 1945.
The order given was: Row over.

They rowed over in the rain.

What he could not know:
Nobody was there.

How we know.
What followed your order is conjecture: this road was not taken, and what follows is ours.

In dispute:
Some say they swam.

Where sources differ.
The hour: One says five, one says six.

Sources: Diary of a clerk; A map.

Added to the ledger, by the game's own reckoning. Men lost: 30.

Lost
Late in August. Decision 2 of about 2.

There is no road.

1. Wait.
"""

WAITED = """
Your order: Wait.

What was done in 1945.
It never came to this point.

In the river
The end.

The river has you.
"""

REPORT = """
Closing report

You left the road of 1945 at order 1, \u201cThe crossing\u201d.

The ledger.
Only the lines marked with a source were ever counted by anyone. The share that each order adds is the game's own.

Men lost: 30. Inside the counts, but not that of: Our count. Counted by others: Our count, 10 to 20; Their count, 15 or more. Counts of other things: A newspaper, up to 900 (claimed, war).

Boats: 0. No count of this exists. Rafts are boats.

Time on the bank: 0 nights. Outside every count. Counted by others: A diary, 1.

Your orders and those of 1945.
1. The crossing: March round by high water. In 1945: Row over.
2. Lost: Wait.

The two lines of time.
Where nothing else is said, both have it.
9 August 1945. The camp.
9 August 1945. The crossing. Yours: March round by high water. 1945: Row over.
10 August 1945. 1945: The far bank: Bury them.
11 August 1945. 1945: Over the river.

The same days elsewhere.

In the city. A fisherman. 9 August 1945.

He sells his boat.

Sources.
Diary of a clerk (further source). He was there.
A map (encyclopedia article).
"""


def test_a_transcript_is_everything_that_was_read() -> None:
    assert transcript(played("march", "wait")) == OPENING + MARCHED + WAITED + REPORT


def test_a_transcript_may_stop_in_the_middle_or_leave_out_the_report() -> None:
    assert transcript(played()) == OPENING
    assert transcript(played("march")) == OPENING + MARCHED
    assert transcript(played("march", "wait"), report=False) == OPENING + MARCHED + WAITED


def test_skip_stands_first_and_says_what_it_counts_as() -> None:
    assert choice_lines(deciding("row")) == [
        "0. Skip this page. The drowned are seen. It counts as order 2.",
        "",
        "1. Go on.",
        "2. Bury them.",
    ]


def test_a_greyed_choice_has_no_number_and_stands_last() -> None:
    assert choice_lines(deciding())[-1] == "Not open: Swim over. The water is high."


def test_a_page_without_time_and_place_says_nothing_of_them() -> None:
    night = begun("row", "bury").forward().beat
    assert isinstance(night, Page)
    assert place_line(night) == ""
    assert "Night\n\nIt is dark.\n" in transcript(played(*HISTORICAL))


def advice(name: str, text: str) -> list[str]:
    view = AdviceView(name, (Paragraph((Piece(text),)),), None, imagined=False)
    return advice_lines([view])


def test_an_adviser_is_named_once() -> None:
    assert advice("Ivan Orlov", "Orlov would row.") == ["Advice:", "", "Orlov would row."]
    assert advice("Ivan Orlov", "He would row.") == ["Advice:", "", "Ivan Orlov: He would row."]
    assert advice("Orlov", "Orlova is his wife.")[2] == "Orlov: Orlova is his wife."


def test_the_answer_as_in_1945() -> None:
    lines = answer_lines(answered("row", "bury"))
    at = lines.index("What was done in 1945.")
    assert lines[at : at + 4] == [
        "What was done in 1945.",
        "The same order was given.",
        "",
        "They were buried.",
    ]


def test_a_unit_is_not_said_twice() -> None:
    assert figure_line("Tanks stopped", "30", "tanks") == "Tanks stopped: 30"
    assert figure_line("Killed", "1,200", "men") == "Killed: 1,200 men"
    assert figure_line("Movement", "3", "men") == "Movement: 3 men"
    assert share_line(answered("row")) == (
        "Added to the ledger, by the game's own reckoning. Men lost: 12; Boats: 1."
    )


def test_figures_so_far_are_not_judged() -> None:
    assert ledger_lines(ledger_rows(played("row").position))[0] == (
        "Men lost: 12. Counted by others: Our count, 10 to 20; Their count, 15 or more. "
        "Counts of other things: A newspaper, up to 900 (claimed, war)."
    )


def test_facts_conflicts_and_sources() -> None:
    record = answered("row").record
    assert record is not None
    assert fact_lines(record.facts) == [
        "They crossed at half past five. Source: Diary of a clerk, p. 4; "
        "further source; claimed by one side.",
        "",
        "It rained. Source: A map; encyclopedia article; stated.",
    ]
    assert conflict_lines(record.conflicts[0]) == [
        "Where sources differ: The hour.",
        "A clerk: five.",
        "A map: six.",
        "The game says half past five.",
    ]
    recalled = SourceView("n", "Recalled", "recalled", "", "Unverified.")
    assert source_lines([recalled]) == ["Recalled. Unverified."]


def test_many_sources_are_counted_after_an_order() -> None:
    sources = tuple(SourceView(f"s{n}", f"Book {n}", "", "", "") for n in range(6))
    answer = answered("row", "bury")
    assert answer.record is not None
    answer = replace(answer, record=replace(answer.record, sources=sources))
    assert "Sources: Book 0; Book 1; Book 2; Book 3; and 2 more." in answer_lines(answer)


def test_the_report_can_be_heard_in_parts() -> None:
    view = report_view(played("row", "bury"))
    heads = [part[0] for part in report_parts(view)]
    assert heads == [
        "Closing report",
        "Your orders and those of 1945.",
        "The two lines of time.",
        "The same days elsewhere.",
        "Sources.",
    ]
    assert [line for line in report_lines(view) if line in heads] == heads


def test_orders_beside_those_of_1945() -> None:
    first, second = order_rows(played("march", "wait"))
    assert order_line(first) == "1. The crossing: March round by high water. In 1945: Row over."
    assert order_line(second) == "2. Lost: Wait."
    (same,) = order_rows(played("row"))
    assert order_line(same) == "1. The crossing: Row over. As in 1945."
