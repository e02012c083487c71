"""The lines of a picture on the screen."""

from __future__ import annotations

from typing import Sequence

from textual.style import Style

from game.kiosk.stage.buttons import Tint
from game.tui.typeset import Line
from game.tui.widgets.laid import Laid

TINTS = frozenset(f"tint--{tint.value}" for tint in Tint)
"""Component classes of the stage."""

GROUNDS = frozenset(tint.style for tint in Tint)


class Canvas(Laid):
    """Every row of the screen; it is shown other lines, never made anew."""

    def __init__(self) -> None:
        super().__init__(id="canvas")
        self._shown: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        self._shown = lines
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """The lines; they were made for this width."""
        return self._shown

    def _get_style(self, style: Style | str) -> Style:
        """The look of an ink or a ground, as the stage has it."""
        if isinstance(style, str) and style in GROUNDS:
            return self.screen.get_visual_style(style[1:])
        return super()._get_style(style)
