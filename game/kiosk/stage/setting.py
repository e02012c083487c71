"""Blocks of a face as lines: as airy as there is room for."""

from __future__ import annotations

from functools import lru_cache
from typing import Sequence

from textual.content import Content

from game.kiosk.face import Block, Dated
from game.kiosk.stage.air import AIRY, TIGHT
from game.kiosk.stage.diagrams import in_diagrams
from game.kiosk.stage.wording import in_words
from game.tui.typeset import Line


@lru_cache(256)
def set_block(block: Block, width: int, air: int, large: bool) -> tuple[Line, ...]:
    """One block at a width.

    Args:
        block: What is set.
        width: Cells of a line.
        air: How much blank there may be.
        large: Whether the words are to be strong.
    """
    return tuple(in_diagrams(block, width, air) or in_words(block, width, air, large))


def set_blocks(blocks: Sequence[Block], width: int, air: int, large: bool) -> list[Line]:
    """Blocks one under the other."""
    lines: list[Line] = []
    for number, block in enumerate(blocks):
        more = set_block(block, width, air, large)
        dated = number == 1 and isinstance(blocks[0], Dated) and bool(blocks[0].text)
        close = air == TIGHT or (dated and air < AIRY)
        if more and lines and not close:
            lines.append(Content(""))
        lines += more
    return lines
