"""The screens of a running app, each made when it is first asked for and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Mapping

from game.tui.screens.base import Plate
from game.tui.screens.codex import Codex
from game.tui.screens.commander import Commander
from game.tui.screens.entry import Entry
from game.tui.screens.help import Help
from game.tui.screens.journal import Journal
from game.tui.screens.ledger import Ledger
from game.tui.screens.map import Map
from game.tui.screens.note import Note
from game.tui.screens.reading import Reading
from game.tui.screens.report import Report
from game.tui.screens.saves import Saves
from game.tui.screens.title import Title

if TYPE_CHECKING:
    from game.tui.app import TenDays

SCREENS: Mapping[str, Callable[[], Plate]] = {
    screen.NAME: screen
    for screen in (
        *(Title, Note, Commander, Reading, Report, Saves),
        *(Journal, Ledger, Codex, Entry, Map, Help),
    )
}


class Shelf:
    """Screens by name."""

    def __init__(self) -> None:
        self._made: dict[str, Plate] = {}

    def screen(self, app: TenDays, name: str) -> Plate:
        """A screen of an app."""
        if name not in self._made:
            self._made[name] = SCREENS[name]()
            app.install_screen(self._made[name], name)
        return self._made[name]

    def entry(self, app: TenDays) -> Entry:
        """The screen for entries, asides and facts."""
        screen = self.screen(app, Entry.NAME)
        assert isinstance(screen, Entry)
        return screen

    def help(self, app: TenDays) -> Help:
        """The screen for help."""
        screen = self.screen(app, Help.NAME)
        assert isinstance(screen, Help)
        return screen

    def map(self, app: TenDays) -> Map:
        """The screen for the map."""
        screen = self.screen(app, Map.NAME)
        assert isinstance(screen, Map)
        return screen
