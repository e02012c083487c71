"""Day by day: your hours, those beyond the hill, and those in the city."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Iterator

from game.engine import Playthrough
from game.history import closing_report
from game.history.timeline import day
from game.model import Moment
from game.tongue import ENGLISH, Tongue
from game.view.codex import aside
from game.view.moments import day_words

COLUMNS = {"other-side": 1, "city": 2}
"""Where each thread of asides stands; your own hours come first."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something on a day.

    Attributes:
        aside: The aside that tells it; empty for your own hours.
    """

    title: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day.

    Attributes:
        cells: Yours, those beyond the hill, those in the city.
    """

    day: str
    cells: tuple[tuple[Deed, ...], tuple[Deed, ...], tuple[Deed, ...]]


def day_rows(play: Playthrough, tongue: Tongue = ENGLISH) -> tuple[DayRow, ...]:
    """The days of a playthrough in order; what has no date stands at the end."""
    found: dict[tuple[date, str], tuple[list[Deed], list[Deed], list[Deed]]] = {}
    for at, words, column, deed in _deeds(play, tongue):
        key = (day(at) if at else date.max, words)
        found.setdefault(key, ([], [], []))[column].append(deed)
    return tuple(_row(words, found[at, words]) for at, words in sorted(found))


def _row(words: str, cells: tuple[list[Deed], list[Deed], list[Deed]]) -> DayRow:
    mine, beyond, city = (tuple(cell) for cell in cells)
    return DayRow(words, (mine, beyond, city))


def _deeds(play: Playthrough, tongue: Tongue) -> Iterator[tuple[Moment | None, str, int, Deed]]:
    """Each with its moment, its day in words, and its column."""
    report, story = closing_report(play), play.program.story
    for event in report.mine:
        title = tongue.text(f"{event.node.id}.title", event.node.title)
        yield event.at, day_words(event.at, tongue), 0, Deed(title)
    for told in report.asides:
        shown = aside(story, told, tongue)
        at = told.at[0].moment if told.at else None
        words = day_words(at, tongue) if at else shown.when
        yield at, words, COLUMNS[told.thread], Deed(shown.title, told.id)
