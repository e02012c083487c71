"""The kiosk without its screen: where the visitor is, what an input does, what time does."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Protocol

from game.kiosk.attract import Loop
from game.kiosk.clock import Clock, SystemClock
from game.kiosk.codes import RESTART
from game.kiosk.config import Config
from game.kiosk.face import Face
from game.kiosk.figures import Figures, untallied
from game.kiosk.gesture import Gesture
from game.kiosk.idle import Idle
from game.kiosk.offers import Offers
from game.kiosk.opening import AlwaysOpen, Opening
from game.kiosk.picks import PICKS
from game.kiosk.screens import screen
from game.kiosk.staff import Staff
from game.kiosk.touching import ALLOWED, MOVES, Touching
from game.kiosk.visit import Visit
from game.kiosk.visits import Visits
from game.model import Story
from game.tongue import Tongue
from game.view import Course

MOMENT = 2.0
"""Seconds that the page for a fault stands."""


Followed = tuple[str, Story]
"""Another story that is to be played from now on, and its hash."""


class Log(Protocol):
    """Where it is written down what happened."""

    def __call__(self, event: str, **facts: object) -> None:
        """Note an event."""
        ...


def _silent(event: str, **facts: object) -> None:
    """Nobody keeps a log."""


class Desk:
    """The whole kiosk as far as it can be without a screen.

    Args:
        story: What is played.
        config: Every number.
        clock: The time.
        visits: What is kept of visitors' choices.
        hours: When the kiosk is open.
        log: Where events are noted.

    Attributes:
        visit: The visitor's place and modes.
        staff: The staff's door and menu.
        left: The exit code that is wanted, or None.
        content: Which story is played, as a short hash; empty where that is not known.
        last_fault: What failed last, in a few words.
    """

    visit: Visit

    def __init__(
        self,
        story: Story,
        config: Config | None = None,
        clock: Clock | None = None,
        visits: Visits | None = None,
        hours: Opening | None = None,
        log: Log = _silent,
    ) -> None:
        self.config, self.clock = config or Config(), clock or SystemClock()
        self.log, self.hours = log, hours or AlwaysOpen(self.clock)
        self.idle = Idle(self.clock, self.config.idle)
        self.touching = Touching(self.clock)
        self.gesture = Gesture(self.clock, self.config.staff)
        self.staff = Staff(self)
        self.left: int | None = None
        self.content = self.last_fault = ""
        self.successor: Callable[[], Followed | None] = lambda: None
        self._fault_until: float | None = None
        least = self.config.visitors.minimum
        self.visits = visits or Visits.open(None, self.clock, self.config.kiosk.id, "", least)
        self.figures = Figures(self.visits, self.clock)
        self.tell(story)

    def tell(self, story: Story) -> None:
        """Play this story from now on; only while nobody plays."""
        self.story, self.offers = story, Offers(story, self.config.visit)
        self.loop = Loop(story, self.config.attract, self.clock)
        self.visit = self.fresh()

    def fresh(self) -> Visit:
        """How every visit begins."""
        return Visit(self.offers.languages[0], self.offers.lengths[0])

    def begin_in(self, language: str) -> None:
        """Let every visit begin in another language, until the kiosk is started again."""
        self.offers.put_first(language)
        self.visit = self.fresh()

    @property
    def tongue(self) -> Tongue:
        """The language that is read; the attract loop goes through all of them."""
        if self.visit.where == "attract":
            codes = self.offers.languages
            return self.offers.tongue(codes[self.loop.turn % len(codes)])
        return self.offers.tongue(self.visit.language)

    @property
    def showing(self) -> str:
        """Which screen is shown."""
        if self._fault_until is not None:
            return "fault"
        if self.staff.at:
            return self.staff.at
        if self.staff.paused:
            return "paused"
        if self.idle.watch == "warning":
            return "warning"
        if self.visit.where == "attract":
            return "attract" if self.hours.is_open() else "closed"
        if self.visit.asking:
            return "asking"
        return "first" if self.visit.where == "first" else self.visit.scene

    @property
    def state(self) -> str:
        """The state as the supervisor is told it."""
        shown = self.showing
        if shown in ("pin", "menu", "pattern"):
            return "staff"
        return shown if shown in ("attract", "warning", "closed", "paused", "fault") else "visit"

    def face(self) -> Face:
        """What stands on the screen now."""
        return screen(self.showing)(self)

    # Inputs.

    def key(self, key: str) -> str:
        """A key was pressed; gives it back if it is for the buttons that are shown."""
        held = self.touching.is_held(key)
        if key and key == self.config.staff.chord:
            self.staff.knock()
            return ""
        if (held and key not in MOVES) or self._wakes(held) or key not in ALLOWED:
            return ""
        if not held:
            self._noticed()
        return "" if self.touching.settling and key not in MOVES else key

    def tapped(self, x: int, y: int, width: int, height: int) -> bool:
        """The screen was tapped; says whether the buttons that are shown may answer."""
        if self.gesture.tapped(x, y, width, height):
            self.staff.knock()
            return False
        if self._wakes(held=False):
            return False
        self._noticed()
        return not self.touching.settling

    def _wakes(self, held: bool) -> bool:
        """Any input leaves the attract loop and the warning; says whether it did."""
        shown = self.showing
        if shown == "attract" and not held:
            self._begin()
        elif shown == "warning" and not held:
            self._here()
        return shown in ("attract", "warning", "closed", "paused", "fault")

    def _begin(self) -> None:
        if not self.hours.may_begin():
            return
        self.go(replace(self.fresh(), where="first"))

    def _here(self) -> None:
        self.idle.touched()
        self.touching.turned()

    def _noticed(self) -> None:
        if self.staff.at:
            self.staff.touched()
        elif self.idle.watch != "off":
            self.idle.touched()

    def pick(self, id: str) -> None:
        """A button was tapped, or its key pressed."""
        if self.staff.at:
            self.staff.pick(id)
            return
        kind, _, what = id.partition(":")
        if kind in PICKS:
            PICKS[kind](self, what)

    # What the buttons do, with `picks.py`.

    def go(self, visit: Visit) -> None:
        """Show another page of the visit."""
        before = self.visit
        turned = (before.where, before.course, before.leaf, before.beside, before.asking)
        after = (visit.where, visit.course, visit.leaf, visit.beside, visit.asking)
        self.figures.left(before, visit)
        self.visit = visit
        if turned != after or before.opened != visit.opened:
            self.touching.turned()
        if visit.where == "attract":
            self.idle.off()
        else:
            face = self.face()
            self.idle.read(face.words, face.choosing)

    def play(self, campaign: str) -> None:
        """Begin a campaign."""
        self.figures.begin(self.visit, campaign)
        self.go(self.visit.begun(self.story, campaign, self.tongue, self._leave_out))

    def read(self, course: Course) -> None:
        """Go on at another beat."""
        self.go(self.visit.with_course(course, self._leave_out))

    @property
    def _leave_out(self) -> bool:
        return self.config.visit.sensitive == "leave_out"

    # What time does.

    def end(self, how: str) -> None:
        """The visit is over: everything as at a fresh start."""
        finished = self.visit.where == "story" and self.visit.scene in ("ending", "beside")
        self.figures.over("finished" if finished and how != "staff" else how, self.visit)
        self.visit = self.fresh()
        self.idle.off()
        self.touching.forget()
        self.loop.restart()

    def tick(self) -> None:
        """Look at the clock; called a few times a second."""
        if self._fault_until is not None and self.clock.monotonic() >= self._fault_until:
            self._fault_until = None
        self.staff.tick()
        if not self.staff.at and self.idle.tick() == "over":
            self.end("idle")
        if self.state in ("attract", "closed"):
            self._between_visits()

    def _between_visits(self) -> None:
        """What is done only while nobody plays."""
        if self.hours.restart_due():
            self.left = RESTART
        followed = self.successor()
        if followed is not None:
            self.content, story = followed
            self.visits.plays(self.content, untallied(story))
            self.tell(story)
            self.log("story", hash=self.content, version=story.manifest.version)

    def failed(self, error: BaseException, where: str) -> None:
        """A page failed: note it, and lead back to the attract loop."""
        self.last_fault = f"{where}: {type(error).__name__}: {error}"
        self.log("fault", where=where, what=f"{type(error).__name__}: {error}")
        self.staff.shut()
        self.end("fault")
        self._fault_until = self.clock.monotonic() + MOMENT
