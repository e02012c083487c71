"""What is likely to come next is set and drawn while this is read."""

from __future__ import annotations

import gc
from typing import Callable

from game.tui.screens.ready import ReadyBeat
from game.tui.screens.spread import Spread
from game.tui.widgets.side import Beside
from game.view import Course, Page

Ordered = tuple[Course, str, Course]
"""A course, a choice, and the course after it."""


class Foresight:
    """Makes ready the page that follows, and the answer to the order that is marked.

    Args:
        spread: Where they are set, behind what is read.
        side: What stands beside them.
        ready: Gives the beat that a course is at.
    """

    def __init__(self, spread: Spread, side: Beside, ready: Callable[[Course], ReadyBeat]) -> None:
        self._spread, self._side, self._ready = spread, side, ready
        self._ordered: Ordered | None = None
        self._ahead: ReadyBeat | None = None
        self._swept = False

    def page(self, course: Course) -> None:
        """Make ready the beat that follows."""
        if not self._swept:
            self._swept = True
            sweep_once()
        ahead = course.forward()
        if ahead.index != course.index:
            self._make(ahead)

    def answer(self, course: Course, choice: str) -> None:
        """Make ready the answer to an order."""
        after = course.order(choice)
        self._ordered = course, choice, after
        self._make(after)

    def _make(self, course: Course) -> None:
        self._ahead = self._ready(course)
        self._spread.prepare(self._ahead.copy)
        if isinstance(course.beat, Page):
            self._side.prepare(course.beat)

    def order(self, course: Course, choice: str) -> Course:
        """The course after an order, which is mostly known by now."""
        before, known, after = self._ordered or (None, "", course)
        self._ordered = None
        return after if before is course and known == choice else course.order(choice)

    def forget(self) -> None:
        """Make nothing of what was made ready: it is shown otherwise now."""
        self._ahead = None

    def beat(self, course: Course, large: bool) -> ReadyBeat:
        """The beat that a course is at, which is mostly ready by now."""
        ahead = self._ahead
        return ahead if ahead and ahead.is_of(course, large) else self._ready(course)


def sweep_once() -> None:
    """Sweep what reading the story left, and from then on pass over what stays.

    All that is held by then lives as long as the game. A sweep over it would come
    in the middle of a page some time, and take longer than to draw the page.
    """
    if not gc.get_freeze_count():
        gc.collect()
        gc.freeze()
