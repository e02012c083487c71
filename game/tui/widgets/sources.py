"""Facts and sources, as they are told wherever history is shown."""

from __future__ import annotations

from typing import Sequence

from textual.content import Content

from game.tui.typeset import Ink, Line, hung, ink, joined
from game.tui.widgets.laid import Laid
from game.tui.widgets.prose import content_of
from game.view import FactView, SourceView

DASH = "\u2013 "


class Facts(Laid):
    """Statements, each with its source and its standing."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._facts: tuple[FactView, ...] = ()

    def show(self, facts: Sequence[FactView]) -> None:
        """Show these facts."""
        self._facts = tuple(facts)
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """The facts, a blank line between them."""
        lines: list[Line] = []
        for i, fact in enumerate(self._facts):
            lines += [Content("")] if i else []
            for paragraph in fact.text:
                lines += hung(content_of(paragraph), width, ink(DASH, Ink.ACCENT), Content("  "))
            lines += hung(_standing(fact), width, Content("  "))
        return lines


def _standing(fact: FactView) -> Content:
    """A fact's source, which a click opens, and how well it is known."""
    target = f"source:{fact.source_id}" if fact.source_id else ""
    rest = f" \u00b7 {fact.origin} \u00b7 {fact.confidence}"
    return joined(ink(fact.source, Ink.MUTED, target=target), ink(rest, Ink.MUTED))


class Sources(Laid):
    """Sources, each with where it was met and how far it can be trusted."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sources: tuple[SourceView, ...] = ()

    def show(self, sources: Sequence[SourceView]) -> None:
        """Show these sources."""
        self._sources = tuple(sources)
        self.relay()

    def lay(self, width: int) -> Sequence[Line]:
        """The sources, one below the other."""
        lines: list[Line] = []
        for source in self._sources:
            words = joined(ink(source.name), ink(f"  {source.origin}", Ink.MUTED))
            lines += hung(words, width, ink(DASH, Ink.ACCENT), Content("  "))
            if source.reliability:
                lines += hung(ink(source.reliability, Ink.MUTED), width, Content("  "))
        return lines
