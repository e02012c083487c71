"""The state of the battle, and the figures so far."""

from __future__ import annotations

from textual.app import ComposeResult

from game.tui.commands import keys_of
from game.tui.screens.base import Body, Column, Plate
from game.tui.widgets.bars import Bars
from game.tui.widgets.gauges import Gauges
from game.tui.widgets.heading import Section
from game.view import N_, gauges, ledger_rows

ABOUT = N_(
    "The share of each order is the game\u2019s own. What others counted stands beside these "
    "figures in the closing report."
)


class Ledger(Plate):
    """Gauges above, the ledger below."""

    NAME = "ledger"
    BINDINGS = keys_of("ledger")

    def content(self) -> ComposeResult:
        """Gauges, then figures."""
        with Body(), Column():
            yield Gauges(self.tongue)
            yield Section("figures-head")
            yield Bars(self.tongue, "figures", held=False)

    def refill(self) -> None:
        """The course's figures."""
        course = self.game.course
        if course is None:
            return
        position = course.here
        self.header.show(self.say("The ledger"), right=self.whose, moment=self.game.moment)
        self.query_one(Gauges).show(gauges(position, self.tongue))
        self.query_one(Section).show(self.say("The figures so far"), self.say(ABOUT))
        self.query_one(Bars).show(ledger_rows(position, self.tongue))
