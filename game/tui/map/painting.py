"""A drawing in colours: lines of segments, on hills where the terminal can show them."""

from __future__ import annotations

from typing import Callable, Sequence

from rich.color import Color, blend_rgb
from rich.segment import Segment
from rich.style import Style

from game.tui.map.charset import STYLES
from game.tui.map.draw import Drawing
from game.tui.map.relief import SHADES

FLAT = 2
"""Up to which shade the country counts as flat and has the bare ground."""

Named = Callable[[str], Style]
"""Gives the style of a name; the empty one is the ground's."""


class _Paint(dict[tuple[str, int], Style]):
    """The style of each kind of run on each shade, made when it is first asked for."""

    def __init__(self, style: Named, hills: tuple[Style, ...]) -> None:
        super().__init__()
        self._named, self._hills = style, hills

    def __missing__(self, key: tuple[str, int]) -> Style:
        name, shade = key
        style = self._named(name)
        found = self[key] = style if name == "here" else style + self._hills[shade]
        return found


def painted(
    drawing: Drawing, style: Named, hills: tuple[Style, ...], shades: Sequence[bytes]
) -> list[list[Segment]]:
    """The rows of a drawing.

    Args:
        drawing: What is painted.
        style: Looks a style up.
        hills: The grounds of the shades; none for a map without them.
        shades: A shade for each cell, row by row.
    """
    if not hills or not shades:
        styles = {name: style(name) for name in ("", *STYLES)}
        return [[Segment(text, styles[name]) for text, name in line] for line in drawing.lines]
    paint = _Paint(style, hills)
    return [
        [Segment(text, paint[name, shade]) for text, name, shade in line]
        for line in drawing.sheet.shaded_rows(shades)
    ]


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
