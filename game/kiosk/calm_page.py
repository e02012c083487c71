"""The supervisor's own pages: while the player starts, and when it cannot be had."""

from __future__ import annotations

from typing import Final, Sequence
from unicodedata import combining, east_asian_width

ONE_MOMENT: Final = (
    "Ten Days at Mutanchiang",
    "",
    "One moment, please.",
    "Одну минуту, пожалуйста.",
    "少々お待ちください。",
    "请稍候。",
)
"""Shown for a second or two."""

RESTING: Final = (
    "Ten Days at Mutanchiang",
    "9 - 18 . 8 . 1945",
    "",
    "This station is resting. It will be back by itself.",
    "Эта станция временно не работает. Она включится сама.",
    "ただいま休止中です。自動的に再開します。",
    "本设备暂停使用，稍后将自动恢复。",
)
"""May stand for hours: quiet, and true."""

TITLE, TEXT, END = "\x1b[1;37m", "\x1b[0;37m", "\x1b[0m"
MARGIN: Final = 1
STEPS: Final = ((0, 0), (2, 1), (-2, 0), (3, -1), (-3, 1), (1, -1))
"""How the page moves off its middle, in cells, so that nothing burns into a screen."""


def page(lines: Sequence[str], columns: int, rows: int, turn: int = 0) -> str:
    """Escape sequences that clear the screen and put lines in its middle.

    Args:
        lines: The first is the title. Lines too wide for the window are left out.
        columns: The width of the window in cells.
        rows: Its height.
        turn: Counts up whenever the page is drawn anew; the page moves a little with it.
    """
    right, down = STEPS[turn % len(STEPS)]
    shown = [line for line in lines if cells(line) <= columns - 2 * MARGIN]
    top = max(0, min(rows - len(shown), (rows - len(shown)) // 2 + down))
    parts = ["\x1b[0m\x1b[2J"]
    for number, line in enumerate(shown[: max(0, rows)]):
        left = (columns - cells(line)) // 2 + right
        left = max(0, min(columns - cells(line), left))
        style = TITLE if number == 0 else TEXT
        parts.append(f"\x1b[{top + number + 1};{left + 1}H{style}{line}{END}")
    return "".join(parts)


def cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(2 if east_asian_width(char) in "WF" else not combining(char) for char in text)
