"""The command palette, filled from the table of commands."""

from __future__ import annotations

from functools import partial
from typing import Any, Coroutine

from textual.command import DiscoveryHit, Hit, Hits, Provider

from game.tui.commands import Command
from game.tui.screens.base import Plate
from game.tui.typeset import ink

LEFT_OUT = ("pick", "enter", "up", "down", "left", "right", "palette", "escape")
"""Commands that make no sense from a list."""


class OurCommands(Provider):
    """The commands that make sense on the screen below."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._here():
            yield DiscoveryHit(ink(self._name(command)), self._run(command), help=command.shown)

    async def search(self, query: str) -> Hits:
        """Those whose sentence matches."""
        matcher = self.matcher(query)
        for command in self._here():
            name = self._name(command)
            if (score := matcher.match(name)) > 0:
                shown = matcher.highlight(name)
                yield Hit(score, shown, self._run(command), text=name, help=command.shown)

    def _here(self) -> list[Command]:
        if not isinstance(self.screen, Plate):
            return []
        return [c for c in self.screen.commands() if c.id not in LEFT_OUT]

    def _name(self, command: Command) -> str:
        assert isinstance(self.screen, Plate)
        return self.screen.say(command.does)

    def _run(self, command: Command) -> partial[Coroutine[Any, Any, None]]:
        assert isinstance(self.screen, Plate)
        return partial(self.screen.ask, command.id)
