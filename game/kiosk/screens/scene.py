"""Pages and decisions of the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.dates import DAYS, FIRST_DAY
from game.kiosk.face import Block, Button, Dated, Drawn, Face, Named, Read, Said
from game.kiosk.screens.parts import Rows, column, foot, side_of
from game.view import N_, ChoiceView, Page, day_of_ten
from game.view.situations import situations

if TYPE_CHECKING:
    from game.kiosk.desk import Desk

EXACT, ABOUT = N_("Order {number} of {about}"), N_("Order {number} of about {about}")


def _face(desk: Desk, shown: Page, blocks: tuple[Block, ...], rows: Rows, name: str) -> Face:
    short = desk.visit.reading.play.program.campaign.length == "short"
    far = desk.tongue.say(EXACT if short else ABOUT)
    return Face(
        name,
        part=f"{shown.number} {shown.id}",
        title=shown.title,
        corner=far.format(number=shown.number, about=shown.about),
        blocks=(*when(shown), *blocks),
        rows=rows,
        foot=foot(desk),
        map=situation(desk),
        side=side_of(desk),
        in_parts=not short,
        lead=rows[0][0].id if len(rows) == 1 else "",
    )


def when(shown: Page) -> tuple[Block, ...]:
    """When and where it is, unless the text begins with that; and which of the ten days."""
    words = ", ".join(part for part in (shown.when, shown.place) if part)
    told = shown.text[0].text if shown.text else ""
    known = words[:5] == told[:5] and told[:1].isdigit()
    day = day_of_ten(shown.moment) if shown.moment is not None else None
    days = tuple(str(FIRST_DAY.day + number) for number in range(DAYS))
    return (Dated("" if known else words, days, (day or 0) - 1),) if words else ()


def situation(desk: Desk) -> Drawn | None:
    """The map of the moment, if anything stands on it."""
    found = situations(desk.visit.reading).mine
    return Drawn(found) if found.marks else None


def _shown(desk: Desk) -> Page:
    beat = desk.visit.beat
    assert isinstance(beat, Page)
    return beat


def gate(desk: Desk) -> Face:
    """Before a page that somebody may want to pass over."""
    say, shown = desk.tongue.say, _shown(desk)
    note = Said(say("You can skip it; the story goes on as it went in 1945."))
    rows = column(
        Button("skip", say("Skip this page"), digit="1"),
        Button("read-on", say("Read this page"), digit="2"),
    )
    return _face(desk, shown, (Said(shown.sensitive, "strong"), note), rows, "gate")


def page(desk: Desk) -> Face:
    """A page that is read and left."""
    shown = _shown(desk)
    rows = column(Button("on", desk.tongue.say("Go on"), digit="1"))
    return _face(desk, shown, (Read(shown.text),), rows, "page")


def decision(desk: Desk) -> Face:
    """A page that asks for an order. Skip stands first where it is offered."""
    shown = _shown(desk)
    skip = Button("skip", desk.tongue.say("Skip this page"), digit="0")
    choices = (_choice(choice) for choice in shown.choices)
    rows = column(*((skip,) if shown.sensitive else ()), *choices)
    return _face(desk, shown, (Read(shown.text), *_advice(desk, shown)), rows, "decision")


def _choice(choice: ChoiceView) -> Button:
    digit = str(choice.number) if choice.number else ""
    id = f"order:{choice.id}"
    return Button(id, choice.label, choice.reason, digit=digit, enabled=choice.enabled)


def _advice(desk: Desk, shown: Page) -> tuple[Block, ...]:
    """What the staff would do; only in a whole campaign, where there is time for it."""
    short = desk.visit.reading.play.program.campaign.length == "short"
    if short or desk.visit.modes.large:
        return ()
    return tuple(Named(advice.name, advice.text) for advice in shown.advice)
