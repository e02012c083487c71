"""The attract loop: what it tells, that it moves, and that nothing in it flickers."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from game.kiosk.clock import FakeClock
from game.kiosk.config import Config
from game.kiosk.desk import Desk
from game.kiosk.face import Ticks
from game.kiosk.invitation import INVITATION
from tests.kiosk.playing import at_the_kiosk, rows, shipped, text

ONE_TURN = 40


@pytest.mark.parametrize("size", [(80, 24), (86, 24), (103, 29), (130, 37)])
async def test_the_invitation_stands_in_all_four_languages_at_every_moment(
    size: tuple[int, int],
) -> None:
    async with at_the_kiosk(size=size) as at:
        for _ in range(ONE_TURN // 5 * 3):
            await at.wait(5)
            shown = text(at.app)
            assert all(words in shown for words in INVITATION)
            assert at.app.picture.leaves == 1


async def test_each_screen_tells_its_part() -> None:
    async with at_the_kiosk(size=(103, 29)) as at:
        told = []
        for _ in range(4):
            told.append(text(at.app))
            await at.wait(10)
    assert "What would you have ordered?" in told[0]
    assert "August 1945" in told[1]
    assert "every number says whose it is" in told[2]
    assert "railway household" in told[3]


async def test_nothing_changes_more_than_twice_a_second() -> None:
    async with at_the_kiosk() as at:
        await at.wait(10.1)
        seen = []
        for _ in range(39):
            await at.wait(0.25)
            seen.append(rows(at.app))
    for n in range(len(seen) - 4):
        second = seen[n : n + 5]
        for y in range(24):
            for x in range(len(second[0][y])):
                cells = [frame[y][x : x + 1] for frame in second]
                changes = sum(a != b for a, b in pairwise(cells))
                assert changes <= 2


def test_the_ten_days_pass_one_after_the_other() -> None:
    clock = FakeClock()
    desk = Desk(shipped(), None, clock)
    clock.advance(10)
    days = []
    for _ in range(10):
        days.append(next(b.now for b in desk.face().blocks if isinstance(b, Ticks)))
        clock.advance(1)
    assert days == list(range(10))
    assert all(day.view.marks for day in desk.loop.days)


def test_bright_words_stand_elsewhere_in_the_next_turn() -> None:
    clock = FakeClock()
    desk = Desk(shipped(), None, clock)
    places = set()
    for _ in range(12):
        face = desk.face()
        places.add((face.high, face.lift, face.map.place if face.map else ""))
        clock.advance(ONE_TURN)
    assert len(places) >= 6


def test_a_museum_chooses_the_screens_and_their_time() -> None:
    usual, clock = Config(), FakeClock()
    attract = replace(usual.attract, screens=("counts",), seconds_per_screen=4)
    desk = Desk(shipped(), replace(usual, attract=attract), clock)
    for _ in range(5):
        assert desk.loop.slide == "counts"
        clock.advance(3)


def test_no_question_of_the_loop_is_one_that_nobody_is_polled_on() -> None:
    desk = Desk(shipped(), None, FakeClock())
    for asked in desk.loop.questions:
        node = desk.story.nodes[asked.position.node]
        assert node.tally
        assert node.sensitive is None
    metric, one, other = desk.loop.counts or pytest.fail("no counts")
    assert (metric.id, one.low, one.high, other.low) == ("tanks-stopped", 300, 600, 78)
