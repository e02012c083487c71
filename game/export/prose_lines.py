"""Paragraphs as lines of plain text."""

from __future__ import annotations

from itertools import groupby
from typing import Iterable, Iterator

from game.view import ENGLISH, Paragraph, Tongue

Lines = list[str]
"""Text without wrapping, one paragraph a line; an empty line parts paragraphs."""


def prose_lines(paragraphs: Iterable[Paragraph]) -> Lines:
    """Paragraphs, parted by blank lines."""
    lines: Lines = []
    for paragraph in paragraphs:
        lines += ["", paragraph.text] if lines else [paragraph.text]
    return lines


def told_lines(paragraphs: Iterable[Paragraph], tongue: Tongue = ENGLISH) -> Lines:
    """Paragraphs; a line before those that are conjecture says so, and how many they are."""
    lines: Lines = []
    for conjecture, told in runs(paragraphs):
        if conjecture:
            lines += ["", conjecture_line(len(told), tongue)]
        lines += ["", *prose_lines(told)]
    return lines[1:]


def runs(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[bool, list[Paragraph]]]:
    """Paragraphs that follow one another, with whether they are conjecture."""
    for conjecture, run in groupby(paragraphs, lambda found: found.basis == "conjecture"):
        yield conjecture, list(run)


def conjecture_line(paragraphs: int, tongue: Tongue = ENGLISH) -> str:
    """What is said before so many paragraphs of a road not taken."""
    return tongue.count(
        "Conjecture: this road was not taken, and the next paragraph is ours.",
        "Conjecture: this road was not taken, and the next {n} paragraphs are ours.",
        paragraphs,
    )


def sentence(text: str) -> str:
    """A text with a capital in front and a full stop behind, so that a voice stops too."""
    stopped = text.endswith((".", "!", "?", "\u2026"))
    return f"{text[:1].upper()}{text[1:]}{'' if stopped else '.'}"
