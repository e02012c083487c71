"""One visit: where a visitor is, and how it goes on from there. Each method gives a new one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from game.engine import Playthrough
from game.model import Story
from game.tongue import Tongue
from game.view import Answer, Course, Page
from game.view.brief import briefly

Where = Literal["attract", "first", "story"]
Scene = Literal["gate", "page", "decision", "answer", "ending", "beside"]


@dataclass(frozen=True, slots=True)
class Modes:
    """How a visitor wants to read: everything off at first."""

    large: bool = False
    contrast: bool = False
    still: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Those that are on."""
        return tuple(name for name in self.__slots__ if getattr(self, name))

    def turned(self, name: str) -> Modes:
        """With one of them switched."""
        return replace(self, **{name: not getattr(self, name)})


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything that a visitor can change. `Visit(language, length)` is a fresh start.

    Attributes:
        language: The language that is read.
        length: `short` or `full`.
        opened: Pages with a warning that the visitor chose to read.
        leaf: Which part of a page that is too long for the screen.
        marked: The button that the arrows are on.
        asking: Whether Start again waits for a yes.
        beside: Whether the ending is followed by the comparison.
    """

    language: str
    length: str
    where: Where = "attract"
    modes: Modes = Modes()
    course: Course | None = None
    opened: frozenset[str] = frozenset()
    leaf: int = 0
    marked: str = ""
    asking: bool = False
    beside: bool = False

    def at(self, where: Where) -> Visit:
        """At another place, its first leaf, nothing marked."""
        return replace(self, where=where, leaf=0, marked="", asking=False)

    def begun(self, story: Story, campaign: str, tongue: Tongue, leave_out: bool) -> Visit:
        """At the first page of a campaign."""
        course = Course.begin(Playthrough.begin(story, campaign), tongue)
        return replace(self, beside=False, opened=frozenset()).with_course(course, leave_out)

    def with_course(self, course: Course, leave_out: bool) -> Visit:
        """At another beat; past sensitive ones where the museum leaves them out."""
        while leave_out and isinstance(course.beat, Page) and course.beat.can_skip:
            course = course.skip()
        return replace(self.at("story"), course=course)

    @property
    def reading(self) -> Course:
        """The course that is read."""
        assert self.course is not None
        return self.course

    @property
    def scene(self) -> Scene:
        """What kind of page of the story is shown."""
        beat = self.reading.beat
        if isinstance(beat, Answer):
            return "answer"
        if beat.can_skip and beat.id not in self.opened:
            return "gate"
        if beat.kind == "ending":
            return "beside" if self.beside else "ending"
        return "decision" if beat.kind == "decision" else "page"

    @property
    def node(self) -> str:
        """The node that is read, for the figures."""
        if self.where != "story":
            return self.where
        beat = self.reading.beat
        return beat.id if isinstance(beat, Page) else f"{beat.node}.answer"

    @property
    def beat(self) -> Page | Answer:
        """What is read: the brief words, but the long ones in a whole campaign."""
        course = self.reading
        short = course.play.program.campaign.length == "short"
        return briefly(course.beat) if short or self.modes.large else course.beat

    def read_on(self) -> Visit:
        """Past the warning of a page."""
        beat = self.reading.beat
        assert isinstance(beat, Page)
        return replace(self.at("story"), opened=self.opened | {beat.id})

    def back(self) -> Visit | None:
        """The leaf before, the beat before, or the decision before; None before them all."""
        if self.leaf:
            return replace(self, leaf=self.leaf - 1, marked="")
        if self.beside:
            return replace(self.at("story"), beside=False)
        course = self.reading
        if course.index:
            return replace(self.at("story"), course=course.back())
        if len(course.play.legs) > 1:
            return replace(self.at("story"), course=course.undo())
        return None

    def in_tongue(self, tongue: Tongue) -> Visit:
        """The same place in another language."""
        course = self.course.in_tongue(tongue) if self.course else None
        return replace(self, language=tongue.language, course=course)
