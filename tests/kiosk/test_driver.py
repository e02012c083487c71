"""What reaches the screens of what is typed."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from game.kiosk.asking import Asking
from game.kiosk.driver import SILENCE, Reader, kiosk_driver


def passed(*parts: bytes, pause: float = 0.01) -> list[Message]:
    """What comes of bytes that arrive one after another, and a silence behind them."""
    got: list[Message] = []
    reader = Reader(got.append)
    for number, part in enumerate(parts):
        reader.take(part, number * pause)
    reader.take(b"", len(parts) * pause + 2 * SILENCE)
    return got


def keys(*parts: bytes) -> list[str]:
    return [message.key for message in passed(*parts) if isinstance(message, events.Key)]


def test_keys_and_taps_go_through() -> None:
    assert keys(b"1\r", b"\x1b[A") == ["1", "enter", "up"]
    down, up = passed(b"\x1b[<0;5;7M", b"\x1b[<0;5;7m")
    assert isinstance(down, events.MouseDown)
    assert isinstance(up, events.MouseUp)
    assert (up.x, up.y) == (4, 6)


@pytest.mark.parametrize(
    "typed",
    [
        b"\xff\xfe\x80",  # no UTF-8; the library's own reader dies of it
        b"\x1b[48;9999;9999;1;1t",
        b"\x1b[?2048;1$y",
        b"\x1b[200~pasted\x1b[201~",
    ],
)
def test_what_is_no_key_does_no_harm_and_keys_work_after_it(typed: bytes) -> None:
    got = passed(typed, b"", b"\r")
    assert not any(isinstance(m, (events.Paste, events.Resize)) for m in got)
    assert isinstance(got[-1], events.Key)
    assert got[-1].key == "enter"


def test_a_paste_that_is_cut_in_pieces_is_forgotten_after_a_silence() -> None:
    got: list[Message] = []
    reader = Reader(got.append)
    reader.take(b"\x1b[20", 0)
    reader.take(b"0~swallowed", 0.01)
    reader.take(b"", 2 * SILENCE)
    reader.take(b"2", 2 * SILENCE + 0.1)
    assert [m.key for m in got if isinstance(m, events.Key)][-1] == "2"


@given(st.lists(st.binary(max_size=60), max_size=20))
def test_no_bytes_stop_the_reader(parts: list[bytes]) -> None:
    got = passed(*parts, b"", b"\x18\r")
    assert not any(isinstance(m, (events.Paste, events.Resize)) for m in got)


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX driver")
def test_the_driver_is_textual_s_own_with_another_ear() -> None:
    driver = kiosk_driver()
    assert driver is not None
    assert driver.__mro__[1].__name__ == "LinuxDriver"


def test_a_nonsense_key_report_that_would_end_textual_is_dropped() -> None:
    assert keys(b"\x1b[113;5:3u", b"", b"\r")[-1] == "enter"


@pytest.mark.parametrize("cut", range(1, 11))
def test_the_terminal_s_answer_is_no_key_in_whatever_pieces(cut: int) -> None:
    whole = b"\x1b[?2026;2$y"
    assert keys(whole[:cut], whole[cut:], b"\r") == ["enter"]


def test_questions_without_an_answer_are_counted_once_there_was_one() -> None:
    asking, written = Asking(), list[str]()
    reader = Reader(lambda _: None, asking.hear)
    assert [asking.ask(written.append) for _ in range(3)] == [None] * 3, "it may never answer"
    reader.take(b"\x1b[?2026;0$y", 0)
    assert [asking.ask(written.append) for _ in range(3)] == [0, 1, 2]
    reader.take(b"\x1b[<0;5;7M", 1)
    assert asking.ask(written.append) == 3
    reader.take(b"\x1b[?2026;2$y", 2)
    assert asking.ask(written.append) == 0
    assert written == ["\x1b[?2026$p"] * 8


def test_a_terminal_that_never_answers_is_not_asked_for_ever() -> None:
    asking, written = Asking(), list[str]()
    assert [asking.ask(written.append) for _ in range(99)] == [None] * 99
    assert len(written) == 5


def test_complaints_about_nonsense_do_not_fill_the_log(capfd: pytest.CaptureFixture[str]) -> None:
    passed(*[b"\x1b[113;5:3u"] * 50)
    assert capfd.readouterr().err.count("input dropped") == 1
