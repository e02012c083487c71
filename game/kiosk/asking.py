"""A question to the terminal with every beat of the heart, so that it is noticed when it hangs.

What a terminal that hangs is sent piles up in the system for a minute before anybody
can tell. A question is not answered at once.
"""

from __future__ import annotations

import re
from typing import Callable, Final

QUESTION: Final = "\x1b[?2026$p"
"""Whether it draws whole frames: Textual asks the same, and most terminals answer."""
ANSWER: Final = re.compile(r"\x1b\[\?2026;\d\$y")
UNANSWERED: Final = "terminal_unanswered"
"""The vital with how many questions in a row have had no answer."""


TRIES: Final = 5
"""Questions to a terminal that has never answered; it is not asked for ever."""


class Asking:
    """Counts questions, not seconds: whoever did not run asked none meanwhile.

    Attributes:
        unanswered: How many there were since the last answer; None while there was none at
            all, as some terminals never answer.
    """

    def __init__(self) -> None:
        self.unanswered: int | None = None
        self._tries = TRIES

    def ask(self, write: Callable[[str], object]) -> int | None:
        """Ask once more; gives how many questions before this one had no answer."""
        before = self.unanswered
        if before is not None:
            self.unanswered = before + 1
        elif self._tries:
            self._tries -= 1
        else:
            return None
        write(QUESTION)
        return before

    def hear(self, text: str) -> None:
        """The terminal has sent something, perhaps the answer."""
        if ANSWER.search(text):
            self.unanswered = 0
