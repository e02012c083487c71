"""Whose battle it is to be."""

from __future__ import annotations

from typing import Sequence

from textual.app import ComposeResult
from textual.content import Content

from game.tui.cards import Card, cards, tone_of
from game.tui.commands import keys_of
from game.tui.screens.base import Column
from game.tui.screens.body import Body
from game.tui.screens.listing import Listing
from game.tui.typeset import Ink, Line, beside, fits, hung, ink, joined, rule, spread, wrapped
from game.tui.widgets.menu import MARK, Menu, Row
from game.tui.widgets.words import Words

SIDE_BY_SIDE = 88
"""Cells from which two commanders stand beside each other."""


class Commanders(Menu):
    """The campaigns as cards: beside each other where there is room."""

    def __init__(self) -> None:
        super().__init__("commanders")
        self._cards: tuple[Card, ...] = ()
        self._words: tuple[str, str] = ("", "")

    def offer(self, cards: Sequence[Card], sides: tuple[str, str]) -> None:
        """Show these cards; `sides` are the words for Soviet and Japanese."""
        self._cards, self._words = tuple(cards), sides
        marked = self.marked if self.marked is not None else 0
        self.show([Row(c.id, c.name, i, tone=tone_of(c)) for i, c in enumerate(cards, 1)], marked)

    def lay(self, width: int) -> Sequence[Line]:
        """Cards in rows of one or two."""
        pairs = 2 if width >= SIDE_BY_SIDE else 1
        room = (width - 6 * (pairs - 1)) // pairs
        self._tops = []
        lines: list[Line] = []
        for i in range(0, len(self._cards), pairs):
            lines += [Content("")] if i else []
            self._tops += [len(lines)] * len(self._cards[i : i + pairs])
            cards = [self._card(i + j, room) for j in range(len(self._cards[i : i + pairs]))]
            lines += beside(cards, [room] * len(cards), 6)
        return lines

    def place_at(self, x: int, y: int) -> int | None:
        """The card at a cell."""
        pairs = 2 if self.content_size.width >= SIDE_BY_SIDE else 1
        row = super().place_at(x, y)
        if row is None or pairs == 1:
            return row
        first = row - row % pairs
        return min(first + (x * pairs) // max(1, self.content_size.width), len(self._cards) - 1)

    def _card(self, place: int, width: int) -> list[Line]:
        card, marked = self._cards[place], place == self.marked
        tone = tone_of(card)
        bar = ink(f"{MARK} " if marked else "  ", tone)
        room = width - 2
        lines = [*self._head(place, room), rule(room)]
        lines += [*wrapped(ink(card.role, Ink.MUTED), room), Content("")]
        lines += wrapped(ink(card.title, Ink.STRONG), room)
        lines += wrapped(ink(card.blurb, Ink.PLAIN if marked else Ink.MUTED), room)
        return [row for line in lines for row in hung(line, width, bar, bar)]

    def _head(self, place: int, room: int) -> list[Line]:
        """A name and what kind of campaign it is: side by side if that fits on every card."""
        heads = [(self._name_on(i), self._kind_of(card)) for i, card in enumerate(self._cards)]
        name, kind = heads[place]
        if all(fits(*head, room) for head in heads):
            return spread(name, kind, room)
        return [*wrapped(name, room), *hung(kind, room, Content("   "))]

    def _name_on(self, place: int) -> Content:
        card = self._cards[place]
        tone = tone_of(card)
        return joined(ink(f"{place + 1}  ", tone), ink(card.name, tone, Ink.STRONG))

    def _kind_of(self, card: Card) -> Content:
        side = {"soviet": self._words[0], "japanese": self._words[1]}.get(card.side, "")
        return ink(", ".join(word for word in (side, card.length) if word), Ink.MUTED)


class Commander(Listing):
    """The campaigns."""

    NAME = "commander"
    BINDINGS = keys_of("commander")

    def content(self) -> ComposeResult:
        """The question, and the cards."""
        with Body(), Column(id="commander-column"):
            yield Words("commander-heading", Ink.HEADING)
            yield Commanders()

    def refill(self) -> None:
        """Who can be played."""
        story = self.game.story
        self.header.show(self.tongue.text("title", story.manifest.title))
        self.query_one("#commander-heading", Words).show(self.say("Whose orders do you give?"))
        sides = (self.say("Soviet"), self.say("Japanese"))
        self.query_one(Commanders).offer(cards(story, self.tongue), sides)

    def chosen(self, id: str) -> None:
        """Begin."""
        self.game.begin(id)

    def action_right(self) -> None:
        """The next card."""
        self.menu.step(1)

    def action_left(self) -> None:
        """The card before."""
        self.menu.step(-1)
