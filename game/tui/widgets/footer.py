"""The lower edge: the keys that work here, each of them a button."""

from __future__ import annotations

from typing import Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, ink, joined
from game.tui.widgets.laid import Laid

Key = tuple[str, str, str]
"""A command's id, its key, and its word."""

GAP = 2


class Footer(Laid):
    """One line of keys. What does not fit is left out, from the end but for the last two."""

    def __init__(self) -> None:
        super().__init__(id="footer")
        self._keys: tuple[Key, ...] = ()

    def show(self, keys: Sequence[Key]) -> None:
        """Show these keys."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """As many keys as fit, the last one at the right edge."""
        *left, last = [key_words(key) for key in self._keys] or [Content("")]
        room = width - last.cell_length
        line = Content("")
        for words in left:
            if line.cell_length + words.cell_length + GAP > room:
                continue
            line = joined(line, words, Content(" " * GAP))
        space = Content(" " * max(0, room - line.cell_length))
        return [joined(line, space, last)]


def key_words(key: Key) -> Content:
    """A key and its word, clickable."""
    id, shown, label = key
    target = f"command:{id}"
    return joined(ink(shown, Ink.KEY, target=target), ink(f" {label}", Ink.MUTED, target=target))
