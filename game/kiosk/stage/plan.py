"""How much room a face has at a size, and the airiest setting that fits."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from game.kiosk.face import Face
from game.kiosk.stage.air import AIRY, CLOSE, LED, PLAIN, SMALL, SPACED, TIGHT
from game.kiosk.stage.buttons import HEIGHT, row_height
from game.kiosk.stage.setting import set_blocks
from game.tui.typeset import Line, rule

MAP_FROM = 100
"""Columns from which a map stands beside the words."""

BESIDE = ("side", "left")
"""Places of a map beside the words."""

MAP_LEAST = 34
"""The fewest columns of such a map."""

WHOLE = (AIRY, PLAIN, SMALL)
"""Settings with blank round head and foot."""

WIDEST = 110
"""The widest that buttons are."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How it is to be set.

    Attributes:
        large: Whether for large text: fewer words, strong, with room between them.
        measure: The most characters in a line of words.
        more: What the button for the next part says.
    """

    large: bool = False
    measure: int = 66
    more: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much room there is for what."""

    face: Face
    width: int
    height: int
    reader: Reader
    margin: int
    with_map: bool
    air: int

    @property
    def inner(self) -> int:
        return min(WIDEST, self.width - 2 * self.margin) if not self.with_map else self.whole

    @property
    def whole(self) -> int:
        return self.width - 2 * self.margin

    @property
    def left(self) -> int:
        return (self.width - self.inner) // 2

    @property
    def words_width(self) -> int:
        if not self.with_map:
            return min(self.inner, max(self.reader.measure, 84 if not self.reader.large else 64))
        return min(self.reader.measure, self.whole - MAP_LEAST - 3)

    @property
    def map_width(self) -> int:
        return self.whole - self.words_width - 3

    @property
    def map_is_left(self) -> bool:
        return self.face.map is not None and self.face.map.place == "left"

    @property
    def head(self) -> int:
        """Rows of the head, and the blank ones round it."""
        above = 1 if self.air > CLOSE else 0
        return above + (1 + above if self.face.title else 0)

    @property
    def rows(self) -> list[int]:
        face, air = self.face, self.air
        return [row_height(row, self.inner, air, face.tall) for row in face.rows]

    @property
    def between(self) -> int:
        return 1 if self.air >= AIRY or (self.face.apart and self.air > CLOSE) else 0

    @property
    def below(self) -> int:
        """Rows of the buttons, and what parts them from words and foot."""
        rows = self.rows
        gaps = self.between * max(0, len(rows) - 1)
        if self.face.low:
            return len(self.low())
        edge = 0 if self.face.foot or not rows else 1
        return sum(rows) + gaps + (1 if rows else 0) + self.foot + edge

    @property
    def foot(self) -> int:
        return (HEIGHT + (1 if self.air > CLOSE else 0)) if self.face.foot else 0

    def words(self) -> list[Line]:
        return set_blocks(self.face.blocks, self.words_width, self.air, self.reader.large)

    def low(self) -> list[Line]:
        """What stands at the lower edge, with a line above and blank below."""
        lines = set_blocks(self.face.low, self.whole, TIGHT, False)
        above = [rule(self.whole), *([Content("")] * (self.air > SMALL))]
        lift = self.face.lift if self.air > CLOSE else 0
        return [*above, *lines, *([Content("")] * (1 + lift))]

    @property
    def room(self) -> int:
        """Rows for words on the screen that has the buttons."""
        return self.height - self.head - self.below


def plan_of(face: Face, width: int, height: int, reader: Reader, map_: bool, air: int) -> Plan:
    """The room of one setting; `map_` for a map beside the words."""
    margin = 2 if width < 84 else 3 if width < 100 else 5
    return Plan(face, width, height, reader, margin, map_, air)


def fitting(face: Face, width: int, height: int, reader: Reader) -> Plan | None:
    """The airiest setting that fits whole, with a map if there is one; None if none fits."""
    beside = face.map is not None and face.map.place in BESIDE
    can = beside and width >= MAP_FROM and not reader.large
    for with_map in (True, False) if can else (False,):
        spaced = (SPACED,) if reader.large else ()
        for air in (*spaced, *WHOLE, *(() if face.in_parts else (CLOSE, LED, TIGHT))):
            plan = plan_of(face, width, height, reader, with_map, air)
            if len(plan.words()) <= plan.room:
                return plan
    return None
