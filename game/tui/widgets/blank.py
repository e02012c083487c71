"""Widgets without borders, which are drawn with less ado."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.widget import Widget
else:
    Widget = object


class Blank(Widget):
    """A ground without borders, drawn as one row many times instead of row by row."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows of the ground."""
        row = Strip.blank(crop.width, self.visual_style.rich_style)
        for each in self.get_line_filters():
            row = row.apply_filter(each, self.background_colors[1])
        return [row] * crop.height


class Ready(Widget):
    """A widget that has its rows ready, and no borders to draw round them."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows as they are, in colours that the terminal knows."""
        rows = [self.render_line(y) for y in crop.line_range]
        for each in self.get_line_filters():
            rows = [row.apply_filter(each, self.background_colors[1]) for row in rows]
        whole = crop.width == self.size.width
        return rows if whole else [row.crop(crop.x, crop.right) for row in rows]
