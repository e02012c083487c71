"""What happens only while nobody plays: opening hours, the nightly restart, another story."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

from game.kiosk.clock import FakeClock
from game.kiosk.codes import RESTART
from game.kiosk.config import HoursSection
from game.kiosk.config.times import Span
from game.kiosk.desk import Desk
from game.kiosk.hours import Calendar
from game.kiosk.opening import Hours
from game.kiosk.stage.letters import in_large
from game.kiosk.stage.stage import Stage
from game.model import Story
from tests.kiosk.playing import at_the_kiosk, shipped, text
from tests.kiosk.test_visit import SHORT
from tests.tui.driving import small

TEN_TO_SIX = (Span(10 * 60, 18 * 60),)


def _desk(hour: int, minute: int = 0) -> tuple[Desk, FakeClock]:
    """A kiosk that is open on Mondays from ten to six, on a Monday."""
    clock = FakeClock(now=datetime(2026, 3, 2, hour, minute, tzinfo=UTC))
    section = HoursSection(zone="UTC", monday=TEN_TO_SIX, tuesday=(), last_start=5)
    hours = Hours(Calendar(section), clock)
    return Desk(shipped(), None, clock, hours=hours), clock


def test_outside_its_hours_it_is_dark_and_wakes_for_nobody() -> None:
    desk, clock = _desk(9, 59)
    assert desk.state == "closed"
    desk.key("x")
    assert desk.visit.where == "attract"
    clock.advance(61)
    assert desk.state == "attract"
    desk.key("x")
    assert desk.visit.where == "first"


def test_the_dark_page_tells_the_time_and_when_it_opens() -> None:
    desk, _ = _desk(8, 45)
    said = [getattr(block, "text", "") for block in desk.face().blocks]
    assert said == ["08:45", "Open again 10:00"]
    assert desk.face().dark


def test_a_visit_under_way_may_go_on_when_it_closes() -> None:
    desk, clock = _desk(17, 54)
    desk.key("x")
    clock.advance(3)
    desk.pick(SHORT[0])
    for _ in range(12):
        clock.advance(40)
        desk.tapped(40, 5, 86, 24)
        desk.tick()
    assert desk.state == "visit"
    desk.end("idle")
    assert desk.state == "closed"


def test_no_visit_begins_in_the_last_minutes() -> None:
    desk, _ = _desk(17, 56)
    desk.key("x")
    assert desk.state == "attract"


def test_at_night_it_restarts_once_nobody_plays() -> None:
    clock = FakeClock(now=datetime(2026, 3, 2, 3, 59, tzinfo=UTC))
    section = HoursSection(zone="UTC", nightly_restart=time(4))
    desk = Desk(shipped(), None, clock, hours=Hours(Calendar(section), clock))
    desk.key("x")
    clock.advance(40)
    desk.tapped(40, 5, 86, 24)
    clock.advance(30)
    desk.tick()
    assert desk.left is None
    desk.end("idle")
    desk.tick()
    assert desk.left == RESTART


def _another() -> Story:
    return replace(small(), manifest=replace(small().manifest, title="Another story"))


async def test_another_story_is_taken_only_in_the_attract_loop() -> None:
    waiting = [("hash", _another())]
    async with at_the_kiosk() as at:
        at.desk.successor = lambda: waiting.pop() if waiting else None
        at.desk.visit = replace(at.desk.visit, where="first")
        await at.wait(1)
        assert at.desk.story is shipped()
        at.desk.end("idle")
        await at.wait(1)
        await at.wait(1)
        assert at.desk.content == "hash"
        shown = text(at.app).split()
        assert in_large("Another story", 84)[0].plain.split()[0] in shown
        stage = at.app.screen
        assert isinstance(stage, Stage)
        assert stage.folder == small().folder
        assert len(at.app.screen_stack) == 2
        await at.press("x", "1")
        assert at.shown == "page"


async def test_what_is_counted_goes_on_with_another_story() -> None:
    async with at_the_kiosk() as at:
        visits = at.desk.visits
        waiting = [("hash", _another())]
        at.desk.successor = lambda: waiting.pop() if waiting else None
        await at.wait(1)
        assert at.desk.visits is visits
