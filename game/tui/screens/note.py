"""The note on what the story holds, before anything is seen of it."""

from __future__ import annotations

from textual.app import ComposeResult

from game.tui.commands import keys_of
from game.tui.screens.base import Column
from game.tui.screens.body import Body
from game.tui.screens.listing import Listing
from game.tui.typeset import Ink
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.prose import Prose
from game.tui.widgets.words import Words
from game.view import N_
from game.view.prose import plain_text

ABOUT = N_(
    "At each decision you see what the commander knew, hear his staff, and give an order. "
    "Then three things are set side by side: what followed from your order, what was done in "
    "1945, and how well we know it. There is no score."
)


class Note(Listing):
    """What the story holds, and how it is read."""

    NAME = "note"
    BINDINGS = keys_of("note")

    def content(self) -> ComposeResult:
        """The note, how it goes, and the way on."""
        with Body(), Column():
            yield Words("note-heading", Ink.HEADING)
            yield Prose("note-text")
            yield Prose("note-about")
            yield Menu("note-menu")

    def refill(self) -> None:
        """The story's own words."""
        manifest = self.game.story.manifest
        note = self.tongue.text("content_note", manifest.content_note or "")
        self.header.show(self.tongue.text("title", manifest.title))
        self.query_one("#note-heading", Words).show(self.say("Before you begin"))
        self.query_one("#note-text", Prose).show(plain_text(note) if note else ())
        self.query_one("#note-about", Prose).show(plain_text(self.say(ABOUT)))
        rows = [Row("on", self.say("Go on"), 1), Row("back", self.say("Back to the title"), 2)]
        self.menu.show(rows, 0)

    def chosen(self, id: str) -> None:
        """On to the commanders, or back."""
        if id == "on":
            self.game.after_note()
        else:
            self.action_escape()
