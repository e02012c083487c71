"""Nodes as pages."""

from __future__ import annotations

from game.engine import Playthrough
from game.view import ChoiceView, Page, beats_after, page_at, words
from tests.ford import CAMP, HEAD, begun, ford, played
from tests.helpers import story_from


def opening(*choices: str, old: str = "", new: str = "") -> Page:
    """The first page, decision or ending behind these choices, whatever comes first."""
    beat = begun(*choices, story=ford(old, new)).beat
    assert isinstance(beat, Page)
    return beat


def deciding(*choices: str, old: str = "", new: str = "") -> Page:
    """The decision that these choices lead to."""
    return page_at(played(*choices, story=ford(old, new)).position, len(choices) + 1)


def test_a_page_is_what_its_node_says_in_the_state_of_its_entry() -> None:
    page = opening()
    assert (page.kind, page.id, page.title) == ("page", "camp", "The camp")
    assert (page.when, page.place, page.place_id) == ("9 August 1945", "North bank", "bank")
    assert [p.text for p in page.text] == ["It rains on the bank.", "The water is high."]
    assert words(page.brief) == "It rains."
    assert page.choices == ()
    assert not page.can_skip


def test_an_hour_is_told_without_its_clock_too_and_the_authors_words_with_a_capital() -> None:
    page = deciding()
    assert (page.when, page.hour) == ("9 August 1945, 05:30 river time", "9 August 1945, 05:30")
    early = opening(old="at = 1945-08-09\n", new='when = "early one morning"\n')
    assert early.when == early.hour == "Early one morning"


def test_one_of_shows_the_first_passage_that_holds() -> None:
    dry = opening(old='effects = ["water += 1"]\ntext = [', new="text = [")
    assert [p.text for p in dry.text] == [
        "It rains on the bank.",
        "The river is low.",
        "It is dry.",
    ]


def test_a_page_shows_the_state_before_an_order_and_not_that_of_later_pages() -> None:
    story = ford('goto = "crossing"', 'goto = "dawn"\n[node.dawn]\neffects = ["water = 0"]\n'
                 'title = "Dawn"\ntext = "Now {water}."\ngoto = "crossing"')  # fmt: skip
    camp, dawn, crossing = beats_after(Playthrough.begin(story, "north"), 0)
    assert isinstance(camp, Page)
    assert isinstance(dawn, Page)
    assert isinstance(crossing, Page)
    assert words(camp.text).endswith("The water is high.")
    assert words(dawn.text) == "Now low."
    assert [c.label for c in crossing.choices][2] == "March round by low water."


def test_a_choice_has_a_digit_and_a_greyed_one_has_a_reason_instead() -> None:
    assert deciding().choices == (
        ChoiceView("row", "Row over.", "At once.", 1),
        ChoiceView("swim", "Swim over.", "", None, "The water is high."),
        ChoiceView("march", "March round by high water.", "", 2),
    )
    assert [c.enabled for c in deciding().choices] == [True, False, True]


def test_advisers_lean_to_open_choices_only() -> None:
    orlov, engineer = deciding().advice
    assert (orlov.name, orlov.leans, orlov.imagined) == ("Ivan Orlov", (1, "Row over."), True)
    assert (engineer.name, engineer.leans) == ("The engineer", None)


def test_progress_counts_decisions_against_the_road_of_1945() -> None:
    assert (deciding().number, deciding().about) == (1, 2)
    far = deciding("row")
    assert (far.id, far.number, far.about) == ("far-bank", 2, 2)


def test_a_longer_way_than_that_of_1945_makes_the_campaign_longer() -> None:
    story = ford('goto = "drowned"\n\n[node.night]', 'goto = "drift"\n\n[node.night]')
    play = played("march", "wait", "wait", story=story)
    page = page_at(play.position, len(play.legs))
    assert (page.number, page.about) == (4, 4)


def test_time_may_be_a_day_an_hour_with_its_clock_or_words() -> None:
    assert opening().when == "9 August 1945"
    assert deciding().when == "9 August 1945, 05:30 river time"
    assert deciding("march").when == "Late in August"
    assert page_at(played("march", "wait").position).when == ""


