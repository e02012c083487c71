"""What the staff's menu does outside the desk; each museum process puts in its own ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.tongue import Tongue

if TYPE_CHECKING:
    from game.kiosk.desk import Desk


class Ways:
    """No ways: no PIN is ever right, and nothing can be done. `player.py` gives real ones."""

    def locked(self, tongue: Tongue) -> str:
        """Why no PIN is taken now, in a sentence; empty where one is."""
        return ""

    def ask(self, pin: str) -> None:
        """Begin to look whether a PIN is right; that takes its time elsewhere."""

    def answer(self) -> bool | None:
        """Whether the PIN asked about is right; None while that is not known. Said once."""
        return None

    def do(self, kind: str, tongue: Tongue) -> str:
        """Do `reload` or `csv`; gives what it came to, in a sentence."""
        return tongue.say("That cannot be done here.")

    def told(self) -> str:
        """What came of the last thing that took its time, in a sentence; said once."""
        return ""

    def health(self, desk: Desk) -> tuple[tuple[str, str], ...]:
        """How the kiosk is."""
        return (("story", desk.story.manifest.version),)
