"""Counts as tables, each told the same way in a terminal, a browser and JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator, Literal, Mapping, NamedTuple, Union

from game.kiosk.report.counts import Counted
from game.kiosk.report.names import Group, Names, Place
from game.kiosk.visits.buckets import PAGES, WHOLE, in_words, median

Kind = Literal["group", "words", "number", "share", "steps"]
Cell = Union[str, int, float, Mapping[int, int], None]


class Column(NamedTuple):
    """A column: its key in JSON, its heading, and what stands in it.

    A `group` is told once for the rows that share it, a `share` (0 to 1) is drawn as a bar,
    `steps` (counts by their first second) as a row of small ones.
    """

    key: str
    head: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Table:
    """One table, with a sentence that says how to read it."""

    id: str
    title: str
    says: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def as_json(self) -> list[dict[str, Cell]]:
        """Its rows by their columns' keys."""
        keys = [column.key for column in self.columns]
        return [dict(zip(keys, row, strict=True)) for row in self.rows]


NUMBER = Column("n", "Visits", "number")
SHARE = Column("share", "Share", "share")


def tables(counted: Counted, names: Names) -> list[Table]:
    """Every table that there is something to tell in, after the summary."""
    all = (
        _days(counted),
        _hours(counted),
        _lengths(counted),
        _ways(counted),
        _choices(counted, names),
        _endings(counted, names),
        _pages(counted, names),
        _dwell(counted, names, "page"),
        _dwell(counted, names, "order"),
    )
    return [_summary(counted), *(table for table in all if table.rows)]


def _summary(counted: Counted) -> Table:
    ends, days = counted.by("ends"), sorted(day for day in counted.by("day") if day)
    length = median(dict(counted.by("seconds"))) or 0
    rows: list[tuple[Cell, ...]] = [
        ("visits", "Visits", ends.total()),
        *((end, f"- {says}", ends[end]) for end, says in ENDS.items() if ends[end]),
        ("glances", "Touched the screen and did no more (in no other figure)", counted.glances),
        ("middle", "The middle visit lasted", in_words(length, WHOLE) if days else "-"),
        ("first", "First day", days[0] if days else "-"),
        ("last", "Last day", days[-1] if days else "-"),
        ("days", "Days with visits", len(days)),
    ]
    columns = (
        *(Column("id", "", "words"), Column("what", "", "words")),
        Column("value", "", "words"),
    )
    return Table("summary", "Visits", "", columns, tuple(rows))


ENDS = {
    "finished": "came to an end of the story",
    "restart": "were begun anew by the visitor",
    "idle": "were left",
    "fault": "were broken off by a fault of the kiosk",
}


def _days(counted: Counted) -> Table:
    days, finished = counted.by("day"), counted.by("day", "ends")
    most = max(days.values(), default=1)
    rows = [
        (day or "no date", number, finished[day, "finished"], number / most)
        for day, number in sorted(days.items())
    ]
    columns = (
        *(Column("day", "Day", "words"), NUMBER),
        *(Column("finished", "Finished", "number"), Column("of_most", "Of the most", "share")),
    )
    return Table("by_day", "By day", "", columns, tuple(rows))


def _hours(counted: Counted) -> Table:
    hours = counted.by("hour")
    most = max(hours.values(), default=1)
    rows = [
        (f"{hour:02}:00" if hour >= 0 else "no time", number, number / most)
        for hour, number in sorted(hours.items())
    ]
    columns = (Column("hour", "Hour", "words"), NUMBER, Column("of_most", "Of the most", "share"))
    return Table("by_hour", "By hour of the day", "", columns, tuple(rows))


def _lengths(counted: Counted) -> Table:
    lengths = counted.by("seconds")
    rows = [
        (in_words(step, WHOLE), number, number / lengths.total())
        for step, number in sorted(lengths.items())
    ]
    columns = (Column("length", "Length", "words"), NUMBER, SHARE)
    return Table("lengths", "By length", "", columns, tuple(rows))


