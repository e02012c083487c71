"""What the preview's screens share: their commands, and that a broken story does not end them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.message import Message

from game.author.preview.commands import LISTS, commands_of
from game.reader import Diagnostic
from game.tongue import Tongue
from game.tui.commands import Command
from game.tui.screens.base import Plate
from game.tui.widgets.footer import Key

if TYPE_CHECKING:
    from game.author.preview.app import Preview


class Bench(Plate):
    """A screen of the preview."""

    @property
    def preview(self) -> Preview:
        """The app."""
        return cast("Preview", self.app)

    def commands(self) -> list[Command]:
        """The commands that make sense now."""
        return [command for command in commands_of(self.NAME) if self.applies(command)]

    def in_foot(self, command: Command) -> bool:
        """Screenfuls are turned only on the page."""
        listed = self.NAME in LISTS and command.id == "more"
        return not listed and super().in_foot(command)

    def word_for(self, command: Command) -> Key:
        """The foot counts the problems."""
        id, key, label = super().word_for(command)
        if id == "problems":
            return id, key, self.preview.tally
        return id, key, label

    async def _dispatch_message(self, message: Message) -> None:
        with self.preview.forbearing():
            await super()._dispatch_message(message)

    def renew(self) -> None:
        """The story, or what is known of it, is another."""
        if self.in_front:
            self.refill()
            self.refoot()

    def action_problems(self) -> None:
        """What check finds."""
        self.game.open("problems")

    def action_variables(self) -> None:
        """The variables."""
        self.game.open("variables")

    def action_nodes(self) -> None:
        """Every node."""
        self.game.open("nodes")


def tally(diagnostics: tuple[Diagnostic, ...], tongue: Tongue) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(d.severity == "error" for d in diagnostics)
    warnings = len(diagnostics) - errors
    counted = [tongue.count("{n} error", "{n} errors", errors)] if errors else []
    counted += [tongue.count("{n} warning", "{n} warnings", warnings)] if warnings else []
    return ", ".join(counted) or tongue.say("no mistakes")
