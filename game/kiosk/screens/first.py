"""The first page: who commands, which way, which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.kiosk.face import Block, Button, Face, Large, Said
from game.kiosk.offers import Commander, language_name
from game.kiosk.screens.parts import Rows, foot
from game.tongue import N_

if TYPE_CHECKING:
    from game.kiosk.desk import Desk

LENGTHS = {
    "short": N_("The short way: four orders, about three minutes"),
    "full": N_("The whole campaign: about an hour. Take a seat."),
}


def first(desk: Desk) -> Face:
    """Two commanders as large buttons; the short way unless another is chosen."""
    say, manifest = desk.tongue.say, desk.story.manifest
    blocks: list[Block] = [
        Large(desk.tongue.text("title", manifest.title)),
        Said(say("Whose orders will you give?"), "strong"),
    ]
    if manifest.content_note:
        blocks.append(Said(desk.tongue.text("content_note", manifest.content_note), "muted"))
    return Face(
        "first",
        part=f"{desk.visit.language} {desk.visit.length}",
        blocks=tuple(blocks),
        rows=(_commanders(desk), *_lengths(desk), *_languages(desk)),
        foot=foot(desk),
        apart=True,
    )


def _commanders(desk: Desk) -> tuple[Button, ...]:
    each = enumerate(desk.offers.commanders, 1)
    return tuple(_commander(desk, commander, number) for number, commander in each)


def _commander(desk: Desk, commander: Commander, number: int) -> Button:
    campaign = commander.campaign(desk.visit.length)
    card = desk.offers.card(campaign, desk.tongue)
    id = f"commander:{campaign.id}"
    return Button(id, card.name, card.role, digit=str(number), tone=card.side)


def _lengths(desk: Desk) -> Rows:
    lengths, say, chosen = desk.offers.lengths, desk.tongue.say, desk.visit.length
    if len(lengths) < 2:
        return ()
    row = (Button(f"length:{name}", say(LENGTHS[name]), on=name == chosen) for name in lengths)
    return (tuple(row),)


def _languages(desk: Desk) -> Rows:
    codes, chosen = desk.offers.languages, desk.visit.language
    if len(codes) < 2:
        return ()
    row = (Button(f"language:{code}", language_name(code), on=code == chosen) for code in codes)
    return (tuple(row),)
