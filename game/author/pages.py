"""The pages on diagnostics, one a code, in a checkout or installed with the game."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from pathlib import Path

from game.folders import PACKAGE, checkout

WIDTH = 78
"""Characters in a line of a page in plain text."""


@dataclass(frozen=True, slots=True)
class Page:
    """What one diagnostic means and how it is mended.

    Attributes:
        title: A few words behind the code.
        meaning: The first paragraph.
        markdown: The whole page.
    """

    code: str
    title: str
    meaning: str
    markdown: str

    @property
    def plain(self) -> str:
        """The page for a terminal: paragraphs folded, examples indented."""
        return "\n\n".join(_folded(block) for block in _blocks(self.markdown))


def folder() -> Path:
    """Where the pages are."""
    top = checkout()
    return top / "docs" / "diagnostics" if top else PACKAGE / "_shipped" / "diagnostics"


def codes() -> tuple[str, ...]:
    """Every code that has a page, in order."""
    return tuple(sorted(path.stem for path in folder().glob("[EW][0-9][0-9][0-9].md")))


def page(code: str) -> Page:
    """The page of a code.

    Raises:
        FileNotFoundError: if the code has none.
    """
    markdown = (folder() / f"{code}.md").read_text(encoding="utf-8")
    head, meaning = list(_blocks(markdown))[:2]
    title = head.partition(": ")[2]
    return Page(code, title, " ".join(meaning.split()), markdown)


def _blocks(markdown: str) -> list[str]:
    """Headings, paragraphs and fenced examples, each whole."""
    blocks: list[list[str]] = [[]]
    fenced = False
    for line in markdown.splitlines():
        if line.startswith("```"):
            fenced = not fenced
        if line or fenced:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return ["\n".join(lines) for lines in blocks if lines]


def _folded(block: str) -> str:
    if block.startswith("```"):
        return _example(block.splitlines())
    if block.startswith("#"):
        return block.lstrip("# ")
    return textwrap.fill(block, WIDTH, break_long_words=False, break_on_hyphens=False)


def _example(lines: list[str]) -> str:
    name = lines[0].partition(" ")[2]
    head = [f"{name}:", ""] if name else []
    return "\n".join([*head, *(f"    {line}".rstrip() for line in lines[1:-1])])
