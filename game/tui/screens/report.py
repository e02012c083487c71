"""The closing report: the player's battle and the real one on one page."""

from __future__ import annotations

from typing import Sequence

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget

from game.tui.commands import Command, keys_of
from game.tui.screens.base import Body, Column, Plate
from game.tui.typeset import Ink, Line, hung, ink, joined
from game.tui.widgets.bars import Bars
from game.tui.widgets.footer import Key
from game.tui.widgets.heading import Button, Section, Words
from game.tui.widgets.linked import Linked, Links
from game.tui.widgets.orders import Orders
from game.tui.widgets.sources import Sources
from game.tui.widgets.timelines import Timelines
from game.view import AsideView, Course, ReportView, report_view


class Asides(Linked):
    """The same days elsewhere, each a title that can be opened."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._asides: tuple[AsideView, ...] = ()

    def show(self, asides: Sequence[AsideView]) -> None:
        """Show these."""
        self._asides, self.cursor = tuple(asides), None
        self.relay()

    @property
    def links(self) -> tuple[str, ...]:
        """One for each."""
        return tuple(f"aside:{aside.id}" for aside in self._asides)

    def lay(self, width: int) -> Sequence[Line]:
        """Title, thread, day."""
        lines: list[Line] = []
        for i, aside in enumerate(self._asides):
            cursor = Ink.CURSOR if i == self.cursor else Ink.PLAIN
            title = ink(aside.title, Ink.LINK, cursor, target=f"aside:{aside.id}")
            after = ink(f"  {aside.thread}, {aside.when}", Ink.MUTED)
            lines += hung(joined(title, after), width, ink("\u203a ", Ink.ACCENT), Content("  "))
        return lines


class Report(Plate):
    """Ledger against claims, two lines of time, the orders, the other side, the sources."""

    NAME = "report"
    BINDINGS = keys_of("report")

    def __init__(self) -> None:
        super().__init__()
        self._course: Course | None = None

    def content(self) -> ComposeResult:
        """The sections, one below the other; beside each other where there is room."""
        with Body(), Column(id="report"):
            yield Words("report-title", Ink.STRONG, margin=0)
            yield Words("report-parted", margin=0)
            with Container(id="report-blocks"):
                yield Column(*self._figures(), id="report-figures", classes="block")
                yield Column(*self._ways(), id="report-ways", classes="block")
            yield Button("report-on")

    def _figures(self) -> Sequence[Widget]:
        return (Section("ledger-head"), Bars(self.tongue, "report-ledger"))

    def _ways(self) -> Sequence[Widget]:
        return (
            Section("time-head"),
            Timelines(self.tongue, "report-time"),
            Section("orders-head"),
            Orders(self.tongue, "report-orders"),
            Section("asides-head"),
            Asides("report-asides"),
            Section("sources-head"),
            Sources("report-sources"),
        )

    def refill(self) -> None:
        """Show the course's report, if it is not shown yet."""
        course = self.game.course
        if course is None or course is self._course:
            return
        self._course = course
        self._show(report_view(course.play, self.tongue))
        self.body.start()
        self.refoot()

    def _show(self, view: ReportView) -> None:
        say = self.say
        self.header.show(say("The closing report"), right=self.whose, moment=view.ending.moment)
        self.query_one("#report-title", Words).show(view.ending.title)
        read = " ".join((view.parted, self._how_much_is_read()))
        self.query_one("#report-parted", Words).show(read)
        self._head("ledger", say("Your figures, and who counted what"), view.counted)
        self.query_one(Bars).show(view.ledger)
        self.query_one("#report-figures").display = bool(view.ledger)
        self._head("orders", say("Your orders"))
        self.query_one(Orders).show(view.orders)
        self._head("time", say("Two lines of time"))
        self.query_one(Timelines).show(view.timeline)
        self._head("asides", say("The same days elsewhere") if view.asides else "")
        self.query_one(Asides).show(view.asides)
        self._head("sources", say("What this rests on") if view.sources else "")
        self.query_one(Sources).show(view.sources)
        self.query_one(Button).show(say("To the title"))

    def _how_much_is_read(self) -> str:
        """The share of the campaign that has been read, over all playthroughs."""
        assert self._course is not None
        share = self.game.memory.share(self._course.play.program.campaign.id)
        words = self.say("You have read {percent}% of this campaign's words.")
        return words.format(percent=share.percent)

    def _head(self, name: str, heading: str, note: str = "") -> None:
        section = self.query_one(f"#{name}-head", Section)
        section.show(heading, note)
        section.display = bool(heading)

    @property
    def links(self) -> Links:
        """The asides."""
        return Links((self.query_one(Asides),))

    def applies(self, command: Command) -> bool:
        """Links only where there are some."""
        if command.id in ("next_link", "last_link"):
            return bool(self.links.targets)
        return True

    def in_foot(self, command: Command) -> bool:
        """Enter where it opens or leads on; Space where there is more to read."""
        marked, at_end = self.links.marked is not None, self.body.at_end
        tests = {"enter": marked or at_end, "more": not at_end}
        return tests.get(command.id, True)

    def word_for(self, command: Command) -> Key:
        """At the end, on to the title."""
        id, key, label = super().word_for(command)
        if id == "enter":
            marked = self.links.marked is not None
            return id, key, self.say("open") if marked else self.say("to the title")
        return id, key, label

    def opened(self, kind: str, id: str) -> None:
        """To the title, or open an aside."""
        if kind == "on":
            self.game.finish()
        else:
            super().opened(kind, id)

    def action_more(self) -> None:
        """A screenful further; at the end, to the title."""
        if self.body.at_end:
            self.game.finish()
        else:
            super().action_more()

    def action_enter(self) -> None:
        """Open what is marked, or go on."""
        target = self.links.marked
        if target is None:
            self.action_more()
        else:
            self.follow(target)

    def action_next_link(self) -> None:
        """Mark the next aside."""
        self._mark(1)

    def action_last_link(self) -> None:
        """Mark the aside before."""
        self._mark(-1)

    def _mark(self, way: int) -> None:
        holder = self.links.step(way)
        row = holder.row_of_cursor() if holder else None
        if holder is not None and row is not None:
            self.body.show_row(holder, row)
        self.refoot()

    def action_map(self) -> None:
        """The map at the end."""
        assert self._course is not None
        self.game.open_map(self._course.page)
