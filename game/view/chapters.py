"""A chapter's timeline and chart as a reader sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator

from game.model import Chapter, Chart, ChartPoint, DatedLine, Day, Period
from game.tongue import ENGLISH, Tongue
from game.view.moments import MONTHS
from game.view.prose import line


@dataclass(frozen=True, slots=True)
class DatedView:
    """A line of a timeline: when, in words, and what."""

    when: str
    text: str


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A count of a chart, or years of which there is none.

    Attributes:
        figure: The count in words; empty for a gap.
        low: The lower end; None where nobody gave one.
        high: The upper end; None where nobody gave one.
        by: Who counted, and what, if that differs within the chart.
        beside: What else is known of that time.
    """

    when: str
    figure: str
    low: float | None = None
    high: float | None = None
    by: str = ""
    beside: str = ""

    @property
    def is_gap(self) -> bool:
        """Whether there is no count."""
        return not self.figure


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart: counts in the order of time, gaps where there are none.

    Attributes:
        alt: What it shows, in words.
    """

    title: str
    unit: str
    alt: str
    rows: tuple[ChartRow, ...]
    note: str

    @property
    def most(self) -> float:
        """The highest end of any count."""
        ends = [end for row in self.rows for end in (row.low, row.high) if end is not None]
        return max(ends, default=0)


def timeline_view(chapter: Chapter, tongue: Tongue = ENGLISH) -> tuple[DatedView, ...]:
    """A chapter's timeline in the order of time."""
    numbered = sorted(enumerate(chapter.timeline, 1), key=lambda row: row[1].when)
    return tuple(_dated(f"{chapter.id}.timeline.{n}", row, tongue) for n, row in numbered)


def _dated(key: str, row: DatedLine, tongue: Tongue) -> DatedView:
    return DatedView(period_words(row.when, tongue), line(tongue.text(f"{key}.text", row.text)))


def chart_view(chapter: Chapter, tongue: Tongue = ENGLISH) -> ChartView | None:
    """A chapter's chart, or None if it has none."""
    chart, key = chapter.chart, f"{chapter.id}.chart"
    if chart is None:
        return None
    return ChartView(
        line(tongue.text(f"{key}.title", chart.title)),
        tongue.text(f"{key}.unit", chart.unit),
        line(tongue.text(f"{key}.alt", chart.alt)),
        tuple(_rows(chart, key, tongue)),
        line(tongue.text(f"{key}.note", chart.note)) if chart.note else "",
    )


def _rows(chart: Chart, key: str, tongue: Tongue) -> Iterator[ChartRow]:
    last: int | None = None
    for number, point in sorted(enumerate(chart.points, 1), key=lambda row: row[1].when):
        first = point.when[0][0]
        if last is not None and first - last > 1:
            yield ChartRow(_years(last + 1, first - 1, tongue), "")
        yield _row(point, f"{key}.points.{number}", tongue)
        last = max(last or 0, point.when[-1][0])


def _years(first: int, last: int, tongue: Tongue) -> str:
    return period_words(((first,),) if first == last else ((first,), (last,)), tongue)


def _row(point: ChartPoint, key: str, tongue: Tongue) -> ChartRow:
    by = tongue.text(f"{key}.by", point.by)
    of = tongue.text(f"{key}.of", point.of) if point.of else ""
    beside = point.beside
    return ChartRow(
        period_words(point.when, tongue),
        _figure(point, tongue),
        point.value if point.value is not None else point.low,
        point.value if point.value is not None else point.high,
        "; ".join(part for part in (of, by) if part),
        line(tongue.text(f"{key}.beside", beside.text)) if beside else "",
    )


def _figure(point: ChartPoint, tongue: Tongue) -> str:
    number = [_number(end, tongue) if end is not None else "" for end in (point.low, point.high)]
    if point.value is not None:
        return _number(point.value, tongue)
    if not number[0]:
        return tongue.say("up to {high}").format(high=number[1])
    if not number[1]:
        return tongue.say("{low} or more").format(low=number[0])
    return tongue.say("{low} to {high}").format(low=number[0], high=number[1])


def _number(value: float, tongue: Tongue) -> str:
    return tongue.number(int(value)) if value == int(value) else str(value)


def period_words(period: Period, tongue: Tongue = ENGLISH) -> str:
    """One time or two in words: `1941`, `June to October 1944`, `26 to 28 August 1945`."""
    first, last = period[0], period[-1]
    if len(period) == 1:
        return _day(first, tongue)
    same = len(first) == len(last) < 4 and first[:-1] == last[:-1] and len(first) > 1
    begin = _within(first, tongue) if same else _day(first, tongue)
    return tongue.say("{first} to {last}").format(first=begin, last=_day(last, tongue))


def _within(day: Day, tongue: Tongue) -> str:
    """A day of the same month, or a month of the same year, as what comes after."""
    return str(day[2]) if len(day) > 2 else tongue.say(MONTHS[day[1] - 1])


def _day(day: Day, tongue: Tongue) -> str:
    year, *rest = day
    if not rest:
        return str(year)
    month = tongue.say(MONTHS[rest[0] - 1])
    if len(rest) == 1:
        return tongue.say("{month} {year}").format(month=month, year=year)
    words = tongue.say("{day} {month} {year}").format(day=rest[1], month=month, year=year)
    return f"{words}, {rest[2]:02}:{rest[3]:02}" if len(rest) > 2 else words
