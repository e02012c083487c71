"""The hour at hand beside that of 1945, as far as it can be said honestly.

A battle has no one clock that could be so many hours ahead: only where both came to
the same page can their hours be compared. Elsewhere the page of 1945 is named.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from game.history.abreast import Abreast, abreast
from game.history.timeline import Event
from game.model import Moment
from game.view.course import Course
from game.view.moments import day_of_ten, moment_words
from game.view.tongue import Tongue

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
    """

    when: str
    day: str
    beside: str


def hours(course: Course) -> Hours:
    """The moment at which a course is read, and 1945 beside it."""
    page, tongue = course.scene, course.tongue
    if page.moment is None:
        return Hours(page.when, "", "")
    found = abreast(course.play.program, page.id, page.moment)
    return Hours(page.when, day_words_of(page.moment, tongue), _beside(found, course))


def day_words_of(moment: Moment, tongue: Tongue) -> str:
    """Which of the ten days it is, in words; empty outside them."""
    number = day_of_ten(moment)
    return tongue.say("day {number} of ten").format(number=number) if number else ""


def _beside(found: Abreast, course: Course) -> str:
    tongue = course.tongue
    if found.later is not None:
        return _apart(found.later, tongue)
    if found.same is not None:
        return tongue.say("1945 came to this page too, on {when}.").format(
            when=_when(found.same, course)
        )
    if found.latest is None:
        return ""
    words = tongue.say("1945 did not come to this page. It had come to {title}, {when}.")
    return words.format(title=_titled(found.latest, tongue), when=_when(found.latest.at, course))


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


def _titled(event: Event, tongue: Tongue) -> str:
    title = tongue.text(f"{event.node.id}.title", event.node.title)
    return f"\u201c{title}\u201d"


def _when(moment: Moment, course: Course) -> str:
    return moment_words(moment, course.play.program.story.manifest.zones, course.tongue)
