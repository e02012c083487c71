"""A game in lines is kept when it is left, whatever it is left by."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.plain.parting import ENDING, kept_at_last

ROOT = Path(__file__).parent.parent.parent


def test_it_is_kept_at_an_ordinary_end_and_after_a_fault() -> None:
    kept: list[int] = []
    with kept_at_last(lambda: kept.append(1)):
        assert kept == []
    with pytest.raises(ZeroDivisionError), kept_at_last(lambda: kept.append(2)):
        raise ZeroDivisionError
    assert kept == [1, 2]


def test_signals_are_heard_as_before_when_it_has_been_left() -> None:
    numbers = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
    before = [signal.getsignal(number) for number in numbers]
    with kept_at_last(lambda: None):
        assert [signal.getsignal(number) for number in numbers] != before
    assert [signal.getsignal(number) for number in numbers] == before


def test_a_signal_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with kept_at_last(lambda: None):
            signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)


@pytest.mark.skipif(sys.platform == "win32", reason="signals end programs the POSIX way")
@pytest.mark.parametrize("name", ENDING)
def test_a_signal_ends_the_program_when_it_has_been_kept(name: str) -> None:
    code = (
        "import signal; from game.plain.parting import kept_at_last\n"
        "with kept_at_last(lambda: print('kept', flush=True)):\n"
        f"    signal.raise_signal(signal.{name}); print('never')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (-getattr(signal, name), "kept\n")
