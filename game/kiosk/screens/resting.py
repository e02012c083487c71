"""Pages without a visitor: closed, paused, and the moment after a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.kiosk.face import Face, Large, Said
from game.kiosk.invitation import ONE_MOMENT, OUT_OF_USE

if TYPE_CHECKING:
    from game.kiosk.desk import Desk

PLACES = 12
"""Heights that the words of a page which stands for hours go through, a minute each."""


def moving_height(desk: Desk) -> float:
    """Where on the screen to stand this minute, so that nothing burns in."""
    now = desk.hours.local()
    place = (now.hour * 60 + now.minute) % (2 * PLACES)
    return 0.1 + 0.8 * min(place, 2 * PLACES - place) / PLACES


def closed(desk: Desk) -> Face:
    """Dark, with the time."""
    opens = desk.hours.opens()
    words = desk.tongue.say("Open again {when}").format(when=opens) if opens else ""
    clock = Large(f"{desk.hours.local():%H:%M}", centred=True)
    said = (Said(words, "muted", centred=True),) if words else ()
    return Face("closed", blocks=(clock, *said), high=moving_height(desk), dark=True)


def paused(desk: Desk) -> Face:
    """Out of use for now, as staff wished; in four languages."""
    said = tuple(Said(words, centred=True) for words in OUT_OF_USE)
    return Face("paused", blocks=said, high=moving_height(desk))


def fault(desk: Desk) -> Face:
    """One moment: something failed, and it begins anew."""
    return Face("fault", blocks=tuple(Said(words, centred=True) for words in ONE_MOMENT), high=0.5)
