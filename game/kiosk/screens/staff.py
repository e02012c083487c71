"""The staff's screens: the PIN pad, the menu, the test pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.kiosk.face import Button, Face, Named, Pattern, Said
from game.kiosk.screens.parts import Rows
from game.view.prose import plain_text

if TYPE_CHECKING:
    from game.kiosk.desk import Desk

DOTS = "\u25cf"
EMPTY = "\u25cb"


def pin(desk: Desk) -> Face:
    """Digits in four rows, as on a telephone."""
    say, staff = desk.tongue.say, desk.staff
    digits = [Button(f"digit:{n}", str(n), digit=str(n)) for n in range(10)]
    last = (Button("erase", say("Erase")), digits[0], Button("enter", say("Enter")))
    rows: Rows = (*(tuple(digits[n : n + 3]) for n in (1, 4, 7)), last)
    typed = DOTS * len(staff.typed) or EMPTY
    return Face(
        "pin",
        blocks=(
            Said(say("Staff: the PIN, please"), "strong", centred=True),
            Said(" ".join(typed), "heading", centred=True),
            Said(staff.said, "", centred=True),
        ),
        rows=rows,
        foot=(Button("close", say("Back")), None, None, None, None),
        lead="enter",
    )


def menu(desk: Desk) -> Face:
    """How it is, and what can be done."""
    say, staff = desk.tongue.say, desk.staff
    health = tuple(Named(name, plain_text(what)) for name, what in staff.health())
    told = (Said(staff.said, "strong"),) if staff.said else ()
    buttons = staff.buttons()
    rows = tuple(buttons[n : n + 3] for n in range(0, len(buttons), 3))
    foot = (Button("close", say("Back")), None, None, None, None)
    return Face("menu", title=say("Staff"), blocks=(*health, *told), rows=rows, foot=foot)


def pattern(desk: Desk) -> Face:
    """Letters, lines and colours, to see that the terminal has them all."""
    foot = (Button("close", desk.tongue.say("Back")), None, None, None, None)
    return Face(
        "pattern", title=desk.tongue.say("Test pattern"), blocks=(Pattern(LINES),), foot=foot
    )


def _line(*runs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return runs


LINES = (
    _line(("ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789", "")),
    _line(("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "")),
    _line(("牡丹江 十日間 一九四五年八月 東京 ひらがな カタカナ 请触摸屏幕 목단강", "")),
    _line(("│ ─ ┌ ┐ └ ┘ ├ ┤ ┬ ┴ ┼ ╭ ╮ ╰ ╯ ▌ ▏ ▔ ▁ █ ░ ▒ ▓ ● ○ ⠁ ⠿ ⣿ – — “ ” ’", "")),
    _line(("strong ", "strong"), ("muted ", "muted"), ("faint ", "faint"), ("accent ", "accent"),
          ("soviet ", "soviet"), ("japanese ", "japanese"), ("link ", "link"), ("key", "key")),
    _line(("┌────────────────────────────────────────────────────────────────┐", "muted")),
    _line(("│ Every bar and every corner of this frame must meet.            │", "muted")),
    _line(("└────────────────────────────────────────────────────────────────┘", "muted")),
)  # fmt: skip
"""What a museum's font and colours must show."""
