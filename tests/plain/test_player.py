"""The game in lines: what is typed, and what is said."""

from __future__ import annotations

import io

import pytest

from game.engine import Playthrough
from game.model import Story
from game.plain.output import Output
from game.plain.player import ScreenRequest, play_plain
from game.plain.words import ALSO, WORDS
from game.saves import Store
from game.view import Course
from tests.ford import ford


def heard(typed: str, story: Story | None = None, store: Store | None = None) -> str:
    """Everything that is said while these lines are typed, from the first page on."""
    out = io.StringIO()
    course = Course.begin(Playthrough.begin(story or ford(), "north"))
    assert play_plain(course, store, io.StringIO(typed), Output(out)) == 0
    return out.getvalue()


def told(*typed: str, story: Story | None = None) -> list[str]:
    """What is said to the last of these lines, its prompt included."""
    before = heard("".join(f"{line}\n" for line in typed[:-1]), story)
    after = heard("".join(f"{line}\n" for line in typed), story)
    ended = "\nThe input has ended.\n"
    said = after[len(before.split(ended)[0]) :].split(ended)[0]
    return said.splitlines()


ALL = """
The camp
9 August 1945. North bank.

It rains on the bank.

The water is high.

Enter to go on, or help: 

The crossing
9 August 1945, 05:30 river time. North bank. Decision 1 of about 2.

The far bank is quiet.

Advice, imagined and in reported speech:

Orlov would row. Leans to 1.

The engineer: Build first.

1. Row over. At once.
2. March round by high water.
Not open: Swim over. The water is high.

Your order, or help: 1

Your order: Row over.

You lose 1 boat and 12 men.

The water rises to in flood.

What was done in 1945.
The same order was given.

They rowed over in the rain.

What he could not know:
Nobody was there.

How we know.
What followed your order is inferred: the sources point to it.

In dispute:
Some say they swam.

Where sources differ.
The hour: One says five, one says six.

Sources: Diary of a clerk; A map.

Added to the ledger, by the game's own reckoning. Men lost: 12; Boats: 1.

Enter to go on, or help: 

The far bank
10 August 1945, 21:00 river time. Decision 2 of about 2.

0. Skip this page. The drowned are seen. It counts as order 2.

Enter to read it, 0 to skip it, or help: 0

Night

0. Skip this page. A man dies.

Enter to read it, 0 to skip it, or help: 

Night

It is dark.

Enter to go on, or help: 

Over the river
11 August 1945. The end.

You are over, with 12 men lost.

The closing report follows, in parts.

Enter for the next part of the report, or help: """


def test_a_game_to_its_ending() -> None:
    said = heard("\n1\n\n0\n\n\n")
    assert said == f"{ALL}\nThe input has ended.\nThe game was not kept.\n"


def test_the_report_is_heard_in_parts_and_then_the_game_ends() -> None:
    said = heard("\n1\n\n0\n\n\n" + 6 * "\n")
    assert said.startswith(ALL)
    prompts = [line for line in said[len(ALL) :].splitlines() if line.startswith("Enter")]
    assert prompts == [
        *4 * ["Enter for the next part of the report, or help: "],
        "Enter ends the game, or type undo or help: ",
    ]
    assert said.endswith("Enter ends the game, or type undo or help: \nThe end.\n")
    assert "\nThe replay code of this playthrough is " in said


def test_the_same_digit_for_ever_reaches_an_ending() -> None:
    said = heard("1\n" * 99)
    assert said.endswith("Enter ends the game, or type undo or help: 1\nThe end.\n")


FAR = ("", "1", "", "")
"""Lines that lead to the second decision, opened."""


def test_status() -> None:
    assert told("status") == [
        "status",
        "The camp. 9 August 1945. North bank.",
        "Day 1 of ten.",
        "1945 came to this page too, on 9 August 1945.",
        "Water: high.",
        "Bridge: blown.",
        "Enter to go on, or help: ",
    ]


def test_status_beside_an_answer_is_that_of_its_decision() -> None:
    assert told("", "1", "status")[1:6] == [
        "The crossing. 9 August 1945, 05:30 river time. North bank. Decision 1 of about 2.",
        "Day 1 of ten.",
        "1945 came to this page at the same hour.",
        "Water: in flood.",
        "Bridge: standing.",
    ]


