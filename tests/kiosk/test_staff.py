"""The staff's door: five taps in a corner, a PIN, a menu that shuts itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.kiosk.clock import FakeClock
from game.kiosk.codes import RESTART, STAFF_QUIT
from game.kiosk.config import Config, KioskSection
from game.kiosk.desk import Desk
from game.kiosk.museum import MuseumWays
from game.kiosk.pin import hashed
from tests.kiosk.playing import At, at_the_kiosk, shipped, text
from tests.kiosk.test_languages import with_languages
from tests.kiosk.test_visit import SHORT

PIN = hashed("2580", b"0123456789abcdef")


def _config(tmp_path: Path) -> Config:
    usual = Config()
    return replace(usual, kiosk=KioskSection(data=tmp_path), staff=replace(usual.staff, pin=PIN))


def _ways(at: At) -> None:
    at.desk.staff.ways = MuseumWays(at.desk.config, at.clock, {"csv": lambda: "written"})


async def _knock(at: At) -> None:
    for _ in range(5):
        await at.tap_at(1, 1)


async def _dial(at: At, pin: str) -> None:
    await at.take(*(f"digit:{digit}" for digit in pin), "enter")
    await _answered(at)


async def _answered(at: At) -> None:
    """Until the PIN has been looked at, in a thread that may be done already."""
    ways = at.desk.staff.ways
    assert isinstance(ways, MuseumWays)
    if ways._asked is not None:
        ways._asked.result(30)
    await at.wait(0.3)


async def test_without_a_pin_in_the_configuration_there_is_no_door() -> None:
    async with at_the_kiosk() as at:
        await _knock(at)
        await at.press("ctrl+t")
        assert at.shown == "first"


async def test_taps_or_a_chord_and_the_pin_open_the_menu(tmp_path: Path) -> None:
    async with at_the_kiosk(config=_config(tmp_path)) as at:
        _ways(at)
        await _knock(at)
        assert (at.shown, at.app.state) == ("pin", "staff")
        await _dial(at, "2580")
        assert at.shown == "menu"
        assert "kiosk-1" in text(at.app)
        await at.tap("close")
        await at.press("ctrl+t", "2", "5", "8", "0", "enter")
        await _answered(at)
        assert at.shown == "menu"


async def test_wrong_pins_lock_the_door(tmp_path: Path) -> None:
    async with at_the_kiosk(config=_config(tmp_path)) as at:
        _ways(at)
        await _knock(at)
        for _ in range(5):
            await _dial(at, "1111")
        assert "Try again in 5 minutes" in text(at.app)
        await _dial(at, "2580")
        assert at.shown == "pin"


async def test_the_menu_ends_the_visit_and_shuts_itself(tmp_path: Path) -> None:
    async with at_the_kiosk(config=_config(tmp_path)) as at:
        _ways(at)
        await at.press("x")
        await at.take(*SHORT[:2])
        await _knock(at)
        await _dial(at, "2580")
        await at.wait(59)
        assert at.shown == "menu"
        await at.wait(2)
        assert at.app.state == "attract"


async def test_a_pin_pad_left_alone_gives_the_visit_back(tmp_path: Path) -> None:
    async with at_the_kiosk(config=_config(tmp_path)) as at:
        await at.press("x")
        await at.take(*SHORT[:2])
        await _knock(at)
        await at.take("digit:1", "digit:2")
        await at.wait(61)
        assert at.shown == "decision"


async def test_paused_says_so_and_answers_only_to_staff(tmp_path: Path) -> None:
    async with at_the_kiosk(config=_config(tmp_path)) as at:
        _ways(at)
        at.desk.staff.at = "menu"
        at.app.redraw()
        await at.tap("pause")
        assert at.app.state == "paused"
        await at.press("x", "1", "enter")
        await at.tap_at(40, 12)
        assert "out of use" in text(at.app)
        await _knock(at)
        await _dial(at, "2580")
        await at.tap("pause")
        assert at.app.state == "attract"


@pytest.mark.parametrize(("id", "code"), [("restart", RESTART), ("quit", STAFF_QUIT)])
def test_restart_and_quit_leave_with_their_codes(id: str, code: int) -> None:
    desk = Desk(shipped(), None, FakeClock())
    desk.staff.at = "menu"
    desk.pick(id)
    assert desk.left == code


async def test_the_other_buttons(tmp_path: Path) -> None:
    async with at_the_kiosk(config=_config(tmp_path)) as at:
        _ways(at)
        at.desk.staff.at = "menu"
        at.app.redraw()
        await at.tap("csv")
        assert at.desk.staff.ways._done.result(30) == "written"
        await at.wait(0.3)
        assert "written" in text(at.app)
        await at.tap("pattern")
        assert "牡丹江" in text(at.app)
        await at.tap("close")
        assert at.shown == "menu"


async def test_staff_choose_the_language_that_visits_begin_in(tmp_path: Path) -> None:
    story = with_languages(en="complete", ja="complete")
    async with at_the_kiosk(story, config=_config(tmp_path)) as at:
        at.desk.staff.at = "menu"
        at.desk.staff.touched()
        at.app.redraw()
        await at.tap("language:ja")
        assert at.desk.fresh().language == "ja"
        await at.take("close")
        await at.press("x")
        assert at.desk.visit.language == "ja"
        assert at.desk.offers.languages == ("ja", "en")
