"""What an order is answered with: what followed, 1945, and the other visitors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Mapping

from game.kiosk.face import Bar, Bars, Block, Button, Face, Named, Said
from game.kiosk.screens.parts import column, foot, side_of
from game.tongue import N_
from game.view import Answer, page_at

if TYPE_CHECKING:
    from game.kiosk.desk import Desk
    from game.kiosk.visits import Tally

FOLLOWED = N_("What followed")
BASES = {
    "documented": N_("What followed, as in 1945"),
    "inferred": N_("What followed, as the sources suggest"),
    "conjecture": N_("What might have followed: our guess"),
}


def answer(desk: Desk) -> Face:
    """Your order and what followed, what was done in 1945, what other visitors did."""
    say, shown = desk.tongue.say, desk.visit.beat
    assert isinstance(shown, Answer)
    blocks: list[Block] = [
        Said(say("Your order: {order}").format(order=shown.order), "strong"),
        Named(say(BASES.get(shown.basis, FOLLOWED)), shown.outcome),
    ]
    if shown.record is not None:
        blocks.append(Named("1945", shown.record.text, _as_in_1945(desk, shown)))
    blocks += visitors(desk, shown.node, _labels(desk, shown), _taken(desk))
    return Face(
        "answer",
        part=f"{shown.number} {shown.node}",
        title=shown.title,
        blocks=tuple(blocks),
        rows=column(Button("on", say("Go on"), digit="1")),
        foot=foot(desk),
        side=side_of(desk),
        lead="on",
    )


def _as_in_1945(desk: Desk, shown: Answer) -> str:
    say = desk.tongue.say
    if shown.as_in_1945 is None:
        return say("1945 did not come this way.")
    if shown.as_in_1945:
        return say("The same order was given.")
    return say("The order was: {order}").format(order=shown.real_order)


def _taken(desk: Desk) -> str:
    return desk.visit.reading.play.legs[-1].choice or ""


def _labels(desk: Desk, shown: Answer) -> dict[str, str]:
    before = desk.visit.reading.play.legs[shown.number - 1].position
    return {c.id: c.label for c in page_at(before, shown.number, desk.tongue).choices}


def visitors(desk: Desk, node: str, labels: Mapping[str, str], mine: str) -> tuple[Block, ...]:
    """What other visitors ordered, today and always; nothing where there are too few."""
    tally = desk.figures.tally(node)
    if tally is None or not desk.story.nodes[node].tally:
        return ()
    say, number = desk.tongue.say, desk.tongue.number
    heads = [say("all {n}").format(n=number(tally.total))]
    if tally.today is not None:
        heads.insert(0, say("today {n}").format(n=number(tally.total_today)))
    rows = tuple(
        Bar(label, tuple(share(count, id) for count in _counts(tally)), id == mine)
        for id, label in labels.items()
    )
    return (Bars(say("Other visitors"), tuple(heads), rows),)


def _counts(tally: Tally) -> tuple[Mapping[str, int], ...]:
    return (tally.all,) if tally.today is None else (tally.today, tally.all)


def share(count: Mapping[str, int], id: str) -> int:
    """How many in a hundred chose something."""
    total = sum(count.values())
    return round(100 * count.get(id, 0) / total) if total else 0
