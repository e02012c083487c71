"""The staff's PIN: no way to read it, none to guess it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.kiosk import pin as pins
from game.kiosk.clock import FakeClock
from game.kiosk.config import config_of
from game.kiosk.pin import Door, fits, hashed


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fraction of the work, for the tests' sake; the line says how much it was."""
    monkeypatch.setattr(pins, "COST", 4)


def door(path: Path, clock: FakeClock, pin: str = "4711") -> Door:
    return Door(hashed(pin), path / "staff.lock", clock, 5, 5)


def test_only_the_pin_fits() -> None:
    line = hashed("4711")
    assert fits("4711", line)
    assert not any(fits(other, line) for other in ("4712", "471", "47110", "", "4711 "))
    assert "4711" not in line


def test_the_same_pin_is_another_line_each_time() -> None:
    assert hashed("4711") != hashed("4711")


def test_the_line_goes_into_the_configuration() -> None:
    text = f'[staff]\npin = "{hashed("12345678")}"\n'
    assert fits("12345678", config_of(text, "kiosk.toml", Path("/")).staff.pin)


@pytest.mark.parametrize("word", ["", "123", "123456789", "12a4", "１２３４", "1234\n"])
def test_what_is_no_pin_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match="four to eight digits"):
        hashed(word)


@given(st.text() | st.from_regex(r"scrypt\$\d{1,4}\$\d{1,4}\$\d{1,4}\$[a-z=]*\$[a-z=]*"))
def test_no_line_however_broken_lets_anybody_in(line: str) -> None:
    assert not fits("1234", line)


def test_without_a_line_the_door_never_opens(tmp_path: Path) -> None:
    assert not Door("", tmp_path / "staff.lock", FakeClock(), 5, 5).opens("")


def test_five_wrong_pins_lock_it_for_five_minutes(tmp_path: Path) -> None:
    clock = FakeClock()
    found = door(tmp_path, clock)
    assert not any(found.opens("0000") for _ in range(5))
    assert found.locked_for() == 300
    assert not found.opens("4711")
    clock.advance(299)
    assert not found.opens("4711")
    clock.advance(1)
    assert found.opens("4711")


def test_after_the_lock_there_are_five_tries_again(tmp_path: Path) -> None:
    clock = FakeClock()
    found = door(tmp_path, clock)
    for _ in range(5):
        found.opens("0000")
    clock.advance(300)
    assert not any(found.opens("0000") for _ in range(4))
    assert found.opens("4711")


def test_the_right_pin_forgets_the_wrong_ones(tmp_path: Path) -> None:
    found = door(tmp_path, FakeClock())
    for _ in range(3):
        assert not any(found.opens("0000") for _ in range(4))
        assert found.opens("4711")


def test_a_restart_opens_no_lock_and_forgets_no_try(tmp_path: Path) -> None:
    clock = FakeClock()
    assert not any(door(tmp_path, clock).opens("0000") for _ in range(5))
    again = door(tmp_path, clock)
    assert again.locked_for() == 300
    assert not again.opens("4711")


@pytest.mark.parametrize("jump, left", [(100, 200), (-9e6, 300), (9e6, 0)])
def test_a_restart_with_another_clock_locks_it_no_longer_than_five_minutes(
    tmp_path: Path, jump: float, left: float
) -> None:
    clock = FakeClock()
    for _ in range(5):
        door(tmp_path, clock).opens("0000")
    clock.jump(jump)
    assert door(tmp_path, clock).locked_for() == left


def test_setting_the_clock_does_not_unlock_a_running_kiosk(tmp_path: Path) -> None:
    clock = FakeClock()
    found = door(tmp_path, clock)
    for _ in range(5):
        found.opens("0000")
    clock.jump(timedelta(days=3).total_seconds())
    assert found.locked_for() == 300


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"wrong": "x"}', '{"wrong": 1, "locked": 1e300}', "null", "[" * 9999],
)
def test_a_broken_file_of_tries_counts_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "staff.lock").write_text(content)
    assert door(tmp_path, FakeClock()).opens("4711")


def test_where_tries_cannot_be_written_they_count_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    found = door(tmp_path / "file", FakeClock())
    assert not any(found.opens("0000") for _ in range(5))
    assert found.locked_for() == 300
