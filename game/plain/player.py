"""The line-mode player: print, ask, answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, TextIO

from game.export import answer_lines, page_lines, report_parts
from game.export.lines import choice_lines, head_lines, skip_line
from game.export.prose_lines import Lines, prose_lines
from game.plain.asked import Asked
from game.plain.keeping import Keeping
from game.plain.output import Output
from game.plain.parting import kept_at_last
from game.plain.seen import Seen
from game.plain.streams import is_terminal
from game.plain.words import WORDS, help_lines, meant, number_in
from game.saves import Memory, Store, code_of
from game.view import Answer, Course, Page, leaving, report_view, resumed

LONGEST = 4096
"""Characters of a typed line; what goes beyond is taken as the next one."""


@dataclass(frozen=True, slots=True)
class ScreenRequest:
    """The reader wants to go on on the screen, from this place."""

    course: Course


@dataclass
class PlainGame:
    """A game in lines.

    Args:
        course: Where the reader is.
        input: Gives typed lines; an empty string is the end of the input.
        out: Where to write.
        keeping: Where the game is kept.
        seen: What has been read before.
        echo: Whether to write what was typed, for input that no terminal shows.
        screen: Whether there is a screen to go on on.
    """

    course: Course
    input: Callable[[], str]
    out: Output
    keeping: Keeping
    seen: Seen
    echo: bool = False
    screen: bool = False
    _left: int | ScreenRequest = field(default=0, init=False)
    _held: bool = field(default=False, init=False)
    _parts: list[Lines] = field(default_factory=list, init=False)

    def run(self) -> int | ScreenRequest:
        """Play until the ending, `quit`, `screen`, or the end of the input.

        Returns:
            0, or the wish to go on on the screen.
        """
        self._show()
        while True:
            self.out.prompt(self._prompt())
            line = self.input()
            if not line:
                self.out.say(["", self._say("The input has ended."), self._leaving()])
                return 0
            if self.echo:
                self.out.say([line.strip()[:200]])
            if self._typed(line.strip()):
                return self._left

    def _say(self, words: str) -> str:
        return self.course.tongue.say(words)

    def _leaving(self) -> str:
        return self.keeping.leaving(self.course.play)

    def _in_1945(self) -> Lines:
        """What came of it, for somebody who leaves a short campaign before its end."""
        told = leaving(self.course.play, self.course.tongue)
        return ["", *prose_lines(told.text), ""] if told else []

    @property
    def _is_short(self) -> bool:
        return self.course.play.program.campaign.length == "short"

    def _prompt(self) -> str:
        beat = self.course.beat
        if self._held:
            return self._say("Enter to read it, 0 to skip it, or help:") + " "
        if isinstance(beat, Page) and beat.kind == "decision":
            return self._say("Your order, or help:") + " "
        if self._parts:
            return self._say("Enter for the next part of the report, or help:") + " "
        if self.course.at_end:
            return self._say("Enter ends the game, or type undo or help:") + " "
        return self._say("Enter to go on, or help:") + " "

    def _show(self) -> None:
        """What is being read; a sensitive page waits until it is asked for."""
        beat, tongue = self.course.beat, self.course.tongue
        self._held, self._parts = False, []
        if isinstance(beat, Answer):
            told = answer_lines(beat, tongue, self._is_short)
            self.out.say(["", *self.seen.before(self.course), *told, ""])
        elif beat.can_skip:
            self._held = True
            self.out.say(["", *head_lines(beat, tongue), "", skip_line(beat, tongue), ""])
        else:
            self._read(beat)

    def _read(self, page: Page) -> None:
        tongue = self.course.tongue
        self._held = False
        self.out.say(["", *self.seen.before(self.course), *page_lines(page, tongue), ""])
        if page.choices:
            choices = choice_lines(page, tongue)
            self.out.say([*choices, *self.seen.ordered(page, tongue), ""])
        if self.course.at_end:
            parts = report_parts(report_view(self.course.play, tongue), tongue)
            self._parts = [*parts[:-1], [*parts[-1], "", self._code()]]
            self.out.say([self._say("The closing report follows, in parts."), ""])

    def _code(self) -> str:
        words = self._say("The replay code of this playthrough is {code}.")
        return words.format(code=code_of(self.course.play))

    def _typed(self, line: str) -> bool:
        """Do what was typed; True ends the game."""
        beat, number = self.course.beat, number_in(line)
        if isinstance(beat, Page) and beat.can_skip and (number == 0 or line.lower() == "skip"):
            self._move(self.course.skip())
        elif line and number is None:
            return self._word(line)
        elif isinstance(beat, Page) and self._held:
            self._read(beat)
        elif isinstance(beat, Page) and beat.kind == "decision":
            self._order(beat, number)
        else:
            return self._go_on()
        return False

    def _go_on(self) -> bool:
        if self._parts:
            self.out.say(["", *self._parts.pop(0), ""])
        elif self.course.at_end:
            self.out.say([self._say("The end.")])
            return True
        elif self.course.beat is self.course.page:
            self.out.say([self._say("The story has no way on from here. Type undo.")])
        else:
            self._move(self.course.forward())
        return False

    def _order(self, page: Page, number: int | None) -> None:
        chosen = next((c for c in page.choices if c.number == number), None)
        if number is None:
            self.out.say([self._say("An order is needed: type the number of a choice.")])
        elif chosen is None:
            self.out.say([self._say("There is no choice of that number.")])
        else:
            self._move(self.course.order(chosen.id))

    def _move(self, course: Course) -> None:
        ordered = len(course.play.legs) != len(self.course.play.legs)
        self.course = course
        if ordered:
            self.out.say(self.keeping.after_order(course.play))
            self.seen.memory.keep()
        self._show()

    def _word(self, line: str) -> bool:
        name, _, argument = line.partition(" ")
        words = meant(name.lower())
        if len(words) != 1:
            self._unknown(name, [word.name for word in words])
            return False
        if words[0].name == "quit":
            self.out.say([*self._in_1945(), self._say("Stopped."), self._leaving()])
            return True
        if words[0].name == "screen" and self.screen:
            self._left = ScreenRequest(self.course)
            return True
        self._do(words[0].name, argument.strip())
        return False

    def _unknown(self, typed: str, near: list[str]) -> None:
        told = self._say("{word!r} could be: {words}.")
        if not near:
            told = self._say("The prompt does not know {word!r}. It knows: {words}.")
        words = ", ".join(near or [word.name for word in WORDS])
        self.out.say([told.format(word=typed[:40], words=words)])

    def _do(self, name: str, argument: str) -> None:
        match name:
            case "undo":
                self._undo(number_in(argument) or 1)
            case "redo":
                self._redo()
            case "read":
                self._again()
            case "back":
                self._move(self.course.back())
            case "next":
                self._next()
            case "load":
                self._load(argument)
            case _:
                self.out.say(self._told(name, argument))

    def _told(self, name: str, argument: str) -> Lines:
        """The answer to a word that leaves the reader where he is."""
        play = self.course.play
        match name:
            case "save":
                return [self.keeping.under(play, argument or self.course.scene.title)]
            case "saves":
                return self.keeping.lines(play.program.story)
            case "code":
                return [self._code()]
            case "screen":
                return [self._say("There is no screen here to go on on.")]
            case "help":
                return help_lines(self.course.tongue)
        return Asked(self.course).about(name, argument)

    def _again(self) -> None:
        beat = self.course.beat
        if isinstance(beat, Page):
            self._read(beat)
        else:
            self._show()

    def _next(self) -> None:
        ahead = self.seen.ahead(self.course)
        if ahead.index == self.course.index:
            self.out.say([self._say("There is nothing to pass over here.")])
            return
        self._move(ahead)

    def _undo(self, count: int) -> None:
        if len(self.course.play.legs) == 1:
            self.out.say([self._say("There is no order to take back.")])
            return
        self._move(self.course.undo(count))

    def _redo(self) -> None:
        if not self.course.play.undone:
            self.out.say([self._say("No order has been taken back.")])
            return
        self._move(self.course.redo())

    def _load(self, named: str) -> None:
        loaded = self.keeping.load(named, self.course.play.program.story)
        if isinstance(loaded, str):
            self.out.say([loaded])
            return
        self.out.say([loaded.parted] if loaded.parted else [])
        self.course = resumed(loaded.play, self.seen.memory, self.course.tongue)
        self.seen.memory.go_on(self.course)
        self._show()


def play_plain(
    course: Course, store: Store | None, source: TextIO, out: Output, screen: bool = False
) -> int | ScreenRequest:
    """Play in lines from a stream of typed lines.

    Args:
        course: Where to begin.
        store: Where to keep the game, or None to keep nothing.
        source: What is typed.
        out: Where to write.
        screen: Whether there is a screen to go on on.

    Returns:
        The exit code: 130 if the reader pressed Ctrl+C, otherwise 0; or the wish
        to go on on the screen.
    """
    keeping = Keeping(store, course.tongue)
    echo = not is_terminal(source)
    seen = Seen(Memory(course.play.program.story, store.folder if store else None))
    if course.index or len(course.play.legs) > 1:
        seen.memory.go_on(course)
    out.say([seen.memory.problem] if seen.memory.problem else [])
    game = PlainGame(course, lambda: source.readline(LONGEST), out, keeping, seen, echo, screen)
    with kept_at_last(seen.memory.keep):
        try:
            return game.run()
        except KeyboardInterrupt:
            out.say(["", game.course.tongue.say("Stopped."), keeping.leaving(game.course.play)])
            return 130
