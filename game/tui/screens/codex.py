"""The codex: everyone and everything that can be looked up."""

from __future__ import annotations

from typing import Iterator

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from game.model import Story
from game.tui.commands import keys_of
from game.tui.screens.base import Body, Column
from game.tui.screens.listing import Listing
from game.tui.widgets.menu import Menu, Row
from game.view import Tongue, entry


class Search(Input):
    """Letters that names must hold."""

    def __init__(self) -> None:
        super().__init__(id="codex-search", max_length=40, select_on_focus=False)


class Codex(Listing):
    """Chapters first, then people, units, places and terms by name."""

    NAME = "codex"
    BINDINGS = keys_of("codex")

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Row, ...] = ()

    def content(self) -> ComposeResult:
        """Search and list."""
        with Body(), Column():
            yield Search()
            yield Menu("codex-menu")

    def refill(self) -> None:
        """Every entry; the marked one stays marked."""
        self.header.show(self.say("The codex"), right=self.whose, moment=self.game.moment)
        self.query_one(Search).placeholder = self.say("/ to search by name")
        if not self._all:
            self._all = tuple(rows(self.game.story, self.tongue))
            self.menu.show(self._all, 0)

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        event.stop()
        wanted = event.value.casefold()
        found = [row for row in self._all if wanted in f"{row.label} {row.detail}".casefold()]
        self.menu.show(found, 0)
        self.body.start()

    @on(Input.Submitted)
    def _taken(self, event: Input.Submitted) -> None:
        event.stop()
        self.set_focus(None)
        self.menu.choose()

    def chosen(self, id: str) -> None:
        """Open the entry."""
        self.opened("codex", id)

    def action_search(self) -> None:
        """Type letters of a name."""
        self.query_one(Search).focus()

    def action_escape(self) -> None:
        """Leave the search, or close."""
        search = self.query_one(Search)
        if search.has_focus or search.value:
            search.value = ""
            self.set_focus(None)
        else:
            super().action_escape()


def rows(story: Story, tongue: Tongue) -> Iterator[Row]:
    """Every entry as a row: the chapters in their order, the rest by name."""
    chapters = sorted(story.chapters.values(), key=lambda chapter: chapter.order)
    shelves = (story.people, story.units, story.places, story.terms)
    ids = [chapter.id for chapter in chapters]
    for shelf in shelves:
        ids += [found.id for found in sorted(shelf.values(), key=lambda e: e.name.casefold())]
    for id in ids:
        if found := entry(story, id, tongue):
            yield Row(id, found.name, note=found.kind)
