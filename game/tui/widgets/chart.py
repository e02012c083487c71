"""Timelines and charts of the codex: a column of dates, bars with ranges, gaps as gaps."""

from __future__ import annotations

from typing import Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, filled, hung, ink, joined, wrapped
from game.tui.widgets.laid import Laid
from game.view import Tongue
from game.view.chapters import ChartRow, ChartView, DatedView

FULL, RANGE, END, GAP = "\u2501", "\u254c", "\u2524", "\u250a"
LEAST, MOST = 12, 36
"""Cells of the longest bar, in a narrow window and in a wide one."""

DATES = 26
"""Cells of the column of dates, at most; a date that is longer stands above its text."""


class Dates(Laid):
    """A chapter's timeline."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[DatedView, ...] = ()

    def show(self, rows: Sequence[DatedView]) -> None:
        """Show these lines."""
        self._rows = tuple(rows)
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """A column of dates with what happened beside it."""
        column = _column([row.when for row in self._rows], width)
        lines: list[Line] = []
        for row in self._rows:
            lines += _dated(row, column, width)
        return lines


def _column(dates: Sequence[str], width: int) -> int:
    """The width of a column of dates: that of the widest that fits into it."""
    most = min(DATES, width * 2 // 5)
    widths = [ink(when).cell_length + 2 for when in dates]
    return max((cells for cells in widths if cells <= most), default=2)


def _dated(row: DatedView, column: int, width: int) -> list[Line]:
    when = ink(row.when, Ink.ACCENT)
    if when.cell_length < column:
        return hung(ink(row.text), width, filled(when, column))
    return [*wrapped(when, width), *hung(ink(row.text), width, Content(" " * column))]


class Chart(Laid):
    """A chapter's chart, told in words below."""

    def __init__(self, tongue: Tongue, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tongue = tongue
        self._chart: ChartView | None = None

    def show(self, chart: ChartView | None) -> None:
        """Show this chart, or none."""
        self._chart = chart
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """Counts one below the other, then the whole in words."""
        if self._chart is None:
            return ()
        lines: list[Line] = []
        for row in self._chart.rows:
            lines += self._gap(row, width) if row.is_gap else self._row(row, width)
            lines.append(Content(""))
        lines += wrapped(ink(self._chart.alt), width)
        if self._chart.note:
            lines += [Content(""), *wrapped(ink(self._chart.note, Ink.MUTED), width)]
        return lines

    def _gap(self, row: ChartRow, width: int) -> list[Line]:
        words = self._tongue.say("{when}: no count").format(when=row.when)
        return hung(ink(words, Ink.MUTED), width, ink(f"{GAP} ", Ink.FAINT))

    def _row(self, row: ChartRow, width: int) -> list[Line]:
        assert self._chart is not None
        cells = max(1, min(MOST, max(LEAST, width * 2 // 5), width - 2))
        figure = ink(f"{row.figure} {self._chart.unit}", Ink.STRONG)
        chart = joined(bar(row, self._chart.most, cells), Content("  "))
        lines = [*wrapped(ink(row.when, Ink.ACCENT), width)]
        if chart.cell_length + figure.cell_length <= width:
            lines.append(joined(chart, figure))
        else:
            lines += [bar(row, self._chart.most, cells), *wrapped(figure, width)]
        beside = [row.by, row.beside]
        for text in beside:
            lines += hung(ink(text, Ink.MUTED), width, Content("  ")) if text else []
        return lines


def bar(row: ChartRow, most: float, cells: int) -> Line:
    """A count as a bar: full as far as it is sure, broken over a range."""
    sure = row.low if row.low is not None else 0
    first = _cells(sure, most, cells)
    last = _cells(row.high, most, cells) if row.high is not None else cells
    if row.high is not None and row.low == row.high:
        return ink(FULL * max(1, first), Ink.ACCENT)
    end = END if row.high is not None else "\u2192"
    return joined(ink(FULL * first, Ink.ACCENT), ink(RANGE * max(0, last - first - 1) + end))


def _cells(value: float, most: float, cells: int) -> int:
    return round(value / most * cells) if most > 0 else 0
