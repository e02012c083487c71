"""After a reset everything is as at a fresh start, whatever was done before."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from game.kiosk.clock import FakeClock
from game.kiosk.desk import Desk
from game.kiosk.stage.picture import compose
from game.kiosk.stage.plan import Reader
from tests.kiosk.playing import at_the_kiosk, rows, shipped

Act = tuple[str, int]
ACTS = st.lists(
    st.tuples(st.sampled_from(["tap", "tap", "tap", "key", "wait", "move"]), st.integers(0, 99)),
    max_size=60,
)
KEYS = ("up", "down", "left", "right", "enter", "space", "escape", "1", "2", "3", "0", "x", "f1")


def _act(desk: Desk, clock: FakeClock, act: Act) -> None:
    """One thing that a visitor may do."""
    what, number = act
    clock.advance(3 if what != "wait" else 20)
    modes = desk.visit.modes
    picture = compose(desk.face(), 86, 24, Reader(modes.large, 66, "More"), desk.visit.leaf)
    if what == "key":
        desk.key(KEYS[number % len(KEYS)])
    elif what == "tap" and desk.tapped(40, 12, 86, 24):
        enabled = [spot.button.id for spot in picture.spots if spot.button.enabled]
        desk.pick(enabled[number % len(enabled)])
    desk.tick()


def _state(desk: Desk) -> dict[str, Any]:
    """Everything of a desk that could tell one visitor of another."""
    touching, staff = desk.touching, desk.staff
    return {
        "visit": desk.visit,
        "showing": desk.showing,
        "idle": desk.idle.watch,
        "touching": (touching._key, touching._at, touching._turned),
        "staff": (staff.at, staff.typed, staff.said, staff.paused),
        "figures": desk.figures._id,
        "running": dict(desk.visits._running),
        "slide": (desk.loop.slide, desk.loop.turn, desk.loop.far),
        "languages": desk.offers.languages,
        "face": desk.face(),
    }


@settings(max_examples=60)
@given(ACTS)
def test_after_a_reset_the_state_equals_a_fresh_start(acts: list[Act]) -> None:
    clock = FakeClock()
    desk = Desk(shipped(), None, clock)
    for act in acts:
        _act(desk, clock, act)
    desk.end("idle")
    fresh = Desk(shipped(), None, clock)
    fresh.offers.tongues = desk.offers.tongues  # equal, but not the same
    assert _state(desk) == _state(fresh)


@settings(max_examples=60)
@given(ACTS)
def test_left_alone_it_always_comes_back_to_the_attract_loop(acts: list[Act]) -> None:
    clock = FakeClock()
    desk = Desk(shipped(), None, clock)
    for act in acts:
        _act(desk, clock, act)
    for _ in range(200):
        clock.advance(1)
        desk.tick()
    assert desk.state == "attract"
    assert desk.visit == desk.fresh()


async def test_the_screen_too_is_as_at_a_fresh_start() -> None:
    async with at_the_kiosk() as at:
        before = rows(at.app), at.app.theme, set(at.app.classes), at.app.animation_level
        await at.press("x", "right", "right")
        for id in ("mode:large", "mode:contrast", "mode:still", "commander:meretskov-short", "on"):
            await at.tap(id)
        during = rows(at.app), at.app.theme, set(at.app.classes), at.app.animation_level
        assert all(one != other for one, other in zip(before, during, strict=True))
        await at.tap("again")
        await at.tap("again:yes")
        after = rows(at.app), at.app.theme, set(at.app.classes), at.app.animation_level
        assert after == before
