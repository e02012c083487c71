"""The app: the story, the course that is read, and the screens."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Callable, ClassVar, Iterable

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from game.engine import Playthrough
from game.model import Moment, Story
from game.saves import Loaded, SaveError, SaveRow
from game.tui import themes
from game.tui.cards import card_of, side_of
from game.tui.map.geography import Geography, read_maps
from game.tui.palette import OurCommands
from game.tui.screens.base import Plate
from game.tui.screens.shelf import Shelf
from game.view import Answer, Course, FactView, Page, Tongue, facts_of, page_at

if TYPE_CHECKING:
    from game.saves import Store

GRACE = 2.0
"""Seconds between a signal to end and the end."""

STYLES = (
    *("base", "mappane", "title", "note", "commander", "reading"),
    *("report", "saves", "codex", "entry", "map"),
)
"""The stylesheets, read together: each that came later would cost a parse of all."""

Check = Callable[[], str | None]
"""Looks the story over in the background; gives a sentence if something is wrong."""


@dataclass(frozen=True, slots=True)
class PlainRequest:
    """The player wants to go on in plain lines, from this place."""

    course: Course


class TenDays(App[PlainRequest | None]):
    """The game on the screen.

    Args:
        story: What is played.
        store: Where games are kept; None keeps none.
        tongue: The reader's language.
        campaign: Begin this one at once.
        loaded: Go on with this playthrough at once.
        check: Run in the background; what it says is shown.
        course: Go on at exactly this place, coming from plain mode.
    """

    CSS_PATH: ClassVar = [f"styles/{name}.tcss" for name in STYLES]
    COMMANDS: ClassVar = {OurCommands}
    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = True
    NOTIFICATION_TIMEOUT = 6

    def __init__(
        self,
        story: Story,
        store: Store | None,
        tongue: Tongue,
        campaign: str | None = None,
        loaded: Loaded | None = None,
        check: Check | None = None,
        course: Course | None = None,
    ) -> None:
        self.side = ""
        super().__init__()
        self.story, self.store, self.tongue = story, store, tongue
        self.course: Course | None = course
        self.notice = ""
        self.fault: BaseException | None = None
        self._campaign, self._loaded, self._check = campaign, loaded, check
        self._wanted: str | None = None
        self._shelf = Shelf()
        self.title = tongue.text("title", story.manifest.title)
        self.geography = _geography(story)
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.first_theme(os.environ)

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables, and the accent of the side that is played."""
        return themes.with_side(super().get_css_variables(), self.side)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that are not ours."""
        return dict(themes.DARK.variables)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of Textual's: the palette has our own."""
        return ()

    def on_mount(self) -> None:
        """Show the title, and what was asked for above it."""
        self._end_on_signals()
        if self._check is not None:
            self.run_worker(self._looked_over(self._check), exclusive=True)
        self.open("title")
        if self.course is not None:
            self.go_on()
        elif self._loaded is not None:
            self.resume(self._loaded)
        elif self._campaign is not None:
            self.new_game(self._campaign)

    async def _looked_over(self, check: Check) -> None:
        problem = await asyncio.to_thread(check)
        if problem:
            self.tell(problem)

    def _end_on_signals(self) -> None:
        if self.is_headless:
            return
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                self._end_on(number)

    def _end_on(self, number: signal.Signals) -> None:
        try:
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(number, self._end_by, 128 + number)
        except (NotImplementedError, RuntimeError, ValueError):
            return

    def _end_by(self, code: int) -> None:
        """End in order; and if the terminal is gone, so that nobody can, end all the same.

        When a terminal hangs up, Textual's writing thread may die with what is
        still to be written, and closing waits for it for ever.
        """
        watch = threading.Timer(GRACE, os._exit, [code])
        watch.daemon = True
        watch.start()
        self.exit(return_code=code)

    def _handle_exception(self, error: Exception) -> None:
        """Keep the fault for whoever started the app, and end without a word on the screen."""
        self._return_code = 1
        self.fault = self.fault or error
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    def action_help_quit(self) -> None:
        """Ctrl+C with nothing to copy: say how to stop."""
        self.tell(self.tongue.say("Ctrl+Q stops the game. It is kept after every order."))

    def tell(self, words: str) -> None:
        """Say something in passing."""
        self.notify(words, markup=False)

    def open(self, name: str) -> Plate:
        """Bring a screen to the front."""
        screen = self._shelf.screen(self, name)
        if screen in self.screen_stack:
            while self.screen is not screen:
                self.pop_screen()
        else:
            self.push_screen(screen)
        return screen

    def close(self, screen: Plate) -> None:
        """Back to what lies under a screen; the title stays."""
        if self.screen is screen and len(self.screen_stack) > 2:
            self.pop_screen()

    def new_game(self, campaign: str | None = None) -> None:
        """From the note on the content, if there is one, to the commanders."""
        only = next(iter(self.story.campaigns)) if len(self.story.campaigns) == 1 else None
        self._wanted = campaign or only
        if self.story.manifest.content_note:
            self.open("note")
        else:
            self.after_note()

    def after_note(self) -> None:
        """On to the commanders, or into the campaign that was asked for."""
        if self._wanted is not None:
            self.begin(self._wanted)
        else:
            self.open("commander")

    def begin(self, campaign: str) -> None:
        """Begin a campaign."""
        play = Playthrough.begin(self.story, campaign)
        self.read(Course.begin(play, self.tongue))

    def resume(self, loaded: Loaded) -> None:
        """Go on with a playthrough that was kept."""
        self.read(Course.resume(loaded.play, self.tongue), loaded.parted or "")

    def go_on(self) -> None:
        """Go on with the game under way, or else with the latest that was kept."""
        kept = self.autosave()
        if self.course is not None:
            self.read(self.course, self.notice)
        elif kept is not None:
            self.load(kept)

    def load(self, row: SaveRow) -> None:
        """Go on with a save; if it cannot be read, say so."""
        assert self.store is not None
        try:
            loaded = self.store.load(row.path, self.story)
        except SaveError as fault:
            self.tell(str(fault))
        else:
            self.resume(loaded)

    def read(self, course: Course, notice: str = "") -> None:
        """Read on at a place."""
        self.course, self.notice = course, notice
        self._take_side(side_of(self.story, course.play.program.campaign.id))
        self.open("title")
        self.open("reading")

    def _take_side(self, side: str) -> None:
        if side != self.side:
            self.side = side
            self.refresh_css(animate=False)

    def keep(self, play: Playthrough) -> str | None:
        """Autosave; gives in one sentence why it could not be done, or None."""
        return self.store.autosave(play) if self.store else None

    def rows(self) -> tuple[SaveRow, ...]:
        """Every save, the latest first."""
        return self.store.list(self.story) if self.store else ()

    def autosave(self) -> SaveRow | None:
        """The latest autosave that can be loaded."""
        return next((row for row in self.rows() if row.autosave and not row.problem), None)

    def commander(self, course: Course | None) -> str:
        """Whose battle a course is, for the head of a screen."""
        found = course.play.program.campaign if course else None
        return card_of(self.story, found, self.tongue).name if found else ""

    @property
    def moment(self) -> Moment | None:
        """When the beat at hand happens."""
        if self.course is None:
            return None
        beat = self.course.beat
        if isinstance(beat, Page):
            return beat.moment
        return page_at(self.course.play.legs[beat.number - 1].position).moment

    def finish(self) -> None:
        """A battle has been read to its end: to the title."""
        self.course = None
        self.open("title")

    def facts_here(self) -> tuple[FactView, ...]:
        """The facts that the beat at hand rests on."""
        beat = self.course.beat if self.course else None
        if isinstance(beat, Answer):
            return beat.record.facts if beat.record else ()
        if isinstance(beat, Page) and beat.kind == "ending":
            return facts_of(self.story, self.story.endings[beat.id].facts, self.tongue)
        return beat.known if isinstance(beat, Page) else ()

    def next_theme(self) -> None:
        """Go to the next theme."""
        self.theme = themes.theme_after(self.theme)
        self.tell(self.tongue.say("Theme: {name}").format(name=self.theme))

    def go_plain(self) -> None:
        """Leave, asking to go on in plain lines."""
        if self.course is not None:
            self.exit(PlainRequest(self.course))

    def open_report(self) -> None:
        """The closing report."""
        self.open("report")

    def open_saves(self) -> None:
        """Saves."""
        self.open("saves")

    def open_journal(self) -> None:
        """The orders so far."""
        self.open("journal")

    def open_ledger(self) -> None:
        """The ledger."""
        self.open("ledger")

    def open_codex(self) -> None:
        """The codex."""
        self.open("codex")

    def open_help(self, about: Plate) -> None:
        """Help for a screen."""
        self._shelf.help(self).about(about)
        self.open("help")

    def open_map(self, page: Page) -> None:
        """The map of a page's moment."""
        self._shelf.map(self).look_at(page)
        self.open("map")

    def open_entry(self, kind: str, id: str) -> None:
        """A codex entry or an aside, above what is read."""
        if self._shelf.entry(self).look_up(kind, id):
            self.open("entry")

    def open_facts(self) -> None:
        """The facts of the beat at hand."""
        self._shelf.entry(self).tell_facts(self.facts_here())
        self.open("entry")


def _geography(story: Story) -> Geography:
    if not story.folder:
        return Geography(reasons=("This story has no map.",))
    return read_maps(Path(story.folder) / "map")


def run_tui(
    story: Story,
    store: Store | None,
    tongue: Tongue,
    campaign: str | None = None,
    loaded: Loaded | None = None,
    check: Check | None = None,
    course: Course | None = None,
) -> int | PlainRequest:
    """Play on the screen until the player leaves.

    Args:
        story: What is played.
        store: Where games are kept; None keeps none.
        tongue: The reader's language.
        campaign: Begin this one at once.
        loaded: Go on with this playthrough at once.
        check: Run in the background; what it says is shown.
        course: Go on at exactly this place, coming from plain mode.

    Returns:
        An exit code; or the wish to go on in plain lines.

    Raises:
        Exception: what went wrong inside, when the terminal is as it was before.
    """
    app = TenDays(story, store, tongue, campaign, loaded, check, course)
    asked = app.run()
    if app.fault is not None:
        raise app.fault
    return asked if isinstance(asked, PlainRequest) else app.return_code or 0
