"""The one screen of the kiosk. It lives as long as the app, and knows only pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Region
from textual.screen import Screen

from game.kiosk.face import Drawn
from game.kiosk.stage.canvas import TINTS, Canvas
from game.kiosk.stage.picture import Picture
from game.tui.map.geography import geography_of_story
from game.tui.map.widget import MapPane
from game.tui.typeset import INK_CLASSES

if TYPE_CHECKING:
    from game.kiosk.app import KioskApp


class Stage(Screen[None], inherit_bindings=False):
    """Lines, and a map over them. No binding, no focus, no selection, no action."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(INK_CLASSES | TINTS)
    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = ""
    ALLOW_SELECT = False

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.folder = folder
        self._canvas = Canvas()
        self._pane = MapPane(geography_of_story(folder), id="kiosk-map")
        self._drawn: Drawn | None = None
        self._region: Region | None = None

    def compose(self) -> ComposeResult:
        """The words, and the map."""
        yield self._canvas
        yield self._pane

    def show(self, picture: Picture, drawn: Drawn | None, dark: bool, moving: bool) -> None:
        """Show a picture, and the map that it has room for.

        Args:
            picture: The lines, and where the map is.
            drawn: What stands on the map.
            dark: Whether the ground is black.
            moving: Whether what stands on the map moves from where it stood.
        """
        self.set_class(dark, "-dark")
        self._canvas.show(picture.lines)
        self._show_map(picture.map, drawn, moving)

    def _show_map(self, region: Region | None, drawn: Drawn | None, moving: bool) -> None:
        pane = self._pane
        pane.set_class(region is not None, "-shown")
        if region is None or drawn is None:
            return
        if region != self._region:
            self._region = region
            pane.styles.offset = region.x, region.y
            pane.styles.width, pane.styles.height = region.width, region.height
        if drawn != self._drawn:
            before, self._drawn = self._drawn, drawn
            if moving and before is not None:
                pane.show(before.view, drawn.frame or drawn.view)
                pane.travel(drawn.view)
            else:
                pane.show(drawn.view, drawn.frame)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No action can be asked for here."""
        return False

    def _forward_event(self, event: events.Event) -> None:
        """Taps go to the app; nothing else of keys, mouse or paste goes anywhere."""
        app = cast("KioskApp", self.app)
        if isinstance(event, events.MouseDown):
            app.pressed(event.x, event.y)
        elif isinstance(event, events.MouseUp):
            app.released(event.x, event.y)
        elif isinstance(event, events.Key):
            app.keyed(event.key)

    async def on_event(self, event: events.Event) -> None:
        """Nothing that a visitor does reaches Textual's own handlers."""
        if isinstance(event, (events.InputEvent, events.Paste)):
            return
        await super().on_event(event)

    def on_resize(self) -> None:
        """Draw for the new size."""
        cast("KioskApp", self.app).redraw()
