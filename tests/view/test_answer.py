"""What an order is answered with."""

from __future__ import annotations

from game.engine import Playthrough
from game.view import Answer, answer_to, words
from tests.ford import ford, played


def answer(*choices: str, old: str = "", new: str = "") -> Answer:
    """The answer to the last of these choices."""
    return answer_to(played(*choices, story=ford(old, new)), len(choices))


def test_conditions_see_the_state_before_the_order_and_placeholders_that_behind_it() -> None:
    assert [p.text for p in answer("row").outcome] == [
        "You lose 1 boat and 12 men.",
        "The water rises to in flood.",
    ]


def test_words_that_agree_with_a_number() -> None:
    two = answer("row", old="boats = 1", new="boats = 2")
    assert two.outcome[0].text == "You lose 2 boats and 12 men."
    none = answer("row", old=", boats = 1", new="")
    assert none.outcome[0].text == "You lose 0 boats and 12 men."


def test_the_basis_is_the_weakest_of_the_passages_that_are_shown() -> None:
    assert answer("row").basis == "inferred"
    dry = answer("row", old="water += 1", new="water += 0")
    assert dry.basis == "documented"
    wet = answer("row", old='effects = ["water += 1"]\n', new='effects = ["water += 2"]\n')
    assert (wet.basis, wet.outcome[1].text) == ("conjecture", "Never said.")


def test_without_a_basis_nothing_is_said_of_it() -> None:
    silent = answer("march", "wait")
    assert (silent.basis, silent.basis_words) == ("", "")


def test_the_order_of_1945_stands_beside_the_order_given() -> None:
    same, other = answer("row"), answer("march")
    assert (same.as_in_1945, same.real_order) == (True, "Row over.")
    assert (other.as_in_1945, other.real_order) == (False, "Row over.")


def test_off_the_historical_path_there_is_no_order_of_1945() -> None:
    lost = answer("march", "wait")
    assert (lost.as_in_1945, lost.real_order, lost.record) == (None, "", None)


def test_a_label_is_repeated_as_it_was_read_before_the_order() -> None:
    assert answer("march").order == "March round by high water."


def test_the_record_has_facts_sources_conflicts_and_asides() -> None:
    record = answer("march").record
    assert record is not None
    assert words(record.text) == "They rowed over in the rain."
    assert words(record.dispute) == "Some say they swam."
    assert [words(fact.text) for fact in record.facts] == [
        "They crossed at half past five.",
        "It rained.",
    ]
    assert [source.name for source in record.sources] == ["Diary of a clerk", "A map"]
    assert [c.readings for c in record.conflicts] == [(("A clerk", "five"), ("A map", "six"))]
    assert [(a.thread, a.title, a.when) for a in record.asides] == [
        ("In the city", "A fisherman", "9 August 1945")
    ]


def test_what_could_not_be_known_is_told_after_the_order() -> None:
    assert words(answer("row").hidden) == "Nobody was there."
    assert answer("row", "bury").hidden == ()


def test_the_shares_of_an_order_are_what_it_adds_to_each_metric() -> None:
    assert answer("row").shares == (("Men lost", 12, "men"), ("Boats", 1, "boats"))
    assert answer("row", "bury").shares == (("Time on the bank", 1, "nights"),)
    assert answer("march", "wait").shares == ()


RESULTS = """
goto = "far-bank"
[[node.crossing.choice]]
id = "dive"
label = "Dive."
[[node.crossing.choice.result]]
if = "water == 0"
outcome = "It is dry."
goto = "drowned"
[[node.crossing.choice.result]]
if = "water == 1"
outcome = "You dive; the water is {water}."
effects = ["water = 2"]
goto = "drowned"
[[node.crossing.choice.result]]
outcome = "You hit a rock."
goto = "drowned"
[[node.crossing.choice]]
id = "march"
"""


def test_the_first_result_that_holds_is_told() -> None:
    story = ford('goto = "far-bank"\n\n[[node.crossing.choice]]\nid = "march"\n', RESULTS.lstrip())
    told = answer_to(Playthrough.replay(story, "north", ["dive"]), 1)
    assert words(told.outcome) == "You dive; the water is in flood."
