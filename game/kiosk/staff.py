"""The staff's door: a gesture, a PIN, a menu that shuts itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from game.kiosk.codes import RESTART, STAFF_QUIT
from game.kiosk.face import Button
from game.kiosk.ways import Ways

if TYPE_CHECKING:
    from game.kiosk.desk import Desk

At = Literal["", "pin", "menu", "pattern"]
LONGEST = 8
"""Digits of the longest PIN."""


class Staff:
    """What staff do. Whatever a visitor had begun is over when the menu opens.

    Attributes:
        at: Which of the staff's screens is shown; empty for none.
        paused: Whether the out-of-use page is shown instead of everything.
        typed: The digits so far.
        said: What the last action came to, in a sentence.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.at: At = ""
        self.paused = False
        self.typed = self.said = ""
        self._touched = 0.0
        self.ways = Ways()

    def knock(self) -> None:
        """The gesture was made: ask for the PIN. Where none is set there is no door."""
        if self._desk.config.staff.pin and not self.at:
            self.at, self.typed, self.said = "pin", "", self.ways.locked(self._desk.tongue)
            self.touched()
            self._desk.touching.turned()

    def touched(self) -> None:
        """Somebody is at it."""
        self._touched = self._desk.clock.monotonic()

    def shut(self) -> None:
        """Close whatever is open."""
        self.at, self.typed, self.said = "", "", ""

    def tick(self) -> None:
        """Shut what nobody touches, and see whether a PIN has been looked at."""
        clock, section = self._desk.clock, self._desk.config.staff
        if self.at and clock.monotonic() - self._touched >= section.session:
            self.shut()
            self._desk.idle.touched() if self._desk.idle.watch != "off" else None
        if self.at == "pin" and (answer := self.ways.answer()) is not None:
            self._answered(answer)
        if self.at == "menu":
            told = self.ways.told()
            self.said = self._desk.tongue.say(told) if told else self.said

    def _answered(self, right: bool) -> None:
        say = self._desk.tongue.say
        self.typed = ""
        if right:
            self._desk.end("staff")
            self.at, self.said = "menu", ""
            self._desk.log("staff", what="open")
        else:
            self.said = self.ways.locked(self._desk.tongue) or say("That is not the PIN.")
            self._desk.log("staff", what="refused")

    def pick(self, id: str) -> None:
        """A button of the staff's was tapped."""
        self.touched()
        kind, _, what = id.partition(":")
        if kind == "close":
            self.at = "menu" if self.at == "pattern" else ""
            self.said = ""
        elif self.at == "pin":
            self._dial(kind, what)
        elif self.at == "menu":
            self._do(kind, what)

    def _dial(self, kind: str, what: str) -> None:
        if kind == "digit" and len(self.typed) < LONGEST:
            self.typed, self.said = self.typed + what, ""
        elif kind == "erase":
            self.typed = self.typed[:-1]
        elif kind == "enter" and self.typed:
            self.said = self.ways.locked(self._desk.tongue)
            if self.said:
                self.typed = ""
            else:
                self.ways.ask(self.typed)

    def _do(self, kind: str, what: str) -> None:
        desk, say = self._desk, self._desk.tongue.say
        desk.log("staff", what=kind)
        if kind == "pause":
            self.paused = not self.paused
            self.shut()
        elif kind == "pattern":
            self.at, self.said = "pattern", ""
        elif kind == "language":
            desk.begin_in(what)
            self.said = say("Visits begin in: {name}").format(name=what)
        elif kind in ("reload", "csv"):
            self.said = self.ways.do(kind, desk.tongue)
        elif kind in ("restart", "quit"):
            desk.left = RESTART if kind == "restart" else STAFF_QUIT

    def health(self) -> tuple[tuple[str, str], ...]:
        """How the kiosk is: names and what there is to say."""
        return self.ways.health(self._desk)

    def buttons(self) -> tuple[Button, ...]:
        """What can be done."""
        say = self._desk.tongue.say
        words = [
            ("pause", say("End the pause") if self.paused else say("Pause: out of use")),
            ("reload", say("Look for a new story")),
            ("csv", say("Save the figures (CSV)")),
            ("pattern", say("Test pattern")),
            ("restart", say("Restart")),
            ("quit", say("Quit")),
        ]
        codes = self._desk.offers.languages
        if len(codes) > 1:
            after = codes[1]
            name = say("Begin in: {name}").format(name=after)
            words.insert(1, (f"language:{after}", name))
        return tuple(Button(id, label, digit=str(n)) for n, (id, label) in enumerate(words, 1))
