"""What every screen has: a head, a body, a foot of keys, and the commands that work there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widget import Widget

from game.tongue import Tongue
from game.tui.commands import Command, commands_of, in_footer
from game.tui.screens.body import Body
from game.tui.typeset import INK_CLASSES
from game.tui.widgets.blank import Blank
from game.tui.widgets.footer import Footer, Key
from game.tui.widgets.header import Header
from game.tui.widgets.laid import Laid
from game.tui.widgets.settled import Settled
from game.tui.widgets.small import HEIGHT, WIDTH, WORDS, TooSmall

if TYPE_CHECKING:
    from game.tui.app import TenDays

COLUMNS = [(0, "-tiny"), (WIDTH, "-narrow"), (80, "-medium"), (120, "-wide"), (170, "-broad")]
"""Columns from which a screen has a class; from `-wide` on, things stand side by side."""

ROWS = [(0, "-short"), (HEIGHT, "-low"), (32, "-tall")]
"""Rows from which a screen has a class."""


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
        """Whether the foot names a command now: Space where there is more to read."""
        return command.id != "more" or not self.body.at_end

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
        sheet = event.sender.holder
        turned_away = sheet is not None and not sheet.display
        if turned_away or not self.in_front:
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
            self.body.roll(1)

    def action_up(self) -> None:
        """A line back, and the ruler with it."""
        if not self.body.ruler.step(-1):
            self.body.roll(-1)

    def action_top(self) -> None:
        """To the beginning."""
        self.body.to_top()

    def action_bottom(self) -> None:
        """To the end."""
        self.body.to_end()

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
