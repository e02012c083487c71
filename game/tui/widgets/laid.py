"""A widget that sets its own lines for the width it is given."""

from __future__ import annotations

from typing import NamedTuple, Sequence

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from game.tui.typeset import Ink, Line, ruled, stacked

USUAL = 68
"""A width at which to ask whether there is anything to show."""


INK_STYLES = frozenset(ink.style for ink in Ink if ink)
MARKS = frozenset({Ink.CURSOR.style, Ink.RULER.style})
"""The inks that have a ground of their own."""

KEPT = 4
"""How many drawings a widget keeps: what is shown, what was, and what is to come."""


class Drawing(NamedTuple):
    """Lines as rows of the screen, the widget's padding at both sides."""

    lines: Sequence[Line]
    width: int
    rows: list[Strip]


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
        self._drawings: list[Drawing] = []

    @property
    def large(self) -> bool:
        """Whether the reader has set large text."""
        return self.is_attached and self.app.has_class("-large")

    def lay(self, width: int) -> Sequence[Line]:
        """The lines for a width of at least one cell."""
        raise NotImplementedError

    def relay(self) -> None:
        """Lay out again: something has changed. What stands below moves only if it must."""
        before, self._laid = self._laid, None
        was_ruled, self.ruled = self.ruled is not None, None
        if not self.display:
            return
        width = self.room
        if before is None or before[0] != (width, self.large) or not width:
            self._change_height()
            return
        lines = self.lines(width)
        if len(lines) != len(before[1]):
            self._change_height()
        elif was_ruled or not _same(lines, before[1]):
            self.refresh()

    def _change_height(self) -> None:
        """Ask for another layout, and again where one has been asked for but not been made."""
        self._layout_updates += 1  # Textual keeps a height that it took in between.
        self.refresh(layout=True)

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
        return bool(self.lines(self.room or USUAL))

    @property
    def room(self) -> int:
        """The width that it has, or hidden would have or had; 0 if nobody knows yet."""
        width = self.size.width
        if not width and isinstance(self.parent, Settled):
            width = self.parent.size.width - self.styles.gutter.width
        return max(0, width)

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

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows of the screen; what was drawn before is not drawn again."""
        gutter, width = self.styles.gutter, self.outer_size.width
        if self.text_selection is not None or gutter.top or gutter.bottom:
            return super().render_lines(crop)
        rows = self._kept_rows(self.lines(width - gutter.width), width)
        shown = rows[crop.y : crop.bottom]
        if len(shown) < crop.height:
            shown = shown + self._made_up([Strip([])], width) * (crop.height - len(shown))
        return shown if crop.width == width else [row.crop(crop.x, crop.right) for row in shown]

    def draw_ahead(self, lines: Sequence[Line]) -> None:
        """Draw lines that are likely to be shown next."""
        if width := self.room:
            self._kept_rows(lines, width + self.styles.gutter.width)

    def _kept_rows(self, lines: Sequence[Line], width: int) -> list[Strip]:
        """The rows of lines, kept for when the same lines are shown again."""
        for drawing in self._drawings:
            if drawing.width == width and _same(drawing.lines, lines):
                return drawing.rows
        inner, style = width - self.styles.gutter.width, self.visual_style
        strips = Visual.to_strips(self, stacked(lines), inner, len(lines), style) if lines else []
        rows = self._made_up(strips, width)
        self._drawings = [Drawing(lines, width, rows), *self._drawings[: KEPT - 1]]
        return rows

    def _made_up(self, strips: Sequence[Strip], width: int) -> list[Strip]:
        """Rows made up to the width of the widget, in colours that the terminal knows."""
        behind, left = self.background_colors[1], self.styles.gutter.left
        ground, filters = Style(background=behind).rich_style, self.get_line_filters()
        margin = [Segment(" " * left, ground)] if left else []
        rows = []
        for strip in strips:
            rest = width - left - strip.cell_length
            row = [*margin, *strip, Segment(" " * rest, ground)] if rest > 0 else [*margin, *strip]
            for each in filters:
                row = each.apply(row, behind)
            rows.append(Strip(row, max(width, left + strip.cell_length)))
        return rows

    def notify_style_update(self) -> None:
        """Draw anew in other colours."""
        super().notify_style_update()
        self._drawings = []

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


def _same(some: Sequence[Line], others: Sequence[Line]) -> bool:
    """Whether lines look alike."""
    if some is others:
        return True
    alike = (a.plain == b.plain and a.spans == b.spans for a, b in zip(some, others, strict=False))
    return len(some) == len(others) and all(alike)


def _tops(lines: Sequence[Line]) -> list[int]:
    """Where blocks begin: the first row, and every row behind a blank one."""
    behind = (y for y in range(1, len(lines)) if not lines[y - 1].plain.strip())
    return [0, *(y for y in behind if lines[y].plain.strip())]
