"""The shipped story in lines, as it is heard."""

from __future__ import annotations

import io
import unicodedata

import pytest

from game.engine import Playthrough, options, program
from game.folders import story_folder
from game.model import Story
from game.plain.output import Output
from game.plain.player import play_plain
from game.plain.streams import survive
from game.reader import load
from game.view import Course

ASIDES = ("status", "map", "ledger", "sources", "record", "elsewhere", "orders", "help", "code")


@pytest.fixture(scope="module")
def story() -> Story:
    return load(story_folder())


CAMPAIGNS = tuple(load(story_folder()).campaigns)


def heard(story: Story, campaign: str, digits: str, encoding: str = "utf-8") -> str:
    """A whole playthrough by these digits in turn, every question asked at every prompt."""
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    survive(out)
    round_of_questions = "".join(f"{word}\n" for word in (*ASIDES, *digits))
    typed = io.StringIO(round_of_questions * 200)
    course = Course.begin(Playthrough.begin(story, campaign))
    assert play_plain(course, None, typed, Output(out)) == 0
    out.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize("campaign", CAMPAIGNS)
@pytest.mark.parametrize("digits", ["1", "21"])
def test_nothing_is_said_that_a_voice_would_stumble_over(
    story: Story, campaign: str, digits: str
) -> None:
    said = heard(story, campaign, digits)
    assert said.endswith("The end.\n")
    strange = {c for c in said if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs")}
    drawn = {c for c in said if "\u2500" <= c <= "\u28ff"}
    assert strange | drawn == set()
    for line in said.splitlines():
        assert not line.startswith(("(", "[", "*", "-", "#", "|")), line
        assert "  " not in line
        assert "..." not in line
        assert ".." not in line


@pytest.mark.parametrize("campaign", CAMPAIGNS)
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "latin-1"])
def test_every_character_has_a_spelling(story: Story, campaign: str, encoding: str) -> None:
    whole, plain = heard(story, campaign, "1"), heard(story, campaign, "1", encoding)
    assert plain.count("?") == whole.count("?")


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_choices_differ_in_their_first_words(story: Story, campaign: str) -> None:
    seen: set[str] = set()
    waiting = [Playthrough.of(program(story, campaign))]
    while waiting:
        play = waiting.pop()
        if play.is_over or play.position.node in seen:
            continue
        seen.add(play.position.node)
        choices = story.nodes[play.position.node].choices
        first = [" ".join(choice.label.split()[:2]).casefold() for choice in choices]
        assert len(set(first)) == len(first), (play.position.node, first)
        waiting += [play.take(o.id) for o in options(play.position) if o.enabled]
    assert len(seen) >= 3
