"""The hour at hand beside that of 1945, as far as it can be said honestly.

A battle has no one clock that could be so many hours ahead: only where both came to
the same page can their hours be compared. Elsewhere the page of 1945 is named.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from game.engine import Program
from game.history.abreast import Abreast, abreast
from game.model import Moment
from game.tongue import ENGLISH, Tongue
from game.view.course import Course
from game.view.moments import day_of_ten, day_words
from game.view.page import Page

HOUR = 3600
LONG = 72
"""Hours above which a gap is told in days."""


@dataclass(frozen=True, slots=True)
class Hours:
    """A moment of a battle.

    Attributes:
        when: Day and local time.
        day: Which of the ten days it is, in words; empty outside them.
        beside: Where 1945 stood, in one sentence; empty where that is not known.
        gap: The same in a few words, where both came to this page at a known hour.
    """

    when: str
    day: str
    beside: str
    gap: str = ""


def hours(course: Course) -> Hours:
    """The moment at which a course is read, and 1945 beside it."""
    return hours_at(course.scene, course.play.program, course.tongue)


def hours_at(page: Page, program: Program, tongue: Tongue = ENGLISH) -> Hours:
    """A page's moment, and 1945 beside it."""
    if page.moment is None:
        return Hours(page.when, "", "")
    found = abreast(program, page.id, page.moment)
    day, beside = day_words_of(page.moment, tongue), _beside(found, page.moment, tongue)
    return Hours(page.when, day, beside, _gap(found.later, tongue))


def _gap(later: timedelta | None, tongue: Tongue) -> str:
    if later is None:
        return ""
    if not later:
        return tongue.say("as in 1945")
    span = span_words(abs(later), tongue)
    if later > timedelta():
        return tongue.say("{span} after 1945").format(span=span)
    return tongue.say("{span} before 1945").format(span=span)


def day_words_of(moment: Moment, tongue: Tongue) -> str:
    """Which of the ten days it is, in words; empty outside them."""
    number = day_of_ten(moment)
    return tongue.say("day {number} of ten").format(number=number) if number else ""


def _beside(found: Abreast, moment: Moment, tongue: Tongue) -> str:
    if found.later is not None:
        return _apart(found.later, tongue)
    if found.same is not None:
        words = tongue.say("1945 came to this page too, on {when}.")
        return words.format(when=day_words(found.same, tongue))
    if found.latest is None:
        return ""
    words = tongue.say("Not a page of 1945, which had come to {title}, {when}.")
    title = tongue.text(f"{found.latest.node.id}.title", found.latest.node.title)
    when = _hour(found.latest.at, moment, tongue)
    return words.format(title=f"\u201c{title}\u201d", when=when)


def _hour(at: Moment, moment: Moment, tongue: Tongue) -> str:
    """An hour in the clock of the page, the day with it if it is another."""
    if not isinstance(at, datetime) or not isinstance(moment, datetime):
        return day_words(at, tongue)
    there = at.astimezone(moment.tzinfo)
    hour = f"{there:%H:%M}"
    return hour if there.date() == moment.date() else f"{day_words(there, tongue)}, {hour}"


def _apart(later: timedelta, tongue: Tongue) -> str:
    gap = span_words(abs(later), tongue)
    if not later:
        return tongue.say("1945 came to this page at the same hour.")
    if later > timedelta():
        return tongue.say("1945 came to this page {span} before you.").format(span=gap)
    return tongue.say("1945 came to this page {span} after you.").format(span=gap)


def span_words(span: timedelta, tongue: Tongue) -> str:
    """A length of time in words: minutes under an hour, days above three."""
    seconds = span.total_seconds()
    if seconds < HOUR:
        return tongue.count("{n} minute", "{n} minutes", round(seconds / 60))
    if seconds <= LONG * HOUR:
        return tongue.count("{n} hour", "{n} hours", round(seconds / HOUR))
    return tongue.count("{n} day", "{n} days", round(seconds / HOUR / 24))
