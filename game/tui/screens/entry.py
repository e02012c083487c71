"""A codex entry, an aside, or the facts of a page, above what is read."""

from __future__ import annotations

from typing import Sequence

from textual.app import ComposeResult
from textual.screen import ModalScreen

from game.tui.commands import Command, keys_of
from game.tui.leaves import Leaf, leaf_of
from game.tui.screens.base import Column, Plate
from game.tui.screens.body import Body
from game.tui.typeset import Ink
from game.tui.widgets.chart import Chart, Dates
from game.tui.widgets.footer import Key
from game.tui.widgets.heading import Section
from game.tui.widgets.index import Index
from game.tui.widgets.linked import Links
from game.tui.widgets.prose import Prose
from game.tui.widgets.sources import Facts
from game.tui.widgets.words import Words
from game.view import FactView, Leaving


class Entry(Plate, ModalScreen[None]):
    """One leaf at a time; links lead to others, and Escape back through them."""

    NAME = "entry"
    BINDINGS = keys_of("entry")
    RULED = True

    def __init__(self) -> None:
        super().__init__()
        self._leaves: list[Leaf] = []
        self._last_left: Leaving | None = None

    def content(self) -> ComposeResult:
        """Name, line, text; timeline, chart and list of a chapter; facts."""
        with Body(), Column():
            yield Words("entry-name", Ink.HEADING)
            yield Words("entry-line", Ink.MUTED)
            yield Prose("entry-text")
            yield Section("entry-dates-head")
            yield Dates("entry-dates")
            yield Section("entry-chart-head")
            yield Chart(self.tongue, "entry-chart")
            yield Index("entry-index")
            yield Section("entry-head")
            yield Facts("entry-facts")

    def look_up(self, kind: str, id: str) -> bool:
        """Put an entry on top; says whether there is one."""
        leaf = leaf_of(self.game.story, kind, id, self.tongue)
        if leaf is None:
            return False
        self._put(leaf)
        return True

    def tell_facts(self, facts: Sequence[FactView]) -> None:
        """Put the facts of a page on top."""
        self._put(Leaf(self.say("Facts"), self.say("What this rests on"), "", (), tuple(facts)))

    def tell_leaving(self, told: Leaving) -> bool:
        """Put on top what came of it in 1945; says whether that is told for the first time."""
        if told == self._last_left:
            return False
        self._last_left = told
        self._put(Leaf(self.say("Leaving"), self.say("Before you go"), "", told.text, told.facts))
        return True

    def _put(self, leaf: Leaf) -> None:
        if not self.is_current:
            self._leaves = []
        self._leaves.append(leaf)
        if self.in_front:
            self.refill()

    def refill(self) -> None:
        """The leaf on top."""
        if not self._leaves:
            return
        leaf = self._leaves[-1]
        self.header.show(leaf.kind, leaf.name, right=self.whose, moment=self.game.moment)
        self.query_one("#entry-name", Words).show(leaf.name)
        self.query_one("#entry-line", Words).show(leaf.line)
        self.query_one("#entry-line").display = bool(leaf.line)
        self.query_one(Prose).show(leaf.text)
        self.query_one(Prose).display = bool(leaf.text)
        self._show_times(leaf)
        self.query_one(Index).show(leaf.lists)
        self.query_one(Index).display = bool(leaf.lists)
        below = leaf.below or self.say("What this rests on")
        self._head("entry-head", below, bool(leaf.facts and leaf.text))
        self.query_one(Facts).show(leaf.facts)
        self.body.start()
        self.refoot()

    def _show_times(self, leaf: Leaf) -> None:
        """A chapter's timeline and chart."""
        dates, chart = self.query_one(Dates), self.query_one(Chart)
        dates.show(leaf.timeline)
        chart.show(leaf.chart)
        dates.display, chart.display = bool(leaf.timeline), leaf.chart is not None
        self._head("entry-dates-head", self.say("In the order of time"), dates.display)
        self._head("entry-chart-head", leaf.chart.title if leaf.chart else "", chart.display)

    def _head(self, id: str, heading: str, shown: bool) -> None:
        section = self.query_one(f"#{id}", Section)
        section.show(heading)
        section.display = shown

    @property
    def links(self) -> Links:
        """The links of the text and of the list below it."""
        return Links((self.query_one(Prose), self.query_one(Index)))

    def applies(self, command: Command) -> bool:
        """Links only where there are some."""
        linked = command.id in ("next_link", "last_link")
        return bool(self.links.targets) if linked else True

    def in_foot(self, command: Command) -> bool:
        """All of them: Space closes at the end."""
        return True

    def word_for(self, command: Command) -> Key:
        """Space closes at the end."""
        id, key, label = super().word_for(command)
        if id == "more" and self.body.at_end:
            return id, key, self.say("close")
        if id == "enter":
            return id, key, self.say("open") if self.links.marked else self.say("close")
        return id, key, label

    def action_more(self) -> None:
        """A screenful further; at the end, close."""
        if self.body.at_end:
            self.action_escape()
        else:
            super().action_more()

    def action_enter(self) -> None:
        """Open what is marked; else close."""
        target = self.links.marked
        if target is None:
            self.action_escape()
        else:
            self.follow(target)

    def action_escape(self) -> None:
        """Back to the leaf before, or close."""
        if len(self._leaves) > 1:
            self._leaves.pop()
            self.refill()
        else:
            super().action_escape()

    def action_next_link(self) -> None:
        """Mark the next name."""
        self._mark(1)

    def action_last_link(self) -> None:
        """Mark the name before."""
        self._mark(-1)

    def _mark(self, way: int) -> None:
        holder = self.links.step(way)
        row = holder.row_of_cursor() if holder else None
        if holder is not None and row is not None:
            self.body.show_row(holder, row)
        self.refoot()
