"""Where names go: by rank, and never over one another."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Iterable, Iterator

from rich.cells import cell_len

from game.tui.map.sheet import Cell, Sheet, clean, shortened

CROWDED = 6.0
"""How much a name is worth to stand apart from what is not its own, in cells of lines hidden."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name to be written beside a cell.

    Attributes:
        rank: The lower is placed first.
        must: Whether it is written whatever the room; it may be shortened.
        also: Other cells that it may stand beside.
        plain: What is written where the text has no room.
        names: What it is the name of; empty where that is the text.
        reach: How many rows away it may stand.
        level: What it is worth to stand in the row of its cell, in cells of lines hidden.
    """

    text: str
    beside: Cell
    style: str
    rank: int
    must: bool = False
    also: tuple[Cell, ...] = ()
    plain: str = ""
    names: str = ""
    reach: int = 1
    level: float = 0.0

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells that it may stand beside, the best first."""
        return (self.beside, *self.also)


def write_labels(sheet: Sheet, labels: Iterable[Label], more: str) -> tuple[Label, ...]:
    """Write the labels that have room, the lower ranks first.

    Returns:
        Those that were written.
    """
    ordered = sorted(labels, key=lambda label: (not label.must, label.rank))
    return tuple(label for label in ordered if _write(sheet, label, more))


def _write(sheet: Sheet, label: Label, more: str) -> bool:
    whole, spot = clean(label.text), None
    if not whole:
        return False
    for text in filter(None, (whole, clean(label.plain))):
        spots = (_best(sheet, cell, text, label.reach, label.level) for cell in label.cells)
        spot = next((spot for spot in spots if spot), None)
        if spot is not None:
            break
    if spot is None and label.must:
        text = shortened(whole, sheet.width - 2, more)
        spot = _best(sheet, label.beside, text, sheet.height, anywhere=True) if text else None
    if spot is None:
        return False
    _clear_round(sheet, spot, cell_len(text))
    sheet.write(*spot, text, label.style, label.names or label.text)
    return True


def _best(
    sheet: Sheet, beside: Cell, text: str, reach: int, level: float = 0.0, anywhere: bool = False
) -> Cell | None:
    best: Cell | None = None
    least, length = math.inf, cell_len(text)
    for order, (column, row) in enumerate(_places(beside, length, reach)):
        if anywhere:
            column = max(0, min(column, sheet.width - length))
        cost = order * 0.7 + (level if row != beside[1] else 0.0)
        if cost >= least or not sheet.roomy(column, row, length):
            continue
        cost += sheet.lit(column, row, length)
        if cost < least:
            cost += CROWDED * sheet.crowded(column, row, length, beside)
        if cost < least:
            least, best = cost, (column, row)
    return best


def _places(beside: Cell, length: int, reach: int) -> Iterator[Cell]:
    """Places for a text beside a cell, the best first: right, left, below, above."""
    column, row = beside
    yield column + 2, row
    yield column - 1 - length, row
    for step in range(1, reach + 1):
        for down in (-step, step):
            yield column + 1, row + down
            yield column - length, row + down
            yield column - length // 2, row + down


def _clear_round(sheet: Sheet, at: Cell, length: int) -> None:
    """Blank the cells on either side of a label, so that lines do not touch it."""
    for column in (at[0] - 1, at[0] + length):
        if sheet.free(column, at[1]):
            sheet.ground(at[1] * sheet.width + column, " ", "")
