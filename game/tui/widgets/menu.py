"""A list of rows, one of them marked: choices, campaigns, saves, orders."""

from __future__ import annotations

from typing import NamedTuple, Sequence

from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message

from game.tui.typeset import Ink, Line, hung, ink, joined, spread
from game.tui.widgets.laid import Laid

MARK = "\u258c"
"""The bar beside the marked row."""

EDGE = "\u258f"
"""The edge of other rows, where they are three rows high."""


class Row(NamedTuple):
    """A row of a menu.

    Attributes:
        number: Its digit; None for a row without one.
        note: What stands at the right edge.
        detail: What stands below; shown for the marked row alone where the menu folds.
        reason: Why it cannot be chosen.
        enabled: Whether it can be.
        at_once: Whether the first click or digit chooses it, though the menu confirms.
        tone: The ink of its mark and number.
    """

    id: str
    label: str
    number: int | None = None
    note: str = ""
    detail: str = ""
    reason: str = ""
    enabled: bool = True
    at_once: bool = False
    tone: Ink = Ink.ACCENT


class Menu(Laid):
    """Rows. What is not enabled can be read but neither marked nor chosen.

    Args:
        folds: Whether only the marked row shows its detail.
        confirms: Whether a first click marks and a second one chooses.
        gap: Blank lines between rows.
        hint: What stands below the marked row's detail.
    """

    class Chosen(Message):
        """A row was chosen."""

        def __init__(self, menu: Menu, id: str) -> None:
            super().__init__()
            self.menu = menu
            self.id = id
            self._rows = menu.rows

        @property
        def control(self) -> Menu:
            """The menu it was chosen in."""
            return self.menu

        @property
        def is_stale(self) -> bool:
            """Whether the menu shows other rows by now, as after two quick clicks."""
            return self._rows is not self.menu.rows

    class Marked(Message):
        """Another row is marked."""

        def __init__(self, menu: Menu) -> None:
            super().__init__()
            self.menu = menu

        @property
        def control(self) -> Menu:
            """The menu it was marked in."""
            return self.menu

    def __init__(
        self,
        id: str,
        *,
        folds: bool = False,
        confirms: bool = False,
        gap: int = 0,
        hint: str = "",
    ) -> None:
        super().__init__(id=id)
        self._folds, self._confirms, self._gap, self._hint = folds, confirms, gap, hint
        self.rows: tuple[Row, ...] = ()
        self.marked: int | None = None
        self._tops: list[int] = []

    def show(self, rows: Sequence[Row], marked: int | None = None) -> None:
        """Show these rows, one of them marked."""
        self.rows = tuple(rows)
        self.marked = marked if marked is not None and self._can_mark(marked) else None
        self.relay()

    @property
    def row(self) -> Row | None:
        """The marked row."""
        return self.rows[self.marked] if self.marked is not None else None

    def mark(self, place: int | None) -> bool:
        """Mark a row by its place, or none; says whether that can be."""
        if place is not None and not self._can_mark(place):
            return False
        if place != self.marked:
            self.marked = place
            self.relay()
            self.tell(self.Marked(self))
        return True

    def step(self, way: int) -> bool:
        """Mark the next row (1) or the one before (-1); says whether there is one."""
        start = -1 if way > 0 else len(self.rows)
        place = (start if self.marked is None else self.marked) + way
        while 0 <= place < len(self.rows):
            if self.mark(place):
                return True
            place += way
        return False

    def step_round(self) -> None:
        """Mark the next row, and after the last the first."""
        if not self.step(1):
            self.mark(None)
            self.step(1)

    def pick(self, number: int) -> None:
        """Mark the row of a digit; the same digit again, or a menu that asks once, chooses it.

        Number 0, which a click in the foot gives, marks the next row.
        """
        if number == 0:
            self.step_round()
            return
        place = next((i for i, row in enumerate(self.rows) if row.number == number), None)
        if place is None:
            return
        self._pointed(place)

    def _pointed(self, place: int) -> None:
        """A row's digit was pressed, or it was clicked."""
        again = place == self.marked
        self.mark(place)
        if again or not self._confirms or self.rows[place].at_once:
            self.choose()

    def choose(self) -> bool:
        """Choose the marked row; says whether there is one."""
        row = self.row
        if row is None:
            return False
        self.tell(self.Chosen(self, row.id))
        return True

    def region_of(self, place: int) -> Region:
        """Where a row stands inside the menu."""
        self.lines(self.content_size.width)
        if place >= len(self._tops):
            return Region()
        ends = [*self._tops[1:], self.content_size.height]
        top = self._tops[place]
        return Region(0, top, self.content_size.width, max(1, ends[place] - top))

    def clicked(self, target: object, at: Offset | None) -> bool:
        """Mark or choose what was clicked."""
        place = self.place_at(at.x, at.y) if at else None
        if place is None or not self.rows[place].enabled:
            return super().clicked(target, at)
        self._pointed(place)
        return True

    def lay(self, width: int) -> Sequence[Line]:
        """The rows, one under the other."""
        lines: list[Line] = []
        self._tops = []
        for place, row in enumerate(self.rows):
            if place:
                lines += [Content("")] * max(self._gap, int(self.large))
            self._tops.append(len(lines))
            lines += self._set(row, width, place == self.marked)
        return lines

    def _can_mark(self, place: int) -> bool:
        return 0 <= place < len(self.rows) and self.rows[place].enabled

    def place_at(self, x: int, y: int) -> int | None:
        """The place of the row at a cell."""
        self.lines(self.content_size.width)
        above = [place for place, top in enumerate(self._tops) if top <= y]
        return above[-1] if above else None

    def _set(self, row: Row, width: int, marked: bool) -> list[Line]:
        bar = ink(f"{MARK} ", row.tone) if marked else self._unmarked
        first = joined(bar, _number(row, any(r.number for r in self.rows)))
        rest = joined(bar, Content(" " * (first.cell_length - bar.cell_length)))
        tone = Ink.MUTED if not row.enabled else Ink.STRONG if marked else Ink.PLAIN
        room = max(1, width - first.cell_length)
        label = spread(ink(row.label, tone), ink(row.note, Ink.MUTED), room)
        head = [joined(rest if i else first, line) for i, line in enumerate(label)]
        lines = [*head, *self._below(row, width, rest, marked)]
        return [bar, *lines, bar] if self.large else lines

    @property
    def _unmarked(self) -> Content:
        """The margin of rows that are not marked: in large text, an edge to aim at."""
        return ink(f"{EDGE} ", Ink.FAINT) if self.large else Content("  ")

    def _below(self, row: Row, width: int, margin: Content, marked: bool) -> list[Line]:
        below: list[Line] = []
        if row.reason:
            below += hung(ink(row.reason, Ink.MUTED, Ink.EMPHASIS), width, margin, margin)
        if row.detail and (marked or not self._folds):
            below += hung(
                ink(row.detail, Ink.PLAIN if marked else Ink.MUTED), width, margin, margin
            )
        if marked and self._hint:
            below += hung(ink(self._hint, row.tone), width, margin, margin)
        return below


def _number(row: Row, numbered: bool) -> Content:
    if not numbered:
        return Content("")
    if row.number is None:
        return ink("\u00b7  " if not row.enabled else "   ", Ink.MUTED)
    return ink(f"{row.number}  ", row.tone)
