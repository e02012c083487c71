"""A beat made ready to be shown: all that is known of it before it is turned to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Container

from game.saves.memory import Memory
from game.tui.widgets.answer import AnswerCopy
from game.tui.widgets.page import PageCopy
from game.view import Answer, Course, Page, ordered_before, parts_of, standing
from game.view.brief import brief_answer, brief_page, briefly


@dataclass(frozen=True, slots=True)
class Way:
    """How beats are shown.

    Attributes:
        large: In large text: the brief texts, and no figures below an answer.
        whole: The beat that is shown whole in spite of that.
        read_on: Pages whose note has been answered with a yes.
        offer: What the button says that asks for the whole text.
    """

    large: bool
    whole: Page | Answer | None
    read_on: Container[str]
    offer: str


@dataclass(frozen=True, slots=True)
class ReadyBeat:
    """A beat of a course, ready.

    Attributes:
        scene: The page that time and place are taken from.
        parts: The parts of the story that are read with it.
        again: Whether all of them were read in an earlier game.
        large: Whether it is ready for large text.
        copy: What its sheet is set from.
    """

    course: Course
    scene: Page
    parts: frozenset[str]
    again: bool
    large: bool
    copy: PageCopy | AnswerCopy

    @classmethod
    def of(cls, course: Course, memory: Memory, way: Way) -> ReadyBeat:
        """The beat that a course is at."""
        parts, beat = parts_of(course), course.beat
        again = memory.had_before(parts)
        copy: PageCopy | AnswerCopy
        if isinstance(beat, Page):
            copy = _page_copy(beat, memory, again, way)
        else:
            copy = _answer_copy(course, beat, again, way)
        return cls(course, course.scene, parts, again, way.large, copy)

    def is_of(self, course: Course, large: bool) -> bool:
        """Whether it is what a course is at."""
        mine = self.course
        same = mine.play is course.play and mine.beats is course.beats
        return same and mine.index == course.index and self.large == large


def is_shortened(beat: Page | Answer, way: Way) -> bool:
    """Whether the brief text is shown, and there is a longer one."""
    return way.large and beat is not way.whole and briefly(beat) != beat


def _page_copy(page: Page, memory: Memory, again: bool, way: Way) -> PageCopy:
    gated = page.can_skip and page.id not in way.read_on
    short = is_shortened(page, way)
    return PageCopy(
        brief_page(page) if short else page,
        gated,
        again and not gated,
        ordered_before(page, memory),
        way.offer if short and not gated else "",
    )


def _answer_copy(course: Course, answer: Answer, again: bool, way: Way) -> AnswerCopy:
    short = is_shortened(answer, way)
    return AnswerCopy(
        brief_answer(answer) if short else answer,
        again,
        None if way.large else standing(course, answer),
        way.offer if short else "",
    )
