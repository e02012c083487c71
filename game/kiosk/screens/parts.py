"""What several screens share: the foot, buttons in a column, whose accent is worn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.kiosk.face import Button

if TYPE_CHECKING:
    from game.kiosk.desk import Desk

Rows = tuple[tuple[Button, ...], ...]


def foot(desk: Desk) -> tuple[Button | None, ...]:
    """Back and Start again, and how one reads: always in the same places."""
    say, modes = desk.tongue.say, desk.visit.modes
    begun = desk.visit.where == "story"
    return (
        Button("back", say("Back")),
        Button("again", say("Start again")) if begun else None,
        Button("mode:large", say("Large text"), on=modes.large),
        Button("mode:contrast", say("High contrast"), on=modes.contrast),
        Button("mode:still", say("No motion"), on=modes.still),
    )


def column(*buttons: Button) -> Rows:
    """Buttons one below the other."""
    return tuple((button,) for button in buttons)


def side_of(desk: Desk) -> str:
    """Whose accent is worn: that of the commander who is played."""
    course = desk.visit.course
    if course is None or desk.visit.where != "story":
        return ""
    return desk.offers.card(course.play.program.campaign, desk.tongue).side
