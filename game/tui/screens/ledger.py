"""The state of the battle, and the figures so far."""

from __future__ import annotations

from textual.app import ComposeResult

from game.tui.commands import keys_of
from game.tui.screens.base import Column, Plate
from game.tui.screens.body import Body
from game.tui.typeset import Ink
from game.tui.widgets.bars import Bars
from game.tui.widgets.gauges import Gauges
from game.tui.widgets.heading import Section
from game.tui.widgets.strand import Strand
from game.tui.widgets.words import Words
from game.view import N_, gauges, hours, ledger_rows, strand_so_far

ABOUT = N_(
    "The share of each order is the game's own. What others counted is drawn behind your "
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
            yield Words("ledger-none", Ink.MUTED, margin=0)
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
        words = self.say("The ledger")
        self.header.show(page.when, page.place, words, self.game.moment, page.hour)
        state, rows = gauges(position, self.tongue), ledger_rows(position, self.tongue)
        strand = strand_so_far(course.play, page.moment)
        none = self.query_one("#ledger-none", Words)
        none.show(self.say("You have given no order yet."))
        none.display = not (state or rows or strand)
        self.query_one(Gauges).show(state, hours(course))
        self.query_one(Strand).show(strand)
        self.query_one(Strand).display = strand is not None
        self.query_one(Section).show(self.say("The figures so far"), self.say(ABOUT))
        self.query_one(Section).display = bool(rows)
        self.query_one(Bars).show(rows)
