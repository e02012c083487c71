"""A widget that sets its own lines for the width it is given."""

from __future__ import annotations

from typing import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from game.tui.typeset import Ink, Line, stacked


class Laid(Widget, can_focus=False):
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
        self._laid: tuple[int, Sequence[Line]] | None = None

    def lay(self, width: int) -> Sequence[Line]:
        """The lines for a width of at least one cell."""
        raise NotImplementedError

    def relay(self) -> None:
        """Lay out again: something has changed. What stands below moves only if it must."""
        before, self._laid = self._laid, None
        width = self.content_size.width
        known = before is not None and before[0] == width and width > 0
        same = known and before is not None and len(self.lines(width)) == len(before[1])
        self.refresh(layout=not same)

    def lines(self, width: int) -> Sequence[Line]:
        """The lines for a width, kept until the next change."""
        if self._laid is None or self._laid[0] != width:
            self._laid = (width, self.lay(width) if width > 0 else ())
        return self._laid[1]

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

    def on_click(self, event: events.Click) -> None:
        """Tell the screen which words were asked for."""
        target = event.style.meta.get("target")
        if isinstance(target, str):
            event.stop()
            self.post_message(self.Picked(self, target))
