"""Markup put together from parts; every word on the way is escaped."""

from __future__ import annotations

from html import escape
from typing import Iterable, Union

from game.view import Paragraph, harmless

Child = Union[str, "Tag", None, Iterable["Child"]]

VOID = frozenset({"br", "meta"})


class Tag(str):
    """Markup that is finished. Plain strings are words, and are escaped."""

    __slots__ = ()


def tag(name: str, /, *children: Child, **attributes: object) -> Tag:
    """An element. Attributes that are None are left out; `_` stands for `-`, at an end for none."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(harmless(str(value)), quote=True)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(_written(child) for child in children)
    return Tag(f"<{name}{given}>" if name in VOID else f"<{name}{given}>{inside}</{name}>")


def _written(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Tag):
        return child
    if isinstance(child, str):
        return escape(harmless(child), quote=False)
    return "".join(_written(one) for one in child)


def prose(paragraphs: Iterable[Paragraph]) -> list[Tag]:
    """Paragraphs with their emphasis; links are words on paper."""
    return [
        tag(
            "p",
            *(
                tag("em", piece.text) if piece.style == "emphasis" else piece.text
                for piece in paragraph.pieces
            ),
        )
        for paragraph in paragraphs
    ]
