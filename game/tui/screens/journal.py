"""The orders so far; Enter goes back to before one of them."""

from __future__ import annotations

from textual.app import ComposeResult

from game.tui.commands import Command, keys_of
from game.tui.screens.base import Column
from game.tui.screens.body import Body
from game.tui.screens.listing import Listing
from game.tui.typeset import Ink
from game.tui.widgets.footer import Key
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.words import Words
from game.view import Course, answer_to


class Journal(Listing):
    """A row an order, the last one marked."""

    NAME = "journal"
    BINDINGS = keys_of("journal")

    def content(self) -> ComposeResult:
        """What it is, and the orders."""
        with Body(), Column():
            yield Words("journal-about", Ink.MUTED)
            yield Menu("journal-menu", confirms=True, gap=1)

    def refill(self) -> None:
        """The orders of the course."""
        course = self.game.course
        rows = _rows(course) if course else []
        self.header.show(self.say("Your orders"), right=self.whose, moment=self.game.moment)
        about = self.say("Enter goes back to before the marked order. It can be given again.")
        if not rows:
            about = self.say("You have given no order yet.")
        self.query_one("#journal-about", Words).show(about)
        self.menu.show(rows, len(rows) - 1)

    def applies(self, command: Command) -> bool:
        """Nothing can be taken back before the first order."""
        return command.id not in ("enter", "undo") or bool(self.menu.rows)

    def word_for(self, command: Command) -> Key:
        """Say what Enter does."""
        id, key, label = super().word_for(command)
        return (id, key, self.say("back to before it")) if id == "enter" else (id, key, label)

    def chosen(self, id: str) -> None:
        """Back to before that order."""
        course = self.game.course
        if course is not None:
            count = len(course.play.legs) - int(id)
            self.game.read(course.undo(count))

    def action_undo(self) -> None:
        """Back to before the marked order."""
        self.menu.choose()


def _rows(course: Course) -> list[Row]:
    given = range(1, len(course.play.legs))
    answers = [answer_to(course.play, order, course.tongue) for order in given]
    beside = {
        True: course.tongue.say("as in 1945"),
        False: course.tongue.say("not as in 1945"),
        None: "",
    }
    return [
        Row(str(a.number), a.title, a.number, beside[a.as_in_1945], detail=a.order) for a in answers
    ]
