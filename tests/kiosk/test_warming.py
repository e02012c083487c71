"""The story is read through once before visitors do."""

from __future__ import annotations

import gc

from game.engine.program import program
from game.kiosk.warming import warm
from game.language import parse_inline
from tests.tui.driving import shipped


def test_every_page_is_ready_and_a_second_time_makes_nothing_new() -> None:
    story, rests = shipped(), list[float]()
    warm(story, story.campaigns, rests.append)
    short = story.campaigns["shimizu-short"]
    assert short.start in program(story, "shimizu-short").nodes
    made = parse_inline.cache_info().currsize
    assert made > len(story.nodes)
    assert len(rests) > 100
    warm(story, story.campaigns, rests.append)
    gc.unfreeze()
    assert parse_inline.cache_info().currsize == made
