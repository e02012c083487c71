"""A widget that sets its own lines for the width it is given."""

from __future__ import annotations

from typing import NamedTuple, Self, Sequence

from textual import events
from textual.content import Content
from textual.geometry import NULL_REGION, Offset, Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

from game.tui.typeset import Ink, Line, ruled, stacked
from game.tui.widgets.settled import Holder, Settled

USUAL = 68
"""A width at which to ask whether there is anything to show."""

KEPT = 4
"""How many drawings a widget keeps: what is shown, what was, and what is to come."""


class Tile(NamedTuple):
    """The columns of a sheet that a leaf is drawn in: the first, and that behind the last."""

    left: int
    right: int


class Drawing(NamedTuple):
    """Lines as rows of the screen, and what is blank at both sides of them."""

    lines: Sequence[Line]
    width: int
    left: int
    rows: list[Strip]


class Laid(Settled, can_focus=False):
    """Lines, laid out anew for every width. Give `lay`; call `relay` when it would change."""

    class Picked(Message):
        """Words with a target were clicked.

        Attributes:
            target: What was asked for, such as `codex:harbin`.
        """

        def __init__(self, sender: Laid, target: str) -> None:
            super().__init__()
            self.sender = sender
            self.target = target

        @property
        def control(self) -> Laid:
            """The widget that was clicked."""
            return self.sender

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes, markup=False)
        self._laid: tuple[tuple[int, bool], Sequence[Line]] | None = None
        self.ruled: range | None = None
        """The rows that the reading ruler lies on."""
        self._drawings: list[Drawing] = []
        self.placed, self.tile = NULL_REGION, Tile(0, 0)
        """Where it stands on a sheet, and in which of its columns."""
        self._holder: Holder | None = None

    @property
    def holder(self) -> Holder | None:
        """The sheet that it is a leaf of, if any."""
        if self._holder is None and self.is_attached:
            self._holder = next((a for a in self.ancestors if isinstance(a, Holder)), None)
        return self._holder

    def tell(self, message: Message) -> None:
        """Send a message up the tree, from the sheet where there is one."""
        (self.holder or self).post_message(message)

    def put(self, x: int, y: int, width: int, tile: Tile) -> int:
        """Stand there on the sheet; gives the rows that it takes."""
        self.tile = tile
        height = len(self.lines(max(0, width - self.styles.gutter.width)))
        self.placed = Region(x, y, width, height)
        return height

    @property
    def outer_size(self) -> Size:
        """Its size, padding included."""
        return super().outer_size if self.holder is None else self.placed.size

    @property
    def region(self) -> Region:
        """Where it stands in the window."""
        holder = self.holder
        if holder is None:
            return super().region
        there = holder.region
        return self.placed.translate(there.offset) if there and self.placed else NULL_REGION

    @property
    def is_on_screen(self) -> bool:
        """Whether it stands in the window, or would if that were scrolled."""
        return super().is_on_screen if self.holder is None else bool(self.region)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw anew; a leaf leaves that to its sheet."""
        holder = self.holder
        if holder is None:
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        holder.renew(self, layout)
        return self

    @property
    def large(self) -> bool:
        """Whether the reader has set large text."""
        return self.is_attached and self.app.has_class("-large")

    def lay(self, width: int) -> Sequence[Line]:
        """The lines for a width of at least one cell."""
        raise NotImplementedError

    def relay(self) -> None:
        """Lay out again: something has changed. What stands below moves only if it must."""
        before, self._laid = self._laid, None
        was_ruled, self.ruled = self.ruled is not None, None
        if not self.display:
            return
        width = self.room
        if before is None or before[0] != (width, self.large) or not width:
            self._change_height()
            return
        lines = self.lines(width)
        if len(lines) != len(before[1]):
            self._change_height()
        elif was_ruled or not _same(lines, before[1]):
            self.refresh()

    def _change_height(self) -> None:
        """Ask for another layout, and again where one has been asked for but not been made."""
        self._layout_updates += 1  # Textual keeps a height that it took in between.
        self.refresh(layout=True)

    def lines(self, width: int) -> Sequence[Line]:
        """The lines for a width, kept until the next change."""
        key = (width, self.large)
        if self._laid is None or self._laid[0] != key:
            self._laid = (key, self.lay(width) if width > 0 else ())
        found = self._laid[1]
        return found if self.ruled is None else ruled(found, self.ruled, width)

    def rule_rows(self, rows: range | None) -> None:
        """Lay the reading ruler on rows, or take it away."""
        if rows != self.ruled:
            self.ruled = rows
            self.refresh()

    @property
    def has_lines(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.lines(self.room or USUAL))

    @property
    def room(self) -> int:
        """The width that it has, or hidden would have or had; 0 if nobody knows yet."""
        width = self.size.width
        if not width and isinstance(self.parent, Settled):
            width = self.parent.size.width - self.styles.gutter.width
        return max(0, width)

    def block_at(self, row: int) -> tuple[int, float]:
        """Which block of lines a row is in, counted by the blank lines above, and how far in."""
        lines = self.lines(self.content_size.width)
        tops = _tops(lines)
        block = max((i for i, top in enumerate(tops) if top <= row), default=0)
        top, end = tops[block], [*tops[1:], len(lines)][block]
        return block, (row - top) / max(1, end - top)

    def row_of_block(self, block: int, far: float = 0.0) -> int:
        """The row that stands so far in a block, as it is laid out now."""
        lines = self.lines(self.content_size.width)
        tops = _tops(lines)
        block = min(block, len(tops) - 1)
        top, end = tops[block], [*tops[1:], len(lines)][block]
        return top + int(far * (end - top))

    def row_of(self, ink: Ink) -> int | None:
        """The first row that has words in an ink; None without one."""
        lines = self.lines(self.content_size.width)
        rows = (y for y, line in enumerate(lines) if any(s.style == ink.style for s in line.spans))
        return next(rows, None)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as lines."""
        return len(self.lines(width))

    def render(self) -> Content:
        """The lines for the present width."""
        return stacked(self.lines(self.content_size.width))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows of the screen; what was drawn before is not drawn again."""
        gutter, width = self.styles.gutter, self.outer_size.width
        if self.text_selection is not None or gutter.top or gutter.bottom:
            return super().render_lines(crop)
        rows = self._kept_rows(self.lines(width - gutter.width), width, gutter.left)
        shown = rows[crop.y : crop.bottom]
        if len(shown) < crop.height:
            shown = shown + self.made_up([Strip([])], width) * (crop.height - len(shown))
        return shown if crop.width == width else [row.crop(crop.x, crop.right) for row in shown]

    def drawn(self) -> list[Strip]:
        """Its rows on the sheet, as wide as its tile."""
        lines = self.lines(self.content_size.width)
        return self._kept_rows(lines, self.tile.right - self.tile.left, self._indent)

    @property
    def _indent(self) -> int:
        """Blank cells before its lines, in its tile."""
        return self.placed.x - self.tile.left + self.styles.gutter.left

    def _kept_rows(self, lines: Sequence[Line], width: int, left: int) -> list[Strip]:
        """The rows of lines, kept for when the same lines are shown again."""
        for drawing in self._drawings:
            if (drawing.width, drawing.left) == (width, left) and _same(drawing.lines, lines):
                return drawing.rows
        strips = self._strips(lines, width - left) if lines else []
        rows = self.made_up(strips, width, left)
        self._drawings = [Drawing(lines, width, left, rows), *self._drawings[: KEPT - 1]]
        return rows

    def _strips(self, lines: Sequence[Line], width: int) -> list[Strip]:
        return Visual.to_strips(self, stacked(lines), width, len(lines), self.visual_style)

    def notify_style_update(self) -> None:
        """Draw anew in other colours."""
        super().notify_style_update()
        self._drawings = []

    def on_click(self, event: events.Click) -> None:
        """Do what a click asks for."""
        if self.clicked(event.style.meta.get("target"), event.get_content_offset(self)):
            event.stop()
            event.prevent_default()  # The second of two clicks would select the text.

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is selected of it; on a sheet, the sheet says that."""
        return super().get_selection(selection) if self.holder is None else None

    def clicked(self, target: object, at: Offset | None) -> bool:
        """Tell the screen which words were asked for.

        Args:
            target: What the words ask for, if they ask for something.
            at: The cell, from the first line's first; None in the padding.

        Returns:
            Whether the click is done with.
        """
        if isinstance(target, str):
            self.tell(self.Picked(self, target))
        return isinstance(target, str)


def _same(some: Sequence[Line], others: Sequence[Line]) -> bool:
    """Whether lines look alike."""
    if some is others:
        return True
    alike = (a.plain == b.plain and a.spans == b.spans for a, b in zip(some, others, strict=False))
    return len(some) == len(others) and all(alike)


def _tops(lines: Sequence[Line]) -> list[int]:
    """Where blocks begin: the first row, and every row behind a blank one."""
    behind = (y for y in range(1, len(lines)) if not lines[y - 1].plain.strip())
    return [0, *(y for y in behind if lines[y].plain.strip())]
