"""The state of the battle, and the figures so far."""

from __future__ import annotations

from textual.app import ComposeResult

from game.tui.commands import keys_of
from game.tui.screens.base import Body, Column, Plate
from game.tui.widgets.bars import Bars
from game.tui.widgets.gauges import Gauges
from game.tui.widgets.heading import Section
from game.tui.widgets.strand import Strand
from game.view import N_, gauges, hours, ledger_rows, strand_view

ABOUT = N_(
    "The share of each order is the game\u2019s own. What others counted is drawn behind your "
    "figures; it is of the whole battle, and yours is only so far."
)


class Ledger(Plate):
    """Gauges above, the ledger below."""

    NAME = "ledger"
    BINDINGS = keys_of("ledger")
    RULED = True

    def content(self) -> ComposeResult:
        """Gauges, then figures."""
        with Body(), Column(id="ledger"):
            with Column(id="ledger-state", classes="block"):
                yield Gauges(self.tongue)
                yield Strand(self.tongue, "ledger-strand")
            with Column(id="ledger-figures", classes="block"):
                yield Section("figures-head")
                yield Bars(self.tongue, "figures")

    def refill(self) -> None:
        """The course's figures."""
        course = self.game.course
        if course is None:
            return
        position = course.here
        page = course.scene
        self.header.show(page.when, page.place, self.say("The ledger"), self.game.moment)
        self.query_one(Gauges).show(gauges(position, self.tongue), hours(course))
        self.query_one(Strand).show(strand_view(course.play, until=page.moment))
        self.query_one(Section).show(self.say("The figures so far"), self.say(ABOUT))
        self.query_one(Bars).show(ledger_rows(position, self.tongue))
