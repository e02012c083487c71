"""The attract loop's screens: a question, the ten days, two counts, the other visitors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.kiosk.attract import Question
from game.kiosk.face import Block, Drawn, Face, Invite, Large, Read, Said, Ticks, Weighed, Weight
from game.kiosk.invitation import INVITATION
from game.kiosk.screens.answer import visitors
from game.model import Claim
from game.view import Page, page_at
from game.view.map_marks import map_view
from game.view.moments import day_words
from game.view.prose import plain_text

if TYPE_CHECKING:
    from game.kiosk.desk import Desk


LIFTS = 3
"""Rows that the invitation goes through, turn by turn, so that nothing burns in."""


def attract(desk: Desk) -> Face:
    """What stands now. Each screen says a part of it by itself; each turn stands elsewhere."""
    slide, turn = desk.loop.slide, desk.loop.turn
    blocks, drawn = SLIDES[slide](desk)
    if drawn is not None:
        places = ("bottom", "top") if drawn.place == "over" else ("side", "left")
        drawn = replace(drawn, place=places[turn % 2])
    return Face(
        "attract",
        part=f"{slide} {turn % 2}",
        blocks=blocks,
        map=drawn,
        low=(Invite(INVITATION),),
        lift=turn % LIFTS,
        high=(0.5, 0.2, 0.5, 0.8)[turn % 4],
    )


Slide = tuple[tuple[Block, ...], Drawn | None]


def question(desk: Desk) -> Slide:
    """A decision, and what could be ordered."""
    asked = _question(desk)
    title = Large(desk.tongue.text("title", desk.story.manifest.title), centred=True)
    if asked is None:
        return (title,), None
    shown = page_at(asked.position, 0, desk.tongue)
    orders = "\n".join(f"{c.number}  {c.label}" for c in shown.choices if c.number)
    words = desk.tongue.say("What would you have ordered?")
    asks = (Read(shown.brief or shown.text), Said(words, "heading"))
    return (title, *asks, Said(orders, "strong")), _situation(desk, shown)


def _situation(desk: Desk, shown: Page) -> Drawn | None:
    view = map_view(desk.story, shown.place_id, shown.markers, desk.tongue)
    return Drawn(view) if view.marks else None


def _question(desk: Desk) -> Question | None:
    found = desk.loop.questions
    return found[desk.loop.turn % len(found)] if found else None


def days(desk: Desk) -> Slide:
    """The map, moving from the first day to the tenth."""
    here, view = desk.loop.moving()
    title = here.node.title if here.node else ""
    if here.node is not None:
        title = desk.tongue.text(f"{here.node.id}.title", title)
    dates = [each.date for each in desk.loop.days]
    ticks = Ticks(tuple(str(date.day) for date in dates), dates.index(here.date))
    words = f"{day_words(here.date, desk.tongue)} \u00b7 {title}".rstrip(" \u00b7")
    return (Said(words, "strong", centred=True), ticks), Drawn(view, desk.loop.frame, "over")


def counts(desk: Desk) -> Slide:
    """The same loss, counted by both sides."""
    found, say = desk.loop.counts, desk.tongue.say
    if found is None:
        return city(desk)
    metric, one, other = found
    label = desk.tongue.text(f"{metric.id}.label", metric.label)
    most = max(claim.high or 0 for claim in (one, other))
    pairs = tuple(
        Weight(_range(desk, claim), _by(desk, metric.id, claim), *_ends(claim, most))
        for claim in (one, other)
    )
    words = say(
        "Two armies, one battle, two counts. Here every number says whose it is, and what is not "
        "known is called unknown."
    )
    return (Said(label, "heading"), Weighed(pairs), Said(words, "strong")), None


def _ends(claim: Claim, most: int) -> tuple[float, float]:
    """Where a count begins and ends, as parts of the highest."""
    return (claim.low or 0) / most, (claim.high or 0) / most


def _range(desk: Desk, claim: Claim) -> str:
    ends = {claim.low, claim.high} - {None}
    return "\u2013".join(
        desk.tongue.number(end) for end in sorted(e for e in ends if e is not None)
    )


def _by(desk: Desk, metric: str, claim: Claim) -> str:
    number = desk.story.metrics[metric].claims.index(claim) + 1
    return desk.tongue.text(f"{metric}.claims.{number}.by", claim.by)


def others(desk: Desk) -> Slide:
    """What other visitors ordered, once they are enough; before that, somebody who was there."""
    found = desk.loop.questions
    asked = found[(desk.loop.turn + 1) % len(found)] if found else None
    if asked is None:
        return city(desk)
    shown = page_at(asked.position, 0, desk.tongue)
    labels = {choice.id: choice.label for choice in shown.choices}
    bars = visitors(desk, shown.id, labels, "")
    if not bars:
        return city(desk)
    head = Said(desk.tongue.say("What others ordered here"), "heading")
    return (head, Read(shown.brief or shown.text), *bars), _situation(desk, shown)


def city(desk: Desk) -> Slide:
    """The same days in the city."""
    aside = desk.loop.city
    if aside is None:
        return question(desk)
    title = desk.tongue.text(f"{aside.id}.title", aside.title)
    text = plain_text(desk.tongue.text(f"{aside.id}.text", aside.text))
    seen = desk.loop.days[0].view
    return (Said(title, "heading"), Read(text)), Drawn(seen) if seen.marks else None


SLIDES = {"question": question, "days": days, "counts": counts, "visitors": others}
