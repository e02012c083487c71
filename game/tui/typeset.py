"""Setting text: words as Textual content, with a closed set of inks, in lines and columns.

Nothing here, and nothing that uses it, ever reads markup out of a text.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Iterable, Iterator, Sequence

from textual.content import Content, Span
from textual.style import Style

Line = Content
"""One line, already as narrow as it must be."""

_CONTROLS = {code: "\ufffd" for code in (*range(32), *range(127, 160))}
_BIDI = {code: "" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_SAFE = {**_CONTROLS, **_BIDI, 9: " ", 10: "\n", 13: " ", 0x2028: " ", 0x2029: " "}


class Ink(StrEnum):
    """The styles that text is set in; how each looks is said in `styles/base.tcss`."""

    PLAIN = ""
    STRONG = "strong"
    MUTED = "muted"
    FAINT = "faint"
    ACCENT = "accent"
    HEADING = "heading"
    EMPHASIS = "emphasis"
    LINK = "link"
    CURSOR = "cursor"
    KEY = "key"
    RULER = "ruler"
    SOVIET = "soviet"
    JAPANESE = "japanese"

    @property
    def style(self) -> str:
        """The component class that a screen styles it by."""
        return f".ink--{self.value}" if self else ""


INK_CLASSES = frozenset(f"ink--{ink.value}" for ink in Ink if ink)
"""Component classes of every screen."""


def ink(text: str, *inks: Ink, target: str = "") -> Content:
    """Words in some inks, safe to show whatever they hold.

    Args:
        text: Any words; control characters are shown as a replacement sign.
        inks: How they are set.
        target: What a click on them asks for, such as `codex:harbin`.
    """
    safe = text.translate(_SAFE)
    spans = [Span(0, len(safe), ink.style) for ink in inks if ink]
    if target:
        spans.append(Span(0, len(safe), Style.from_meta({"target": target})))
    return Content(safe, spans)


def joined(*parts: Content) -> Content:
    """Parts of one line, one after the other."""
    return Content.assemble(*parts)


def stacked(lines: Iterable[Content]) -> Content:
    """Lines, one under the other."""
    return Content("\n").join(lines)


def wrapped(content: Content, width: int) -> list[Line]:
    """Content broken into lines of a width; nothing where there is no room."""
    if width <= 0:
        return []
    return content.wrap(width)


def hung(content: Content, width: int, first: Content, rest: Content | None = None) -> list[Line]:
    """Content broken into lines behind a margin.

    Args:
        content: The words.
        width: Of the whole, margin included.
        first: The first line's margin.
        rest: The other lines' margin; blanks as wide as the first by default.
    """
    margin = rest if rest is not None else Content(" " * first.cell_length)
    lines = wrapped(content, width - first.cell_length)
    return [joined(first if i == 0 else margin, line) for i, line in enumerate(lines)]


def indented(lines: Iterable[Line], by: int) -> Iterator[Line]:
    """Lines moved to the right."""
    for line in lines:
        yield joined(Content(" " * by), line)


def fits(left: Content, right: Content, width: int, gap: int = 2) -> bool:
    """Whether both fit on one line."""
    return left.cell_length + gap + right.cell_length <= width


def spread(left: Content, right: Content, width: int) -> list[Line]:
    """One thing at the left and one at the right; the right one a line lower if need be."""
    if not right:
        return wrapped(left, width)
    if fits(left, right, width):
        room = width - left.cell_length - right.cell_length
        return [joined(left, Content(" " * room), right)]
    below = wrapped(right, width)
    if len(below) == 1:
        below = [below[0].pad_left(max(0, width - below[0].cell_length))]
    return [*wrapped(left, width), *below]


def cut(content: Content, width: int) -> Line:
    """Content on one line, with an ellipsis where it had to be cut."""
    return content.truncate(max(0, width), ellipsis=True)


def filled(line: Line, width: int) -> Line:
    """A line made up with blanks to a width."""
    return line.pad_right(max(0, width - line.cell_length))


def beside(columns: Sequence[Sequence[Line]], widths: Sequence[int], gap: int = 4) -> list[Line]:
    """Columns of lines set side by side."""
    height = max((len(column) for column in columns), default=0)
    space = Content(" " * gap)
    rows = []
    for y in range(height):
        cells = [
            filled(column[y] if y < len(column) else Content(""), width)
            for column, width in zip(columns, widths, strict=True)
        ]
        rows.append(Content.assemble(*_with_gaps(cells, space)))
    return rows


def rule(width: int, of: Ink = Ink.FAINT) -> Line:
    """A thin line across."""
    return ink("\u2500" * max(0, width), of)


RULED = "\u258c"
"""What stands in the margin of a line under the reading ruler, where it has one."""


def ruled(lines: Sequence[Line], rows: range, width: int) -> Sequence[Line]:
    """Lines, some of them under the reading ruler."""
    return [_ruled(line, width) if y in rows else line for y, line in enumerate(lines)]


def _ruled(line: Line, width: int) -> Line:
    whole = filled(line, width)
    first = int(whole.plain.startswith(" "))
    rest = whole[first:].stylize(Ink.RULER.style)
    return joined(ink(RULED, Ink.ACCENT), rest) if first else rest


def _with_gaps(cells: Sequence[Content], space: Content) -> Iterator[Content]:
    for i, cell in enumerate(cells):
        if i:
            yield space
        yield cell
