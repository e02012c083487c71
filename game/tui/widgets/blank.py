"""Containers that show nothing of their own."""

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