def test_markers_are_shown_if_their_condition_holds() -> None:
    assert [marker.id for marker in opening().markers] == ["fourth"]
    built = opening(old="start = false\nlabel", new="start = true\nlabel")
    assert [marker.id for marker in built.markers] == ["fourth", "raft"]


def test_what_the_commander_knew_is_cited_with_its_source() -> None:
    (fact,) = deciding().known
    assert words(fact.text) == "They crossed at half past five."
    assert fact.source == "Diary of a clerk, p. 4"
    assert (fact.origin, fact.confidence) == ("further source", "claimed by one side")


def test_a_sensitive_decision_can_be_skipped_and_counts_as_a_choice() -> None:
    page = deciding("row")
    assert (page.can_skip, page.sensitive, page.skip) == (True, "The drowned are seen.", "bury")


SHUT = 'enabled_if = "water == 0"\ndisabled_reason = "No."\nhistorical = true\noutcome = "They are'


def test_where_the_choice_of_skipping_is_shut_another_open_one_is_taken() -> None:
    page = deciding("row", old='historical = true\noutcome = "They are', new=SHUT)
    assert [c.number for c in page.choices] == [1, None]
    assert page.skip == "go-on"


def test_pictures_are_told_in_words() -> None:
    picture = '[[node.camp.figure]]\nkind = "map"\nalt = "Two rivers."\n'
    assert opening(old="[[node.camp.marker]]", new=picture + "[[node.camp.marker]]").pictures == (
        "Two rivers.",
    )


FALLING = """
[node.crossing]
title = "Nothing to order"
text = "Wait for {men}."
[[node.crossing.choice]]
id = "swim"
label = "Swim."
enabled_if = "water == 0"
disabled_reason = "No."
goto = "over"
[node.crossing.fallback]
text = "The water was {water}, and {men} are lost."
effects = ["water = 2"]
ledger = { men = 7 }
goto = "over"
[ending.over]
campaigns = ["north"]
title = "Over"
kind = "army"
text = "Lost: {men}."
[place.bank]
name = "North bank"
text = "Mud."
[person.orlov]
name = "Ivan Orlov"
text = "He held the bank."
[unit.fourth]
name = "4th Division"
text = "On foot."
[fact.crossed]
statement = "They crossed."
source = "diary"
[source.diary]
name = "A diary"
kind = "diary"
"""


def test_a_fallback_is_a_page_that_prints_the_state_behind_it() -> None:
    play = Playthrough.begin(story_from(HEAD + CAMP + FALLING), "north")
    _, fallen, end = beats_after(play, 0)
    assert isinstance(fallen, Page)
    assert isinstance(end, Page)
    assert (fallen.kind, fallen.choices) == ("page", ())
    assert [p.text for p in fallen.text] == [
        "Wait for 0.",
        "The water was in flood, and 7 are lost.",
    ]
    assert (end.kind, words(end.text)) == ("ending", "Lost: 7.")


COUNCIL = """
[scene.council]
start = "table"
[node.table]
title = "The table"
text = "They sit."
goto = "voices"
[node.voices]
title = "Voices"
text = "They speak."
[[node.voices.choice]]
id = "rise"
label = "Rise."
goto = "return"
"""


def test_pages_of_a_scene_have_time_and_place_of_where_it_was_called() -> None:
    call = 'goto = { scene = "council", then = "crossing" }'
    story = ford('goto = "crossing"', call + COUNCIL)
    camp, table, voices = beats_after(Playthrough.begin(story, "north"), 0)
    assert isinstance(table, Page)
    assert isinstance(voices, Page)
    assert (table.id, table.when, table.place) == ("table", "9 August 1945", "North bank")
    assert (voices.id, voices.when, voices.place) == ("voices", "9 August 1945", "North bank")
    assert camp is not table


def test_an_ending_is_a_page_too() -> None:
    page = page_at(played("row", "bury").position, 3)
    assert (page.kind, page.title, page.when) == ("ending", "Over the river", "11 August 1945")
    assert words(page.text) == "You are over, with 12 men lost."
