"""Tables for a terminal, with bars in block characters or, where it has none, in `#`."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import Mapping, TextIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from game.kiosk.report.tables import Cell, Column, Table
from game.view import harmless

Row = tuple[Cell, ...]

ROOMY = 100
"""Columns of a terminal from which bars are long."""


EIGHTHS = " \u258f\u258e\u258d\u258c\u258b\u258a\u2589\u2588"
LEVELS = "\u00b7\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588"
PLAIN_LEVELS = ".123456789"


@dataclass(frozen=True, slots=True)
class Look:
    """How tables are drawn.

    Attributes:
        blocks: Whether there are block characters.
        bar: Cells of a whole bar.
        widest: Cells that a column of words is given at least, if it has so many.
    """

    blocks: bool
    bar: int
    widest: int


def write(tables: list[Table], out: TextIO, width: int | None = None) -> None:
    """Write tables to a terminal or a file, as wide as the terminal."""
    width = width or max(60, shutil.get_terminal_size((ROOMY, 24)).columns)
    console = Console(file=out, width=width, highlight=False, markup=False, emoji=False)
    look = Look(_has_blocks(out), *((20, 40) if width >= ROOMY else (8, 26)))
    for table in tables:
        console.print(Text(f"\n{harmless(table.title).upper()}", style="bold"))
        if table.says:
            console.print(Text(harmless(table.says), style="dim"))
        for group, rows in _grouped(table):
            if group:
                console.print(Text(f"\n{harmless(group)}", style="bold"))
            console.print(_grid(table, rows, look))


def _grouped(table: Table) -> list[tuple[str, list[Row]]]:
    """The rows of each group under its name; all of them where there are none."""
    if not any(column.kind == "group" for column in table.columns):
        return [("", list(table.rows))]
    place = [column.kind for column in table.columns].index("group")
    found: dict[str, list[Row]] = {}
    for row in table.rows:
        found.setdefault(str(row[place]), []).append(row)
    return list(found.items())


def _has_blocks(out: TextIO) -> bool:
    try:
        f"{EIGHTHS}{LEVELS}".encode(out.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _grid(table: Table, rows: list[Row], look: Look) -> Grid:
    heads = any(column.head for column in table.columns)
    grid = Grid(
        box=SIMPLE_HEAD if look.blocks and heads else None, show_header=heads, pad_edge=False
    )
    shown = [(i, c) for i, c in enumerate(table.columns) if c.kind != "group" and c.key != "id"]
    for i, column in shown:
        longest = max(cell_len(harmless(str(row[i]))) for row in table.rows)
        grid.add_column(
            Text(column.head),
            justify="right" if column.kind == "number" else "left",
            no_wrap=column.kind != "words" or column.key == "historical",
            min_width=min(longest, look.widest) if column.kind == "words" else None,
            overflow="fold",
        )
    for row in rows:
        grid.add_row(*(Text(_said(column, row[i], look)) for i, column in shown))
    return grid


def _said(column: Column, cell: Cell, look: Look) -> str:
    if isinstance(cell, Mapping):
        return _steps(cell, look.blocks)
    if column.kind == "share" and isinstance(cell, (int, float)):
        return f"{_bar(float(cell), look)} {cell:4.0%}"
    return harmless(str(cell if cell is not None else ""))


def _bar(share: float, look: Look) -> str:
    if not look.blocks:
        return f"{'#' * round(share * look.bar):<{look.bar}}"
    whole, rest = divmod(round(share * look.bar * 8), 8)
    drawn = EIGHTHS[8] * whole + (EIGHTHS[rest] if rest else "")
    return f"{drawn:<{look.bar}}"


def _steps(counts: Mapping[int, int], blocks: bool) -> str:
    levels = LEVELS if blocks else PLAIN_LEVELS
    most = max(counts.values(), default=0) or 1
    highest = len(levels) - 1
    return "".join(levels[-(-number * highest // most)] for number in counts.values())
