"""The line-mode player: print, ask, answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, TextIO

from game.export import answer_lines, page_lines, report_lines
from game.export.lines import choice_lines
from game.plain.asked import Asked
from game.plain.output import Output
from game.plain.words import WORDS, help_lines, known
from game.saves import Store, code_of
from game.view import Answer, Course, Page, report_view


@dataclass
class PlainGame:
    """A game in lines.

    Args:
        course: Where the reader is.
        input: Gives typed lines; an empty string is the end of the input.
        out: Where to write.
        store: Where to keep the game, or None to keep nothing.
    """

    course: Course
    input: Callable[[], str]
    out: Output
    store: Store | None = None

    def run(self) -> int:
        """Play until the ending, `quit`, or the end of the input.

        Returns:
            The exit code, always 0.
        """
        self._show()
        while True:
            self.out.prompt(self._prompt())
            line = self.input()
            if not line:
                self.out.say(["", self._say("The input has ended. The game is kept.")])
                return 0
            if self._typed(line.strip()):
                return 0

    def _say(self, words: str) -> str:
        return self.course.tongue.say(words)

    def _prompt(self) -> str:
        beat = self.course.beat
        if isinstance(beat, Page) and beat.kind == "decision":
            return self._say("Your order, or help:") + " "
        if self.course.at_end:
            return self._say("Enter ends the game, or type undo or help:") + " "
        return self._say("Enter to go on, or help:") + " "

    def _show(self) -> None:
        beat, tongue = self.course.beat, self.course.tongue
        if isinstance(beat, Answer):
            self.out.say(["", *answer_lines(beat, tongue), ""])
            return
        if beat.can_skip:
            self.out.say(["", *choice_lines(beat, tongue)[:1]])
        self.out.say(["", *page_lines(beat, tongue), ""])
        if beat.choices:
            self.out.say([*choice_lines(beat, tongue), ""])
        if self.course.at_end:
            report = report_view(self.course.play, tongue)
            self.out.say([*report_lines(report, tongue), "", self._code()])

    def _code(self) -> str:
        words = self._say("The replay code of this playthrough is {code}.")
        return words.format(code=code_of(self.course.play))

    def _typed(self, line: str) -> bool:
        """Do what was typed; True ends the game."""
        beat = self.course.beat
        if isinstance(beat, Page) and beat.can_skip and line == "0":
            self._move(self.course.skip())
        elif isinstance(beat, Page) and beat.kind == "decision":
            return self._at_decision(beat, line)
        elif not line or line.isdigit():
            return self._go_on()
        else:
            return self._word(line)
        return False

    def _go_on(self) -> bool:
        if self.course.at_end:
            self.out.say([self._say("The end.")])
            return True
        self._move(self.course.forward())
        return False

    def _at_decision(self, page: Page, line: str) -> bool:
        if not line:
            self.out.say([self._say("An order is needed: type the number of a choice.")])
            return False
        if not line.isdigit():
            return self._word(line)
        chosen = next((c for c in page.choices if str(c.number) == line), None)
        if chosen is None:
            self.out.say([self._say("There is no choice of that number.")])
            return False
        self._move(self.course.order(chosen.id))
        return False

    def _move(self, course: Course) -> None:
        ordered = len(course.play.legs) != len(self.course.play.legs)
        self.course = course
        if ordered and self.store is not None:
            problem = self.store.autosave(course.play)
            if problem:
                self.out.say([problem])
        self._show()

    def _word(self, line: str) -> bool:
        name, _, argument = line.partition(" ")
        word = known(name.lower())
        if word is None:
            words = ", ".join(word.name for word in WORDS)
            told = self._say("The prompt does not know {word!r}. It knows: {words}.")
            self.out.say([told.format(word=name[:40], words=words)])
            return False
        if word.name == "quit":
            self.out.say([self._say("Stopped. The game is kept.")])
            return True
        self._do(word.name, argument.strip())
        return False

    def _do(self, name: str, argument: str) -> None:
        match name:
            case "undo":
                count = int(argument) if argument.isdigit() and len(argument) < 4 else 1
                self._back(count)
            case "redo":
                self._again()
            case "read":
                self._show()
            case "save":
                self.out.say([self._save(argument)])
            case "code":
                self.out.say([self._code()])
            case "help":
                self.out.say(help_lines(self.course.tongue))
            case _:
                self.out.say(Asked(self.course).about(name, argument))

    def _back(self, count: int) -> None:
        if len(self.course.play.legs) == 1:
            self.out.say([self._say("There is no order to take back.")])
            return
        self._move(self.course.undo(count))

    def _again(self) -> None:
        if not self.course.play.undone:
            self.out.say([self._say("No order has been taken back.")])
            return
        self._move(self.course.redo())

    def _save(self, label: str) -> str:
        if self.store is None:
            return self._say("This game is not being kept.")
        label = label or self.course.page.title
        problem = self.store.save(self.course.play, label)
        return problem or self._say("Kept under {label!r}.").format(label=label)


def play_plain(course: Course, store: Store | None, source: TextIO, out: Output) -> int:
    """Play in lines from a stream of typed lines.

    Returns:
        The exit code.
    """
    return PlainGame(course, source.readline, out, store).run()
