"""The ten days by their numbers, over their strokes."""

from __future__ import annotations

from datetime import timedelta
from typing import Sequence

from textual.content import Content

from game.dates import DAYS, FIRST_DAY
from game.tui.typeset import Ink, Line, ink, joined
from game.tui.widgets.header import strokes
from game.tui.widgets.laid import Laid


class Days(Laid):
    """9 to 18, and a stroke for each."""

    def lay(self, width: int) -> Sequence[Line]:
        """The numbers stand at the beginning of their strokes."""
        gaps = DAYS - 1
        room = max(DAYS, width - gaps)
        starts = [room * i // DAYS + i for i in range(DAYS + 1)]
        parts: list[Content] = []
        for i in range(DAYS):
            number = str((FIRST_DAY + timedelta(days=i)).day)
            wide = starts[i + 1] - starts[i] if i < gaps else 0
            parts.append(ink(number.ljust(wide), Ink.MUTED))
        return [strokes(width, DAYS), joined(*parts)]
