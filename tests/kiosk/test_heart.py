"""The heart and those who listen: beats, words for the log, systemd."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.kiosk.codes import ORPHANED
from game.kiosk.heart import LONGEST, VARIABLE, Heart, line
from game.kiosk.notify import Notifier
from game.kiosk.overheard import AT_ONCE, Overheard
from game.kiosk.player_process import environment
from game.kiosk.pulse import Beat, Pulse


def test_beats_come_through_the_pipe_in_order() -> None:
    end, beginning = os.pipe()
    os.set_blocking(beginning, False)
    heart = Heart(beginning)
    heart.beat("starting")
    heart.beat("visit", {"rss": 40, "story": "abc"})
    assert Pulse().take(os.read(end, 9999)) == [
        Beat("starting"),
        Beat("visit", {"rss": 40, "story": "abc"}),
    ]


def test_a_heart_that_nobody_hears_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    heart = Heart.from_environment()
    heart.beat("attract")
    assert not heart.supervised


def test_a_full_pipe_does_not_stop_the_loop() -> None:
    _end, beginning = os.pipe()
    os.set_blocking(beginning, False)
    heart = Heart(beginning)
    for _ in range(3000):
        heart.beat("attract", {"words": "x" * 60})


def test_vitals_too_long_for_one_line_are_left_out() -> None:
    assert line("attract", {"x": "y" * LONGEST}) == b"attract {}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes that are inherited")
def test_a_player_whose_supervisor_is_gone_ends() -> None:
    end, beginning = os.pipe()
    code = (
        "from game.kiosk.heart import Heart; h = Heart.from_environment()\nwhile 1: h.beat('visit')"
    )
    player = subprocess.Popen(
        [sys.executable, "-c", code],
        pass_fds=(beginning,),
        env=os.environ | {VARIABLE: str(beginning)},
        cwd=Path(__file__).parent.parent.parent,
    )
    os.close(beginning)
    assert os.read(end, 5) == b"visit"
    os.close(end)
    assert player.wait(20) == ORPHANED


@given(st.lists(st.binary(max_size=40)), st.lists(st.integers(1, 7)))
def test_nonsense_in_the_pipe_is_passed_over(noise: list[bytes], cuts: list[int]) -> None:
    data = b"\n".join([b"", *(part.replace(b"attract", b"") for part in noise), b"attract {}\n"])
    pulse, beats = Pulse(), []
    for size in cuts:
        beats += pulse.take(data[:size])
        data = data[size:]
    beats += pulse.take(data)
    assert beats[-1] == Beat("attract")


def test_vitals_that_are_no_plain_values_are_dropped() -> None:
    beat = b'attract {"a": 1, "b": [1], "c": null}\nvisit [1]\nvisit {{\nnap {}\n'
    assert Pulse().take(beat) == [
        Beat("attract", {"a": 1, "c": None}),
        Beat("visit"),
        Beat("visit"),
    ]


def test_lines_are_heard_whole_and_the_last_one_too() -> None:
    heard = Overheard()
    assert heard.take(b'{"event": "fault"}\nTraceb', 0) == ['{"event": "fault"}']
    assert heard.take(b"ack:\nhalf \xff", 0) == ["Traceback:"]
    assert heard.last(1) == ["half \ufffd"]


def test_a_player_that_writes_without_end_does_not_fill_the_log() -> None:
    heard = Overheard()
    assert len(heard.take(b"x\n" * 5000, 1.0)) == AT_ONCE
    assert heard.take(b"y\n", 12.0) == [f'{{"event": "stderr", "dropped": {5000 - AT_ONCE}}}', "y"]


@given(st.lists(st.binary(max_size=300)))
def test_whatever_is_overheard_is_text_in_lines(parts: list[bytes]) -> None:
    heard = Overheard()
    lines = [line for n, part in enumerate(parts) for line in heard.take(part, n)]
    assert not any("\n" in line for line in [*lines, *heard.last(len(parts))])


def test_the_player_s_environment_holds_nothing_that_could_steer_it() -> None:
    outer = {"TEXTUAL_PRESS": "q", "COLUMNS": "3", "NOTIFY_SOCKET": "/x", "LANG": "C.UTF-8"}
    given = environment(outer, 7)
    assert given["LANG"] == "C.UTF-8"
    assert given[VARIABLE] == "7"
    assert not given.keys() & {"TEXTUAL_PRESS", "COLUMNS", "NOTIFY_SOCKET"}


def test_without_systemd_nobody_is_told() -> None:
    notifier = Notifier.from_environment({})
    notifier.ready()
    notifier.fine("attract")
    assert not notifier.heard


def test_a_socket_that_is_gone_hurts_nobody(tmp_path: Path) -> None:
    notifier = Notifier(str(tmp_path / "gone"))
    notifier.ready()
    assert notifier.heard
