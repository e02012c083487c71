"""A reader's way through a playthrough: beat by beat, order by order."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import Playthrough, Position
from game.tongue import ENGLISH, Tongue
from game.view.beats import Beat, beats_after
from game.view.page import Page, page_at


@dataclass(frozen=True, slots=True)
class Course:
    """A playthrough and the beat that is being read; each method gives a new one.

    Attributes:
        beats: What is read between the last order and the next.
        index: Which of them is being read.
    """

    play: Playthrough
    beats: tuple[Beat, ...]
    index: int = 0
    tongue: Tongue = ENGLISH

    @classmethod
    def begin(cls, play: Playthrough, tongue: Tongue = ENGLISH) -> Course:
        """At the first beat behind the last order."""
        return cls(play, beats_after(play, len(play.legs) - 1, tongue), 0, tongue)

    @classmethod
    def resume(cls, play: Playthrough, tongue: Tongue = ENGLISH) -> Course:
        """At the decision or ending where a playthrough stands."""
        course = cls.begin(play, tongue)
        return course._at(len(course.beats) - 1)

    @property
    def beat(self) -> Beat:
        """What is being read."""
        return self.beats[self.index]

    @property
    def page(self) -> Page:
        """The decision or ending that these beats lead to."""
        last = self.beats[-1]
        assert isinstance(last, Page)
        return last

    @property
    def scene(self) -> Page:
        """The page being read; for an answer, the page of the decision it answers."""
        if isinstance(self.beat, Page):
            return self.beat
        order = self.beat.number
        return page_at(self.play.legs[order - 1].position, order, self.tongue)

    @property
    def here(self) -> Position:
        """State and ledger as far as they have been read, and not a page further."""
        leg = self.play.legs[-1]
        passed = self.index - (len(self.beats) - 1 - len(leg.stops))
        if passed == len(leg.stops):
            return leg.position
        if passed < 0:
            return self.play.legs[-2].position._replace(state=leg.after[0], ledger=leg.after[1])
        stop = leg.stops[passed]
        state, ledger = stop.after or (stop.state, stop.ledger)
        return Position(self.play.program, stop.node, state, ledger, stop.stack)

    @property
    def at_end(self) -> bool:
        """Whether the ending is being read."""
        return isinstance(self.beat, Page) and self.beat.kind == "ending"

    def forward(self) -> Course:
        """The next beat; at a decision or ending nothing changes."""
        return self._at(min(self.index + 1, len(self.beats) - 1))

    def back(self) -> Course:
        """The beat before, as far as the last order."""
        return self._at(max(self.index - 1, 0))

    def order(self, choice: str) -> Course:
        """Give an order and go to its answer.

        Raises:
            EngineError: if it cannot be given here.
        """
        return Course.begin(self.play.take(choice), self.tongue)

    def skip(self) -> Course:
        """Pass over a sensitive page; at a decision its course is taken without comment."""
        beat = self.beat
        if not isinstance(beat, Page) or not beat.can_skip:
            return self
        if beat.kind != "decision" or beat.skip is None:
            return self.forward()
        return self.order(beat.skip).forward()

    def undo(self, count: int = 1) -> Course:
        """Back to the decision before the last orders."""
        return Course.resume(self.play.undo(count), self.tongue)

    def redo(self) -> Course:
        """The order that was taken back last, given again."""
        return Course.begin(self.play.redo(), self.tongue) if self.play.undone else self

    def in_tongue(self, tongue: Tongue) -> Course:
        """The same place in another language."""
        return Course.begin(self.play, tongue)._at(self.index)

    def _at(self, index: int) -> Course:
        return Course(self.play, self.beats, index, self.tongue)
