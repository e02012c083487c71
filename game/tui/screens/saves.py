"""Saves: keep a game under a name, or go on with one that was kept."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from game.saves import SaveRow
from game.tui.cards import card_of
from game.tui.commands import Command, keys_of
from game.tui.screens.base import Column
from game.tui.screens.body import Body
from game.tui.screens.listing import Listing
from game.tui.typeset import Ink
from game.tui.widgets.footer import Key
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.words import Words
from game.view import title_at

NEW = "new"
LONGEST = 60


class Name(Input):
    """Where a save is given its name."""

    def __init__(self) -> None:
        super().__init__(id="save-name", max_length=LONGEST, select_on_focus=False)


class Saves(Listing):
    """Save under a name first, if there is a game; then every save, the latest first."""

    NAME = "saves"
    BINDINGS = keys_of("saves")

    def __init__(self) -> None:
        super().__init__()
        self._saves: tuple[SaveRow, ...] = ()

    def content(self) -> ComposeResult:
        """Heading, name, list."""
        with Body(), Column():
            yield Words("saves-about", Ink.MUTED)
            yield Name()
            yield Menu("saves-menu", gap=1)

    def refill(self) -> None:
        """Everything in the folder."""
        self._saves = self.game.rows()
        rows = [self._row(i, row) for i, row in enumerate(self._saves)]
        if self._can_save:
            rows.insert(0, Row(NEW, self.say("Save this game under a name \u2026")))
        self.header.show(self.say("Saves"), right=self.whose, moment=self.game.moment)
        self.query_one("#saves-about", Words).show(self._about())
        self._naming(False)
        self.menu.show(rows, 0)

    @property
    def _can_save(self) -> bool:
        return self.game.store is not None and self.game.course is not None

    def _about(self) -> str:
        if self.game.store is None:
            return self.say("No saves are kept here.")
        return self.say("The game is kept by itself after every order.")

    def _row(self, place: int, row: SaveRow) -> Row:
        story, tongue = self.game.story, self.tongue
        found = story.campaigns.get(row.campaign)
        name = card_of(story, found, tongue).name if found else row.campaign
        given = tongue.count("{n} order", "{n} orders", row.orders)
        over = self.say("finished") if row.ending else given
        title = title_at(story, row.at, tongue)
        label = row.label or title or row.path.stem
        kept = self.say("kept by itself") if row.autosave else title
        detail = "" if row.problem else ", ".join(part for part in (name, over, kept) if part)
        return Row(
            str(place),
            label,
            note=row.when_words,
            detail=detail,
            reason=row.problem or "",
            enabled=not row.problem,
        )

    def _naming(self, now: bool) -> None:
        name = self.query_one(Name)
        name.set_class(not now, "gone")
        if now:
            name.placeholder = self.say("A name for this save")
            name.focus()
            self.menu.mark(None)
        else:
            name.value = ""
            self.set_focus(None)

    def applies(self, command: Command) -> bool:
        """Saving needs a game, and comparing something that is kept."""
        tests = {"save_as": self._can_save, "plays": bool(self._saves)}
        return tests.get(command.id, True)

    def in_foot(self, command: Command) -> bool:
        """Enter where a row is marked, or while a name is given."""
        naming = not self.query_one(Name).has_class("gone")
        return (naming and command.id == "enter") or super().in_foot(command)

    def word_for(self, command: Command) -> Key:
        """Say what Enter does."""
        id, key, label = super().word_for(command)
        if id != "enter":
            return id, key, label
        naming = not self.query_one(Name).has_class("gone")
        saving = naming or (self.menu.row is not None and self.menu.row.id == NEW)
        return id, key, self.say("save") if saving else self.say("load")

    def chosen(self, id: str) -> None:
        """Name a new save, or load one."""
        if id == NEW:
            self.action_save_as()
        else:
            self.game.load(self._saves[int(id)])

    def action_save_as(self) -> None:
        """Ask for a name."""
        if self._can_save:
            self._naming(True)
            self.body.start()
            self.refoot()

    def action_plays(self) -> None:
        """The playthroughs, and how they differ."""
        self.game.open_plays()

    def action_escape(self) -> None:
        """Stop naming, or close."""
        if self.query_one(Name).has_class("gone"):
            super().action_escape()
        else:
            self._naming(False)
            self.refoot()

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        event.stop()
        label = " ".join(event.value.split())
        course, store = self.game.course, self.game.store
        if not label or course is None or store is None:
            return
        problem = store.save(course.play, label)
        self.game.tell(problem or self.say("Saved: {label}").format(label=label))
        self.refill()
        self.refoot()
