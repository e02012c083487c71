"""How a game in lines is left: what was read is kept, also when a signal ends the program."""

from __future__ import annotations

import contextlib
import signal
from typing import Any, Callable, Iterator

ENDING = ("SIGTERM", "SIGHUP")
"""Signals that end a program which does not listen to them. Windows lacks the second."""


@contextlib.contextmanager
def kept_at_last(keep: Callable[[], object]) -> Iterator[None]:
    """A game that is kept when it is left, whatever it is left by.

    Signals that are ignored, as under nohup, stay ignored; others end the program
    as they would have done.

    Args:
        keep: Keeps what has not been kept yet.
    """

    def end(number: int, _: object) -> None:
        keep()
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)

    before = {number: _listen(number, end) for number in _unheard()}
    try:
        yield
    finally:
        keep()
        for number, handler in before.items():
            _listen(number, handler)


def _unheard() -> list[int]:
    """The signals that would end the program at once."""
    numbers = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
    return [number for number in numbers if signal.getsignal(number) == signal.SIG_DFL]


def _listen(number: int, handler: Any) -> Any:
    """Listen to a signal in another way; gives the way before."""
    with contextlib.suppress(ValueError):  # only the main thread can be told
        return signal.signal(number, handler)
    return signal.SIG_DFL
