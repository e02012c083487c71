"""The rail is drawn as Textual draws its scrollbar, row for row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color
from textual.scrollbar import ScrollBarRender

from game.tui.widgets.rail import cells

GROUND, THUMB = Color.parse("#101010"), Color.parse("#a0b0c0")
SIZES = st.integers(0, 90)


@given(SIZES, SIZES, SIZES, st.floats(0, 1))
def test_every_row_looks_like_textual_s(rows, virtual, window, far) -> None:
    window = window if window < virtual else 0
    position = int(far * (virtual - window) * 8) / 8 if window else 0
    theirs = ScrollBarRender.render_bar(
        rows, virtual, window, position, back_color=GROUND, bar_color=THUMB
    )
    ours = cells(rows, virtual, window, position, GROUND, THUMB)
    assert ours == theirs.segments[:rows]


def test_the_thumb_stands_where_one_is() -> None:
    said = [cell.style.meta.get("@mouse.down") for cell in cells(4, 8, 4, 2, GROUND, THUMB)]
    assert said == ["scroll_up", "grab", "grab", "scroll_down"]
