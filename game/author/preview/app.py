"""The app: the game on the story that is being written, read again at every save."""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Awaitable, Callable, ClassVar, Iterator, Sequence, cast

from textual.app import SuspendNotSupported
from textual.message import Message
from textual.worker import WorkType

from game.author.preview.bench import Bench, tally
from game.author.preview.desk import Desk, Edition, blank
from game.author.preview.editor import editor_in, opening
from game.author.preview.guarded import GuardedDoors
from game.author.preview.place import Ground, Trail, begun, trail_of
from game.author.preview.screens.variables import Variables
from game.author.preview.setting import values_at, with_value, written
from game.author.preview.shelf import OwnShelf
from game.author.preview.watch import Watcher, look
from game.author.preview.ways import Arrival, Guide
from game.engine import Playthrough
from game.model import Story, StoryError
from game.model.campaign import Value
from game.prove import Limits
from game.reader import Diagnostic
from game.saves import Memory
from game.settings import SettingsFile
from game.tongue import Tongue, tongue
from game.tui.app import STYLE_FOLDER, STYLES
from game.tui.screens.base import Plate
from game.view import Course

PAUSE = 0.06
"""Seconds between two looks at the folder."""

MAX_STATES, PATIENCE = 400_000, 8.0
"""States and seconds that are walked to find a way to a node."""

TELLING = ("codex", "entry", "ledger", "journal", "map", "report")
"""The game's screens that are filled from the story."""

Run = Callable[[Sequence[str], bool], None]
"""Starts an editor; told whether it has a window of its own."""


