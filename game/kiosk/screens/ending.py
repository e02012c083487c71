"""The end: what became of it, and then you, 1945 and the other visitors side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.history import decisions
from game.kiosk.face import Button, Columns, Face, Read, Said
from game.kiosk.screens.answer import share
from game.kiosk.screens.parts import Rows, column, foot, side_of
from game.kiosk.screens.scene import situation, when
from game.view import Page, order_rows
from game.view.report import OrderRow

if TYPE_CHECKING:
    from game.history import Decision
    from game.kiosk.desk import Desk


def ending(desk: Desk) -> Face:
    """The last page of the story."""
    say, shown = desk.tongue.say, desk.visit.beat
    assert isinstance(shown, Page)
    return Face(
        "ending",
        part=shown.id,
        title=shown.title,
        corner=say("The end"),
        blocks=(*when(shown), Read(shown.text)),
        rows=column(Button("beside", say("Your orders beside those of 1945"), digit="1")),
        foot=foot(desk),
        map=situation(desk),
        side=side_of(desk),
        lead="beside",
    )


def beside(desk: Desk) -> Face:
    """Order by order: you, 1945, the other visitors; and how we know."""
    say, play = desk.tongue.say, desk.visit.reading.play
    pairs = zip(order_rows(play, desk.tongue), decisions(play), strict=False)
    rows = tuple(_row(desk, row, decision) for row, decision in pairs)
    counted = any(texts[2] for _, texts in rows)
    heads = (say("You"), "1945", say("Other visitors"))[: 3 if counted else 2]
    kept = tuple((name, texts[: len(heads)]) for name, texts in rows)
    return Face(
        "beside",
        title=say("Your orders beside those of 1945"),
        blocks=(
            Columns(say("Order"), heads, kept, say("the same")),
            Said(_how_we_know(desk), "muted"),
        ),
        rows=_ways_on(desk),
        foot=foot(desk),
        side=side_of(desk),
        lead="finish",
    )


def _row(desk: Desk, row: OrderRow, decision: Decision) -> tuple[str, tuple[str, ...]]:
    say = desk.tongue.say
    real = row.real_order or say("did not come this way")
    if row.real_order and not row.parts:
        real = say("the same")
    taken = decision.taken.id if decision.taken else ""
    return row.title, (row.order, real, _others(desk, decision.node.id, taken))


def _others(desk: Desk, node: str, taken: str) -> str:
    tally = desk.figures.tally(node)
    if tally is None or not desk.story.nodes[node].tally:
        return ""
    words = desk.tongue.say("{percent}% of {n} did the same")
    return words.format(percent=share(tally.all, taken), n=desk.tongue.number(tally.total))


def _how_we_know(desk: Desk) -> str:
    return desk.tongue.say(
        "How we know: from the armies' own accounts and from a few people who lived there. "
        "What other orders might have led to is our guess."
    )


def _ways_on(desk: Desk) -> Rows:
    say = desk.tongue.say
    longer = desk.offers.longer(desk.visit.reading.play.program.campaign.id)
    end = Button("finish", say("Finish"), digit="1")
    if longer is None:
        return ((end,),)
    return ((end, Button(f"longer:{longer}", say("Play the whole campaign"), digit="2")),)
