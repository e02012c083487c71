"""Words in a drawing: SVG does not wrap them, so they are measured and cut here."""

from __future__ import annotations

import unicodedata
from typing import Iterator

from game.export.report.tags import Tag, tag

NARROW, BROAD = 0.54, 1.0
"""Widths of a letter and of a wide sign, in sizes of the type; a little more than most need."""


def width_of(text: str, size: float) -> float:
    """About how wide a text is."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return size * (NARROW * (len(text) - wide) + BROAD * wide)


def wrapped(text: str, size: float, width: float) -> Iterator[str]:
    """A text in lines; a word that is wider than a line is cut."""
    line = ""
    for word in text.split():
        joined = f"{line} {word}".lstrip()
        if line and width_of(joined, size) > width:
            yield line
            joined = word
        while width_of(joined, size) > width and len(joined) > 1:
            fits = max(1, int(width / (size * BROAD)))
            yield joined[:fits]
            joined = joined[fits:]
        line = joined
    if line:
        yield line


class Pen:
    """Writes down a drawing, from the top.

    Attributes:
        y: How far down it has come.
        marks: What has been drawn.
    """

    def __init__(self, y: float = 0.0) -> None:
        self.y = y
        self.marks: list[Tag] = []

    def write(
        self, x: float, text: str, width: float, kind: str = "text", size: float = 13
    ) -> None:
        """Lines of words; the pen stands below them afterwards."""
        for line in wrapped(text, size, width):
            self.y += size * 1.35
            self.marks.append(
                tag("text", line, class_=kind, x=x, y=round(self.y, 1), font_size=size)
            )

    def beside(self, *columns: tuple[float, str, float, str]) -> None:
        """Texts side by side, each with its place, width and kind; below the longest after."""
        top, ends = self.y, [self.y]
        for x, text, width, kind in columns:
            self.y = top
            self.write(x, text, width, kind)
            ends.append(self.y)
        self.y = max(ends)

    def rule(self, x: float, width: float) -> None:
        """A thin line across."""
        self.y += 7
        self.marks.append(tag("line", class_="rule", x1=x, x2=x + width, y1=self.y, y2=self.y))

    def place(self, marks: list[Tag], x: float, height: float) -> None:
        """A drawing of its own, moved to where the pen is."""
        self.marks.append(tag("g", *marks, transform=f"translate({x} {round(self.y, 1)})"))
        self.y += height

    def skip(self, height: float) -> None:
        """Leave room."""
        self.y += height
