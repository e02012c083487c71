"""The map at full size, with what stands where in words."""

from __future__ import annotations

from typing import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from game.tui.commands import Command, keys_of
from game.tui.map.widget import MapPane
from game.tui.screens.base import Body, Plate
from game.tui.typeset import Ink, Line, hung, ink
from game.tui.widgets.laid import Laid
from game.view import Page
from game.view.map_marks import MapView, map_view
from game.view.map_words import map_words


class Sentences(Laid):
    """The map in words."""

    def __init__(self) -> None:
        super().__init__(id="map-words")
        self._sentences: tuple[str, ...] = ()

    def show(self, sentences: Sequence[str]) -> None:
        """Show these sentences."""
        self._sentences = tuple(sentences)
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """A paragraph each."""
        dash = ink("\u2013 ", Ink.ACCENT)
        return [line for words in self._sentences for line in hung(ink(words), width, dash)]


class Map(Plate):
    """Map and words: beside each other where there is room, else one below the other."""

    NAME = "map"
    BINDINGS = keys_of("map")

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None

    def content(self) -> ComposeResult:
        """Map and words."""
        with Container(id="map-and-words"):
            if self.has_map:
                yield MapPane(self.game.geography, id="map-pane")
            with Body(id="map-body", classes="map-body"):
                yield Sentences()

    @property
    def has_map(self) -> bool:
        """Whether the story has a map that can be drawn."""
        return not self.game.geography.reasons

    @property
    def pane(self) -> MapPane:
        """The drawn map."""
        return self.query_one(MapPane)

    def look_at(self, page: Page) -> None:
        """Show a page's moment."""
        self._page = page
        if self.in_front:
            self.refill()

    def refill(self) -> None:
        """The map of the page."""
        page = self._page
        if page is None:
            return
        view = map_view(self.game.story, page.place_id, page.markers)
        self.header.show(page.when, page.place, self.say("The map"), page.moment)
        if self.has_map:
            self.pane.show_situation()
            self.pane.show(view)
        self.query_one(Sentences).show(self._words(view))
        self.body.start()

    def _words(self, view: MapView) -> Sequence[str]:
        return map_words(view) or (self.say("Nothing is marked on the map here."),)

    def applies(self, command: Command) -> bool:
        """Without a map there is nothing to move."""
        moving = command.id in ("zoom_in", "zoom_out", "west", "east", "whole")
        return self.has_map or not moving

    @on(MapPane.Pointed)
    def _pointed(self, event: MapPane.Pointed) -> None:
        event.stop()
        self.game.tell(event.name)

    def action_zoom_in(self) -> None:
        """Closer."""
        self._moved(zoom=1.5)

    def action_zoom_out(self) -> None:
        """Farther off."""
        self._moved(zoom=1 / 1.5)

    def action_west(self) -> None:
        """To the left."""
        self._moved(right=-1)

    def action_east(self) -> None:
        """To the right."""
        self._moved(right=1)

    def action_up(self) -> None:
        """Up."""
        self._moved(down=-1)

    def action_down(self) -> None:
        """Down."""
        self._moved(down=1)

    def action_whole(self) -> None:
        """As it was."""
        if self.has_map:
            self.pane.show_situation()

    def _moved(self, right: int = 0, down: int = 0, zoom: float = 1.0) -> None:
        if not self.has_map:
            return
        if zoom != 1.0:
            self.pane.zoom(zoom)
        if right or down:
            self.pane.pan(right, down)
