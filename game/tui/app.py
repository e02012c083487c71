"""The app: the story, the course that is read, and the screens."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Callable, ClassVar, Iterable

from textual.app import SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from game.settings import SettingsFile
from game.tongue import Tongue
from game.tui.doors import Doors, PlainRequest, our_commands
from game.tui.fitted import FittedApp
from game.tui.opening import Opening
from game.tui.screens.base import Plate
from game.tui.screens.shelf import Shelf

if TYPE_CHECKING:
    from game.engine import Playthrough
    from game.model import Moment, Story
    from game.saves import Loaded, Memory, SaveRow, Store
    from game.tui.map.geography import Geography
    from game.view import Course, FactView

STYLES = (
    *("base", "title", "mappane", "note", "commander", "reading"),
    *("report", "saves", "plays", "settings", "codex", "entry", "map", "large"),
)
"""The stylesheets, read together: each that came later would cost a parse of all."""

FIRST_STYLES = 2
"""How many of them the title needs, which is shown before the story has been read."""

FIRST_PAINT = 0.01
"""Seconds that the title is given to reach the window before the story is read."""

STYLE_FOLDER = Path(__file__).parent / "styles"

Check = Callable[[], str | None]
"""Looks the story over in the background; gives a sentence if something is wrong."""


class TenDays(Doors, FittedApp["PlainRequest | None"]):
    """The game on the screen.

    Args:
        story: What is played; or what the title shows until it has been read.
        store: Where games are kept; None keeps none.
        tongue: The reader's language.
        campaign: Begin this one at once.
        loaded: Go on with this playthrough at once.
        check: Run in the background; what it says is shown.
        course: Go on at exactly this place, coming from plain mode.
        settings: Where the reader's settings are kept; None keeps none.
        taken: Called when the window is the app's.
    """

    story: Story
    memory: Memory

    CSS_PATH: ClassVar = [f"styles/{name}.tcss" for name in STYLES]
    COMMANDS: ClassVar = {our_commands}
    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = True
    NOTIFICATION_TIMEOUT = 6

    def __init__(
        self,
        story: Story | Opening,
        store: Store | None,
        tongue: Tongue,
        campaign: str | None = None,
        loaded: Loaded | None = None,
        check: Check | None = None,
        course: Course | None = None,
        settings: SettingsFile | None = None,
        taken: Callable[[], None] | None = None,
    ) -> None:
        self.opening = story if isinstance(story, Opening) else None
        sheets = list(self.CSS_PATH[:FIRST_STYLES]) if self.opening else None
        super().__init__(tongue, settings or SettingsFile(None), sheets)
        self.store: Store | None = None
        self.course: Course | None = course
        self._then: Callable[[], None] | None = None
        self._taken = taken
        self.notice = ""
        self._campaign, self._loaded, self._check = campaign, loaded, check
        self._wanted: str | None = None
        self._shelf = Shelf()
        if isinstance(story, Opening):
            self.title = story.title
        else:
            self._have(story, store)

    def _have(self, story: Story, store: Store | None) -> None:
        """The story has been read."""
        from game.saves import Memory

        self.story, self.store = story, store
        self.memory = Memory(story, store.folder if store else None)
        self.title = self.tongue.text("title", story.manifest.title)

    @cached_property
    def geography(self) -> Geography:
        """The country of the story."""
        from game.tui.map.geography import geography_of_story

        return geography_of_story(self.story.folder)

    @property
    def is_ready(self) -> bool:
        """Whether the story has been read."""
        return self.opening is None

    def when_ready(self, then: Callable[[], None]) -> None:
        """Do something as soon as the story has been read, at once if it has been."""
        if self.is_ready:
            then()
        else:
            self._then = then

    async def _open_up(self, opening: Opening) -> None:
        """Read the story behind the title, and go on."""
        try:
            story, store = await asyncio.to_thread(opening.read, self.tongue.language)
        except Exception as fault:
            self._handle_exception(fault)
            return
        if self.tongue.language != next(iter(story.manifest.languages), "en"):
            from game.reader.locale import tongue_for

            self.tongue = await asyncio.to_thread(tongue_for, story, self.tongue.language)
        self.stylesheet.read_all([STYLE_FOLDER / f"{name}.tcss" for name in STYLES[FIRST_STYLES:]])
        self._have(story, store)
        self.opening = None
        self._shelf.screen(self, "title").on_screen_resume()
        self._tell_problem()
        then, self._then = self._then, None
        if then is not None:
            then()
        await asyncio.to_thread(self._shelf.fetch)
        if opening.check is not None:
            await self._looked_over(opening.check)

    def _tell_problem(self) -> None:
        for problem in (self.file_problem, self.memory.problem):
            if problem:
                self.tell(problem)

    def speak(self, language: str) -> None:
        """Go on in another language: the screens are made anew, at the same place."""
        from game.tongue import tongue as tongue_of
        from game.view import Course

        self.tongue = tongue_of(language or next(iter(self.story.manifest.languages), "en"))
        self.title = self.tongue.text("title", self.story.manifest.title)
        if self.course is not None:
            begun = Course.begin(self.course.play, self.tongue)
            self.course = replace(begun, index=self.course.index)
        self._shelf.empty(self)
        self.open("title")
        if self.course is not None:
            self.open("reading")
        self.open("settings")

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of Textual's: the palette has our own."""
        return ()

    def on_mount(self) -> None:
        """Show the title, and what was asked for above it."""
        if self._taken is not None:
            self._taken()
        self.end_on_signals()
        if self._check is not None:
            self.run_worker(self._looked_over(self._check), exclusive=True)
        title = self.open("title")
        if (opening := self.opening) is not None:
            begin = lambda: self.run_worker(self._open_up(opening))  # noqa: E731
            title.call_after_refresh(self.set_timer, FIRST_PAINT, begin)
            return
        self._tell_problem()
        if self.course is not None:
            self.memory.go_on(self.course)
            self.go_on()
        elif self._loaded is not None:
            self.resume(self._loaded)
        elif self._campaign is not None:
            self.new_game(self._campaign)

    def keep_read(self) -> None:
        """Note what has been read since the last order."""
        if self.is_ready:
            self.memory.keep()

    async def _looked_over(self, check: Check) -> None:
        problem = await asyncio.to_thread(check)
        if problem:
            self.tell(problem)

    def action_help_quit(self) -> None:
        """Ctrl+C with nothing to copy: say how to stop."""
        self.tell(self.tongue.say("Ctrl+Q stops the game. It is kept after every order."))

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
        self.memory.begin()
        from game.engine import Playthrough
        from game.view import Course

        if self.store is not None:
            self.store.begin()
        play = Playthrough.begin(self.story, campaign)
        self.read(Course.begin(play, self.tongue))

    def resume(self, loaded: Loaded) -> None:
        """Go on with a playthrough that was kept."""
        from game.view import resumed

        course = resumed(loaded.play, self.memory, self.tongue)
        self.memory.go_on(course)
        self.read(course, loaded.parted or "")

    def go_on(self) -> None:
        """Go on with the game under way, or else with the latest that was kept."""
        kept = self.autosave()
        if self.course is not None:
            self.read(self.course, self.notice)
        elif kept is not None:
            self.load(kept)

    def load(self, row: SaveRow) -> None:
        """Go on with a save; if it cannot be read, say so."""
        from game.saves import SaveError

        assert self.store is not None
        try:
            loaded = self.store.load(row.path, self.story)
        except SaveError as fault:
            self.tell(str(fault))
        else:
            self.resume(loaded)

    def read(self, course: Course, notice: str = "") -> None:
        """Read on at a place."""
        from game.tui.cards import side_of

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
        problem = self.store.autosave(play) if self.store else None
        self.call_after_refresh(self.memory.keep)
        return problem

    @property
    def share_note(self) -> str:
        """How much of the story has been read, in a few words; nothing before the first page."""
        if not len(self.memory):
            return ""
        share = self.memory.share()
        return self.tongue.say("{percent}% of the words read").format(percent=share.percent)

    def rows(self) -> tuple[SaveRow, ...]:
        """Every save, the latest first."""
        return self.store.list(self.story) if self.store else ()

    def autosave(self) -> SaveRow | None:
        """The latest autosave that can be loaded."""
        return next((row for row in self.rows() if row.autosave and not row.problem), None)

    def commander(self, course: Course | None) -> str:
        """Whose battle a course is, for the head of a screen."""
        return self.commander_of(course.play.program.campaign.id) if course else ""

    def commander_of(self, campaign: str) -> str:
        """Whose battle a campaign is; its id where the story does not have it."""
        from game.tui.cards import card_of

        found = self.story.campaigns.get(campaign)
        return card_of(self.story, found, self.tongue).surname if found else campaign

    @property
    def moment(self) -> Moment | None:
        """When the beat at hand happens."""
        from game.view import Page, page_at

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
        from game.view import Answer, Page, facts_of

        beat = self.course.beat if self.course else None
        if isinstance(beat, Answer):
            return beat.record.facts if beat.record else ()
        if isinstance(beat, Page) and beat.kind == "ending":
            return facts_of(self.story, self.story.endings[beat.id].facts, self.tongue)
        return beat.known if isinstance(beat, Page) else ()

    def go_plain(self) -> None:
        """Leave, asking to go on in plain lines."""
        if self.course is not None:
            self.exit(PlainRequest(self.course, self.store))


def run_tui(
    story: Story | Opening,
    store: Store | None,
    tongue: Tongue,
    campaign: str | None = None,
    loaded: Loaded | None = None,
    check: Check | None = None,
    course: Course | None = None,
    settings: SettingsFile | None = None,
    taken: Callable[[], None] | None = None,
) -> int | PlainRequest:
    """Play on the screen until the player leaves.

    Args:
        story: What is played; or what the title shows until it has been read.
        store: Where games are kept; None keeps none.
        tongue: The reader's language.
        campaign: Begin this one at once.
        loaded: Go on with this playthrough at once.
        check: Run in the background; what it says is shown.
        course: Go on at exactly this place, coming from plain mode.
        settings: Where the reader's settings are kept; None keeps none.
        taken: Called when the window is the app's.

    Returns:
        An exit code; or the wish to go on in plain lines.

    Raises:
        Exception: what went wrong inside, when the terminal is as it was before.
    """
    app = TenDays(story, store, tongue, campaign, loaded, check, course, settings, taken)
    asked = app.run()
    if app.fault is not None:
        raise app.fault
    return asked if isinstance(asked, PlainRequest) else app.return_code or 0
