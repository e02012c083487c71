"""The inks of the sides that campaigns are played on."""

from __future__ import annotations

from game.tui.typeset import Ink
from game.view.cards import Card, card_of, cards, side_of

__all__ = ["Card", "card_of", "cards", "side_of", "tone_of"]


def tone_of(card: Card) -> Ink:
    """The ink of a campaign's side."""
    return {"soviet": Ink.SOVIET, "japanese": Ink.JAPANESE}.get(card.side, Ink.ACCENT)