def _ways(counted: Counted) -> Table:
    heads = (("language", "Language"), ("campaign", "Campaign"), ("modes", "Switched on"))
    found = [(head, counted.by(column)) for column, head in heads]
    rows = [
        (head, value or "nothing", number, number / values.total())
        for head, values in found
        for value, number in values.most_common()
    ]
    columns = (Column("what", "", "group"), Column("value", "", "words"), NUMBER, SHARE)
    return Table("ways", "How they read", "", columns, tuple(rows))


def _choices(counted: Counted, names: Names) -> Table:
    orders, changed = counted.choices(), counted.choices("changed")
    rows: list[tuple[Cell, ...]] = []
    decided = {node for node, _ in orders}
    for group in names.groups:
        for place in (place for place in group.places if place.id in decided):
            given = {choice: n for (node, choice), n in orders.items() if node == place.id}
            for id, label, historical in names.choices(place.id, sorted(given)):
                number, again = given.get(id, 0), changed[place.id, id]
                decision, year = f"{place.title} ({group.title})", "1945" if historical else ""
                share = number / sum(given.values())
                rows.append((decision, f"{place.id}.{id}", label, year, number, again, share))
    columns = (
        *(Column("decision", "Decision", "group"), Column("id", "", "words")),
        *(Column("order", "Order", "words"), Column("historical", "1945", "words")),
        *(Column("n", "Visitors", "number"), Column("changed", "Changed", "number"), SHARE),
    )
    says = (
        "What visitors ordered first at each decision. 1945 marks what was ordered then; neither "
        "is right or wrong. Changed: went back and ordered otherwise. Orders given within two "
        "seconds, and decisions at which none are to be shown, are not counted."
    )
    return Table("choices", "Orders", says, columns, tuple(rows))


def _endings(counted: Counted, names: Names) -> Table:
    pages, rows = counted.pages(), []
    for group in names.groups:
        found = [(place, pages[place.id]) for place in group.places if place.ending]
        total = sum(number for _, number in found)
        rows += [(group.title, place.id, place.title, n, n / total) for place, n in found]
    columns = (*_PLACE, NUMBER, SHARE)
    return Table("endings", "Endings", "", columns, tuple(rows))


_PLACE = (
    Column("campaign", "Campaign", "group"),
    Column("id", "", "words"),
    Column("page", "Page", "words"),
)


def _pages(counted: Counted, names: Names) -> Table:
    pages, last = counted.pages(), counted.pages("last")
    rows = [
        (group.title, place.id, place.title, pages[place.id], share, last[place.id])
        for group in names.groups
        for place, share in _shares(group, pages)
    ]
    columns = (
        *(*_PLACE, Column("n", "Seen by", "number"), Column("share", "Of all who began", "share")),
        Column("last", "Left here", "number"),
    )
    says = "How far visits came. Left here: it was the last page of a visit that did not finish."
    return Table("pages", "Pages", says, columns, tuple(rows))


def _shares(group: Group, pages: Mapping[str, int]) -> Iterator[tuple[Place, float]]:
    seen = {place: pages[place.id] for place in group.places}
    began = pages.get(group.start, 0) or max(seen.values())
    for place, number in seen.items():
        yield place, min(1.0, number / began)


def _dwell(counted: Counted, names: Names, what: Literal["page", "order"]) -> Table:
    times, rows = counted.dwell(what), []
    for group in names.groups:
        for place in group.places:
            steps = times.get(place.id)
            if steps:
                middle = in_words(median(steps) or 0, PAGES)
                numbers = {step: steps.get(step, 0) for step in PAGES}
                row = (group.title, place.id, place.title, sum(steps.values()), middle, numbers)
                rows.append(row)
    columns = (
        *(*_PLACE, Column("n", "Times", "number"), Column("middle", "Middle", "words")),
        Column("seconds", "From 0 s to 300 s and more", "steps"),
    )
    title = "Time on a page" if what == "page" else "Time before an order"
    says = f"Steps begin at {', '.join(map(str, PAGES))} seconds."
    return Table(f"{what}_times", title, says, columns, tuple(rows))
