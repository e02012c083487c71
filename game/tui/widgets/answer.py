"""What an order is answered with: three parts, side by side where there is room."""

from __future__ import annotations

from typing import Sequence

from textual.app import ComposeResult
from textual.containers import Container

from game.tui.typeset import Ink
from game.tui.widgets.blank import Blank
from game.tui.widgets.heading import Button, Words
from game.tui.widgets.laid import Settled
from game.tui.widgets.linked import Linked
from game.tui.widgets.record import HowWeKnow, In1945, RecordPart, YourOrder
from game.view import Answer, Tongue


class AnswerBody(Blank, Settled, can_focus=False):
    """Your order, 1945, how we know."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__(id="answer", classes="column", markup=False)
        self._tongue = tongue

    def compose(self) -> ComposeResult:
        """The decision's title, the three parts, and the way on."""
        yield Words("answer-title", Ink.HEADING)
        with Container(id="parts"):
            yield YourOrder(self._tongue, "your-order")
            yield In1945(self._tongue, "in-1945")
            yield HowWeKnow(self._tongue, "how-we-know")
        yield Button("answer-whole", "whole:")
        yield Button("answer-on")

    @property
    def link_holders(self) -> Sequence[Linked]:
        """The three parts."""
        return list(self.query(RecordPart))

    def show(self, answer: Answer, before: bool = False) -> None:
        """Show an answer, and whether it has been read before."""
        note = self._tongue.say("read before") if before else ""
        self.query_one("#answer-title", Words).show(answer.title, note=note)
        for part in self.query(RecordPart):
            part.show(answer)
        self.query_one("#answer-on", Button).show(self._tongue.say("Go on"))

    def offer_whole(self, words: str) -> None:
        """With words, a button that asks for the whole text; without, none."""
        whole = self.query_one("#answer-whole", Button)
        whole.show(words)
        whole.display = bool(words)
