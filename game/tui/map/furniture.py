"""What stands at the foot of the map: scale, sides and thanks."""

from __future__ import annotations

from rich.cells import cell_len

from game.tui.map.charset import Charset
from game.tui.map.sheet import Line, Sheet, clean

LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
"""Kilometres that a scale bar may stand for."""


def write_foot(sheet: Sheet, scale: float, credit: str, charset: Charset) -> None:
    """Write the foot of the map, as much of it as there is room for.

    The credit must be shown; it is shortened before scale and sides are left out.
    """
    left, thanks = _parts(sheet, scale, credit, charset)
    if left or thanks:
        for cell in range(sheet.width * (sheet.height - 1), sheet.width * sheet.height):
            sheet.ground(cell, " ", "")
    _write(sheet, 0, left)
    _write(sheet, sheet.width - cell_len(thanks), ((thanks, "credit"),))


def scale_bar(scale: float, columns: int, charset: Charset) -> str:
    """A bar of a round length, no longer than so many columns; empty if none fits."""
    fitting = [km for km in LENGTHS if 3 <= round(km / scale) <= columns]
    if not fitting:
        return ""
    km, ends = fitting[-1], charset.bar
    return f"{ends[0]}{ends[1] * (round(km / scale) - 2)}{ends[2]} {km} km"


def legend(charset: Charset) -> Line:
    """Which signs are whose."""
    soviet, japanese = (charset.unit(side, "army") for side in ("soviet", "japanese"))
    return ((f"{soviet} Soviet", "soviet"), ("  ", ""), (f"{japanese} Japanese", "japanese"))


def fitting_credit(credit: str, width: int) -> str:
    """As much of a credit as fits: whole, else the part whose licence asks to be named."""
    credit = clean(credit)
    owed = next((part.strip() for part in credit.split(";") if "CC BY" in part), credit)
    owner = owed.split(": ")[-1]
    shorter = (credit, owner, owner.split(" ")[0])
    return next((text for text in shorter if cell_len(text) <= width), "")


def _parts(sheet: Sheet, scale: float, credit: str, charset: Charset) -> tuple[Line, str]:
    """What stands at the left, and the credit at the right."""
    bar = scale_bar(scale, sheet.width // 5, charset)
    measure: Line = ((bar, "credit"), ("  ", "")) if bar else ()
    for left in ((*measure, *legend(charset)), measure) if sheet.height > 1 else ():
        room = sheet.width - sum(cell_len(text) for text, _ in left) - 2
        thanks = fitting_credit(credit, room)
        if room >= 0 and (thanks or not credit):
            return left, thanks
    return (), fitting_credit(credit, sheet.width) if sheet.height > 1 else ""


def _write(sheet: Sheet, column: int, line: Line) -> None:
    for text, style in line:
        sheet.write(column, sheet.height - 1, text, style)
        column += cell_len(text)
