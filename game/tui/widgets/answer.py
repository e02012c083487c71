"""What an order is answered with: three parts, and where the battle stands after it."""

from __future__ import annotations

from typing import Sequence

from textual.app import ComposeResult
from textual.containers import Container

from game.tui.typeset import Ink
from game.tui.widgets.bars import Bars
from game.tui.widgets.blank import Blank
from game.tui.widgets.heading import Button, Section, Words
from game.tui.widgets.laid import Settled
from game.tui.widgets.linked import Linked
from game.tui.widgets.record import HowWeKnow, In1945, RecordPart, YourOrder
from game.tui.widgets.strand import Strand
from game.view import Answer, Standing, Tongue


class Parts(Container, Settled):
    """The three parts, side by side or one below the other."""


class AnswerBody(Blank, Settled, can_focus=False):
    """Your order, 1945, how we know."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__(id="answer", classes="column", markup=False)
        self._tongue = tongue
        self._parts: tuple[RecordPart, ...] = (
            YourOrder(tongue, "your-order"),
            In1945(tongue, "in-1945"),
            HowWeKnow(tongue, "how-we-know"),
        )

    def compose(self) -> ComposeResult:
        """The decision's title, the three parts, where the battle stands, and the way on."""
        yield Words("answer-title", Ink.HEADING)
        with Parts(id="parts"):
            yield from self._parts
        with Container(id="standing"):
            with Container(id="standing-time"):
                yield Section("standing-time-head")
                yield Strand(self._tongue, "standing-strand")
            with Container(id="standing-figures"):
                yield Section("standing-figures-head")
                yield Bars(self._tongue, "standing-bars", glossed=False)
        yield Button("answer-whole", "whole:")
        yield Button("answer-on")

    @property
    def link_holders(self) -> Sequence[Linked]:
        """The three parts."""
        return self._parts

    def show(self, answer: Answer, before: bool = False, standing: Standing | None = None) -> None:
        """Show an answer.

        Args:
            answer: What is shown.
            before: Whether it has been read before.
            standing: Where the battle stands after it; None leaves that out.
        """
        note = self._tongue.say("read before") if before else ""
        self.query_one("#answer-title", Words).show(answer.title, note=note)
        for part in self._parts:
            part.show(answer)
        self.query_one("#answer-on", Button).show(self._tongue.say("Go on"))

        self._stand(standing)

    def _stand(self, standing: Standing | None) -> None:
        say = self._tongue.say
        self.query_one("#standing").display = standing is not None
        if standing is None:
            return
        self.query_one("#standing-time-head", Section).show(say("Two lines of time"))
        self.query_one(Strand).show(standing.strand)
        self.query_one("#standing-figures").display = bool(standing.moved)
        head = self.query_one("#standing-figures-head", Section)
        head.show(say("The figures so far, and who counted what"))
        self.query_one(Bars).show(standing.moved)

    def prepare(self, answer: Answer) -> None:
        """Set an answer that is likely to be shown next."""
        for part in self._parts:
            part.prepare(answer)

    def offer_whole(self, words: str) -> None:
        """With words, a button that asks for the whole text; without, none."""
        whole = self.query_one("#answer-whole", Button)
        whole.show(words)
        whole.display = bool(words)
