"""Numbers of the codex have a fact that has them."""

from __future__ import annotations

from game.author.history_checks import HISTORY
from game.reader import check
from tests.helpers import HEAD, folder_of
from tests.weather import WHOLE


def warnings(old: str = "", new: str = "") -> list[str]:
    assert old in WHOLE
    text = HEAD + (WHOLE.replace(old, new, 1) if old else WHOLE)
    found = check(folder_of({"story.toml": text}), HISTORY).diagnostics
    return [d.message for d in found if d.code == "W611"]


def shown(speaks_to: str) -> list[str]:
    record = """
[[node.bank.choice]]
id = "stay"
label = "Stay."
goto = "end"

[node.bank.record]
text = "They stayed."
conflicts = ["10"]
"""
    text = WHOLE.replace('goto = "end"\n', record, 1)
    text = text.replace('title = "The hour"', f'title = "The hour"\nspeaks_to = {speaks_to}', 1)
    found = check(folder_of({"story.toml": HEAD + text}), HISTORY).diagnostics
    return [d.message for d in found if d.code == "W616"]


def test_a_conflict_that_speaks_to_a_campaign_is_shown_there() -> None:
    assert shown("[]") == []
    assert shown('["north"]') == ["No record that `north` comes to shows the conflict `9`."]


def test_a_codex_whose_numbers_are_cited_is_left_in_peace() -> None:
    assert warnings() == []


def test_a_figure_that_its_fact_does_not_have() -> None:
    assert warnings("value = 40", "value = 41") == ["The fact `wet` does not have the number 41."]


def test_a_number_of_a_line_of_the_timeline() -> None:
    assert warnings("A wet *summer*.", "Forty wet days.") == []
    assert warnings("A wet *summer*.", "Fifty wet days.") == [
        "No fact that is cited here has the number 50."
    ]


def test_a_number_of_a_chapter_and_of_an_entry_with_facts() -> None:
    assert warnings("wet in 1941 and later", "wet in 1941 and 1942") == [
        "No fact that is cited here has the number 1942."
    ]
    assert warnings('text = "Mud."', 'text = "Mud since 1812."') == []
    assert warnings('text = "Mud."', 'text = "Mud since 1812."\nfacts = ["rain"]') == [
        "No fact that is cited here has the number 1812."
    ]


def test_what_is_only_counted_off_needs_no_fact() -> None:
    assert warnings("It was wet in 1941 and later.", "Two things were wet, three were dry.") == []
