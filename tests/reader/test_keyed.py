"""Whatever the views ask a translation for is among the texts that a translator is given."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.engine import Playthrough
from game.export import markdown, transcript
from game.model import Story
from game.reader.keyed import keyed_texts
from game.tongue import Tongue
from game.view import Course, aside, entry, gauges, ledger_rows, page_at, reading, report_view
from game.view.codex import conflict_view, source_view
from game.view.map_marks import map_view
from game.view.shelves import codex_rows
from tests import ford
from tests.helpers import story_from

MORE = """
[node.raft]
title = "The raft"
when = "at noon"
hidden = "He could not know {men}."
brief = ["Short.", { if = "water == 0", text = "Low." }, { text = "Named.", id = "named" }]
sensitive = { note = "A man drowns.", skip = "row" }

[[node.raft.figure]]
kind = "map"
alt = "A raft."

[[node.raft.marker]]
id = "own-mark"
side = "other"
kind = "axis"
at = [130.0, 44.0]
label = "the raft"
strength = "ten men"

[[node.raft.marker]]
id = "own-mark"
side = "other"
kind = "axis"
at = [130.0, 44.0]
label = "another raft"

[[node.raft.choice]]
id = "row"
label = "Row the raft."

[[node.raft.choice.result]]
if = "water == 1"
outcome = "It sinks."
outcome_brief = "Sunk."
goto = "camp"

[[node.raft.choice.result]]
id = "else"
outcome = [{ one_of = [{ if = "bridge", text = "Held." }, { text = "It turns." }] }]
goto = "camp"

[[node.raft.choice]]
id = "stay"
label = "Stay ashore."
enabled_if = "water == 2"
disabled_reason = "The water is too low."
goto = "camp"

[node.raft.fallback]
text = "Nothing can be done."
goto = "camp"
"""


@dataclass(frozen=True)
class Ear(Tongue):
    """Remembers what it is asked for."""

    heard: dict[str, str] = field(default_factory=dict)

    def text(self, key: str, source: str) -> str:
        if source:
            self.heard[key] = source
        return source


def listened(story: Story, *playthroughs: tuple[str, ...]) -> dict[str, str]:
    """Every key that a reader's way through the story asks for, with the text."""
    ear = Ear(texts={"": ""})
    for choices in playthroughs:
        play = Playthrough.replay(story, "north", choices)
        for count in range(len(choices) + 1):
            part = Playthrough.replay(story, "north", choices[:count])
            Course.begin(part, ear)
            gauges(part.position, ear)
            ledger_rows(part.position, ear)
            page = page_at(part.position, 1, ear)
            map_view(story, page.place_id, page.markers, ear)
            reading(part.position, ear)
        markdown(play, ear)
        transcript(play, ear)
        if play.position.is_ending:
            report_view(play, ear)
    codex_rows(story, ear)
    for shelf in (story.people, story.units, story.places, story.terms, story.chapters):
        for id in shelf:
            entry(story, id, ear)
    for conflict in story.conflicts.values():
        conflict_view(conflict, ear)
    for source in story.sources.values():
        source_view(source, ear)
    for shown in story.asides.values():
        aside(story, shown, ear)
    return ear.heard


def given(story: Story) -> dict[str, str]:
    return {text.key: text.source for text in keyed_texts(story)}


def test_every_text_that_is_asked_for_is_given_to_the_translator():
    story = ford.ford()
    heard = listened(story, ("row", "bury"), ("row", "go-on"), ("march", "wait"))
    assert len(heard) > 60
    known = given(story)
    assert {key: text for key, text in heard.items() if known.get(key) != text} == {}


def test_and_so_are_results_passages_figures_markers_and_fallbacks():
    text = ford.WHOLE.replace('goto = "crossing"', 'goto = "raft"', 1) + MORE.replace(
        'goto = "camp"', 'goto = "crossing"'
    )
    story = story_from(text)
    heard = listened(story, ("row", "row", "bury"), ("row", "march", "wait"))
    known = given(story)
    assert {key: text for key, text in heard.items() if known.get(key) != text} == {}
    wanted = {"raft.row.result.1.outcome", "raft.brief.named", "raft.figure.1.alt", "raft.when"}
    assert wanted <= heard.keys()
    assert heard["raft.marker.own-mark.label"] == "the raft"
    assert heard["raft.marker.own-mark.2.label"] == "another raft"
    assert "raft.row.result.else.outcome.1.2" in known


def test_places_lead_to_the_text_in_its_file():
    story = ford.ford()
    from game.author.translators_file import _Places

    lines = ford.WHOLE.split("\n")
    places = _Places(story)
    for text in keyed_texts(story):
        file, line = places.of(text)
        assert file == "story.toml"
        first = text.source.strip().split("\n")[0][:12]
        near = "\n".join(lines[int(line) - 1 : int(line) + 2])
        assert first in near, text.key
