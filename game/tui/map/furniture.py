"""What stands at the foot of the map: scale, sides and thanks."""

from __future__ import annotations

from rich.cells import cell_len

from game.tui.map.charset import Charset
from game.tui.map.sheet import Line, Sheet, clean

LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
"""Kilometres that a scale bar may stand for."""


def write_foot(sheet: Sheet, scale: float, credit: str, charset: Charset) -> None:
    """Write the foot of the map, as much of it as there is room for.

    The credit goes first, for it must be shown; then the scale; then the sides.
    """
    row, right = sheet.height - 1, sheet.width
    thanks = fitting_credit(credit, sheet.width)
    right -= cell_len(thanks)
    bar = scale_bar(scale, sheet.width // 4, charset)
    sides = legend(charset)
    left = cell_len(bar) + 2
    wide = sum(cell_len(text) for text, _ in sides)
    _write(sheet, row, right, ((thanks, "credit"),))
    if cell_len(bar) < right:
        _write(sheet, row, 0, ((bar, "credit"),))
    if left + wide + 2 <= right:
        _write(sheet, row, left, sides)


def scale_bar(scale: float, columns: int, charset: Charset) -> str:
    """A bar of a round length, no longer than so many columns; empty if none fits."""
    fitting = [km for km in LENGTHS if 3 <= round(km / scale) <= columns]
    if not fitting:
        return ""
    start, middle, end = charset.bar
    return f"{start}{middle * (round(fitting[-1] / scale) - 2)}{end} {fitting[-1]} km"


def legend(charset: Charset) -> Line:
    """Which signs are whose."""
    soviet, japanese = (charset.unit(side, "army") for side in ("soviet", "japanese"))
    return ((f"{soviet} Soviet", "soviet"), ("  ", ""), (f"{japanese} Japanese", "japanese"))


def fitting_credit(credit: str, width: int) -> str:
    """As much of a credit as fits: whole, else the part whose licence asks to be named."""
    credit = clean(credit)
    owed = next((part.strip() for part in credit.split(";") if "CC BY" in part), credit)
    owner = owed.split(": ")[-1]
    shorter = (credit, owed, owner, owner.split(" ")[0])
    return next((text for text in shorter if cell_len(text) <= width), "")


def _write(sheet: Sheet, row: int, column: int, line: Line) -> None:
    for text, style in line:
        sheet.write(column, row, text, style)
        column += cell_len(text)
