"""A visitor who reads the screen of a real terminal and taps or types as people do."""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from dataclasses import dataclass, field

from tests.kiosk.whole import Whole, page

BUTTON = re.compile(r"[▏▌▐┃│]\s+(\d)  \S")
"""A button with its digit, as it stands on the screen."""
EDGE = ("Back", "Start again", "Large text", "High", "No motion")
"""What stands at the lower edge."""
QUIET = 0.06
"""Seconds without output after which a screen counts as painted."""


@dataclass
class Bot:
    """Somebody who makes visits.

    Attributes:
        painted: Seconds from each tap or key to the end of the paint that followed.
        begun: The same for the step from the attract loop to the first page.
        reset: The same for starting again, to the attract loop.
        ended: How the visits ended, as the bot meant it; `glance` are those that saw one
            page of the story, `none` those that saw none and are kept nowhere.
        odd: Screens that were none of the kiosk's pages.
    """

    kiosk: Whole
    chance: random.Random
    pause: tuple[float, float] = (0.9, 2.6)
    painted: list[float] = field(default_factory=list)
    begun: list[float] = field(default_factory=list)
    reset: list[float] = field(default_factory=list)
    ended: Counter[str] = field(default_factory=Counter)
    odd: list[str] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)

    def visit(self) -> None:
        """One visit, from the attract loop and back to it; or left in the middle."""
        self.kiosk.attract()
        self.titles.clear()
        self.think()
        painted = self.act(" " if self.chance.random() < 0.5 else (40, 12))
        self.begun.append(painted + self.kiosk.until(lambda text: page(text) == "visit"))
        leaves_at = self.chance.randint(2, 14) if self.chance.random() < 0.25 else 99
        goes_back_at = self.chance.randint(3, 9) if self.chance.random() < 0.15 else 99
        for step in range(60):
            self.think()
            if (where := page(self.kiosk.text)) == "attract":
                return self.end("finished")
            if where not in ("visit", "warning"):
                self.odd.append(self.kiosk.text)
            self.look()
            if step == leaves_at:
                return self.leave()
            if step >= goes_back_at and "Start again" in self.kiosk.text:
                return self.start_again()
            self.painted.append(self.act(self.wish()))
        return self.leave()

    def wish(self) -> str | tuple[int, int]:
        """The next tap or key: mostly an order or on, now and then something else."""
        buttons = self.buttons()
        if self.chance.random() < 0.12 or not buttons:
            return self.place(self.chance.choice(EDGE[2:])) or "\r"
        digit, place = self.chance.choice(buttons)
        if digit == "2" and "Play the whole campaign" in self.kiosk.text:
            self.end("finished")
        return digit if self.chance.random() < 0.4 else place

    def buttons(self) -> list[tuple[str, tuple[int, int]]]:
        """The numbered buttons on the screen, and a place in each; none that is a switch."""
        found = []
        for row, line in enumerate(self.kiosk.screen.display):
            for hit in BUTTON.finditer(line):
                if hit.end() >= len(line) or line[hit.end() - 1] not in "○●":
                    found.append((hit[1], (hit.start() + 4, row)))
        return found

    def place(self, words: str) -> tuple[int, int] | None:
        """Where words stand in the lower rows."""
        lines = self.kiosk.screen.display
        for row in range(len(lines) - 1, len(lines) - 4, -1):
            if (column := lines[row].find(words)) >= 0:
                return column + 1, row
        return None

    def start_again(self) -> None:
        """Start again, and confirm."""
        place = self.place("Start again")
        if place is not None:
            self.painted.append(self.act(place))
            self.think()
        if "Yes, start again" in self.kiosk.text:
            self.reset.append(self.act("2"))
            self.kiosk.attract()
            self.end("restart")

    def leave(self) -> None:
        """Go away; the kiosk asks, waits and begins anew by itself."""
        self.kiosk.until(lambda text: page(text) in ("warning", "attract"), 200)
        if self.chance.random() < 0.3 and page(self.kiosk.text) == "warning":
            self.act(" ")
            self.kiosk.until(lambda text: page(text) == "visit")
            self.kiosk.until(lambda text: page(text) == "warning", 200)
        self.kiosk.attract(60)
        self.end("idle")

    def look(self) -> None:
        """Take in which page of the story this is, if it is one."""
        line = next((line for line in self.kiosk.screen.display if line.strip()), "")
        if "Order " in line:
            self.titles.add(line)

    def end(self, how: str) -> None:
        self.ended[how if len(self.titles) > 1 else "glance" if self.titles else "none"] += 1

    def think(self) -> None:
        """Read for a while."""
        end = time.monotonic() + self.chance.uniform(*self.pause)
        while time.monotonic() < end:
            self.kiosk.read(0.05)

    def act(self, wish: str | tuple[int, int]) -> float:
        """Tap or press; gives the seconds until the last of the paint that followed."""
        self.kiosk.read(0)
        begun = time.monotonic()
        if isinstance(wish, str):
            self.kiosk.type(wish)
        else:
            self.kiosk.tap(*wish)
        return self.kiosk.paint(begun, QUIET)
