"""The closing report: the player's battle and the real one on one page."""

from __future__ import annotations

from typing import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from game.tui.commands import Command, keys_of
from game.tui.screens.base import Column, Plate
from game.tui.screens.body import Body
from game.tui.typeset import Ink
from game.tui.widgets.bars import Bars
from game.tui.widgets.elsewhere import Elsewhere
from game.tui.widgets.footer import Key
from game.tui.widgets.heading import Button, Section
from game.tui.widgets.linked import Links
from game.tui.widgets.orders import Orders
from game.tui.widgets.sources import Sources
from game.tui.widgets.strand import Strand
from game.tui.widgets.tabs import Tabs
from game.tui.widgets.timelines import Timelines
from game.tui.widgets.tree import DecisionTree
from game.tui.widgets.words import Words
from game.view import N_, Course, ReportView, report_view, strand_view
from game.view.days import day_rows
from game.view.roads import roads_view

PARTS = {
    "ledger": (N_("Figures"), N_("Your figures, and who counted what")),
    "orders": (N_("Orders"), N_("Your orders")),
    "tree": (N_("Tree"), N_("The tree of decisions")),
    "time": (N_("Time"), N_("Two lines of time")),
    "days": (N_("Elsewhere"), N_("The same days elsewhere")),
    "sources": (N_("Sources"), N_("What this rests on")),
}
"""The parts in their order: what each is called for short, and over its rule."""


