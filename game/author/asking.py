"""Questions of a command, put only to somebody who sits at a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TextIO

from game.misuse import Misuse


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks for what the command line does not say."""

    stdin: TextIO
    out: TextIO

    def have(self, given: str | None, flag: str, question: str, usual: str | None = None) -> str:
        """What was given, or else what is answered.

        Args:
            given: What the command line says, if anything.
            flag: How it would say it.
            question: What is asked on a terminal.
            usual: What is meant by an empty answer, and where nobody can be asked.

        Raises:
            Misuse: if there is nobody to ask and nothing is usual.
        """
        if given is not None:
            return given
        if not self._can_ask():
            if usual is None:
                raise Misuse(f"{flag} is missing.")
            return usual
        answer = self._asked(f"{question} [{usual}] " if usual else f"{question} ")
        if not answer and usual is None:
            raise Misuse(f"{flag} is missing.")
        return answer or usual or ""

    def _can_ask(self) -> bool:
        try:
            return self.stdin.isatty() and self.out.isatty()
        except (AttributeError, ValueError):
            return False

    def _asked(self, question: str) -> str:
        self.out.write(question)
        self.out.flush()
        return self.stdin.readline().strip()
