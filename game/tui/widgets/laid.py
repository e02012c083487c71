"""A widget that sets its own lines for the width it is given."""

from __future__ import annotations

from typing import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.style import Style
from textual.widget import Widget

from game.tui.typeset import Ink, Line, ruled, stacked

USUAL = 68
"""A width at which to ask whether there is anything to show."""


INK_STYLES = frozenset(ink.style for ink in Ink if ink)
MARKS = frozenset({Ink.CURSOR.style, Ink.RULER.style})
"""The inks that have a ground of their own."""


class Settled(Widget, can_focus=False):
    """A widget that scrolls nothing: that it has grown is no reason for a second layout."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
    auto_links: Reactive[bool] = Reactive(False)


class Laid(Settled, can_focus=False):
    """Lines, laid out anew for every width. Give `lay`; call `relay` when it would change."""

    class Picked(Message):
        """Words with a target were clicked.

        Attributes:
            target: What was asked for, such as `codex:harbin`.
        """

        def __init__(self, sender: Laid, target: str) -> None:
            super().__init__()
            self.sender = sender
            self.target = target

        @property
        def control(self) -> Laid:
            """The widget that was clicked."""
            return self.sender

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes, markup=False)
        self._laid: tuple[tuple[int, bool], Sequence[Line]] | None = None
        self.ruled: range | None = None
        """The rows that the reading ruler lies on."""

    @property
    def large(self) -> bool:
        """Whether the reader has set large text."""
        return self.is_attached and self.app.has_class("-large")

    def lay(self, width: int) -> Sequence[Line]:
        """The lines for a width of at least one cell."""
        raise NotImplementedError

    def relay(self) -> None:
        """Lay out again: something has changed. What stands below moves only if it must."""
        before, self._laid, self.ruled = self._laid, None, None
        if not self.display:
            return
        width = self.content_size.width
        known = before is not None and before[0] == (width, self.large) and width > 0
        same = known and before is not None and len(self.lines(width)) == len(before[1])
        self.refresh(layout=not same)

    def lines(self, width: int) -> Sequence[Line]:
        """The lines for a width, kept until the next change."""
        key = (width, self.large)
        if self._laid is None or self._laid[0] != key:
            self._laid = (key, self.lay(width) if width > 0 else ())
        found = self._laid[1]
        return found if self.ruled is None else ruled(found, self.ruled, width)

    def rule_rows(self, rows: range | None) -> None:
        """Lay the reading ruler on rows, or take it away."""
        if rows != self.ruled:
            self.ruled = rows
            self.refresh()

    @property
    def has_lines(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.lines(self.content_size.width or USUAL))

    def block_at(self, row: int) -> tuple[int, float]:
        """Which block of lines a row is in, counted by the blank lines above, and how far in."""
        lines = self.lines(self.content_size.width)
        tops = _tops(lines)
        block = max((i for i, top in enumerate(tops) if top <= row), default=0)
        top, end = tops[block], [*tops[1:], len(lines)][block]
        return block, (row - top) / max(1, end - top)

    def row_of_block(self, block: int, far: float = 0.0) -> int:
        """The row that stands so far in a block, as it is laid out now."""
        lines = self.lines(self.content_size.width)
        tops = _tops(lines)
        block = min(block, len(tops) - 1)
        top, end = tops[block], [*tops[1:], len(lines)][block]
        return top + int(far * (end - top))

    def row_of(self, ink: Ink) -> int | None:
        """The first row that has words in an ink; None without one."""
        lines = self.lines(self.content_size.width)
        rows = (y for y, line in enumerate(lines) if any(s.style == ink.style for s in line.spans))
        return next(rows, None)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as lines."""
        return len(self.lines(width))

    def render(self) -> Content:
        """The lines for the present width."""
        return stacked(self.lines(self.content_size.width))

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

    def on_click(self, event: events.Click) -> None:
        """Tell the screen which words were asked for."""
        target = event.style.meta.get("target")
        if isinstance(target, str):
            event.stop()
            self.post_message(self.Picked(self, target))


def _tops(lines: Sequence[Line]) -> list[int]:
    """Where blocks begin: the first row, and every row behind a blank one."""
    behind = (y for y in range(1, len(lines)) if not lines[y - 1].plain.strip())
    return [0, *(y for y in behind if lines[y].plain.strip())]
