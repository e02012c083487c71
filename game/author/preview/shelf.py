"""The screens of a running preview: its own, and the game's others."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from game.tui.screens.base import Plate
from game.tui.screens.shelf import Shelf

if TYPE_CHECKING:
    from game.tui.app import TenDays

OWN = ("reading", "problems", "variables", "nodes", "help")


class OwnShelf(Shelf):
    """Screens by name."""

    def screen(self, app: TenDays, name: str) -> Plate:
        """A screen of an app."""
        if name in OWN and name not in self._made:
            module = import_module(f"game.author.preview.screens.{name}")
            self._made[name] = getattr(module, name.capitalize())()
            app.install_screen(self._made[name], name)
        return super().screen(app, name)

    def renew(self, app: TenDays) -> None:
        """Put away the game's screens that are not open: what they know is of another story."""
        for name in [name for name in self._made if name not in OWN]:
            if self._made[name] not in app.screen_stack:
                app.uninstall_screen(name)
                self._made.pop(name).remove()
