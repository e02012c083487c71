"""The map at full size, with what stands where in words."""

from __future__ import annotations

from typing import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content

from game.tui.commands import Command, keys_of
from game.tui.map.motion import both
from game.tui.map.widget import MapPane
from game.tui.screens.base import Plate
from game.tui.screens.body import Body
from game.tui.typeset import Ink, Line, hung, ink
from game.tui.widgets.footer import Key
from game.tui.widgets.gauges import Gauges
from game.tui.widgets.laid import Laid
from game.tui.widgets.tally import Tally
from game.view import Page, gauges, hours_at, ledger_rows
from game.view.map_marks import MapView, map_view
from game.view.map_words import map_words
from game.view.situations import Situations, compared, situations

STEPS = {
    **{"h": (-2, 0), "j": (0, 1), "k": (0, -1), "l": (2, 0)},
    **{"left": (-2, 0), "down": (0, 1), "up": (0, -1), "right": (2, 0)},
}
"""How far the cursor goes, to the right and down."""

MOVING = (
    *("zoom_in", "zoom_out", "west", "east", "whole"),
    *("sheet", "point", "point_back", "cursor"),
)
"""The commands that need a map."""


class Sentences(Laid):
    """The map in words."""

    def __init__(self) -> None:
        super().__init__(id="map-words")
        self._sentences: tuple[str, ...] = ()
        self._others: tuple[str, ...] = ()

    def show(self, sentences: Sequence[str], others: Sequence[str] = ()) -> None:
        """Show these sentences, and apart from them how 1945 differs."""
        self._sentences, self._others = tuple(sentences), tuple(others)
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """A paragraph each."""
        dash = ink("\u2013 ", Ink.ACCENT)
        lines = [line for words in self._sentences for line in hung(ink(words), width, dash)]
        if self._others:
            lines.append(Content(""))
        for words in self._others:
            lines += hung(ink(words, Ink.MUTED), width, dash)
        return lines


class Readout(Laid):
    """What the cursor points at."""

    def __init__(self) -> None:
        super().__init__(id="map-readout")
        self._words = ""

    def show(self, words: str) -> None:
        """Show these words."""
        self._words = words
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """A sentence, and a blank line; nothing while nothing is pointed at."""
        if not self._words:
            return ()
        mark = ink("\u25b8 ", Ink.ACCENT)
        return [*hung(ink(self._words, Ink.STRONG), width, mark), Content("")]


class Map(Plate):
    """Map and words: beside each other where there is room, else one below the other."""

    NAME = "map"
    BINDINGS = keys_of("map")

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._found: Situations | None = None
        self._then = False
        self._sheet = -1

    def content(self) -> ComposeResult:
        """Map and words."""
        with Container(id="map-and-words"):
            if self.has_map:
                yield MapPane(self.game.geography, id="map-pane", moves=True)
            with Body(id="map-body", classes="map-body"):
                yield Readout()
                yield Sentences()
                yield Gauges(self.tongue, id="map-gauges")
                yield Tally(self.tongue, id="map-tally")

    @property
    def has_map(self) -> bool:
        """Whether the story has a map that can be drawn."""
        return bool(self.game.geography.extents)

    @property
    def pane(self) -> MapPane:
        """The drawn map."""
        return self.query_one(MapPane)

    @property
    def view(self) -> MapView:
        """What is shown: your situation, or that of 1945."""
        assert self._found is not None
        return self._found.real if self._then and self._found.real else self._found.mine

    def look_at(self, page: Page) -> None:
        """Show a page's moment, yours first."""
        self._page, self._then, self._sheet = page, False, -1
        self._found = self._situations(page)
        if self.in_front:
            self.refill()

    def _situations(self, page: Page) -> Situations:
        """Both situations of the beat that is read; of another page only its own."""
        course = self.game.course
        if course is not None and course.scene.id == page.id:
            return situations(course)
        return Situations(map_view(self.game.story, page.place_id, page.markers, self.tongue))

    def refill(self) -> None:
        """The map of the page."""
        page, found = self._page, self._found
        if page is None or found is None:
            return
        if self.has_map:
            self.pane.use(self.game.charset)
            self.pane.show_situation()
            self.pane.show(self.view, both(found.mine, found.real) if found.real else None)
        self._tell()
        self.body.start()

    def _tell(self) -> None:
        """The words beside the map: what stands where, how 1945 differs, the state."""
        found, course, page = self._found, self.game.course, self._page
        assert found is not None
        assert page is not None
        self.header.show(page.when, page.place, self._heading, page.moment, page.hour)
        words = [reason.said(self.tongue) for reason in self.game.geography.reasons]
        words += map_words(self.view) or (self.say("Nothing is marked on the map here."),)
        self.query_one(Sentences).show(words, compared(found, self.tongue))
        self.query_one(Readout).show("")
        if course is not None:
            told = hours_at(page, course.play.program, self.tongue)
            self.query_one(Gauges).show(gauges(course.here, self.tongue), told)
            self.query_one(Tally).show(ledger_rows(course.here, self.tongue))

    @property
    def _heading(self) -> str:
        """The screen's name; where there are two situations, whose is shown."""
        found = self._found
        if found is None or not found.differ:
            return self.say("The map")
        if not self._then:
            return self.say("The map \u00b7 your situation")
        if found.when:
            return self.say("The map \u00b7 1945: {when}").format(when=found.when)
        return self.say("The map \u00b7 1945")

    def applies(self, command: Command) -> bool:
        """Without a map there is nothing to move; without another situation nothing to show."""
        if command.id == "then":
            return self._found is not None and self._found.differ
        return self.has_map or command.id not in MOVING

    def word_for(self, command: Command) -> Key:
        """The foot says where `w` leads."""
        id, key, label = super().word_for(command)
        return (id, key, self.say("yours")) if id == "then" and self._then else (id, key, label)

    @on(MapPane.Pointed)
    def _pointed(self, event: MapPane.Pointed) -> None:
        event.stop()
        self.query_one(Readout).show(event.words or event.name)
        self.body.start()

    def action_then(self) -> None:
        """From your situation to that of 1945, or back."""
        if self._found is None or not self._found.differ:
            return
        self._then = not self._then
        if self.has_map:
            self.pane.travel(self.view, self.game.animation_level != "none")
        self._tell()
        self.refoot()

    def action_sheet(self) -> None:
        """The next view: the situation, then each sheet whole."""
        if self.has_map:
            self._sheet = -1 if self._sheet + 1 >= self.pane.sheets else self._sheet + 1
            if self._sheet < 0:
                self.pane.show_situation()
            else:
                self.pane.show_sheet(self._sheet)

    def action_point(self) -> None:
        """Point at the next sign."""
        if self.has_map:
            self.pane.point_next(1)

    def action_point_back(self) -> None:
        """Point at the sign before."""
        if self.has_map:
            self.pane.point_next(-1)

    def action_cursor(self, key: str = "") -> None:
        """Move the cursor, two columns or a row at a time."""
        if self.has_map:
            self.pane.move_cursor(*STEPS.get(key.removeprefix("shift+").lower(), (0, 0)))

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
            self._sheet = -1
            self.pane.show_situation()
            self._tell()

    def _moved(self, right: int = 0, down: int = 0, zoom: float = 1.0) -> None:
        if not self.has_map:
            return
        if zoom != 1.0:
            self.pane.zoom(zoom)
        if right or down:
            self.pane.pan(right, down)