def test_map() -> None:
    assert told("map")[1:] == [
        "The scene is at North bank.",
        "At North bank: 4th Division (Soviet).",
        "Enter to go on, or help: ",
    ]
    assert told(*FAR, "map")[1] == "Nothing is marked on the map here."


def test_ledger() -> None:
    assert told("", "1", "ledger")[1:-1] == [
        "So far:",
        "",
        "Men lost: 12. Counted by others: Our count, 10 to 20; Their count, 15 or more. "
        "Counts of other things: A newspaper, up to 900 (claimed, war).",
        "",
        "Boats: 1. Rafts are boats.",
        "",
        "Time on the bank: 0 nights. Counted by others: A diary, 1.",
        "",
        "The share that each order adds is the game's own.",
    ]


def test_record_is_the_last_answer_again() -> None:
    assert told("record")[1] == "No order has been given yet."
    again = told("", "1", "", "record")
    assert again[1:4] == ["Your order: Row over.", "", "You lose 1 boat and 12 men."]


def test_sources_of_a_page_of_a_record_and_of_an_ending() -> None:
    assert told("sources")[1] == "This page cites nothing."
    crossed = (
        "They crossed at half past five. Source: Diary of a clerk, p. 4; "
        "further source; claimed by one side."
    )
    rained = "It rained. Source: A map; encyclopedia article; stated."
    assert told("", "sources")[1:-1] == [crossed]
    assert told("", "1", "sources")[1:-1] == [
        crossed,
        "",
        rained,
        "",
        "Where sources differ: The hour.",
        "A clerk: five.",
        "A map: six.",
        "The game says half past five.",
        "",
        "Diary of a clerk (further source). He was there.",
        "A map (encyclopedia article).",
    ]
    assert told("", "2", "", "1", "sources")[1] == "This page cites nothing."
    assert told(*FAR, "1", "", "", "", "sources")[1] == rained


def test_choices_again() -> None:
    assert told("choices")[1] == "There is no decision on this page."
    assert told("", "choices")[1:4] == [
        "1. Row over. At once.",
        "2. March round by high water.",
        "Not open: Swim over. The water is high.",
    ]


def test_read_and_back() -> None:
    assert told("read")[1:3] == ["", "The camp"]
    assert told("", "back")[1:3] == ["", "The camp"]
    assert told("", "1", "", "back")[1:3] == ["", "Your order: Row over."]
    assert told("back")[1:3] == ["", "The camp"]


def test_looking_something_up() -> None:
    orlov = ["Ivan Orlov (person). Major. Also: Orloff.", "He held the bank."]
    assert told("look Orlov")[1:3] == orlov
    assert told("look ivan orlov")[1:3] == orlov
    assert told("look orloff")[1:3] == orlov
    assert told("look orlof")[1:3] == orlov
    assert told("look bank")[1:5] == [
        "North bank (place). Today Riverside.",
        "Mud.",
        "",
        "It rained. Source: A map; encyclopedia article; stated.",
    ]
    assert told("look xyzzy")[1] == "The codex has nothing under 'xyzzy'."
    assert told("look")[1] == "Say whom or what to look up, such as: look Mutanchiang."


def test_elsewhere_tells_no_more_than_has_been_answered() -> None:
    assert told("", "elsewhere")[1] == "Nothing has been told from elsewhere yet."
    assert told("", "1", "elsewhere")[1:-1] == [
        "In the city. A fisherman. 9 August 1945.",
        "",
        "He sells his boat.",
    ]


def test_orders_so_far() -> None:
    assert told("orders")[1] == "No order has been given yet."
    assert told("", "2", "orders")[1] == (
        "1. The crossing: March round by high water. In 1945: Row over."
    )


def test_undo_and_redo() -> None:
    assert told("undo")[1] == "There is no order to take back."
    assert told("redo")[1] == "No order has been taken back."
    assert told("", "1", "undo")[1:3] == ["", "The crossing"]
    assert told(*FAR, "2", "undo 2")[2] == "The crossing"
    assert told(*FAR, "2", "undo 99")[2] == "The crossing"
    assert told("", "1", "undo", "redo")[1:3] == ["", "Your order: Row over."]


