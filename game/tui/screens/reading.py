"""The screen that is read: pages, decisions, answers and endings, one after the other."""

from __future__ import annotations

from typing import Callable, Mapping

from textual import on
from textual.app import ComposeResult
from textual.timer import Timer

from game.tui.commands import Command, keys_of
from game.tui.screens.ahead import Foresight
from game.tui.screens.base import Plate
from game.tui.screens.body import Body
from game.tui.screens.ready import ReadyBeat, Way, is_shortened
from game.tui.screens.spread import Spread
from game.tui.widgets.footer import Footer, Key
from game.tui.widgets.linked import Links
from game.tui.widgets.menu import Menu
from game.tui.widgets.side import Across, Beside, Side
from game.tui.widgets.words import Words
from game.view import Beat, Course, Page, leaving, parts_of, past_what_was_read

LEISURE = 0.2
"""Seconds after which a reader is taken to be reading."""


class Reading(Plate):
    """One beat of a course at a time; the only place where orders are given."""

    NAME = "reading"
    BINDINGS = keys_of("reading")
    RULED = True

    def __init__(self) -> None:
        super().__init__()
        self._course: Course | None = None
        self._spread: Spread
        self._beat: ReadyBeat
        self._read_on: set[str] = set()
        self._whole: Beat | None = None
        self._foresight: Foresight
        self._large = False
        self._leisure = Timer(self, LEISURE)
        self._tests: Mapping[str, Callable[[], bool]] = {
            "pick": lambda: self._asked,
            "back": lambda: self.course.index > 0,
            "skip": lambda: self.page is not None and self.page.can_skip,
            "redo": self._can_redo,
            "whole_text": lambda: self._is_shortened,
            "facts": lambda: bool(self.game.facts_here()),
            "next_link": lambda: bool(self.links.targets),
            "last_link": lambda: bool(self.links.targets),
            "journal": lambda: len(self.course.play.legs) > 1,
            "ahead": self._can_go_ahead,
        }

    def content(self) -> ComposeResult:
        """The text, and beside it the map and the gauges."""
        self._spread = Spread(self.tongue)
        with Across(id="across"):
            with Body():
                yield Words("notice", mark="\u2014")
                yield from self._spread
            yield (side := self.beside())
        self._foresight = Foresight(self._spread, side, self._ready)

    def beside(self) -> Beside:
        """The map and the gauges."""
        return Side(self.game.story, self.game.geography, self.tongue)

    @property
    def course(self) -> Course:
        """The course that is shown."""
        assert self._course is not None
        return self._course

    @property
    def page(self) -> Page | None:
        """The page that is read; None while an answer is."""
        return self.course.beat if isinstance(self.course.beat, Page) else None

    @property
    def choices(self) -> Menu:
        """The menu that digits and arrows go to: the choices, or the question whether to read."""
        return self._spread.page.menu

    @property
    def links(self) -> Links:
        """What can be looked up from here."""
        return Links((self._spread.page if self.page else self._spread.answer).link_holders)

    def refill(self) -> None:
        """Show the course's beat, if it is not shown yet."""
        large = self.game.settings.large
        shown = self.game.course is self._course and large == self._large
        if self.game.course is None or shown:
            return
        self._course, self._large = self.game.course, large
        self._show()
        self.body.start()
        self.refoot()
        self._leisure.stop()
        self._leisure = self.set_timer(LEISURE, self._prepare)

    def _prepare(self) -> None:
        """Set what follows while this is read."""
        if self._can_prepare:
            self._foresight.page(self.course)

    def _prepare_answer(self) -> None:
        """Set the answer to the order that is marked."""
        if self._can_prepare and self._ordering and (row := self.choices.row):
            self._foresight.answer(self.course, row.id)

    @property
    def _can_prepare(self) -> bool:
        """Whether sheets can be set: not in large text, and not once the game is closing."""
        return not self._large and self._spread.page.is_attached

    def move(self, course: Course) -> None:
        """Go to another place; orders given on the way are kept at once."""
        ordered = len(course.play.legs) > len(self.course.play.legs)
        problem = self.game.keep(course.play) if ordered else None
        self.game.course = course
        self.game.notice = problem or ""
        self.refill()
        self.refoot()

    def _ready(self, course: Course) -> ReadyBeat:
        """The beat that a course is at, ready to be shown."""
        return ReadyBeat.of(course, self.game.memory, self._way)

    @property
    def _way(self) -> Way:
        return Way(self._large, self._whole, self._read_on, self.say("The whole text"))

    def _show(self, stay: bool = False) -> None:
        """Show the course's beat; with `stay`, on the sheet that is seen."""
        self._beat = beat = self._foresight.beat(self.course, self._large)
        self._head()
        self.query_one(Footer).lay_late()
        self.query_one("#notice", Words).show(self.game.notice)
        self._spread.turn(beat.copy, stay)
        if not self.gated:
            self.game.memory.add(beat.parts)
        beside = self.query_one(Beside)
        beside.stand(self.page is not None)
        beside.show(beat.scene, self.course.here)

    @property
    def gated(self) -> bool:
        """Whether it is asked whether a page shall be read."""
        return self.page is not None and self._spread.page.gated

    @property
    def _is_shortened(self) -> bool:
        """Whether the brief text is shown, and there is a longer one."""
        return is_shortened(self.course.beat, self._way)

    def action_whole_text(self) -> None:
        """The whole text instead of the brief one."""
        if self._is_shortened:
            self._whole = self.course.beat
            self._show_otherwise()

    def _show_otherwise(self) -> None:
        """Show the same beat as the reader has asked for it."""
        self._foresight.forget()
        self._show(stay=True)
        self.body.start()
        self.refoot()

    def _place(self) -> Page:
        """The page that time and place are taken from: an answer has its decision's."""
        return self._beat.scene

    def _head(self) -> None:
        place = self._place()
        words = self.say("Decision {number} of about {about}")
        far = words.format(number=place.number, about=place.about)
        if self.course.at_end:
            far = self.say("The end")
        self.header.show(place.when, place.place, far, place.moment, place.hour)

    def applies(self, command: Command) -> bool:
        """Keep commands away that make no sense at this beat."""
        test = self._tests.get(command.id)
        return test is None or test()

    def _can_redo(self) -> bool:
        deciding = self.page is not None and self.page.kind == "decision"
        return deciding and bool(self.course.play.undone)

    def _can_go_ahead(self) -> bool:
        """Whether there is something ahead, and this or that has been read before."""
        ahead = self.course.forward()
        if ahead.index == self.course.index:
            return False
        return self._beat.again or all(part in self.game.memory for part in parts_of(ahead))

    def in_foot(self, command: Command) -> bool:
        """Enter where it opens, orders or goes on; Space where there is more to read."""
        if command.id == "more":
            return not self.body.at_end and not self._marked_something
        if command.id == "enter":
            return self._marked_something or (self.body.at_end and not self._asked)
        return True

    def word_for(self, command: Command) -> Key:
        """The foot says what Enter, Space and the digits do just now."""
        id, key, label = super().word_for(command)
        if id == "pick":
            last = max((row.number or 0 for row in self.choices.rows), default=1)
            return id, f"1\u2013{last}" if last > 1 else "1", label
        if id == "enter" and self.links.marked is not None:
            return id, key, self.say("open")
        if id == "enter" and self._ordering:
            return id, key, self.say("give this order")
        return id, key, label

    @property
    def _asked(self) -> bool:
        """Whether there is something to choose."""
        return self.page is not None and bool(self.choices.rows)

    @property
    def _marked_something(self) -> bool:
        """Whether a link or a choice is marked."""
        choosing = self._asked and self.choices.marked is not None
        return choosing or self.links.marked is not None

    @property
    def _ordering(self) -> bool:
        """Whether Enter would give an order."""
        return self.page is not None and not self.gated and self.choices.row is not None

    @on(Menu.Chosen)
    def _chosen(self, event: Menu.Chosen) -> None:
        event.stop()
        late = event.is_stale or event.menu is not self.choices
        if late or not self.in_front or self.page is None:
            return
        if event.id == "read-on":
            self._open_gate()
        elif event.id == "skip":
            self.action_skip()
        else:
            self.move(self._foresight.order(self.course, event.id))

    def _open_gate(self) -> None:
        assert self.page is not None
        self._read_on.add(self.page.id)
        self._show_otherwise()

    @on(Menu.Marked)
    def _marked(self, event: Menu.Marked) -> None:
        event.stop()
        if event.menu is not self.choices:
            return
        self.set_timer(LEISURE / 2, self._prepare_answer)
        self.links.mark(None)
        self.body.ruler.lift()
        self.refoot()
        self.call_after_refresh(self._choices_into_sight)

    def _choices_into_sight(self) -> None:
        menu = self.choices
        if menu.marked is not None and not self.body.show_whole(menu):
            region = menu.region_of(menu.marked)
            self.body.show_row(menu, region.y, region.height + 1)

    def opened(self, kind: str, id: str) -> None:
        """Go on, mark the choice that an adviser leans to, or look a name up."""
        if kind == "on":
            self._go_on()
        elif kind == "whole":
            self.action_whole_text()
        elif kind == "choice":
            self.choices.pick(int(id))
        else:
            super().opened(kind, id)

    def action_pick(self, number: int = 0) -> None:
        """Mark the choice of a digit; the same digit again gives the order."""
        if self.page is not None:
            self.choices.pick(number)

    async def action_enter(self) -> None:
        """Open what is marked, give the order that is marked, or go on."""
        target = self.links.marked
        if target is not None:
            self.follow(target)
        elif self.page is None or not self.choices.choose():
            self.action_more()

    def action_more(self) -> None:
        """A screenful further; at the end, on to what follows."""
        if not self.body.at_end:
            self.body.turn(1)
        else:
            self._go_on()

    def _go_on(self) -> None:
        """On to what follows; where something is asked, to the first answer."""
        if self._asked:
            if self.choices.row is None:
                self.choices.step(1)
        elif self.course.at_end:
            self.game.open_report()
        else:
            self.move(self.course.forward())

    def action_back(self) -> None:
        """The beat before."""
        self.move(self.course.back())

    def action_ahead(self) -> None:
        """Past what has been read before."""
        if self._can_go_ahead():
            self.move(past_what_was_read(self.course, self.game.memory))

    def action_skip(self) -> None:
        """Pass over a page that has a note."""
        if self.page is not None and self.page.can_skip:
            self.move(self.course.skip())

    def action_redo(self) -> None:
        """Give the order again that was taken back."""
        self.move(self.course.redo())

    def action_down(self) -> None:
        """A line further, then from choice to choice."""
        marked = self._asked and self.choices.marked is not None
        if not marked and self.body.ruler.step(1):
            return
        if marked or (self._asked and self.body.at_end):
            self.choices.step(1)
        else:
            super().action_down()

    def action_up(self) -> None:
        """The choice before, then a line back."""
        if self.page is not None and self.choices.marked is not None:
            if not self.choices.step(-1):
                self.choices.mark(None)
        else:
            super().action_up()

    def action_next_link(self) -> None:
        """Mark the next name that can be looked up."""
        self._mark_link(1)

    def action_last_link(self) -> None:
        """Mark the name before."""
        self._mark_link(-1)

    def _mark_link(self, way: int) -> None:
        self.choices.mark(None)
        holder = self.links.step(way)
        self.refoot()
        row = holder.row_of_cursor() if holder else None
        if holder is not None and row is not None:
            self.body.show_row(holder, row)

    def action_escape(self) -> None:
        """Unmark what is marked; else to the title, the game being kept."""
        if self.links.marked is not None:
            self.links.mark(None)
        elif self.page is not None and self.choices.marked is not None and self.choices.mark(None):
            pass
        else:
            self._leave_for_the_title()
        self.refoot()

    def _leave_for_the_title(self) -> None:
        """To the title; from a short campaign, past what came of it in 1945."""
        told = leaving(self.course.play, self.tongue)
        super().action_escape()
        if told is not None and self.game.screen is not self:
            self.game.open_leaving(told)

    def action_facts(self) -> None:
        """What this beat rests on."""
        self.game.open_facts()

    def action_map(self) -> None:
        """The map."""
        self.game.open_map(self._place())
