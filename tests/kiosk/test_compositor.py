"""The compositor that is asked whether it still runs."""

from __future__ import annotations

import socket
import struct
import sys
from pathlib import Path
from typing import Iterator

import pytest

from game.kiosk.compositor import Compositor

if sys.platform == "win32":
    pytest.skip("Wayland", allow_module_level=True)

SYNC = struct.pack("=IHHI", 1, 0, 12, 2)
DONE = struct.pack("=IHHI", 2, 0, 12, 7) + struct.pack("=IHHI", 1, 1, 12, 2)
"""As the protocol has it: `wl_callback.done`, then `wl_display.delete_id`."""


class Other:
    """The compositor's end."""

    def __init__(self, folder: Path) -> None:
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(folder / "wayland-0"))
        self._listener.listen()
        environ = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(folder)}
        self.compositor = Compositor.from_environment(environ)
        self.end = self._listener.accept()[0]
        self.end.setblocking(False)

    def close(self) -> None:
        for each in (self.end, self._listener, self.compositor):
            each.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Other]:
    found = Other(tmp_path)
    yield found
    found.close()


def test_a_question_is_asked_again_when_the_one_before_is_answered(other: Other) -> None:
    for _ in range(3):
        assert other.compositor.ask() == 0
        assert other.end.recv(100) == SYNC
        other.end.sendall(DONE)


def test_looks_without_an_answer_are_counted_and_nothing_more_is_asked(other: Other) -> None:
    assert [other.compositor.ask() for _ in range(5)] == [0, 1, 2, 3, 4]
    assert other.end.recv(100) == SYNC
    other.end.sendall(DONE)
    assert other.compositor.ask() == 0


def test_an_answer_in_pieces(other: Other) -> None:
    other.compositor.ask()
    other.end.recv(100)
    other.end.sendall(DONE[:12])
    assert other.compositor.ask() == 0
    with pytest.raises(BlockingIOError):
        other.end.recv(100)
    other.end.sendall(DONE[12:])
    assert other.compositor.ask() == 0
    assert other.end.recv(100) == SYNC


def test_one_that_is_gone_is_asked_no_more(other: Other) -> None:
    other.compositor.ask()
    other.end.close()
    assert [other.compositor.ask() for _ in range(9)] == [0] * 9


@pytest.mark.parametrize("environ", [{}, {"WAYLAND_DISPLAY": "none", "XDG_RUNTIME_DIR": "/tmp/x"}])
def test_without_one_there_is_nothing_to_ask(environ: dict[str, str]) -> None:
    assert Compositor.from_environment(environ).ask() == 0
