"""The shapes of chapters: text, dated lines, a chart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from game import model as m
from game.reader.faults import Path, Sink
from game.reader.part_shapes import ID, IDS, TEXT
from game.reader.shape import Field, ListOf, Number, Table, Whole, Word
from game.reader.wrong import name_of, wrong

NUMBER = Number()
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?\Z")


@dataclass(frozen=True, slots=True)
class Times:
    """A year, month, day or moment as ISO 8601 writes it, or two of them as `from/to`."""

    filler: m.Period = ((1945,),)

    def read(self, value: Any, path: Path, out: Sink) -> m.Period:
        if type(value) is not str:
            wrong(value, "a text", path, out)
            return self.filler
        ends = [_day(part) for part in value.split("/", 1)]
        days = tuple(day for day in ends if day is not None)
        if len(days) < len(ends):
            hint = 'write "1945", "1945-08", "1945-08-09" or "1945-08-09/1945-08-18"'
            out.add("E219", path, f"{name_of(path)} is no date.", hint)
            return self.filler
        if days[0] > (*days[-1], *(99,) * (len(days[0]) - len(days[-1]))):
            out.add("E219", path, f"{name_of(path)} ends before it begins.")
        return days


def _day(text: str) -> m.Day | None:
    """The parts of a date; None if there is no such date."""
    found = _DAY.match(text)
    if found is None:
        return None
    day = tuple(int(part) for part in found.groups() if part)
    year, month, number = (*day, 1, 1)[:3]
    hour, minute = day[3:] or (0, 0)
    try:
        datetime(year, month, number, hour, minute)
    except ValueError:
        return None
    return day


def _point_after(values: dict[str, Any], path: Path, out: Sink) -> None:
    low, high = values.get("low"), values.get("high")
    if not {"value", "low", "high"} & values.keys():
        out.add("E202", path, "A point lacks `value`, `low` or `high`.", key=True)
    elif low is not None and high is not None and low > high:
        out.add("E212", (*path, "high"), "`high` is below `low`.")


DATED = Table(
    "a dated line",
    m.DatedLine,
    {
        "when": Field(Times(), required=True),
        "text": Field(TEXT, required=True),
        "fact": Field(ID, required=True),
    },
)
REMARK = Table(
    "a remark",
    m.Remark,
    {"text": Field(TEXT, required=True), "fact": Field(ID, required=True)},
    filler=m.Remark("", ""),
)
POINT = Table(
    "a point",
    m.ChartPoint,
    {
        "when": Field(Times(), required=True),
        "by": Field(TEXT, required=True),
        "fact": Field(ID, required=True),
        "value": Field(NUMBER),
        "low": Field(NUMBER),
        "high": Field(NUMBER),
        "of": Field(TEXT),
        "beside": Field(REMARK),
    },
    checks=_point_after,
)
CHART = Table(
    "a chart",
    m.Chart,
    {
        "title": Field(TEXT, required=True),
        "unit": Field(TEXT, required=True),
        "alt": Field(TEXT, required=True),
        "points": Field(ListOf(POINT), required=True),
        "note": Field(TEXT),
    },
    filler=m.Chart("", "", "", ()),
)
CHAPTER = Table(
    "a chapter",
    m.Chapter,
    {
        "title": Field(TEXT, required=True),
        "text": Field(TEXT, required=True),
        "order": Field(Whole()),
        "part": Field(Word(("background", "method"))),
        "facts": Field(IDS),
        "timeline": Field(ListOf(DATED)),
        "chart": Field(CHART),
        "lists": Field(Word(("conflicts",))),
        "note": Field(TEXT),
    },
)
