"""The rows of the outline on the screen; only those in sight are drawn."""

from __future__ import annotations

from typing import Sequence

from textual import events
from textual.content import Content
from textual.message import Message

from game.author.preview.outline import Branch
from game.tui.typeset import Ink, Line, cut, ink, joined
from game.tui.widgets.laid import Laid

FOLDED, UNFOLDED, MARK = "\u25b8", "\u25be", "\u258c"
HEAD = 2
"""Cells of a row up to the sign that folds it."""


class Tree(Laid):
    """As many rows as there is room for, the marked one among them."""

    class Chosen(Message):
        """A row was chosen.

        Attributes:
            fold: Whether its sign was meant, and not what it says.
        """

        def __init__(self, tree: Tree, key: str, fold: bool) -> None:
            super().__init__()
            self.tree, self.key, self.fold = tree, key, fold

        @property
        def control(self) -> Tree:
            """The tree it was chosen in."""
            return self.tree

    def __init__(self) -> None:
        super().__init__(id="nodes-tree")
        self.rows: tuple[Branch, ...] = ()
        self.marked = 0
        self._folded: frozenset[str] = frozenset()
        self._here = ""
        self._top = 0

    def show(self, rows: Sequence[Branch], folded: frozenset[str], marked: str, here: str) -> None:
        """Show these rows; `here` is the node that is read."""
        self.rows, self._folded, self._here = tuple(rows), folded, here
        self.marked = next((i for i, row in enumerate(rows) if row.key == marked), 0)
        self.relay()

    @property
    def row(self) -> Branch | None:
        """The marked row."""
        return self.rows[self.marked] if self.rows else None

    def step(self, way: int) -> None:
        """Mark a row further down or up."""
        self.marked = max(0, min(len(self.rows) - 1, self.marked + way))
        self.relay()

    @property
    def room(self) -> int:
        """How many rows there is room for."""
        return max(1, self.content_size.height)

    def lines(self, width: int) -> Sequence[Line]:
        """The rows in sight; which they are hangs on the height too."""
        self._laid = None
        return super().lines(width)

    def lay(self, width: int) -> Sequence[Line]:
        """The rows around the marked one."""
        room = self.room
        self._top = min(self._top, self.marked, max(0, len(self.rows) - room))
        self._top = max(self._top, self.marked - room + 1)
        shown = enumerate(self.rows[self._top : self._top + room], self._top)
        return [cut(self._set(row, place == self.marked), width) for place, row in shown]

    def _set(self, row: Branch, marked: bool) -> Content:
        sign = (FOLDED if row.key in self._folded else UNFOLDED) if row.below else " "
        tone = Ink.HEADING if not row.node else Ink.MUTED if row.reached is False else Ink.PLAIN
        if row.key.endswith("\0") and row.node == self._here:
            tone = Ink.ACCENT
        tone = Ink.STRONG if marked else tone
        bar = ink(f"{MARK} ", Ink.ACCENT) if marked else Content("  ")
        indent = Content("  " * row.deep)
        return joined(bar, indent, ink(f"{sign} ", Ink.MUTED), ink(row.text, tone))

    def on_resize(self) -> None:
        """Another height shows other rows."""
        self.relay()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three rows down."""
        event.stop()
        self.step(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three rows up."""
        event.stop()
        self.step(-3)

    def on_click(self, event: events.Click) -> None:
        """Mark what was clicked; its sign folds, and a second click chooses."""
        at = event.get_content_offset(self)
        place = self._top + at.y if at is not None else len(self.rows)
        if at is None or place >= len(self.rows):
            return
        event.stop()
        row, again = self.rows[place], place == self.marked
        fold = bool(row.below) and at.x < HEAD + 2 * row.deep + 2
        self.marked = place
        self.relay()
        if fold or again:
            self.post_message(self.Chosen(self, row.key, fold))
