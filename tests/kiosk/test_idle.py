"""How long a page waits, and what counts as somebody being there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.kiosk.clock import FakeClock
from game.kiosk.config import IdleSection, StaffSection
from game.kiosk.gesture import Gesture
from game.kiosk.idle import Idle, allowance
from game.kiosk.touching import HELD, Touching
from tests.kiosk.playing import at_the_kiosk, text
from tests.kiosk.test_visit import SHORT

USUAL = IdleSection()


def test_a_page_waits_for_its_words() -> None:
    assert allowance(30, False, USUAL) == 45
    assert allowance(150, False, USUAL) == 75
    assert allowance(1000, False, USUAL) == 120


@given(st.integers(0, 5000), st.booleans())
def test_no_page_waits_less_than_the_floor_or_longer_than_the_cap(
    words: int, choosing: bool
) -> None:
    assert 45 <= allowance(words, choosing, USUAL) <= 120


def test_the_warning_stands_its_full_time_however_late_it_is_noticed() -> None:
    clock = FakeClock()
    idle = Idle(clock, USUAL)
    idle.read(10, False)
    clock.advance(44)
    assert idle.tick() == "awake"
    clock.advance(5000)  # the process was stopped
    assert (idle.tick(), idle.countdown) == ("warning", 20)
    clock.advance(19.5)
    assert (idle.tick(), idle.countdown) == ("warning", 1)
    clock.advance(0.5)
    assert idle.tick() == "over"


@given(st.lists(st.floats(-1e8, 1e8), max_size=5))
def test_a_wall_clock_that_jumps_changes_nothing(jumps: list[float]) -> None:
    clock = FakeClock()
    idle = Idle(clock, USUAL)
    idle.read(10, False)
    for seconds in jumps:
        clock.jump(seconds)
    assert idle.tick() == "awake"
    clock.advance(46)
    assert idle.tick() == "warning"


def test_a_key_held_down_is_not_pressed_again() -> None:
    clock = FakeClock()
    touching = Touching(clock)
    assert not touching.is_held("1")
    for _ in range(100):
        clock.advance(0.03)
        assert touching.is_held("1")
    clock.advance(HELD)
    assert not touching.is_held("1")


def test_the_gesture_is_five_taps_in_its_corner_within_three_seconds() -> None:
    clock = FakeClock()
    gesture = Gesture(clock, StaffSection())
    quick = [gesture.tapped(1, 1, 86, 24) for _ in range(5)]
    assert quick == [False] * 4 + [True]
    slow = []
    for _ in range(9):
        clock.advance(1)
        slow.append(gesture.tapped(1, 1, 86, 24))
    assert not any(slow)
    gesture = Gesture(clock, StaffSection())
    elsewhere = [gesture.tapped(40 if n == 2 else 1, 1, 86, 24) for n in range(6)]
    assert not any(elsewhere)


async def test_untouched_it_warns_and_then_begins_anew() -> None:
    async with at_the_kiosk() as at:
        await at.press("x")
        await at.take(*SHORT[:2])
        await at.wait(44)
        assert at.shown == "decision"
        await at.wait(2)
        assert at.app.state == "warning"
        assert "20 seconds" in text(at.app)
        await at.wait(5)
        assert "15 seconds" in text(at.app)
        await at.wait(15)
        assert at.app.state == "attract"


async def test_any_key_or_tap_goes_on_and_does_nothing_else() -> None:
    async with at_the_kiosk() as at:
        await at.press("x")
        await at.take(*SHORT[:2])
        for answer in ("q", "1", "tap"):
            before = at.desk.visit
            await at.wait(60)
            assert at.shown == "warning"
            if answer == "tap":
                await at.tap_at(40, 14)
            else:
                await at.press(answer)
            assert (at.shown, at.desk.visit) == ("decision", before)


async def test_an_elbow_on_a_key_neither_turns_pages_nor_keeps_it_awake() -> None:
    async with at_the_kiosk() as at:
        await at.press("x", "2")
        at.clock.advance(1)
        for _ in range(100):
            await at.pilot.press("1")
            await at.wait(0.5)
        assert at.desk.visit.reading.index == 1
        assert at.shown == "warning"


async def test_a_mouse_that_moves_is_nobody() -> None:
    async with at_the_kiosk() as at:
        await at.press("x")
        for n in range(44):
            await at.pilot.hover(offset=(n, 5))
            at.clock.advance(1)
        assert at.shown == "first"
        await at.wait(2)
        assert at.shown == "warning"