def test_a_code_at_any_time() -> None:
    (_, said, _) = told("code")
    assert said.startswith("The replay code of this playthrough is ")


def test_help_has_every_word() -> None:
    said = told("help")
    for word in WORDS:
        assert any(
            line.startswith(f"{word.name} ") or line.startswith(f"{word.name}:") for line in said
        )
    assert told("?") == ["?", *said[1:]]


@pytest.mark.parametrize("word", ["quit", "q", "exit", "QUIT", "quit now"])
def test_quit(word: str) -> None:
    assert heard(f"{word}\n\n1\n").endswith(f"{word}\nStopped.\nNo order was given yet.\n")


def test_words_may_be_shortened_where_they_are_clear() -> None:
    assert told("led")[1] == "So far:"
    assert told("s")[1] == "'s' could be: status, sources, save, saves, screen."
    assert told("re")[1] == "'re' could be: record, read, redo."
    assert told("save")[1] == "This game is not being kept."


def test_an_unknown_word() -> None:
    said = told("xyzzy")[1]
    assert said.startswith("The prompt does not know 'xyzzy'. It knows: status, map, ")
    assert told("\x1b[A")[1].startswith("The prompt does not know '\\x1b[A'.")
    assert len(told("n" * 9000)[1]) < 300


def test_an_order_is_needed() -> None:
    need = "An order is needed: type the number of a choice."
    none = "There is no choice of that number."
    assert told("", "")[1] == need
    for number in ("0", "3", "9", "99", "9" * 5000, "\u0664"):
        assert told("", number)[1] == none
    for sign in ("\u00b2", "-1", "1.5", "\u00bd"):
        assert told("", sign)[1].startswith("The prompt does not know")
    assert told("", "\uff11")[2] == "Your order: Row over."


def test_a_word_does_not_lose_the_place() -> None:
    assert told(*FAR, "status")[-1] == "Your order, or help: "
    assert told("", "1", "", "help")[-1] == "Enter to read it, 0 to skip it, or help: "


@pytest.mark.parametrize("typed", ["0", "skip", "Skip"])
def test_an_opened_page_can_still_be_skipped(typed: str) -> None:
    assert told(*FAR, typed)[1:4] == ["", "Night", ""]


@pytest.mark.parametrize("also", ALSO)
def test_what_people_try_first_is_understood(also: str) -> None:
    assert told("", "1", also)[2:] == told("", "1", ALSO[also])[2:]


@pytest.mark.parametrize("lines", range(13))
def test_the_input_may_end_anywhere(lines: int) -> None:
    script = ["", "1", "", "0", "", "", "", "", "", "", "", "x", "y"]
    said = heard("\n".join(script[:lines]))
    assert said.endswith(
        ("\nThe game was not kept.\n", "\nNo order was given yet.\n", "The end.\n")
    )


def test_a_story_without_a_way_on() -> None:
    stuck = ford('label = "Wait."', 'label = "Wait."\nvisible_if = "secret"')
    assert told("", "2", "", "", story=stuck)[1] == (
        "The story has no way on from here. Type undo."
    )


def test_control_c_is_an_end_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> str:
        raise KeyboardInterrupt

    out, typed = io.StringIO(), io.StringIO()
    monkeypatch.setattr(typed, "readline", interrupted, raising=False)
    course = Course.begin(Playthrough.begin(ford(), "north"))
    assert play_plain(course, None, typed, Output(out)) == 130
    assert out.getvalue().endswith("help: \nStopped.\nNo order was given yet.\n")


def test_going_on_on_the_screen() -> None:
    course = Course.begin(Playthrough.begin(ford(), "north"))
    typed, out = io.StringIO("\n1\nscreen\n"), Output(io.StringIO())
    left = play_plain(course, None, typed, out, screen=True)
    assert isinstance(left, ScreenRequest)
    assert left.course.play.choices == ("crossing.row",)
    assert left.course.index == 0
    assert told("screen")[1] == "There is no screen here to go on on."
