"""A save: the list of choices, and what was expected of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from game.engine import Playthrough
from game.saves.errors import NewerSave, SaveError
from game.saves.fingerprint import fingerprint

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Order:
    """One order: where it was given, what it was, and the node it led to."""

    node: str
    choice: str
    led_to: str


@dataclass(frozen=True, slots=True)
class Save:
    """What is written to disk. Everything but the choices is expectation only."""

    story: str
    version: str
    structure: str
    text: str
    campaign: str
    language: str
    label: str
    saved: str
    first: str
    orders: tuple[Order, ...]
    ending: bool


def save_of(play: Playthrough, label: str, language: str, now: datetime) -> Save:
    """The save of a playthrough."""
    story, campaign = play.program.story, play.program.campaign.id
    marks = fingerprint(story, campaign)
    return Save(
        story=story.manifest.id,
        version=story.manifest.version,
        structure=marks.structure,
        text=marks.text,
        campaign=campaign,
        language=language,
        label=label,
        saved=now.isoformat(timespec="seconds"),
        first=play.legs[0].position.node,
        orders=tuple(_orders(play)),
        ending=play.is_over,
    )


def _orders(play: Playthrough) -> list[Order]:
    pairs = zip(play.legs, play.legs[1:], strict=False)
    return [Order(a.position.node, b.choice or "", b.position.node) for a, b in pairs]


def written(save: Save) -> str:
    """A save as JSON text, one order a line."""
    head = {
        "format": FORMAT,
        "story": save.story,
        "version": save.version,
        "structure": save.structure,
        "text": save.text,
        "campaign": save.campaign,
        "language": save.language,
        "label": save.label,
        "saved": save.saved,
        "first": save.first,
        "ending": save.ending,
    }
    rows = ",\n    ".join(json.dumps([o.node, o.choice, o.led_to]) for o in save.orders)
    body = json.dumps(head, indent=2, ensure_ascii=False)[:-2]
    return f'{body},\n  "orders": [{rows and chr(10) + "    " + rows + chr(10) + "  "}]\n}}\n'


def read_save(text: str) -> Save:
    """A save from its text.

    Raises:
        NewerSave: if it is of a newer format.
        SaveError: if it is cut off, or no save.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise SaveError("The save is broken: it ends early or is no save at all.") from None
    if not isinstance(data, dict) or type(data.get("format")) is not int or data["format"] < 1:
        raise SaveError("The file is no save of this game.")
    if data["format"] > FORMAT:
        raise NewerSave("The save was made by a newer version of this game.")
    try:
        return _save(data)
    except (KeyError, TypeError, ValueError):
        raise SaveError("The save is broken: parts of it are missing.") from None


def _save(data: dict[str, Any]) -> Save:
    texts = ("story", "version", "structure", "text", "campaign", "language", "label", "saved")
    head = {key: _text(data[key]) for key in (*texts, "first")}
    rows = [Order(*(_text(part) for part in row)) for row in data["orders"]]
    return Save(**head, orders=tuple(rows), ending=bool(data["ending"]))


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 10_000:
        raise TypeError(value)
    value.encode("utf-8")  # half a character is no text, and cannot be shown or written
    return value
