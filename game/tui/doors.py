"""The ways from one screen to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from game.tui.screens.base import Plate
from game.tui.screens.shelf import Shelf

if TYPE_CHECKING:
    from game.saves import Store
    from game.tui.app import TenDays
    from game.tui.palette import OurCommands
    from game.tui.screens.entry import Entry
    from game.tui.screens.help import Help
    from game.tui.screens.map import Map
    from game.view import Course, FactView, Leaving, Page


class PlainRequest(NamedTuple):
    """The player wants to go on in plain lines, from this place.

    Attributes:
        course: Where the player is.
        store: Where the game is kept.
    """

    course: Course
    store: Store | None = None


def our_commands() -> type[OurCommands]:
    """What fills the palette, imported when that is first opened."""
    from game.tui.palette import OurCommands

    return OurCommands


class Doors:
    """The screens that can be opened, each by a method of its own."""

    _shelf: Shelf

    def open(self, name: str) -> Plate:
        """Bring a screen to the front."""
        raise NotImplementedError

    def facts_here(self) -> tuple[FactView, ...]:
        """The facts that the beat at hand rests on."""
        raise NotImplementedError

    def _made(self, name: str) -> Plate:
        return self._shelf.screen(cast("TenDays", self), name)

    def action_command_palette(self) -> None:
        """Commands by name."""
        from game.tui.palette import Palette

        app, front = cast("TenDays", self), cast("TenDays", self).screen
        if app.use_command_palette and not isinstance(front, Palette):
            words = app.tongue.say("Find a command by its name")
            app.push_screen(Palette(placeholder=words, id="--command-palette"))

    def open_settings(self) -> None:
        """Settings."""
        self.open("settings")

    def open_report(self) -> None:
        """The closing report."""
        self.open("report")

    def open_saves(self) -> None:
        """Saves."""
        self.open("saves")

    def open_journal(self) -> None:
        """The orders so far."""
        self.open("journal")

    def open_plays(self) -> None:
        """The playthroughs that are kept."""
        self.open("plays")

    def open_ledger(self) -> None:
        """The ledger."""
        self.open("ledger")

    def open_codex(self) -> None:
        """The codex."""
        self.open("codex")

    def open_help(self, about: Plate) -> None:
        """Help for a screen."""
        cast("Help", self._made("help")).about(about)
        self.open("help")

    def open_map(self, page: Page) -> None:
        """The map of a page's moment."""
        cast("Map", self._made("map")).look_at(page)
        self.open("map")

    def open_entry(self, kind: str, id: str) -> None:
        """A codex entry or an aside, above what is read."""
        if cast("Entry", self._made("entry")).look_up(kind, id):
            self.open("entry")

    def open_leaving(self, told: Leaving) -> None:
        """What came of it in 1945, for somebody who leaves."""
        if cast("Entry", self._made("entry")).tell_leaving(told):
            self.open("entry")

    def open_facts(self) -> None:
        """The facts of the beat at hand."""
        cast("Entry", self._made("entry")).tell_facts(self.facts_here())
        self.open("entry")