class Preview(GuardedDoors):
    """The game, on a story that changes.

    Args:
        desk: Reads the story.
        node: Where to start; empty for the beginning.
        settings: Where the reader's settings are kept.
        pause: Waits between two looks at the folder; None never looks by itself.
        run: Starts an editor.

    Attributes:
        ground: Where the course began, if that is on no real path.
        problems: What check found last, errors first.
        failure: Why the story on the disk is not the one that is shown; empty if it is.
    """

    CSS_PATH: ClassVar = [
        *(STYLE_FOLDER / f"{name}.tcss" for name in STYLES),
        Path(__file__).parent / "preview.tcss",
    ]

    def __init__(
        self,
        desk: Desk,
        node: str = "",
        settings: SettingsFile | None = None,
        pause: Callable[[], Awaitable[None]] | None = None,
        run: Run | None = None,
    ) -> None:
        super().__init__(blank(), None, tongue("en"), settings=settings)
        self.desk, self._node = desk, node
        self.title = desk.folder.name
        self._pause, self._run = pause, run or self._run_editor
        self._shelf = OwnShelf()
        self._watcher = Watcher(lambda: look(desk.folder))
        self._guide = Guide(self.limits)
        self.ground: Ground | None = None
        self.problems: tuple[Diagnostic, ...] = ()
        self._held: tuple[Trail, Playthrough] | None = None
        self._sought = ""
        self.failure = self._untold = ""
        self._check_due = self._checking = False

    def limits(self) -> Limits:
        """How far a walk may go from now on."""
        end = monotonic() + PATIENCE
        return Limits(MAX_STATES, lambda _states: monotonic() > end)

    # Looking and reading

    def on_mount(self) -> None:
        """Read the story, and look at its folder from then on."""
        self.run_worker(self._watch(), exit_on_error=True)

    async def _watch(self) -> None:
        await self._read_again()
        while self._pause is not None:
            await self._pause()
            await self.look()

    async def look(self) -> None:
        """Look at the folder once, and read again what was saved."""
        changed = await asyncio.to_thread(self._watcher.changed)
        if changed:
            if any(name.startswith("map/") for name in changed):
                self.__dict__.pop("geography", None)
            await self._read_again()
        elif self._untold:  # it was no half of a save
            self.failure, self._untold = self._untold, ""
            with self.forbearing():
                self._renew()

    async def _read_again(self) -> None:
        self.sound = None
        while True:
            course = self.course
            trail = self._trail()
            try:
                edition = await asyncio.to_thread(self.desk.edition, trail)
                if course is None and self._node:
                    edition = await self._led(edition, self._node)
            except Exception as fault:  # a broken story may break anywhere
                self._untold = _sentence(fault)
                break
            if self.course is course:  # nobody has gone on meanwhile
                with self.forbearing():
                    self._take(edition, trail)
                break
        self._look_over()

    async def _led(self, edition: Edition, node: str) -> Edition:
        """The story at the node that was asked for, before any other page of it is shown."""
        self._node = ""
        if not self._can_show(edition.story, node):
            return edition
        self._sought = node
        self._renew()
        with self.forbearing():
            own = edition.course.play.program.campaign.id
            arrival = await self._arrival(edition.story, edition.tongue, node, own)
            edition = replace(edition, course=arrival.course, ground=arrival.ground)
        self._sought = ""
        return edition

    def _trail(self) -> Trail | None:
        """Where the author stands, or stood before the story parted from there."""
        if self.course is None:
            return None
        trail = trail_of(self.course, self.ground)
        if self._held is not None and self._held[1] is self.course.play:
            return self._held[0]
        return trail

    def _take(self, edition: Edition, trail: Trail | None) -> None:
        """The story is another."""
        self.failure = self._untold = ""
        self.story, self.tongue = edition.story, edition.tongue
        self.title = self.tongue.text("title", self.story.manifest.title)
        self.memory = Memory(self.story)
        self._put_away()
        self.ground = edition.ground
        self._held = None
        notice = ""
        if edition.lost is not None and trail is not None:
            self._held = (trail, edition.course.play)
            notice = self._parted(*edition.lost)
        if self.course is None:
            self.read(edition.course, notice)
        else:
            self.course, self.notice = edition.course, notice
        self._renew()

    def _put_away(self) -> None:
        """Close the game's screens that tell of the story: they would tell of the old one."""
        open_ = [screen for screen in self.screen_stack if isinstance(screen, Plate)]
        if any(screen.NAME in TELLING for screen in open_):
            self.open("reading")
        cast(OwnShelf, self._shelf).renew(self)

    def _parted(self, kept: int, of: int) -> str:
        words = self.tongue.say(
            "The story goes another way here now, after order {kept} of {of}. "
            "If that is undone, you are back where you were."
        )
        return words.format(kept=kept, of=of)

    def _renew(self) -> None:
        """Show on every open screen what is known now."""
        for screen in self.screen_stack:
            if isinstance(screen, Bench):
                screen.renew()

    def _look_over(self) -> None:
        """Look the story over, in the background; once more if it is saved meanwhile."""
        self._check_due = True
        if not self._checking:
            self._checking = True
            self.run_worker(self._checks())

    async def _checks(self) -> None:
        while self._check_due:
            self._check_due = False
            report = await asyncio.to_thread(self.desk.check)
            if not self._check_due:
                rank = {"error": 0}
                found = sorted(report.diagnostics, key=lambda d: rank.get(d.severity, 1))
                self.problems = tuple(found)
                self.sound = report.story is not None
                with self.forbearing():
                    self._renew()
        self._checking = False

    @property
    def tally(self) -> str:
        """How many errors and warnings there are, in words, once that is known."""
        known = bool(self.problems) or self.sound is not None
        return tally(self.problems, self.tongue) if known else self.tongue.say("problems")

    @property
    def state_words(self) -> str:
        """How the story is, in a sentence or two."""
        say = self.tongue.say
        errors = any(diagnostic.severity == "error" for diagnostic in self.problems)
        parts = [say("The last good story is shown.")] if self.failure and self.course else []
        if self.failure and not errors:
            parts.append(self.failure)
        if self._sought:
            parts.append(say("The way to {id} is being looked for ...").format(id=self._sought))
        elif self.sound is None:
            parts.append(say("Being looked over ..."))
        else:
            parts.append(self.tally.capitalize() + ".")
        if self.ground is not None:
            parts.append(say("Not a real path."))
        return " ".join(parts)

    @contextlib.contextmanager
    def forbearing(self) -> Iterator[None]:
        """Say what a story that is not sound has broken, and go on."""
        try:
            yield
        except Exception as fault:
            if self.sound and not isinstance(fault, StoryError):
                raise
            self.tell(_sentence(fault))

    async def _dispatch_message(self, message: Message) -> None:
        with self.forbearing():
            await super()._dispatch_message(message)

    # Going about

    def begin(self, campaign: str) -> None:
        """Begin a campaign, on a real path."""
        self._set_out(Course.begin(begun(self.story, campaign, None), self.tongue), None)

    def _set_out(self, course: Course, ground: Ground | None) -> None:
        self.ground = ground
        self.read(course)
        self._renew()

    def go_to(self, node: str, campaign: str = "") -> None:
        """Start from a node or ending: by the shortest real path, or with beginning values."""
        if not self._can_show(self.story, node):
            return
        # No coroutine yet: one that is cancelled before it begins would never be awaited.
        going: WorkType[None] = partial(self._go_to, node, campaign)
        self.run_worker(going, group="go", exclusive=True)

    async def _go_to(self, node: str, campaign: str) -> None:
        own = self.course.play.program.campaign.id if self.course else ""
        with self.forbearing():
            arrival = await self._arrival(self.story, self.tongue, node, campaign, own)
            self._set_out(arrival.course, arrival.ground)

    def _can_show(self, story: Story, node: str) -> bool:
        """Whether there is a node or ending; if not, it is said."""
        found = node in story.nodes or node in story.endings
        if not found:
            words = self.tongue.say("There is no node {id} that can be read.")
            self.tell(words.format(id=node))
        return found

    async def _arrival(self, story: Story, tongue: Tongue, node: str, *likely: str) -> Arrival:
        """The way to a node; if it is no real path, that is said."""
        arrival = await asyncio.to_thread(self._guide.to, story, node, likely, tongue)
        if arrival.ground is not None:
            words = self.tongue.say("No playthrough comes to {id}. It is shown all the same.")
            self.tell(words.format(id=node))
        return arrival

    def go_to_problem(self, diagnostic: Diagnostic) -> None:
        """To the page that has a problem; where no page has it, say where it is."""
        spot = self.desk.spot(diagnostic)
        place = f"{diagnostic.file}:{diagnostic.line}"
        if spot is not None and spot.section in ("node", "ending"):
            self.go_to(spot.id)
        else:
            self.tell(self.tongue.say("That is on no page, but in {place}.").format(place=place))

    def open_variables(self, id: str) -> None:
        """The variables, one of them marked."""
        screen = self.open("variables")
        assert isinstance(screen, Variables)
        screen.call_after_refresh(screen.mark, id)

    def set_value(self, id: str, value: Value) -> None:
        """Come to the node that is read again, with another value."""
        course = self.course
        if course is None:
            return
        ground = with_value(course, self.ground, id, value)
        play = begun(self.story, course.play.program.campaign.id, ground)
        self.course, self.notice = Course.begin(play, self.tongue), ""
        self.ground = ground
        self._renew()
        now = values_at(self.course).get(id)
        if now != value and now is not None:
            words = self.tongue.say("{id} is set, but this node makes it {value}.")
            self.tell(words.format(id=id, value=written(now)))

    def speak(self, language: str) -> None:
        """Go on in another language."""
        self.desk.speak(language)
        self.run_worker(self._read_again())

    # The editor

    @property
    def can_edit(self) -> bool:
        """Whether the author has set an editor."""
        return bool(editor_in(os.environ))

    def edit_node(self, node: str) -> None:
        """Open a node's file at its beginning."""
        place = self.desk.line(node)
        if place is None:
            self.tell(self.tongue.say("The file of {id} is not known.").format(id=node))
        else:
            self.edit(*place)

    def edit(self, file: str, line: int) -> None:
        """Open a file of the story at a line."""
        found = opening(editor_in(os.environ), (self.desk.folder / file).absolute(), line)
        if found is None:
            self.tell(self.tongue.say("No editor is set in EDITOR."))
            return
        try:
            self._run(found.words, found.aside)
        except (OSError, ValueError, SuspendNotSupported) as fault:
            words = self.tongue.say("The editor cannot be started: {reason}.")
            self.tell(words.format(reason=getattr(fault, "strerror", None) or fault))

    def _run_editor(self, words: Sequence[str], aside: bool) -> None:
        if aside:
            quiet = subprocess.DEVNULL
            subprocess.Popen(words, stdin=quiet, stdout=quiet, stderr=quiet)
            return
        with self.suspend():
            subprocess.run(words, check=False)
        self.refresh(layout=True)


def _sentence(fault: Exception) -> str:
    if isinstance(fault, StoryError):
        return str(fault)
    return f"This cannot be shown until it is mended ({type(fault).__name__}: {fault})."[:300]


def run_preview(desk: Desk, node: str) -> int:
    """Show a story until the author leaves; gives the exit code.

    Raises:
        Exception: what went wrong inside, when the terminal is as it was before.
    """
    from game.saves import saves_folder

    async def pause() -> None:
        await asyncio.sleep(PAUSE)

    app = Preview(desk, node, SettingsFile(saves_folder()), pause)
    app.run()
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0
