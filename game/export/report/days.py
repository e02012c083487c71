"""Day by day: your hours, those beyond the hill, and those in the city."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import Playthrough
from game.view import AsideView, ReportView, Tongue
from game.view.moments import day_words


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day.

    Attributes:
        cells: Titles of yours, of those beyond the hill, of those in the city.
    """

    day: str
    cells: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def day_rows(play: Playthrough, view: ReportView, tongue: Tongue) -> tuple[DayRow, ...]:
    """The days of a report: yours first, then those on which you did nothing."""
    asides = play.program.story.asides
    placed = [(_day(play, aside, tongue), asides[aside.id].thread, aside) for aside in view.asides]
    mine = [row for row in view.timeline if row.mine]
    days = dict.fromkeys([row.when for row in mine] + [day for day, _, _ in placed])

    def there(day: str, thread: str) -> tuple[str, ...]:
        return tuple(a.title for when, side, a in placed if (when, side) == (day, thread))

    return tuple(
        DayRow(
            day,
            (
                tuple(row.mine.split(": ")[0] for row in mine if row.when == day),
                there(day, "other-side"),
                there(day, "city"),
            ),
        )
        for day in days
    )


def _day(play: Playthrough, aside: AsideView, tongue: Tongue) -> str:
    at = play.program.story.asides[aside.id].at
    return day_words(at[0].moment, tongue) if at else aside.when
