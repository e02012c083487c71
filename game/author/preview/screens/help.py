"""Help, told from the preview's table of commands."""

from __future__ import annotations

from game.author.preview.commands import commands_of
from game.tui.commands import Command
from game.tui.screens import help as of_the_game


class Help(of_the_game.Help):
    """The commands of the screen that one came from."""

    @property
    def told(self) -> tuple[Command, ...]:
        """The commands that are told of."""
        return commands_of(self._about)
