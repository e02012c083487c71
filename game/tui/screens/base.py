"""What every screen has: a head, a body, a foot of keys, and the commands that work there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.widget import Widget

from game.tongue import Tongue
from game.tui.commands import Command, commands_of, in_footer
from game.tui.ruler import Ruler
from game.tui.typeset import INK_CLASSES
from game.tui.widgets.blank import Blank
from game.tui.widgets.footer import Footer, Key
from game.tui.widgets.header import Header
from game.tui.widgets.laid import Laid
from game.tui.widgets.rail import Rail
from game.tui.widgets.settled import Settled
from game.tui.widgets.small import HEIGHT, WIDTH, WORDS, TooSmall

if TYPE_CHECKING:
    from game.tui.app import TenDays

RESETTLED = 0.05
"""Seconds after which a resized window is laid out for good."""

OVERLAP = 2
"""Lines that stay in sight when a screenful is turned."""

COLUMNS = [(0, "-tiny"), (WIDTH, "-narrow"), (80, "-medium"), (120, "-wide"), (170, "-broad")]
"""Columns from which a screen has a class; from `-wide` on, things stand side by side."""

ROWS = [(0, "-short"), (HEIGHT, "-low"), (32, "-tall")]
"""Rows from which a screen has a class."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is reading: so far in a block of lines of a widget."""

    widget: Laid
    block: int
    far: float


