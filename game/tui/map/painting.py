"""A drawing in colours: lines of segments, on hills where the terminal can show them."""

from __future__ import annotations

from typing import Callable, Sequence

from rich.color import Color, blend_rgb
from rich.segment import Segment
from rich.style import Style

from game.tui.map.draw import Drawing
from game.tui.map.relief import SHADES
from game.tui.map.sheet import KEYS

FLAT = 2
"""Up to which shade the country counts as flat and has the bare ground."""

Named = Callable[[str], Style]
"""Gives the style of a name; the empty one is the ground's."""


class Paint(dict[int, Style]):
    """The style for each key of a run, looked up when it is first asked for."""

    def __init__(self, named: Named, hills: tuple[Style, ...] = ()) -> None:
        """A paint box.

        Args:
            named: Looks a style up.
            hills: The grounds of the shades; none for a map without them.
        """
        super().__init__()
        self.hills = hills
        self._named = named

    def __missing__(self, key: int) -> Style:
        name, shade = KEYS[key]
        style = self._named(name)
        bare = name == "here" or not self.hills
        found = self[key] = style if bare else style + self.hills[shade]
        return found


def painted(drawing: Drawing, paint: Paint, shades: Sequence[bytes] = ()) -> list[list[Segment]]:
    """The rows of a drawing.

    Args:
        drawing: What is painted.
        paint: The styles.
        shades: A shade for each cell, row by row.
    """
    rows = drawing.sheet.keyed_rows(shades if paint.hills else ())
    return [[Segment(text, paint[key]) for text, key in row] for row in rows]


def hills_between(bare: Color | None, full: Color | None) -> tuple[Style, ...]:
    """The grounds of the shades, from the bare one to that of the steepest slopes.

    None where the two are the same, or are colours of the terminal's own that
    cannot be mixed.
    """
    if not bare or not full or not bare.triplet or not full.triplet or bare == full:
        return ()
    steps = (max(0, shade - FLAT) / (SHADES - FLAT) for shade in range(SHADES + 1))
    mixed = (blend_rgb(bare.triplet, full.triplet, step) for step in steps)
    return tuple(Style(bgcolor=Color.from_triplet(colour)) for colour in mixed)
