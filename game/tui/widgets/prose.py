"""Paragraphs of the story, with links that can be clicked or gone through by keys."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Iterable, Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, hung, ink, joined
from game.tui.widgets.linked import Linked
from game.tui.widgets.words import MARGIN

if TYPE_CHECKING:
    from game.view import Paragraph, Piece

CONJECTURE = "\u2506"
"""The mark beside a paragraph that no source stands behind."""


class Prose(Linked):
    """Paragraphs, a blank line between them."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._paragraphs: tuple[Paragraph, ...] = ()

    def show(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show these paragraphs."""
        self._paragraphs, self.cursor = tuple(paragraphs), None
        self.relay()

    @property
    def has_conjecture(self) -> bool:
        """Whether a paragraph is marked as conjecture."""
        return any(paragraph.basis == "conjecture" for paragraph in self._paragraphs)

    @property
    def links(self) -> tuple[str, ...]:
        """The codex entries that are linked, as targets."""
        return tuple(f"codex:{piece.to}" for piece in linked(self._paragraphs))

    def lay(self, width: int) -> Sequence[Line]:
        """The paragraphs at a width."""
        return set_paragraphs(self._paragraphs, width, self.cursor)


def linked(paragraphs: Iterable[Paragraph]) -> list[Piece]:
    """The pieces that are links, in order."""
    return [piece for p in paragraphs for piece in p.pieces if piece.style == "link"]


def set_paragraphs(
    paragraphs: Sequence[Paragraph], width: int, cursor: int | None = None, margin: int = MARGIN
) -> Sequence[Line]:
    """Paragraphs as lines, a blank line between them; those set lately are kept.

    Args:
        paragraphs: What to set.
        width: Of the whole, margin included.
        cursor: The number of the link that is marked.
        margin: Cells left of the text.
    """
    return _set(tuple(paragraphs), width, cursor, margin)


@lru_cache(32)
def _set(
    paragraphs: tuple[Paragraph, ...], width: int, cursor: int | None, margin: int
) -> Sequence[Line]:
    lines: list[Line] = []
    number = 0
    for i, paragraph in enumerate(paragraphs):
        if i:
            lines.append(Content(""))
        beside = _margin(paragraph, margin)
        lines += hung(content_of(paragraph, cursor, number), width, beside, beside)
        number += sum(piece.style == "link" for piece in paragraph.pieces)
    return tuple(lines)


def content_of(paragraph: Paragraph, cursor: int | None = None, first: int = 0) -> Content:
    """A paragraph in ink; `first` is the number of its first link."""
    parts: list[Content] = []
    number = first
    for piece in paragraph.pieces:
        parts.append(_piece(piece, number == cursor))
        number += piece.style == "link"
    return joined(*parts)


def _piece(piece: Piece, marked: bool) -> Content:
    if piece.style == "link":
        cursor = Ink.CURSOR if marked else Ink.PLAIN
        return ink(piece.text, Ink.LINK, cursor, target=f"codex:{piece.to}")
    return ink(piece.text, Ink.EMPHASIS if piece.style == "emphasis" else Ink.PLAIN)


def _margin(paragraph: Paragraph, margin: int) -> Content:
    if paragraph.basis == "conjecture" and margin > 1:
        return ink(CONJECTURE.ljust(margin), Ink.MUTED)
    return Content(" " * margin)
