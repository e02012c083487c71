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
    """

    text: str
    beside: Cell
    style: str
    rank: int
    must: bool = False
    also: tuple[Cell, ...] = ()


def write_labels(sheet: Sheet, labels: Iterable[Label], more: str) -> tuple[Label, ...]:
    """Write the labels that have room, the lower ranks first.

    Returns:
        Those that were written.
    """
    ordered = sorted(labels, key=lambda label: (not label.must, label.rank))
    return tuple(label for label in ordered if _write(sheet, label, more))


def _write(sheet: Sheet, label: Label, more: str) -> bool:
    text = clean(label.text)
    if not text:
        return False
    cells = (label.beside, *label.also)
    spots = (_best(sheet, cell, cell_len(text)) for cell in cells)
    spot = next((spot for spot in spots if spot), None)
    if spot is None and label.must:
        text = shortened(text, sheet.width - 2, more)
        spot = _best(sheet, label.beside, cell_len(text), reach=sheet.height) if text else None
    if spot is None:
        return False
    _clear_round(sheet, spot, cell_len(text))
    sheet.write(*spot, text, label.style, label.text)
    return True


def _best(sheet: Sheet, beside: Cell, length: int, reach: int = 1) -> Cell | None:
    best: Cell | None = None
    least = math.inf
    for order, (column, row) in enumerate(_places(beside, length, reach)):
        if reach > 1:
            column = max(0, min(column, sheet.width - length))
        if order * 0.7 >= least or not sheet.roomy(column, row, length):
            continue
        cost = order * 0.7 + sheet.lit(column, row, length)
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
