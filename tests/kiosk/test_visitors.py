"""The other visitors: shown when they are enough, never where nobody is to be polled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.kiosk.clock import FakeClock
from game.kiosk.config import Config
from game.kiosk.desk import Desk
from game.kiosk.figures import untallied
from game.kiosk.visits import Visits
from tests.kiosk.playing import At, at_the_kiosk, shipped, text
from tests.kiosk.test_visit import SHORT


def _counted(folder: Path, clock: FakeClock, **chosen: int) -> Visits:
    """Visits of which so many chose each at the first and the third decision."""
    story = shipped()
    visits = Visits.open(folder / "v.sqlite", clock, "k", "h", 20, untallied(story))
    for choice, number in chosen.items():
        for _ in range(number):
            visit = visits.begin("en")
            visits.page(visit, "ss-begin", 5)
            visits.page(visit, "ss-exercise", 5)
            visits.order(visit, 1, "ss-exercise", choice, 5)
            visits.order(visit, 3, "ss-road", "stand", 5)
            visits.end(visit, "finished")
    assert visits.flush()
    return visits


async def _first_answer(at: At) -> str:
    await at.press("x")
    await at.take(*SHORT[:3])
    return text(at.app)


async def test_shares_stand_beside_the_answer(tmp_path: Path) -> None:
    clock = FakeClock()
    visits = _counted(tmp_path, clock, keep=15, send=9, split=6)
    async with at_the_kiosk(visits=visits) as at:
        shown = await _first_answer(at)
        assert "Other visitors" in shown
        assert "50 %" in shown
        assert "30 %" in shown
        assert "all 30" in shown
        assert "today 30" in shown
        assert "\u25b8 Keep them" in shown
        assert at.app.picture.leaves == 1
    visits.close()


async def test_below_twenty_nothing_is_shown(tmp_path: Path) -> None:
    visits = _counted(tmp_path, FakeClock(), keep=19)
    async with at_the_kiosk(visits=visits) as at:
        assert "Other visitors" not in await _first_answer(at)
    visits.close()


async def test_nobody_is_polled_on_sending_men_to_die(tmp_path: Path) -> None:
    visits = _counted(tmp_path, FakeClock(), keep=30)
    async with at_the_kiosk(visits=visits) as at:
        await at.press("x")
        await at.take(*SHORT[:8])
        assert at.shown == "answer"
        assert "Other visitors" not in text(at.app)
        await at.take(*SHORT[8:], "beside")
        assert "100% of 30" in text(at.app)
        assert at.app.picture.leaves == 1
    visits.close()


async def test_the_attract_loop_has_a_live_figure(tmp_path: Path) -> None:
    visits = _counted(tmp_path, FakeClock(), keep=30, send=30)
    async with at_the_kiosk(visits=visits) as at:
        loop = at.desk.loop
        asked = {question.position.node for question in loop.questions}
        assert asked == {"ms-storm", "ss-exercise"}
        await at.wait(31)
        assert "What others ordered here" in text(at.app)
        assert "50 %" in text(at.app)
    visits.close()


def test_a_visit_is_told_page_by_page_and_once(tmp_path: Path) -> None:
    clock = FakeClock()
    visits = Visits.open(tmp_path / "v.sqlite", clock, "k", "h", 20)
    desk = Desk(shipped(), None, clock, visits)
    desk.key("x")
    for id in (*SHORT, "beside", "finish"):
        clock.advance(3)
        desk.pick(id)
    assert visits.flush()
    assert visits.counts().all == 1
    desk.end("idle")
    assert visits.flush()
    assert visits.counts().all == 1
    visits.close()


def test_going_back_and_choosing_again_counts_the_first_choice(tmp_path: Path) -> None:
    clock = FakeClock()
    visits = Visits.open(tmp_path / "v.sqlite", clock, "k", "h", 20)
    for n in range(21):
        desk = Desk(shipped(), None, clock, visits)
        desk.key("x")
        ids = ("commander:shimizu-short", "on", "order:keep", "back", "order:send", "on")
        for id in ids if n else ids[:2]:
            clock.advance(3)
            desk.pick(id)
        desk.end("idle")
    assert visits.flush()
    tally = visits.tally("ss-exercise")
    assert tally is not None
    assert dict(tally.all) == {"keep": 20}
    visits.close()


def test_what_a_museum_leaves_out_is_passed_over_and_not_counted(tmp_path: Path) -> None:
    usual, clock = Config(), FakeClock()
    config = replace(usual, visit=replace(usual.visit, sensitive="leave_out"))
    desk = Desk(shipped(), config, clock)
    told: list[str] = []
    desk.visits.order = lambda *what: told.append(what[2])  # type: ignore[method-assign]
    desk.key("x")
    shown = []
    for id in ("commander:shimizu-short", "on", "order:keep", "on", "order:share", "on"):
        clock.advance(3)
        desk.pick(id)
        shown.append(desk.showing)
    assert "gate" not in shown
    assert desk.visit.reading.page.id == "ss-stay"
    assert told == ["ss-exercise", "ss-trains"]
