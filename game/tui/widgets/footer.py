"""The lower edge: the keys that work here, each of them a button."""

from __future__ import annotations

from functools import lru_cache
from typing import Callable, Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, ink, joined
from game.tui.widgets.laid import Laid

Key = tuple[str, str, str]
"""A command's id, its key, and its word."""

GAP = 2


class Footer(Laid):
    """Keys on one line, three rows high in large text; what does not fit is left out.

    It asks for its keys when it is drawn, after the page above it has been laid
    out: what can be done rests on how much of that page is in sight.

    Args:
        keys: Gives the keys that work now; none while nothing can be said.
    """

    def __init__(self, keys: Callable[[], Sequence[Key]]) -> None:
        super().__init__(id="footer")
        self._ask = keys
        self._keys: tuple[Key, ...] = ()

    def show(self) -> None:
        """Show the keys that work now."""
        if self._due() != self._keys:
            self.relay()

    def lay_late(self) -> None:
        """Ask for the keys once more when the page is next drawn."""
        self._laid = None
        self.refresh()

    def _due(self) -> tuple[Key, ...]:
        """The keys that work now; those of before while nothing can be said."""
        return tuple(self._ask()) or self._keys

    def lay(self, width: int) -> Sequence[Line]:
        """As many keys as fit, the last one at the right edge."""
        self._keys = self._due()
        *left, last = [key_words(key) for key in self._keys] or [Content("")]
        room = width - last.cell_length
        line = Content("")
        for words in left:
            if line.cell_length + words.cell_length + GAP > room:
                continue
            line = joined(line, words, Content(" " * GAP))
        space = Content(" " * max(0, room - line.cell_length))
        whole = joined(line, space, last)
        blank = Content(" " * len(whole.plain), list(whole.spans))
        return [blank, whole, blank] if self.large else [whole]


@lru_cache(256)
def key_words(key: Key) -> Content:
    """A key and its word, clickable."""
    id, shown, label = key
    target = f"command:{id}"
    return joined(ink(shown, Ink.KEY, target=target), ink(f" {label}", Ink.MUTED, target=target))
