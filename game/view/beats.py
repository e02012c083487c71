"""The order in which a playthrough is read: pages, decisions, answers."""

from __future__ import annotations

from game.engine import Playthrough
from game.tongue import ENGLISH, Tongue
from game.view.answer import Answer, answer_to
from game.view.page import Page, page_at, page_of

Beat = Page | Answer
"""One thing that is read before the reader goes on."""


def opening_beats(play: Playthrough, tongue: Tongue = ENGLISH) -> tuple[Beat, ...]:
    """The pages from the start to the first decision or ending, that included."""
    return _pages(play, 0, tongue)


def beats_after(play: Playthrough, order: int, tongue: Tongue = ENGLISH) -> tuple[Beat, ...]:
    """What follows an order: its answer, the pages passed, the next decision or ending.

    Args:
        play: The playthrough.
        order: The order's number, from 1; 0 for the opening.
        tongue: The reader's language.
    """
    if order == 0:
        return opening_beats(play, tongue)
    return (answer_to(play, order, tongue), *_pages(play, order, tongue))


def _pages(play: Playthrough, order: int, tongue: Tongue) -> tuple[Page, ...]:
    leg = play.legs[order]
    number = order if play.is_over and leg is play.legs[-1] else order + 1
    passed = tuple(page_of(leg.position, stop, number, tongue) for stop in leg.stops)
    return (*passed, page_at(leg.position, number, tongue))
