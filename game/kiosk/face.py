"""What stands on the kiosk's screen, as plain data: words above, buttons below.

Nothing here knows how it is drawn. Two faces that are equal look the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.view import Paragraph
from game.view.map_marks import MapView


@dataclass(frozen=True, slots=True)
class Button:
    """Something to tap.

    Attributes:
        id: What it asks for.
        label: What stands on it.
        below: More words, smaller.
        digit: The key that does the same; empty for none.
        on: Whether it is switched on; None for what is no switch.
        enabled: Whether it does anything.
        tone: The ink of its bar and digit: `soviet`, `japanese` or empty.
        large: Whether it is written in large letters.
    """

    id: str
    label: str
    below: str = ""
    digit: str = ""
    on: bool | None = None
    enabled: bool = True
    tone: str = ""
    large: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """Words in one ink: `strong`, `muted`, `accent`, `heading` or empty."""

    text: str
    tone: str = ""
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """Paragraphs to read."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Paragraphs under a name that stands in the margin."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    first: str = ""


@dataclass(frozen=True, slots=True)
class Large:
    """A title in large letters."""

    text: str
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One share, in words and as a bar.

    Attributes:
        shares: The share in each of the bars' columns, in hundredths.
        mine: Whether it is what this visitor chose.
    """

    label: str
    shares: tuple[int, ...]
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Shares of a whole, under a name that stands in the margin.

    Attributes:
        heads: What each column of shares counts.
    """

    name: str
    heads: tuple[str, ...]
    rows: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Texts side by side, row by row.

    Attributes:
        first: What stands over the names.
        heads: What stands over each column.
        rows: For each row its name, and a text for each column.
        quiet: A text that says nothing new.
    """

    first: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    quiet: str = ""


@dataclass(frozen=True, slots=True)
class Weight:
    """A count: in figures, whose it is, and how far it reaches, as parts of the highest."""

    figures: str
    by: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """Counts, one below the other: in large figures, whose they are, and drawn to scale."""

    weights: tuple[Weight, ...]


@dataclass(frozen=True, slots=True)
class Ticks:
    """Days in a row, one of them now."""

    labels: tuple[str, ...]
    now: int


@dataclass(frozen=True, slots=True)
class Dated:
    """When and where it is, and at the right the days, one of them now; -1 for none."""

    text: str
    days: tuple[str, ...]
    now: int


@dataclass(frozen=True, slots=True)
class Invite:
    """An invitation in several languages, on as few lines as it fits."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """The test pattern: lines as they are, in inks."""

    lines: tuple[tuple[tuple[str, str], ...], ...]


Block = Said | Read | Named | Large | Bars | Columns | Weighed | Ticks | Dated | Invite | Pattern


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map.

    Attributes:
        view: What stands on it.
        frame: What its window holds.
        place: `side` or `left`, beside the words where there is room; `top` or `bottom`,
            over the whole width.
    """

    view: MapView
    frame: MapView | None = None
    place: str = "side"


@dataclass(frozen=True, slots=True)
class Face:
    """One screen.

    Attributes:
        name: Which one; with `part` it tells one page from the next.
        title: At the left of the first row.
        corner: At the right of the first row.
        low: What stands at the lower edge, under a thin line, instead of buttons.
        lift: Rows by which that is moved up.
        rows: Buttons, those of a row side by side.
        foot: The buttons at the lower edge, each in its own place; None leaves it empty.
        side: Whose accent is worn.
        high: Where the words stand: 0 for the top, 1 for the bottom, 0.5 for the middle.
        dark: Whether the ground is black.
        tall: Rows that a button has at least.
        apart: Whether its rows of buttons are parted wherever there is room.
        in_parts: Whether it is rather shown in several parts than set close.
        lead: The button that Enter presses where none is marked.
    """

    name: str
    part: str = ""
    title: str = ""
    corner: str = ""
    low: tuple[Block, ...] = ()
    lift: int = 0
    blocks: tuple[Block, ...] = ()
    rows: tuple[tuple[Button, ...], ...] = ()
    foot: tuple[Button | None, ...] = ()
    map: Drawn | None = None
    side: str = ""
    high: float = 0.3
    dark: bool = False
    tall: int = 0
    in_parts: bool = False
    apart: bool = False
    lead: str = ""

    @property
    def words(self) -> int:
        """How many words there are to read on it."""
        said = [self.title, *(w for row in self.rows for b in row for w in (b.label, b.below))]
        for block in self.blocks:
            said += _said(block)
        return sum(words_in(text) for text in said)

    @property
    def choosing(self) -> bool:
        """Whether there is more than one thing to do."""
        return sum(len(row) for row in self.rows) > 1


def words_in(text: str) -> int:
    """How many words a text has; two signs are one where words are not parted by blanks."""
    signs = sum(ord(sign) > 0x2E80 for sign in text)
    return len(text.split()) + signs // 2


def _said(block: Block) -> list[str]:
    match block:
        case Said() | Large():
            return [block.text]
        case Read():
            return [paragraph.text for paragraph in block.paragraphs]
        case Named():
            return [block.name, block.first, *(p.text for p in block.paragraphs)]
        case Bars():
            return [block.name, *(row.label for row in block.rows)]
        case Columns():
            return [text for name, texts in block.rows for text in (name, *texts)]
        case _:
            return []
