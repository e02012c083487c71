"""Widgets that scroll nothing, and the sheet's side of what it shares with its leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Sequence

from rich.segment import Segment
from textual.geometry import Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from game.tui.typeset import Ink

if TYPE_CHECKING:
    from game.tui.widgets.laid import Laid

INK_STYLES = frozenset(ink.style for ink in Ink if ink)
MARKS = frozenset({Ink.CURSOR.style, Ink.RULER.style})
"""The inks that have a ground of their own."""


class Settled(Widget, can_focus=False):
    """A widget that scrolls nothing: that it has grown is no reason for a second layout."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
    auto_links: Reactive[bool] = Reactive(False)

    @property
    def size(self) -> Size:
        """The room inside it as it was last laid out, without asking where that is."""
        gutter, (width, height) = self.styles.gutter, self.outer_size
        return Size(max(0, width - gutter.width), max(0, height - gutter.height))

    @property
    def content_size(self) -> Size:
        """The same: nothing scrolls."""
        return self.size

    def made_up(self, strips: Sequence[Strip], width: int, left: int = 0) -> list[Strip]:
        """Rows made up with its ground to a width, in colours that the terminal knows.

        Args:
            strips: What stands on them.
            width: Of the whole.
            left: Cells that are left blank before it.
        """
        behind, filters = self.background_colors[1], self.get_line_filters()
        ground = Style(background=behind).rich_style
        margin = [Segment(" " * left, ground)] if left else []
        rows = []
        for strip in strips:
            rest = width - left - strip.cell_length
            row = [*margin, *strip, Segment(" " * rest, ground)] if rest > 0 else [*margin, *strip]
            for each in filters:
                row = each.apply(row, behind)
            rows.append(Strip(row, max(width, left + strip.cell_length)))
        return rows

    def _get_style(self, style: Style | str) -> Style:
        """The look of an ink: the screen has them all, so that no other needs to be asked."""
        if isinstance(style, str) and style in INK_STYLES:
            try:
                found = self.screen.get_visual_style(style[1:], partial=True)
                return found + self._grounded(style) if style in MARKS else found
            except KeyError:
                return super()._get_style(style)
        return super()._get_style(style)

    def _grounded(self, style: str) -> Style:
        """Ground and reversal of an ink, which Textual drops on the way from a stylesheet."""
        said = self.screen.get_component_styles(style[1:])
        ground = said.background if said.has_rule("background") else None
        return Style(background=ground, reverse=said.text_style.reverse)


class Holder(Settled, can_focus=False):
    """A widget that places and draws those inside it itself: a sheet."""

    def renew(self, leaf: Laid, layout: bool) -> None:
        """A leaf has changed; with `layout`, perhaps its height."""
        raise NotImplementedError
