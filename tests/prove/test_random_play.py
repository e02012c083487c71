"""Random playthroughs against exact chances, on a small story with many endings."""

from __future__ import annotations

from dataclasses import replace

from tests.bench.campaign import campaign
from tests.helpers import story_from
from tests.prove.random_play import Outcome, Row, held, table
from tests.prove.test_stats import FORK


def test_the_dice_agree_with_the_proof():
    outcome = held(story_from(campaign(decisions=7, pages=1)), 20_000, 1945)
    assert len([row for row in outcome.rows if row.seen]) >= 4
    assert sum(row.seen for row in outcome.rows) == 20_000
    assert outcome.fine


def test_the_same_seed_gives_the_same_table():
    first, again = (held(story_from(FORK), 500, 7) for _ in range(2))
    assert first == again
    assert first != held(story_from(FORK), 500, 8)


def test_an_ending_too_far_off_is_marked():
    outcome = held(story_from(FORK), 1_000, 1945)
    won = outcome.rows[0]
    assert (won.ending, won.chance, won.fine) == ("won", 0.25, True)
    off = replace(won, seen=won.seen + 100)
    assert not off.fine
    lines = list(table(Outcome([off], True)))
    assert lines[1].endswith("too far off")
    assert lines[-1] == "The dice and the proof do not agree."
    assert Row("c", "won", 0, 1, 10).error == float("inf")
