"""Questions that stand over everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.kiosk.face import Block, Button, Face, Named, Said
from game.kiosk.screens.parts import column, foot, side_of
from game.view import leaving

if TYPE_CHECKING:
    from game.kiosk.desk import Desk


def asking(desk: Desk) -> Face:
    """Whether Start again is meant."""
    say = desk.tongue.say
    return Face(
        "asking",
        blocks=(
            Said(say("Start again from the beginning? Your orders will be gone."), "strong"),
            *_left(desk),
        ),
        rows=column(
            Button("again:no", say("No, go on"), digit="1"),
            Button("again:yes", say("Yes, start again"), digit="2"),
        ),
        foot=foot(desk),
        side=side_of(desk),
    )


def _left(desk: Desk) -> tuple[Block, ...]:
    """What came of it in 1945, for somebody who does not read to the end."""
    course = desk.visit.course
    told = leaving(course.play, desk.tongue) if course is not None else None
    return (Named("1945", told.text),) if told is not None else ()


def warning(desk: Desk) -> Face:
    """Whether anybody is still there. Any key and any tap says yes."""
    say, left = desk.tongue.say, desk.idle.countdown
    words = desk.tongue.count(
        "This begins anew in {n} second.", "This begins anew in {n} seconds.", left
    )
    return Face(
        "warning",
        blocks=(
            Said(say("Are you still there?"), "strong", centred=True),
            Said(words, centred=True),
            Said(say("Touch the screen anywhere, or press any key, to go on."), centred=True),
        ),
        rows=column(Button("here", say("I am still here"), large=True)),
        side=side_of(desk),
        high=0.5,
        tall=9,
        lead="here",
    )
