"""Chapters of the codex, with what they show in time: dated lines and a chart of counts."""

from __future__ import annotations

from dataclasses import dataclass

Day = tuple[int, ...]
"""A year; a year and a month; a day; or a day with hour and minute."""

Period = tuple[Day, ...]
"""One day, month or year, or the first and the last of several."""


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A line of a chapter's timeline, and the fact that it rests on."""

    when: Period
    text: str
    fact: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Words beside a count, and the fact that they rest on."""

    text: str
    fact: str


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One count. It has a value, or one or both ends of a range.

    Attributes:
        by: Who counted.
        fact: The fact that has the figure.
        of: What was counted, where the points of a chart differ in that.
        beside: What else is known of that time.
    """

    when: Period
    by: str
    fact: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    of: str | None = None
    beside: Remark | None = None

    @property
    def figures(self) -> tuple[tuple[str, float], ...]:
        """Its numbers, each with its key."""
        found = (("value", self.value), ("low", self.low), ("high", self.high))
        return tuple((key, number) for key, number in found if number is not None)


@dataclass(frozen=True, slots=True)
class Chart:
    """Counts of one thing at several times; nothing is supposed between them.

    Attributes:
        alt: What the chart shows, in words.
    """

    title: str
    unit: str
    alt: str
    points: tuple[ChartPoint, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A codex chapter or a briefing.

    Attributes:
        part: `background`, or `method` for a chapter on how we know.
        lists: What it lists below its text: nothing, or `conflicts`.
    """

    id: str
    title: str
    text: str
    order: int = 0
    part: str = "background"
    facts: tuple[str, ...] = ()
    timeline: tuple[DatedLine, ...] = ()
    chart: Chart | None = None
    lists: str | None = None
    note: str | None = None

    @property
    def cited(self) -> tuple[str, ...]:
        """Every fact that it rests on, each once."""
        points = self.chart.points if self.chart else ()
        beside = (point.beside.fact for point in points if point.beside)
        dated = (line.fact for line in self.timeline)
        counted = (point.fact for point in points)
        return tuple(dict.fromkeys([*self.facts, *dated, *counted, *beside]))
