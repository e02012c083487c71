"""What is said in a window that is too small to read in."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from game.tongue import N_
from game.tui.typeset import Ink, ink

WIDTH, HEIGHT = 60, 20

WORDS = N_("This window is too small. Make it at least {width} by {height}; the game waits.")


class TooSmall(Widget, can_focus=False):
    """Shown by the stylesheet in place of everything else."""

    def __init__(self, words: str) -> None:
        super().__init__(markup=False)
        self._words = words.format(width=WIDTH, height=HEIGHT)

    def render(self) -> Content:
        """The one sentence."""
        return ink(self._words, Ink.STRONG)
