"""Lines with links in them, which keys can go through."""

from __future__ import annotations

from typing import Sequence

from game.tui.typeset import Ink
from game.tui.widgets.laid import Laid


class Linked(Laid):
    """A widget whose text has links, one of which may be marked."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.cursor: int | None = None

    @property
    def links(self) -> tuple[str, ...]:
        """The targets of its links, in order."""
        raise NotImplementedError

    def mark(self, link: int | None) -> None:
        """Mark a link by its number, from 0; None marks none."""
        if link != self.cursor:
            self.cursor = link
            self.relay()

    def row_of_cursor(self) -> int | None:
        """The row in which the marked link begins."""
        return self.row_of(Ink.CURSOR)


class Links:
    """The links of several widgets as one list."""

    def __init__(self, holders: Sequence[Linked]) -> None:
        self._holders = holders

    @property
    def targets(self) -> tuple[str, ...]:
        """Every link's target."""
        return tuple(target for holder in self._holders for target in holder.links)

    @property
    def marked(self) -> str | None:
        """The marked link's target."""
        place = self._place()
        return None if place is None else self.targets[place]

    def step(self, way: int) -> Linked | None:
        """Mark the next link (1) or the one before (-1), round and round.

        Returns:
            The widget that holds it, or None if there is no link.
        """
        count = len(self.targets)
        if not count:
            return None
        place = self._place()
        return self.mark((0 if way > 0 else count - 1) if place is None else (place + way) % count)

    def mark(self, place: int | None) -> Linked | None:
        """Mark a link by its place in the list; None marks none."""
        found: Linked | None = None
        first = 0
        for holder in self._holders:
            here = place is not None and first <= place < first + len(holder.links)
            holder.mark(place - first if here and place is not None else None)
            found = holder if here else found
            first += len(holder.links)
        return found

    def _place(self) -> int | None:
        first = 0
        for holder in self._holders:
            if holder.cursor is not None and holder.cursor < len(holder.links):
                return first + holder.cursor
            first += len(holder.links)
        return None
