"""The command palette, filled from the table of commands."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Any, Coroutine

from textual import work
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.css.query import NoMatches

from game.tui.commands import Command, in_order
from game.tui.screens.base import Plate
from game.tui.typeset import ink

LEFT_OUT = frozenset(
    {
        *(
            "pick",
            "enter",
            "more",
            "less",
            "escape",
            "palette",
            "copy_text",
            "next_link",
            "last_link",
        ),
        *("up", "down", "top", "bottom", "left", "right", "west", "east"),
    }
)
"""Commands that make no sense from a list."""


class OurCommands(Provider):
    """The commands that make sense on the screen below."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._here():
            yield DiscoveryHit(
                ink(self._name(command)), self._run(command), help=self._say(command.does)
            )

    async def search(self, query: str) -> Hits:
        """Those whose name or sentence matches."""
        matcher = self.matcher(query)
        found = False
        for command in self._here():
            name, does = self._name(command), self._say(command.does)
            if (score := max(matcher.match(name), matcher.match(does))) > 0:
                found = True
                yield Hit(score, matcher.highlight(name), self._run(command), name, does)
        if not found:
            yield Hit(0.01, ink(self._say("No command is called that")), _nothing)

    def _here(self) -> list[Command]:
        if not isinstance(self.screen, Plate):
            return []
        return in_order(c for c in self.screen.commands() if c.id not in LEFT_OUT)

    def _name(self, command: Command) -> str:
        label = self._say(command.label)
        return f"{label[:1].upper()}{label[1:]}  ({command.shown})"

    def _say(self, words: str) -> str:
        assert isinstance(self.screen, Plate)
        return self.screen.say(words)

    def _run(self, command: Command) -> partial[Coroutine[Any, Any, None]]:
        assert isinstance(self.screen, Plate)
        return partial(self.screen.ask, command.id)


class Palette(CommandPalette):
    """Textual's palette, which does not mind being closed while it is still being filled."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it once: a second quick click would close what lies under it."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        with suppress(NoMatches):
            gather: Any = CommandPalette._gather_commands
            await gather.__wrapped__(self, search_value)

    def _action_command_list(self, action: str) -> None:
        """Move in the list; not before its rows have been laid out."""
        with suppress(NoMatches, KeyError):
            super()._action_command_list(action)


def _nothing() -> None:
    """What follows when no command was found."""
