"""The characters a map is drawn with, by what a terminal can show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping

SIDES = ("soviet", "japanese", "other")
"""The three ways a marker can be drawn."""

LAYERS = (
    "",
    "lake",
    "railway",
    "river",
    "coast",
    "border",
    *(f"front-{side}" for side in SIDES),
    *(f"axis-{side}" for side in SIDES),
)
"""What a cell can hold, the later over the earlier."""

STYLES = (
    *LAYERS[1:],
    *("soviet", "japanese", "other", "bridge"),
    *("place", "city", "here", "credit", "water", "track"),
)
"""Every style name that a drawing may use."""

SIZES = (("army-group", "front-command", "army"), ("corps",), ("division",), ())
"""The kinds of unit by size; whatever is in none is of the last."""


def size_of(kind: str) -> int:
    """The size of a unit, from 0, the largest, to 3."""
    return next((i for i, kinds in enumerate(SIZES) if kind in kinds), len(SIZES) - 1)


@dataclass(frozen=True, slots=True)
class Charset:
    """One set of characters.

    Attributes:
        dots: Whether lines are drawn in braille dots; else each cell of a
            line shows its layer's own character.
        lines: A character for each layer.
        units: For each side its army, corps, division, and smaller unit.
        arrows: For each side its heads, pointing up, right, down and left.
        winds: Arrows for the eight directions, clockwise from north.
        bar: The left end, middle and right end of the scale bar.
    """

    name: str
    dots: bool
    lines: Mapping[str, str]
    units: Mapping[str, str]
    arrows: Mapping[str, str]
    winds: tuple[str, ...]
    bridge: str
    here: str
    town: str
    village: str
    bar: str
    more: str

    def unit(self, side: str, kind: str) -> str:
        """The sign of a unit: its side and its size."""
        return self.units[side if side in SIDES else "other"][size_of(kind)]

    def arrow(self, side: str, dx: float, dy: float) -> str:
        """The head of an arrow that runs by so much to the right and down."""
        across = abs(dx) >= abs(dy)
        turn = (1 if dx >= 0 else 3) if across else (2 if dy >= 0 else 0)
        return self.arrows[side if side in SIDES else "other"][turn]


def _lines(signs: str) -> dict[str, str]:
    return dict(zip(LAYERS, f" {signs}", strict=True))


BRAILLE = Charset(
    name="braille",
    dots=True,
    lines={},
    units={"soviet": "■◆▲●", "japanese": "□◇△○", "other": "▣◈▽◌"},
    arrows={"soviet": "▲►▼◄", "japanese": "△▷▽◁", "other": "↑→↓←"},
    winds=("↑", "↗", "→", "↘", "↓", "↙", "←", "↖"),
    bridge="╫",
    here="◉",
    town="•",
    village="·",
    bar="├─┤",
    more="…",
)
"""Dots, and signs that are filled for one side and hollow for the other."""

BLOCKS = Charset(
    name="blocks",
    dots=False,
    lines=_lines("░┼≈▒·█▓║*=-"),
    units={"soviet": "ACDB", "japanese": "acdb", "other": "&&&&"},
    arrows={"soviet": "▲►▼◄", "japanese": "^>v<", "other": "↑→↓←"},
    winds=("↑", "↑→", "→", "↓→", "↓", "←↓", "←", "←↑"),
    bridge="╫",
    here="@",
    town="•",
    village="∙",
    bar="├─┤",
    more="~",
)
"""For the Linux console: the characters that old fonts have."""

ASCII = Charset(
    name="ascii",
    dots=False,
    lines=_lines(",#~%:XxI*=-"),
    units={"soviet": "ACDB", "japanese": "acdb", "other": "&&&&"},
    arrows={"soviet": "^>v<", "japanese": "^>v<", "other": "^>v<"},
    winds=("^", "^>", ">", "v>", "v", "<v", "<", "<^"),
    bridge="H",
    here="@",
    town="o",
    village=".",
    bar="|-|",
    more="~",
)
"""For anything that prints at all."""

CHARSETS: Mapping[str, Charset] = {c.name: c for c in (BRAILLE, BLOCKS, ASCII)}
"""The sets by name, for the setting."""

OLD_FONTS = ("linux", "vt100", "vt220", "ansi", "cons25", "wsvt25")
"""Terminals whose fonts have no braille."""


def charset_for(environ: Mapping[str, str], chosen: str = "") -> Charset:
    """The characters that were chosen, else those that suit the terminal.

    The Linux console has the signs of old fonts and no dots; where the locale
    is not in UTF-8, nothing but ASCII is sure.
    """
    if chosen in CHARSETS:
        return CHARSETS[chosen]
    locale = next(filter(None, (environ.get(k) for k in ("LC_ALL", "LC_CTYPE", "LANG"))), "")
    if locale and locale not in ("C", "POSIX") and "utf" not in locale.lower():
        return ASCII
    return BLOCKS if environ.get("TERM", "") in OLD_FONTS else BRAILLE
