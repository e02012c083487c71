"""Dates and hours in words. Times stay in the offset they were written in."""

from __future__ import annotations

from datetime import datetime
from typing import Mapping

from game.dates import DAYS, FIRST_DAY
from game.history.timeline import day
from game.model import Moment
from game.tongue import ENGLISH, N_, Tongue

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def moment_words(
    moment: Moment, zones: Mapping[str, str] | None = None, tongue: Tongue = ENGLISH
) -> str:
    """A moment as a reader says it: `9 August 1945, 01:00 front time`.

    Args:
        moment: A day, or an instant with its offset.
        zones: The story's names for offsets, by `+09:00`.
        tongue: The reader's language.
    """
    text = hour_words(moment, tongue)
    if not isinstance(moment, datetime):
        return text
    zone = tongue.text(f"zones.{offset(moment)}", (zones or {}).get(offset(moment), ""))
    return f"{text} {zone}".rstrip()


def hour_words(moment: Moment, tongue: Tongue = ENGLISH) -> str:
    """The same without the name of the offset: `9 August 1945, 01:00`."""
    text = day_words(moment, tongue)
    return f"{text}, {moment:%H:%M}" if isinstance(moment, datetime) else text


def day_words(moment: Moment, tongue: Tongue = ENGLISH) -> str:
    """The day of a moment, as it was written: `9 August 1945`."""
    pattern = tongue.say("{day} {month} {year}")
    month = tongue.say(MONTHS[moment.month - 1])
    return pattern.format(day=moment.day, month=month, year=moment.year)


def offset(moment: datetime) -> str:
    """The offset of an instant, as `+09:00`."""
    return moment.isoformat()[-6:]


def day_of_ten(moment: Moment) -> int | None:
    """Which of the ten days it is in Manchuria, from 1; None outside them."""
    number = (day(moment) - FIRST_DAY).days + 1
    return number if 1 <= number <= DAYS else None
