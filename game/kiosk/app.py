"""The kiosk on the screen: it draws the desk's faces and passes keys and taps on."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from pathlib import Path
from typing import Callable, ClassVar, Iterable, Mapping

from textual import events
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from game.kiosk.asking import UNANSWERED, Asking
from game.kiosk.desk import Desk
from game.kiosk.face import Face
from game.kiosk.heart import Heart, Vital
from game.kiosk.stage.buttons import Look
from game.kiosk.stage.marking import beside
from game.kiosk.stage.picture import Picture, compose
from game.kiosk.stage.plan import Reader
from game.kiosk.stage.stage import Stage
from game.kiosk.tidying import after_page, after_visit
from game.settings import Settings, SettingsFile
from game.tui.fitted import FittedApp
from game.tui.themes import HIGH_CONTRAST

TUI_STYLES = Path(__file__).parent.parent / "tui" / "styles"
TICK = 0.25
"""Seconds between two looks at the clock."""

BEAT = 1.0
"""Seconds between two beats of the heart."""

FAULTS, WITHIN = 6, 30.0
"""So many faults in so many seconds are more than can be mended in here."""

BROKEN = 70
"""The exit code of a player that cannot go on."""


class KioskApp(FittedApp[None], inherit_bindings=False):
    """The museum's app. Visitors reach nothing but the desk's buttons.

    Args:
        desk: What is shown, and what inputs do.
        heart: Where it is told that the loop runs.
        vitals: What else is told with every beat.
    """

    CSS_PATH: ClassVar = [
        TUI_STYLES / "base.tcss",
        TUI_STYLES / "mappane.tcss",
        "styles/kiosk.tcss",
    ]
    BINDINGS: ClassVar[list[BindingType]] = []
    COMMANDS: ClassVar = set()
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False

    def __init__(
        self,
        desk: Desk,
        heart: Heart | None = None,
        vitals: Callable[[], Mapping[str, Vital]] = dict,
    ) -> None:
        super().__init__(desk.tongue, SettingsFile(None))
        self.desk = desk
        self.picture = Picture((), ())
        self.lag = 0.0
        self._heart, self._vitals = heart or Heart(), vitals
        self._pressed = ""
        self._shown: tuple[object, ...] = ()
        self._tidied: tuple[object, ...] = ()
        self._face: Face | None = None
        self._faults: deque[float] = deque(maxlen=FAULTS)
        self._due = desk.clock.monotonic()
        self._beaten = self._due - BEAT
        self._idle = False

    @property
    def state(self) -> str:
        """What the kiosk is doing, in a word."""
        return self.desk.state

    async def on_mount(self) -> None:
        """Show the only screen, and begin to look at the clock."""
        self.end_on_signals()
        await self.push_screen(Stage(self.desk.story.folder))
        self.set_interval(TICK, self._tick)
        self.redraw()

    # What comes in.

    async def on_event(self, event: events.Event) -> None:
        """Keys and taps go to the desk, pastes nowhere, and all else where it belongs."""
        if isinstance(event, events.Key):
            self.keyed(event.key)
        elif isinstance(event, events.MouseDown):
            self.pressed(event.x, event.y)
        elif isinstance(event, events.MouseUp):
            self.released(event.x, event.y)
        elif not isinstance(event, (events.InputEvent, events.Paste)):
            await super().on_event(event)

    def keyed(self, key: str) -> None:
        """A key was pressed."""
        self._guarded(lambda: self._keyed(key))

    def pressed(self, x: int, y: int) -> None:
        """A finger or a mouse button went down."""
        self._guarded(lambda: self._press(x, y))

    def released(self, x: int, y: int) -> None:
        """It went up: on the same button that is a tap."""
        self._guarded(lambda: self._release(x, y))

    def _keyed(self, key: str) -> None:
        asked = self.desk.key(key)
        if asked in ("up", "down", "left", "right", "tab", "shift+tab"):
            self._mark(beside(self.picture, self.desk.visit.marked, asked))
        elif asked:
            self._ask(asked)
        self._redraw()

    def _ask(self, key: str) -> None:
        """Press the button that a key stands for."""
        shown, face = self.picture, self._face
        if key in ("enter", "space"):
            lead = face.lead if face else ""
            if shown.leaf < shown.leaves - 1:
                lead = "more"
            marked = shown.button(self.desk.visit.marked)
            button = marked or shown.button(lead)
            if button is None:
                self._mark(beside(shown, "", "down"))
        elif key in ("escape", "backspace"):
            button = shown.button("erase" if key == "backspace" else "back")
            button = button or shown.button("back") or shown.button("close")
        else:
            button = shown.of_digit(key)
        if button is not None:
            self.desk.pick(button.id)

    def _mark(self, id: str) -> None:
        self.desk.visit = replace(self.desk.visit, marked=id)

    def _press(self, x: int, y: int) -> None:
        button = self.picture.at(x, y)
        if not self.desk.tapped(x, y, *self.size):
            button = None
        self._pressed = button.id if button else ""
        self._redraw()

    def _release(self, x: int, y: int) -> None:
        button, pressed = self.picture.at(x, y), self._pressed
        self._pressed = ""
        if button is not None and button.id == pressed:
            self.desk.pick(button.id)
        self._redraw()

    # What is shown.

    def _tick(self) -> None:
        now = self.desk.clock.monotonic()
        self.lag, self._due = max(0.0, now - self._due), now + TICK
        self._guarded(self._look)
        if now - self._beaten >= BEAT:
            self._beaten = now
            self.call_after_refresh(self._beat)

    def _look(self) -> None:
        self.desk.tick()
        if self.desk.left is not None:
            self.exit(return_code=self.desk.left)
        if isinstance(self.screen, Stage) and self.screen.folder != self.desk.story.folder:
            self.call_next(self._renew)
        self._redraw()
        self._tidy()

    def _tidy(self) -> None:
        """Once after each page and each visit, let go of what it left, while nobody waits."""
        was, self._idle = self._idle, self.state in ("attract", "closed")
        before, self._tidied = self._tidied, self._shown
        if self._idle and not was:
            after_visit()
        elif self._shown != before:
            after_page()

    def _beat(self) -> None:
        self._guarded(lambda: self._heart.beat(self.state, {**self._vitals(), **self._pace()}))

    def _pace(self) -> Mapping[str, Vital]:
        """How late the screens are, and whether the terminal still answers."""
        lag: dict[str, Vital] = {"ui_lag_ms": round(self.lag * 1000)}
        asking: Asking | None = getattr(self._driver, "asking", None)
        if asking is None or self._driver is None:
            return lag
        return lag | {UNANSWERED: asking.ask(self._driver.write)}

    def redraw(self) -> None:
        """Draw what is to be seen now."""
        self._guarded(self._redraw)

    def _redraw(self) -> None:
        """Draw what is to be seen now, if that is something else than before."""
        desk, look = self.desk, Look(self.desk.visit.marked, self._pressed)
        self._fit()
        face = desk.face()
        key = (face, tuple(self.size), look, desk.visit.leaf, self.settings, self.side)
        if (
            key == self._shown
            or not isinstance(self.screen, Stage)
            or not self.size.width * self.size.height
        ):
            return
        modes = desk.visit.modes
        reader = Reader(
            modes.large, desk.config.visit.measure, desk.tongue.say("More (part {n} of {all})")
        )
        picture = compose(face, *self.size, reader, desk.visit.leaf, look)
        if picture.leaf != desk.visit.leaf:
            desk.visit = replace(desk.visit, leaf=picture.leaf)
        self.screen.show(picture, face.map, face.dark, self._moves(face))
        self._shown, self._face, self.picture = key, face, picture

    def _moves(self, face: Face) -> bool:
        """Whether the map goes on from the page before: in one story, where motion is wanted."""
        before = self._face
        told = bool(before and before.side and before.side == face.side)
        return told and not self.desk.visit.modes.still

    def _fit(self) -> None:
        """Take over the visitor's modes, and the side whose accent is worn."""
        modes, side = self.desk.visit.modes, self.desk.face().side
        theme = HIGH_CONTRAST.name if modes.contrast else ""
        wanted = Settings(theme=theme, large=modes.large, still=modes.still)
        self.tongue = self.desk.tongue
        if wanted != self.settings:
            self.set(wanted)
        if side != self.side:
            self.side = side
            self.refresh_css(animate=False)

    def speak(self, language: str) -> None:
        """Languages are the desk's."""

    # What goes wrong.

    def _guarded(self, does: Callable[[], object]) -> None:
        """Do something; a fault in it leads back to the attract loop and no further."""
        try:
            does()
        except Exception as error:
            self._failed(error)

    def _failed(self, error: Exception) -> None:
        now = self.desk.clock.monotonic()
        self._faults.append(now)
        if len(self._faults) == FAULTS and now - self._faults[0] < WITHIN:
            self._give_up(error)
            return
        self.desk.failed(error, self.desk.showing)
        self._shown, self._pressed = (), ""
        self.call_later(self.redraw)

    def _give_up(self, error: Exception) -> None:
        """End with a fault code and nothing on the screen; the supervisor begins anew."""
        self.desk.log("given up", what=f"{type(error).__name__}: {error}")
        super()._handle_exception(error)
        self._return_code = BROKEN

    def _handle_exception(self, error: Exception) -> None:
        """A fault inside Textual: the stage is made anew, if it was only the stage's."""
        from textual._context import active_message_pump

        if active_message_pump.get(None) is self or not self.is_running:
            self._give_up(error)
            return
        self._failed(error)
        if self._exception is None and self.is_running:
            self.call_next(self._renew)

    async def _renew(self) -> None:
        """Another stage in the place of the one that failed, unless all is being put away."""
        if not self.screen_stack:
            return
        await self.switch_screen(Stage(self.desk.story.folder))
        self._shown = ()
        self.call_after_refresh(self.redraw)

    # What nobody reaches.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No action can be asked for."""
        return False

    async def action_quit(self) -> None:
        """Not for visitors."""

    def action_suspend_process(self) -> None:
        """Not for visitors."""

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None."""
        return ()

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Nothing is opened."""

    def copy_to_clipboard(self, text: str) -> None:
        """Nothing is copied."""
