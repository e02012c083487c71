"""Doors that open only on a story that has been looked over."""

from __future__ import annotations

from functools import partial
from typing import Callable

from game.tongue import N_
from game.tui.app import TenDays
from game.tui.screens.base import Plate
from game.view import Page

CHECKING = N_("The story is being looked over. Try again in a moment.")
FAULTY = N_("This opens when the story has no error. e shows them.")
KEEPS = N_("The preview keeps no games.")


class GuardedDoors(TenDays):
    """The game, but screens that read all of the story wait until it is known to be sound.

    Attributes:
        sound: Whether it is; None while it is being looked over.
    """

    sound: bool | None = None

    def _if_sound(self, then: Callable[[], None]) -> None:
        if self.sound:
            then()
        else:
            self.tell(self.tongue.say(CHECKING if self.sound is None else FAULTY))

    def open_report(self) -> None:
        """The closing report."""
        self._if_sound(super().open_report)

    def open_journal(self) -> None:
        """The orders so far."""
        self._if_sound(super().open_journal)

    def open_ledger(self) -> None:
        """The ledger."""
        self._if_sound(super().open_ledger)

    def open_codex(self) -> None:
        """The codex."""
        self._if_sound(super().open_codex)

    def open_facts(self) -> None:
        """The facts of the beat at hand."""
        self._if_sound(super().open_facts)

    def open_map(self, page: Page) -> None:
        """The map of a page's moment."""
        self._if_sound(partial(super().open_map, page))

    def open_entry(self, kind: str, id: str) -> None:
        """A codex entry or an aside."""
        self._if_sound(partial(super().open_entry, kind, id))

    def open_saves(self) -> None:
        """Nothing is kept."""
        self.tell(self.tongue.say(KEEPS))

    def open_plays(self) -> None:
        """Nothing is kept."""
        self.tell(self.tongue.say(KEEPS))

    def go_plain(self) -> None:
        """The preview has no plain form."""

    def finish(self) -> None:
        """A battle has been read to its end: the campaign again."""
        if self.course is not None:
            self.begin(self.course.play.program.campaign.id)

    def open(self, name: str) -> Plate:
        """Bring a screen to the front; in the place of the title stand the problems."""
        return super().open("problems" if name == "title" else name)

    def close(self, screen: Plate) -> None:
        """Back to what lies under a screen; from the problems to the page, which stays."""
        if screen.NAME == "problems" and self.course is not None:
            self.open("reading")
        elif screen.NAME != "reading":
            super().close(screen)