class Body(Blank, VerticalScroll, can_focus=False, inherit_bindings=False):
    """The part of a screen that scrolls. Resized, it keeps the paragraph that is read in sight."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
    """Its scrollbar has a place of its own: to have grown is no reason for a second layout."""

    class Turned(Message):
        """Another part is in sight."""

    def __init__(self, *children: Widget, id: str = "body", classes: str = "body") -> None:
        super().__init__(*children, id=id, classes=classes)
        self._place: Place | None = None
        self._was_at_end = self._returning = False
        self._settled = self.size
        self._left_at = 0.0
        self.ruler = Ruler(self)
        """The reading ruler on it."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The rail; made when it is first asked for, as Textual does."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = rail = Rail(name="vertical")
            rail.display = False
            self.app._start_widget(self, rail)
        return self._vertical_scrollbar

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the place, unless it is moved by a resize that is still under way."""
        super().watch_scroll_y(old_value, new_value)
        clamped = old_value > self.max_scroll_y
        if self.size == self._settled and not clamped and not self._returning:
            self._was_at_end = 0 < self.max_scroll_y <= new_value
            self._place = self._found() if new_value else None
        self.post_message(self.Turned())

    def watch_virtual_size(self) -> None:
        """There is more or less to read than before."""
        self.post_message(self.Turned())

    def on_resize(self) -> None:
        """Come back to the place; once more when what changed the width has been laid out too."""
        self.call_after_refresh(self._come_back)
        self.set_timer(RESETTLED, self._settle)

    def _come_back(self) -> None:
        self._returning = True
        self.scroll_to(y=self._row(), animate=False, immediate=True)
        self._returning, self._settled = False, self.size
        self._left_at = self.scroll_y
        self.post_message(self.Turned())

    def _settle(self) -> None:
        """Come back once more, unless it has been scrolled since."""
        if self.scroll_y == self._left_at:
            self._come_back()

    def _found(self) -> Place | None:
        """What stands in the uppermost row."""
        top = self.scroll_offset.y
        for laid in self.query(Laid):
            row = top - self.top_of(laid)
            if laid.region and row < laid.region.height:
                return Place(laid, *laid.block_at(max(0, row)))
        return None

    def _row(self) -> int:
        """Where the place is now."""
        if self._was_at_end:
            return self.max_scroll_y
        place = self._place
        if place is None or not place.widget.display:
            return 0
        return self.top_of(place.widget) + place.widget.row_of_block(place.block, place.far)

    def top_of(self, widget: Widget) -> int:
        """The row of the whole text in which a widget begins."""
        return widget.region.y - self.region.y + self.scroll_offset.y

    def depth_of(self, widget: Widget) -> int:
        """How far to scroll so that a widget stands at the top, wherever it is scrolled to now."""
        depth, here = 0, widget
        while here is not self:
            depth += here.virtual_region.y
            assert isinstance(here.parent, Widget)
            here = here.parent
        return depth

    def start(self) -> None:
        """To the top, where something new is shown; nothing of it is selected yet."""
        if self.screen.selections:
            self.screen.clear_selection()
        self.scroll_home(animate=False, immediate=True)
        self._place, self._was_at_end = None, False
        self.ruler.begin()

    def show_row(self, widget: Widget, row: int, height: int = 1) -> None:
        """Bring rows of a widget inside it into sight."""
        top = self.top_of(widget)
        self.scroll_to_region(Region(0, top + row, 1, height), animate=False, x_axis=False)

    @property
    def at_end(self) -> bool:
        """Whether nothing is left below."""
        return self.scroll_target_y >= self.max_scroll_y

    def turn(self, way: int) -> None:
        """A screenful down (1) or up (-1)."""
        step = max(1, self.scrollable_content_region.height - OVERLAP)
        self.scroll_relative(y=way * step, duration=0.15)


class Column(Blank, Settled, can_focus=False):
    """The reading column inside a body."""

    def __init__(self, *children: Widget, id: str | None = None, classes: str = "column") -> None:
        super().__init__(*children, id=id, classes=classes, markup=False)


class Plate(Blank, Screen[None], inherit_bindings=False):
    """A screen of the game. It lives as long as the app and is shown anew, not made anew."""

    NAME: ClassVar[str] = ""
    """How the table of commands calls it."""

    RULED: ClassVar[bool] = False
    """Whether the reading ruler lies on it, for readers who want one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(INK_CLASSES)
    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = COLUMNS
    VERTICAL_BREAKPOINTS = ROWS

    def __init__(self) -> None:
        super().__init__()
        self._foot_due = self._filled = False

    @property
    def game(self) -> TenDays:
        """The app."""
        return cast("TenDays", self.app)

    @property
    def tongue(self) -> Tongue:
        """The reader's language."""
        return self.game.tongue

    def say(self, words: str) -> str:
        """An interface string in the reader's language."""
        return self.tongue.say(words)

    @property
    def whose(self) -> str:
        """Whose battle it is, for the head."""
        return self.game.commander(self.game.course)

    @property
    def in_front(self) -> bool:
        """Whether it is the one that is seen, and complete; what comes later is not answered."""
        return self.is_current and self.is_mounted

    def content(self) -> ComposeResult:
        """What stands between head and foot."""
        raise NotImplementedError

    def refill(self) -> None:
        """Show what is to be shown now; called whenever the screen comes to the front."""

    def compose(self) -> ComposeResult:
        """Head, content, foot, and the notice for a small window."""
        yield Header()
        yield from self.content()
        yield Footer(self.foot_keys)
        yield TooSmall(self.say(WORDS))

    def on_screen_resume(self) -> None:
        """Fill the screen when it comes to the front; not if it was only passed on the way."""
        if self.in_front:
            if self.RULED:
                self.body.ruler.set(self.game.settings.ruler)
            self.refill()
            self._filled = True
            self.refoot()

    @property
    def header(self) -> Header:
        """The head."""
        return self.query_one(Header)

    @property
    def body(self) -> Body:
        """The part that scrolls."""
        return self.query_one(Body)

    def applies(self, command: Command) -> bool:
        """Whether a command makes sense now; what does not is kept out of foot and palette."""
        return True

    def in_foot(self, command: Command) -> bool:
        """Whether the foot names a command now."""
        return True

    def word_for(self, command: Command) -> Key:
        """How the foot names a command now."""
        return command.id, command.shown, self.say(command.label)

    def commands(self) -> list[Command]:
        """The commands that make sense now."""
        return [command for command in commands_of(self.NAME) if self.applies(command)]

    def refoot(self) -> None:
        """Bring the foot up to date, once, when all that is under way is done."""
        if not self._foot_due:
            self._foot_due = True
            self.call_after_refresh(self._refoot)

    def _refoot(self) -> None:
        self._foot_due = False
        if self.in_front:
            self.foot_now()

    def foot_now(self) -> None:
        """Show in the foot what can be done."""
        self.query_one(Footer).show()

    def foot_keys(self) -> list[Key]:
        """What can be done now, as the foot names it; nothing before the screen is filled."""
        if not (self._filled and self.in_front):
            return []
        named = [c for c in in_footer(self.commands()) if self.in_foot(c)]
        return [self.word_for(command) for command in named]

    @on(Body.Turned)
    def _turned(self) -> None:
        self.refoot()
        if self.body.ruler.is_on:
            self.body.ruler.keep_in_sight()

    @on(Laid.Picked)
    async def _picked(self, event: Laid.Picked) -> None:
        event.stop()
        if not self.in_front:
            return
        kind, _, id = event.target.partition(":")
        if kind == "command":
            await self.ask(id)
        else:
            self.follow(event.target)

    async def ask(self, id: str) -> None:
        """Do what a command says, if this screen knows it."""
        if any(command.id == id for command in self.commands()):
            await self.run_action(id)

    def follow(self, target: str) -> None:
        """Open what a link leads to: its kind and id, parted by a colon."""
        kind, _, id = target.partition(":")
        self.opened(kind, id)

    def opened(self, kind: str, id: str) -> None:
        """Words with a target were chosen: codex entries and asides open in place."""
        self.game.open_entry(kind, id)

    def action_escape(self) -> None:
        """Close this screen."""
        self.game.close(self)

    def action_more(self) -> None:
        """A screenful further."""
        self.body.turn(1)

    def action_less(self) -> None:
        """A screenful back."""
        self.body.turn(-1)

    def action_down(self) -> None:
        """A line further; with the reading ruler, on to the next line or paragraph."""
        if not self.body.ruler.step(1):
            self.body.scroll_relative(y=1, animate=False)

    def action_up(self) -> None:
        """A line back, and the ruler with it."""
        if not self.body.ruler.step(-1):
            self.body.scroll_relative(y=-1, animate=False)

    def action_top(self) -> None:
        """To the beginning."""
        self.body.scroll_home(animate=False)

    def action_bottom(self) -> None:
        """To the end."""
        self.body.scroll_end(animate=False)

    def action_help(self) -> None:
        """What can be done here."""
        self.game.open_help(self)

    def action_ledger(self) -> None:
        """The state of the battle."""
        self.game.open_ledger()

    def action_journal(self) -> None:
        """The orders so far."""
        self.game.open_journal()

    def action_codex(self) -> None:
        """The codex."""
        self.game.open_codex()

    def action_saves(self) -> None:
        """Saves."""
        self.game.open_saves()

    def action_plays(self) -> None:
        """The playthroughs."""
        self.game.open_plays()

    def action_plain(self) -> None:
        """On in plain lines."""
        self.game.go_plain()

    def action_settings(self) -> None:
        """How the game looks and moves."""
        self.game.open_settings()

    def action_theme(self) -> None:
        """The next theme."""
        self.game.next_theme()

    def action_palette(self) -> None:
        """Commands by name."""
        self.game.action_command_palette()

    async def action_leave(self) -> None:
        """Stop."""
        await self.app.action_quit()
