"""Paragraphs as lines of plain text."""

from __future__ import annotations

from typing import Iterable

from game.view import Paragraph

Lines = list[str]
"""Text without wrapping, one paragraph a line; an empty line parts paragraphs."""


def prose_lines(paragraphs: Iterable[Paragraph]) -> Lines:
    """Paragraphs, parted by blank lines."""
    lines: Lines = []
    for paragraph in paragraphs:
        lines += ["", paragraph.text] if lines else [paragraph.text]
    return lines


def sentence(text: str) -> str:
    """A text with a capital in front and a full stop behind, so that a voice stops too."""
    stopped = text.endswith((".", "!", "?", "\u2026"))
    return f"{text[:1].upper()}{text[1:]}{'' if stopped else '.'}"
