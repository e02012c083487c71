"""The title."""

from __future__ import annotations

from typing import Callable

from textual.app import ComposeResult
from textual.containers import Vertical

from game.tongue import N_
from game.tui.commands import Command, keys_of
from game.tui.screens.body import Body
from game.tui.screens.listing import Listing
from game.tui.typeset import Ink
from game.tui.widgets.banner import Banner
from game.tui.widgets.days import Days
from game.tui.widgets.header import Header
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.words import Words


class Title(Listing):
    """The name of the story, the ten days, and what one can do."""

    NAME = "title"
    BINDINGS = keys_of("title")

    def content(self) -> ComposeResult:
        """Banner, days, menu."""
        with Body(), Vertical(id="cover"):
            yield Banner(self.game.title)
            yield Days()
            yield Words(id="notice", tone=Ink.ACCENT, margin=0)
            yield Menu("title-menu")

    def refill(self) -> None:
        """What can be done now: a game under way or kept can be gone on with."""
        self.query_one(Header).add_class("gone")
        marked = self.menu.row.id if self.menu.row else ""
        rows = self._rows()
        self.menu.show(rows, next((i for i, row in enumerate(rows) if row.id == marked), 0))
        self.query_one("#notice", Words).show("")

    def _rows(self) -> list[Row]:
        say = self.say
        rows = [(id, say(label), note) for id, label, note in self._offers()]
        return [Row(id, label, i, note) for i, (id, label, note) in enumerate(rows, 1)]

    def _offers(self) -> list[tuple[str, str, str]]:
        going_on, kept = self._going_on(), self._kept
        offers = [("continue", N_("Continue"), going_on or "")] if going_on is not None else []
        offers.append(("new", N_("New game"), ""))
        if kept:
            share = self.game.share_note if self.game.is_ready else ""
            offers += [("load", N_("Load"), ""), ("plays", N_("Playthroughs"), share)]
        offers += [("codex", N_("How we know"), ""), ("settings", N_("Settings"), "")]
        return [*offers, ("help", N_("Help"), ""), ("quit", N_("Quit"), "")]

    @property
    def _kept(self) -> bool:
        """Whether there are saves."""
        opening = self.game.opening
        return opening.saves if opening else bool(self.game.rows())

    def _going_on(self) -> str | None:
        """What can be gone on with, as far as it is known; None if there is nothing."""
        opening = self.game.opening
        if opening is not None:
            return "" if opening.kept else None
        course, kept = self.game.course, self.game.autosave()
        if course:
            return self._place(course.play.program.campaign.id, len(course.play.legs) - 1)
        return self._place(kept.campaign, kept.orders) if kept else None

    def _place(self, campaign: str, orders: int) -> str:
        given = self.tongue.count("{n} order given", "{n} orders given", orders)
        return f"{self.game.commander_of(campaign)}, {given}"

    def chosen(self, id: str) -> None:
        """Go where the row says, as soon as the story has been read."""
        at_once = {"settings": self.action_settings, "help": self.action_help}
        doors = {
            "continue": self.game.go_on,
            "new": self.game.new_game,
            "load": self.game.open_saves,
            "plays": self.game.open_plays,
            "codex": self.game.open_codex,
        }
        if id == "quit":
            self.app.exit()
        elif id in at_once:
            at_once[id]()
        else:
            self._ask(doors[id])

    def _ask(self, door: Callable[[], None]) -> None:
        if not self.game.is_ready:
            self.query_one("#notice", Words).show(self.say("The story is being read \u2026"))
        self.game.when_ready(door)

    def applies(self, command: Command) -> bool:
        """Nothing lies behind the title, and saves only where there are some."""
        kept = ("saves", "plays")
        return command.id != "escape" and (command.id not in kept or self._kept)

    def action_saves(self) -> None:
        """Saves."""
        self._ask(self.game.open_saves)

    def action_plays(self) -> None:
        """The playthroughs."""
        self._ask(self.game.open_plays)

    def action_codex(self) -> None:
        """The codex."""
        self._ask(self.game.open_codex)

    def action_escape(self) -> None:
        """Nothing lies behind the title."""
