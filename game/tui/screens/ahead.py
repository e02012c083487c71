"""What is likely to come next is set and drawn while this is read."""

from __future__ import annotations

import gc

from game.tui.widgets.answer import AnswerBody
from game.tui.widgets.page import PageBody
from game.tui.widgets.side import Beside
from game.view import Answer, Course, Page

Ordered = tuple[Course, str, Course]
"""A course, a choice, and the course after it."""


class Foresight:
    """Sets the page that follows, and the answer to the order that is marked."""

    def __init__(self, pages: PageBody, answers: AnswerBody, side: Beside) -> None:
        self._pages, self._answers, self._side = pages, answers, side
        self._ordered: Ordered | None = None

    def page(self, course: Course) -> None:
        """Set the page that follows, and draw its map."""
        sweep_once()
        ahead = course.forward()
        if ahead.index != course.index and isinstance(ahead.beat, Page):
            self._pages.prepare(ahead.beat)
            self._side.prepare(ahead.beat)

    def answer(self, course: Course, choice: str) -> None:
        """Set the answer to an order."""
        after = course.order(choice)
        self._ordered = course, choice, after
        if isinstance(after.beat, Answer):
            self._answers.prepare(after.beat)

    def order(self, course: Course, choice: str) -> Course:
        """The course after an order, which is mostly known by now."""
        before, known, after = self._ordered or (None, "", course)
        self._ordered = None
        return after if before is course and known == choice else course.order(choice)


def sweep_once() -> None:
    """Sweep what reading the story left, and from then on pass over what stays.

    All that is held by then lives as long as the game. A sweep over it would come
    in the middle of a page some time, and take longer than to draw the page.
    """
    if not gc.get_freeze_count():
        gc.collect()
        gc.freeze()
