"""What stands at the foot of the map: scale, sides and thanks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Container

from rich.cells import cell_len

from game.tongue import ENGLISH, N_, Tongue
from game.tui.map.charset import Charset
from game.tui.map.sheet import Line, Run, Sheet, clean
from game.view.map_words import SIDES, side_name

LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
"""Kilometres that a scale bar may stand for."""

LINES = {"river": N_("river"), "railway": N_("railway"), "border": N_("border")}
"""The lines that the foot explains."""

UNITS = (N_("army"), N_("corps"), N_("division"), N_("smaller"))
"""The sizes of unit that the foot explains."""

DASHES = {
    "river": "\u2824\u2824\u2824",
    "railway": "\u2824\u2824  \u2824\u2824",
    "border": "\u2804\u2804\u2804\u2804",
}
"""How each of them looks in dots."""


@dataclass(frozen=True, slots=True)
class Foot:
    """What the foot of a map is to explain.

    Attributes:
        scale: Kilometres to a column.
        kinds: The kinds of line that are in sight.
        sizes: The sizes of unit that are in sight.
    """

    scale: float
    credit: str
    charset: Charset
    tongue: Tongue = ENGLISH
    kinds: Container[str] = ()
    sizes: Container[int] = ()

    def parts(self, width: int) -> tuple[Line, str]:
        """What stands at the left, and the credit at the right, of so many columns.

        The credit must be shown: sizes and lines are left out before it is
        shortened, and it is shortened before scale and sides are left out.
        """
        bar = scale_bar(self.scale, width // 5, self.charset, self.tongue)
        measure: Line = ((bar, "credit"), ("  ", "")) if bar else ()
        sides = (*measure, *legend(self.charset, self.tongue))
        lines = (*sides, *line_legend(self.charset, self.kinds, self.tongue))
        sizes = (*lines, *size_legend(self.charset, self.sizes, self.tongue))
        owed = cell_len(owed_credit(self.credit))
        for left, least in ((sizes, owed), (lines, owed), (sides, 1), (measure, 1)):
            room = width - sum(cell_len(text) for text, _ in left) - 2
            thanks = fitting_credit(self.credit, room)
            if room >= 0 and (cell_len(thanks) >= least or not self.credit):
                return left, thanks
        return (), fitting_credit(self.credit, width)


def write_foot(sheet: Sheet, foot: Foot) -> None:
    """Write the foot of the map, as much of it as there is room for."""
    left, thanks = foot.parts(sheet.width) if sheet.height > 1 else ((), "")
    if left or thanks:
        sheet.reserve(sheet.height - 1)
    _write(sheet, 0, left)
    _write(sheet, sheet.width - cell_len(thanks), ((thanks, "credit"),))


def scale_bar(scale: float, columns: int, charset: Charset, tongue: Tongue = ENGLISH) -> str:
    """A bar of a round length, no longer than so many columns; empty if none fits."""
    fitting = [km for km in LENGTHS if 3 <= round(km / scale) <= columns]
    if not fitting:
        return ""
    km, ends = fitting[-1], charset.bar
    words = tongue.say("{km} km").format(km=tongue.number(km))
    return f"{ends[0]}{ends[1] * (round(km / scale) - 2)}{ends[2]} {words}"


def legend(charset: Charset, tongue: Tongue = ENGLISH) -> Line:
    """Which signs are whose."""
    soviet, japanese = (
        (f"{charset.unit(side, 'army')} {side_name(side, tongue)}", side) for side in SIDES
    )
    return (soviet, ("  ", ""), japanese)


def line_legend(charset: Charset, kinds: Container[str], tongue: Tongue = ENGLISH) -> Line:
    """Which pattern is which line, of the kinds that are on the map."""
    line: list[Run] = []
    for kind, name in LINES.items():
        if kind in kinds:
            sample = DASHES[kind] if charset.dots else charset.lines[kind] * 2
            line += (("  ", ""), (sample, kind), (f" {tongue.say(name)}", "credit"))
    return tuple(line)


def size_legend(charset: Charset, sizes: Container[int], tongue: Tongue = ENGLISH) -> Line:
    """Which sign is which size of unit, of the sizes that are on the map."""
    line: list[Run] = []
    for size, name in enumerate(UNITS):
        if size in sizes:
            signs = "".join(charset.units[side][size] for side in SIDES)
            line += (("  ", ""), (f"{signs} {tongue.say(name)}", "credit"))
    return tuple(line)


def owed_credit(credit: str) -> str:
    """The part of a credit whose licence asks to be named."""
    parts = clean(credit).split(";")
    return next((part.strip() for part in parts if "CC BY" in part), clean(credit)).split(": ")[-1]


def fitting_credit(credit: str, width: int) -> str:
    """As much of a credit as fits: whole, else the part whose licence asks to be named."""
    owner = owed_credit(credit)
    shorter = (clean(credit), owner, owner.split(" ")[0])
    return next((text for text in shorter if cell_len(text) <= width), "")


def _write(sheet: Sheet, column: int, line: Line) -> None:
    for text, style in line:
        sheet.write(column, sheet.height - 1, text, style)
        column += cell_len(text)
