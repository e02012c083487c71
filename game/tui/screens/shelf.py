"""The screens of a running app, each imported and made when it is first asked for, and kept."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Mapping

from game.tui.screens.base import Plate

if TYPE_CHECKING:
    from game.tui.app import TenDays

SCREENS: Mapping[str, str] = {
    name: name.capitalize()
    for name in (
        *("title", "note", "commander", "reading", "report", "saves", "plays", "settings"),
        *("journal", "ledger", "codex", "entry", "map", "help"),
    )
}
"""Each screen's class; its module has the screen's name."""


class Shelf:
    """Screens by name."""

    def __init__(self) -> None:
        self._made: dict[str, Plate] = {}

    def screen(self, app: TenDays, name: str) -> Plate:
        """A screen of an app."""
        if name not in self._made:
            self._made[name] = kind_of(name)()
            app.install_screen(self._made[name], name)
        return self._made[name]

    def empty(self, app: TenDays) -> None:
        """Put every screen away, to be made anew."""
        while len(app.screen_stack) > 1:
            app.pop_screen()
        for name, screen in self._made.items():
            app.uninstall_screen(name)
            screen.remove()
        self._made = {}

    def fetch(self) -> None:
        """Import every screen, so that none has to be waited for."""
        for name in SCREENS:
            kind_of(name)


def kind_of(name: str) -> type[Plate]:
    """A screen's class."""
    kind: type[Plate] = getattr(import_module(f"game.tui.screens.{name}"), SCREENS[name])
    return kind
