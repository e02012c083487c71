"""Help: what can be done on the screen below."""

from __future__ import annotations

from typing import Sequence

from textual.app import ComposeResult
from textual.content import Content

from game.tui.commands import COMMANDS, Command, commands_of, in_order, keys_of
from game.tui.screens.base import Column, Plate
from game.tui.screens.body import Body
from game.tui.typeset import Ink, Line, hung, ink, wrapped
from game.tui.widgets.laid import Laid
from game.tui.widgets.prose import CONJECTURE
from game.tui.widgets.words import Words
from game.view import N_, Tongue

SIGNS = (
    (CONJECTURE, N_("beside a paragraph: conjecture, no source stands behind it")),
    ("\u2501", N_("above: the days of the ten that have begun")),
    ("\u25cf", N_("your battle; in a gauge, the value it has")),
    ("\u25cb", N_("1945; in a gauge, another value it can have")),
)


class Keys(Laid):
    """Commands: their keys and what they do."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__(id="help-keys")
        self._tongue = tongue
        self._commands: tuple[Command, ...] = ()

    def show(self, commands: Sequence[Command]) -> None:
        """Show these commands."""
        self._commands = tuple(commands)
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """A line or two for each, then the signs."""
        rows = [(command.shown, self._tongue.say(command.does)) for command in self._commands]
        lines = [line for key, does in rows for line in _row(key, does, width)]
        lines += [Content(""), *wrapped(ink(self._tongue.say("Signs"), Ink.HEADING), width)]
        signs = [(sign, self._tongue.say(means)) for sign, means in SIGNS]
        return [*lines, *(line for sign, means in signs for line in _row(sign, means, width))]


class Help(Plate):
    """The commands of the screen that one came from."""

    NAME = "help"
    BINDINGS = keys_of("help")
    RULED = True

    def __init__(self) -> None:
        super().__init__()
        self._about = "reading"

    def content(self) -> ComposeResult:
        """Heading and keys."""
        with Body(), Column():
            yield Words("help-heading", Ink.HEADING, margin=0)
            yield Keys(self.tongue)

    def about(self, screen: Plate) -> None:
        """Tell of this screen."""
        if screen.NAME != self.NAME:
            self._about = screen.NAME

    @property
    def told(self) -> tuple[Command, ...]:
        """The commands that are told of."""
        return tuple(in_order(commands_of(self._about)))

    def refill(self) -> None:
        """The commands of that screen."""
        self.header.show(self.say("Help"), right=self.whose, moment=self.game.moment)
        self.query_one("#help-heading", Words).show(self.say("What can be done here"))
        self.query_one(Keys).show(self.told)

    def action_help(self) -> None:
        """Close again."""
        self.action_escape()


def all_commands() -> tuple[Command, ...]:
    """Every command, for a list of keys outside the game."""
    return COMMANDS


def _row(key: str, does: str, width: int) -> list[Line]:
    margin = ink(key.ljust(11), Ink.KEY)
    return hung(ink(f"{does}."), width, margin, Content(" " * 11))
