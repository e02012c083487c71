"""The shipped story's pages: no heading names a place that the army has not come to."""

from __future__ import annotations

from functools import cache
from typing import Iterator

import pytest

from game.engine import Playthrough
from game.model import Story
from game.reader import load
from game.view import Course, Page
from tests.tui.driving import SHIPPED


@cache
def shipped() -> Story:
    return load(SHIPPED)


def pages_of(road: str) -> Iterator[Page]:
    """Every page of one of the story's own playthroughs."""
    told = shipped().playthroughs[road]
    play = Playthrough.begin(shipped(), told.campaign)
    yield from (beat for beat in Course.begin(play).beats if isinstance(beat, Page))
    for choice in told.choices:
        play = play.take(choice.split(".")[1])
        yield from (beat for beat in Course.begin(play).beats if isinstance(beat, Page))


IN_THE_CITY = ("s-in-the-streets", "s-river-by-division", "s-out-by-dark")
"""Playthroughs in which the Fifth Army lays down its arms in Mutanchiang."""


@pytest.mark.parametrize("road", IN_THE_CITY)
def test_an_army_that_ended_in_the_city_has_no_page_at_hengtaohotzu(road: str) -> None:
    pages = list(pages_of(road))
    ids = [page.id for page in pages]
    assert ids[-3:] == ["s-marched", "s-after", "s-river"]
    assert [page.place for page in pages[-2:]] == ["", ""]
    assert "hengtaohotzu" not in {page.place_id for page in pages}
