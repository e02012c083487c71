"""The rail at the right edge of a text: how far one has come, drawn with less ado."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

GLYPHS = ScrollBarRender.VERTICAL_BARS
WHOLE = len(GLYPHS)
"""Steps in a cell."""


class Rail(ScrollBar):
    """Textual's upright scrollbar as Textual draws it, its few kinds of rows made once each."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows, in colours that the terminal knows."""
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)
        assert isinstance(bar.style, Style)
        found = cells(
            self.size.height,
            bar.virtual_size,
            bar.window_size,
            bar.position,
            bar.style.bgcolor,
            bar.style.color,
        )
        kinds = {id(cell): Strip([cell]) for cell in found}
        behind = self.background_colors[1]
        for each in self.get_line_filters():
            kinds = {kind: strip.apply_filter(each, behind) for kind, strip in kinds.items()}
        return [kinds[id(cell)] for cell in found[crop.y : crop.bottom]]


def cells(
    rows: int,
    virtual: float,
    window: float,
    position: float,
    ground: Color | None,
    thumb: Color | None,
) -> list[Segment]:
    """A cell for each row.

    Args:
        rows: The rail's.
        virtual: Rows that there are to read.
        window: Rows of them that are in sight; 0 if all are.
        position: Rows above those.
        ground: Colour of the rail.
        thumb: Colour of the part that stands for what is in sight.
    """
    begin, end = span(rows, virtual, window, position)
    return [_cell(*_kind(y, begin, end), ground, thumb) for y in range(rows)]


def span(rows: int, virtual: float, window: float, position: float) -> tuple[int, int]:
    """Where the thumb begins and ends, in steps of an eighth of a row."""
    if not (rows and virtual and window) or virtual <= window or rows == virtual:
        return 0, 0
    thumb = max(1, window / (virtual / rows))
    begin = max(0, int((rows - thumb) * (position / (virtual - window)) * WHOLE))
    return begin, begin + ceil(thumb * WHOLE)


def _kind(y: int, begin: int, end: int) -> tuple[str, bool, str]:
    """What stands in a row: its sign, whether that is drawn in reverse, and what a click does."""
    top, part = divmod(begin, WHOLE)
    bottom, rest = divmod(end, WHOLE)
    if end == begin:
        return " ", False, ""
    if y == bottom and GLYPHS[WHOLE - 1 - rest] != " ":
        return GLYPHS[WHOLE - 1 - rest], True, "grab"
    if y == top and GLYPHS[WHOLE - 1 - part] != " ":
        return GLYPHS[WHOLE - 1 - part], False, "grab"
    if top <= y < bottom:
        return " ", True, "grab"
    return " ", False, "scroll_up" if y < top else "scroll_down"


@lru_cache(64)
def _cell(
    glyph: str, reverse: bool, does: str, ground: Color | None, thumb: Color | None
) -> Segment:
    """One cell. The ground of a row with no sign is all that is seen of it."""
    meta = {"@mouse.down": does} if does else None
    if glyph == " ":
        plain = Style(color=thumb, reverse=True, meta=meta)
        return Segment(glyph, plain if reverse else Style(bgcolor=ground, meta=meta))
    return Segment(glyph, Style(bgcolor=ground, color=thumb, reverse=reverse or None, meta=meta))
