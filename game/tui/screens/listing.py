"""A screen whose business is one menu."""

from __future__ import annotations

from textual import on

from game.tui.commands import Command
from game.tui.screens.base import Plate
from game.tui.screens.body import Body
from game.tui.widgets.footer import Key
from game.tui.widgets.menu import Menu


class Listing(Plate):
    """Arrows mark, digits pick, Enter chooses; the marked row stays in sight."""

    @property
    def menu(self) -> Menu:
        """The menu."""
        return self.query_one(Menu)

    def on_screen_resume(self) -> None:
        """The foot is known at once: it does not hang on how much is in sight."""
        super().on_screen_resume()
        if self.in_front:
            self.foot_now()

    def in_foot(self, command: Command) -> bool:
        """Enter where it chooses something."""
        return super().in_foot(command) and (command.id != "enter" or self.menu.row is not None)

    def word_for(self, command: Command) -> Key:
        """Digits are told as far as they go."""
        id, key, label = super().word_for(command)
        last = max((row.number or 0 for row in self.menu.rows), default=0)
        return (id, f"1\u2013{last}", label) if id == "pick" and last > 1 else (id, key, label)

    def chosen(self, id: str) -> None:
        """A row was chosen."""
        raise NotImplementedError

    @on(Menu.Chosen)
    def _chosen(self, event: Menu.Chosen) -> None:
        event.stop()
        if self.in_front and not event.is_stale:
            self.chosen(event.id)

    @on(Menu.Marked)
    def _marked(self, event: Menu.Marked) -> None:
        event.stop()
        self.call_after_refresh(self._bring_into_sight)
        self.refoot()

    def _bring_into_sight(self) -> None:
        menu = self.menu if self.in_front else None
        if menu is None or menu.marked is None:
            return
        region = menu.region_of(menu.marked)
        for body in self.query(Body):
            body.show_row(menu, region.y, region.height)

    def action_down(self) -> None:
        """The next row; below the last, a line further."""
        if not self.menu.step(1):
            super().action_down()

    def action_up(self) -> None:
        """The row before; above the first, a line back."""
        if not self.menu.step(-1):
            super().action_up()

    def action_top(self) -> None:
        """The first row."""
        self.menu.mark(None)
        self.menu.step(1)

    def action_bottom(self) -> None:
        """The last row."""
        self.menu.mark(None)
        self.menu.step(-1)

    def action_enter(self) -> None:
        """Choose the marked row."""
        self.menu.choose()

    def action_pick(self, number: int = 0) -> None:
        """The row of a digit."""
        self.menu.pick(number)