class Report(Plate):
    """Both lines of time, ledger against claims, orders, tree, other hours, sources."""

    NAME = "report"
    BINDINGS = keys_of("report")
    RULED = True

    def __init__(self) -> None:
        super().__init__()
        self._course: Course | None = None

    def content(self) -> ComposeResult:
        """The parts by name, and below them all of it; beside each other where there is room."""
        yield Tabs("report-parts")
        with Body(), Column(id="report"):
            yield Words("report-title", Ink.STRONG, margin=0)
            yield Words("report-parted", margin=0)
            yield Words("report-written", Ink.ACCENT, margin=0)
            yield Strand(self.tongue, "report-strand")
            with Container(id="report-blocks"):
                yield Column(*self._figures(), id="report-figures", classes="block")
                yield Column(*self._ways(), id="report-ways", classes="block")
            yield Section("sources-head")
            yield Sources("report-sources")
            yield Button("report-write", "write:")
            yield Button("report-on")

    def _figures(self) -> Sequence[Widget]:
        return (
            Section("ledger-head"),
            Bars(self.tongue, "report-ledger"),
            Section("orders-head"),
            Orders(self.tongue, "report-orders"),
            Section("tree-head"),
            DecisionTree(self.tongue, "report-tree"),
        )

    def _ways(self) -> Sequence[Widget]:
        return (
            Section("time-head"),
            Timelines(self.tongue, "report-time"),
            Section("days-head"),
            Elsewhere(self.tongue, "report-days"),
        )

    def refill(self) -> None:
        """Show the course's report, if it is not shown yet."""
        course = self.game.course
        if course is None or course is self._course:
            return
        self._course = course
        self._show(course, report_view(course.play, self.tongue))
        self.body.start()
        self.refoot()

    def _show(self, course: Course, view: ReportView) -> None:
        say = self.say
        self.header.show(say("The closing report"), right=self.whose, moment=view.ending.moment)
        self.query_one("#report-title", Words).show(view.ending.title)
        read = " ".join((view.parted, self._how_much_is_read()))
        self.query_one("#report-parted", Words).show(read)
        self.tell_written("")
        self.query_one(Strand).show(strand_view(course.play))
        self.query_one(Bars).show(view.ledger)
        self.query_one(Orders).show(view.orders)
        self.query_one(Timelines).show(view.timeline)
        self.query_one(DecisionTree).show(roads_view(course.play, self.tongue))
        self.query_one(Elsewhere).show(day_rows(course.play, self.tongue) if view.asides else ())
        self.query_one(Sources).show(view.sources)
        self._heads(view)
        write = self.query_one("#report-write", Button)
        write.show(say("Write the report down"))
        write.display = self.game.store is not None
        self.query_one("#report-on", Button).show(say("To the title"))

    def _heads(self, view: ReportView) -> None:
        """A heading over every part that holds something."""
        held = {
            "ledger": bool(view.ledger),
            "orders": bool(view.orders),
            "days": bool(view.asides),
            "sources": bool(view.sources),
        }
        notes = {"ledger": view.counted}
        for part, (_, heading) in PARTS.items():
            section = self.query_one(f"#{part}-head", Section)
            section.show(self.say(heading), notes.get(part, ""))
            section.display = self.query_one(f"#report-{part}").display = held.get(part, True)
        self._show_part()

    def _how_much_is_read(self) -> str:
        """The share of the campaign that has been read, over all playthroughs."""
        assert self._course is not None
        share = self.game.memory.share(self._course.play.program.campaign.id)
        words = self.say("You have read {percent}% of this campaign's words.")
        return words.format(percent=share.percent)

    @property
    def _parts(self) -> dict[str, Section]:
        """The parts that are shown, by name."""
        sections = {part: self.query_one(f"#{part}-head", Section) for part in PARTS}
        return {part: section for part, section in sections.items() if section.display}

    @property
    def _part(self) -> str:
        """The part that stands at the top."""
        here, tops = self.body.scroll_target_y, self._tops()
        if here and self.body.at_end:
            return list(tops)[-1]
        begun = [part for part, row in tops.items() if row <= here + 1]
        return begun[-1] if begun else next(iter(tops), "")

    def _tops(self) -> dict[str, int]:
        """How far to scroll so that each part stands at the top, in order."""
        rows = {part: self.body.depth_of(section) for part, section in self._parts.items()}
        return dict(sorted(rows.items(), key=lambda one: one[1]))

    def _show_part(self) -> None:
        names = [(part, self.say(PARTS[part][0])) for part in self._parts]
        self.query_one(Tabs).show(names, self._part)

    @on(Body.Turned)
    def _turned_to(self) -> None:
        if self.in_front and self._filled:
            self._show_part()

    @property
    def links(self) -> Links:
        """The hours elsewhere."""
        return Links((self.query_one(Elsewhere),))

    def applies(self, command: Command) -> bool:
        """Links only where there are some; nothing is written where nothing is kept."""
        if command.id in ("next_link", "last_link"):
            return bool(self.links.targets)
        return command.id != "write" or self.game.store is not None

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
        """To the title, to a part, write it down, or open an aside."""
        if kind == "on":
            self.game.finish()
        elif kind == "write":
            self.action_write()
        elif kind == "part" and id in self._parts:
            self._turn_to(id)
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

    def action_next_section(self) -> None:
        """To the next part."""
        here = self.body.scroll_target_y
        later = [part for part, row in self._tops().items() if row > here + 1]
        if later:
            self._turn_to(later[0])

    def action_last_section(self) -> None:
        """To the beginning of this part, or of the one before."""
        here = self.body.scroll_target_y
        before = [part for part, row in self._tops().items() if row < here]
        if before:
            self._turn_to(before[-1])
        else:
            self.action_top()

    def _turn_to(self, part: str) -> None:
        self.body.scroll_to(y=self._tops()[part], animate=False, immediate=True)

    def action_write(self) -> None:
        """Write the report beside the saves, as HTML and as SVG."""
        from game.export.report.written import ReportError, write_report

        store = self.game.store
        if store is None or self._course is None:
            return
        try:
            paths = write_report(self._course.play, store.folder, self.tongue)
        except ReportError as fault:
            self.tell_written(str(fault))
            return
        words = self.say("The report is written: {html} and {svg}.")
        self.tell_written(words.format(html=paths[0], svg=paths[1].name))

    def tell_written(self, words: str) -> None:
        """What became of writing it down: in passing, and at the top as long as it is read."""
        told = self.query_one("#report-written", Words)
        told.show(words)
        told.display = bool(words)
        if words:
            self.body.keep_place()
            self.game.tell(words)

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
