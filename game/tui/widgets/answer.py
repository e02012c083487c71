"""What an order is answered with: three parts, and where the battle stands after it."""

from __future__ import annotations

from typing import NamedTuple, Sequence

from textual.app import ComposeResult
from textual.containers import Container

from game.tui.typeset import Ink
from game.tui.widgets.bars import Bars
from game.tui.widgets.heading import Button, Section
from game.tui.widgets.linked import Linked
from game.tui.widgets.record import HowWeKnow, In1945, RecordPart, YourOrder
from game.tui.widgets.sheet import Sheet
from game.tui.widgets.strand import Strand
from game.tui.widgets.words import Words
from game.view import Answer, Standing, Tongue


class AnswerCopy(NamedTuple):
    """What an answer's sheet is set from.

    Attributes:
        answer: What is shown.
        before: Whether it has been read before.
        standing: Where the battle stands after it; None leaves that out.
        whole: Words on a button that asks for the whole text; without, none.
    """

    answer: Answer
    before: bool = False
    standing: Standing | None = None
    whole: str = ""


class AnswerBody(Sheet, can_focus=False):
    """Your order, 1945, how we know."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__(classes="column answer")
        self._tongue = tongue
        self.copy: AnswerCopy | None = None
        self._parts: tuple[RecordPart, ...] = (
            YourOrder(tongue, "your-order"),
            In1945(tongue, "in-1945"),
            HowWeKnow(tongue, "how-we-know"),
        )

        self._title = Words("answer-title", Ink.HEADING)
        self._heads = Section("standing-time-head"), Section("standing-figures-head")
        self._strand = Strand(tongue, "standing-strand")
        self._bars = Bars(tongue, "standing-bars", glossed=False)
        self._whole, self._on = Button("answer-whole", "whole:"), Button("answer-on")

    def compose(self) -> ComposeResult:
        """The decision's title, the three parts, where the battle stands, and the way on."""
        yield self._title
        with Container(id="parts"):
            yield from self._parts
        with Container(id="standing"):
            with Container(id="standing-time"):
                yield self._heads[0]
                yield self._strand
            with Container(id="standing-figures"):
                yield self._heads[1]
                yield self._bars
        yield from (self._whole, self._on)

    @property
    def link_holders(self) -> Sequence[Linked]:
        """The three parts."""
        return self._parts

    @property
    def is_marked(self) -> bool:
        """Whether a link is marked."""
        return any(part.cursor is not None for part in self._parts)

    def show(self, copy: AnswerCopy) -> None:
        """Show an answer."""
        self.copy = copy
        answer, before, standing, whole = copy
        note = self._tongue.say("read before") if before else ""
        self._title.show(answer.title, note=note)
        for part in self._parts:
            part.show(answer)
        self._stand(standing)
        self._whole.show(whole)
        self._on.show(self._tongue.say("Go on"))

    def _stand(self, standing: Standing | None) -> None:
        say = self._tongue.say
        moved = standing.moved if standing else ()
        time, figures = self._heads
        strand = standing.strand if standing else None
        time.show(say("Two lines of time") if strand else "")
        self._strand.show(strand)
        figures.show(say("The figures so far, and who counted what") if moved else "")
        self._bars.show(moved)
