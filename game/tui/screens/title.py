"""The title."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from game.tui.cards import card_of
from game.tui.commands import Command, keys_of
from game.tui.screens.base import Body
from game.tui.screens.listing import Listing
from game.tui.typeset import Ink
from game.tui.widgets.banner import Banner
from game.tui.widgets.days import Days
from game.tui.widgets.header import Header
from game.tui.widgets.heading import Words
from game.tui.widgets.menu import Menu, Row
from game.view import N_


class Title(Listing):
    """The name of the story, the ten days, and what one can do."""

    NAME = "title"
    BINDINGS = keys_of("title")

    def content(self) -> ComposeResult:
        """Banner, days, menu."""
        with Body(), Vertical(id="cover"):
            yield Banner(self.tongue.text("title", self.game.story.manifest.title))
            yield Days()
            yield Words(id="notice", tone=Ink.ACCENT, margin=0)
            yield Menu("title-menu")

    def refill(self) -> None:
        """What can be done now: a game under way or kept can be gone on with."""
        self.query_one(Header).add_class("gone")
        rows = self._rows()
        self.menu.show(rows, 0)
        self.query_one("#notice", Words).show("")

    def _rows(self) -> list[Row]:
        say = self.say
        rows = [(id, say(label), note) for id, label, note in self._offers()]
        return [Row(id, label, i, note) for i, (id, label, note) in enumerate(rows, 1)]

    def _offers(self) -> list[tuple[str, str, str]]:
        going_on = self._going_on()
        offers = [("continue", N_("Continue"), going_on)] if going_on else []
        offers.append(("new", N_("New game"), ""))
        if self.game.rows():
            offers.append(("load", N_("Load"), ""))
        offers += [("codex", N_("How we know"), ""), ("help", N_("Help"), "")]
        return [*offers, ("quit", N_("Quit"), "")]

    def _going_on(self) -> str:
        course, kept = self.game.course, self.game.autosave()
        if course:
            return self._place(course.play.program.campaign.id, len(course.play.legs) - 1)
        return self._place(kept.campaign, kept.orders) if kept else ""

    def _place(self, campaign: str, orders: int) -> str:
        found = self.game.story.campaigns.get(campaign)
        name = card_of(self.game.story, found, self.tongue).name if found else campaign
        given = self.tongue.count("{n} order given", "{n} orders given", orders)
        return f"{name.split()[-1] if name.isascii() else name}, {given}"

    def chosen(self, id: str) -> None:
        """Go where the row says."""
        doors = {
            "continue": self.game.go_on,
            "new": self.game.new_game,
            "load": self.game.open_saves,
            "codex": self.game.open_codex,
            "help": self.action_help,
            "quit": self.app.exit,
        }
        doors[id]()

    def applies(self, command: Command) -> bool:
        """Nothing lies behind the title, and saves only where there are some."""
        return command.id != "escape" and (command.id != "saves" or bool(self.game.rows()))

    def action_saves(self) -> None:
        """Saves."""
        self.game.open_saves()

    def action_codex(self) -> None:
        """The codex."""
        self.game.open_codex()

    def action_escape(self) -> None:
        """Nothing lies behind the title."""
