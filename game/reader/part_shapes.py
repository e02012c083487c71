"""The shapes of the small parts: passages, ways on, moments, ledger entries, spots."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from game import model as m
from game.reader.faults import Path, Sink
from game.reader.shape import Field, Id, ListOf, Number, Table, Text, Word
from game.reader.wrong import wrong

TEXT = Text()
ID = Id()
IDS = ListOf(ID)
TEXTS = ListOf(TEXT)
BASIS = Word(("documented", "inferred", "conjecture"))
SIDE = Word(("soviet", "japanese", "other"))


def conditions(rows: Any, path: Path, out: Sink, what: str) -> None:
    """Of rows tried in order, all but the last need an `if`, and the last has none."""
    for i, row in enumerate(rows):
        last = i == len(rows) - 1
        if last and row.condition is not None:
            hint = "add one behind it that always holds"
            out.add("E211", (*path, i, "if"), f"The last {what} must not have an `if`.", hint)
        if not last and row.condition is None:
            hint = "those behind it can never be reached"
            out.add("E211", (*path, i), f"Only the last {what} may stand without `if`.", hint)


PASSAGE = Table(
    "a passage",
    m.Passage,
    {
        "text": Field(TEXT, required=True),
        "if": Field(TEXT, into="condition"),
        "basis": Field(BASIS),
        "id": Field(ID),
    },
)


class _Prose:
    """A string, or a list of passages."""

    filler: m.Prose = ()

    def read(self, value: Any, path: Path, out: Sink) -> m.Prose:
        if type(value) is str:
            return (m.Passage(TEXT.read(value, path, out)),)
        if type(value) is not list:
            wrong(value, "a text or a list of passages", path, out)
            return ()
        return tuple([self._passage(v, (*path, i), out) for i, v in enumerate(value)])

    def _passage(self, value: Any, path: Path, out: Sink) -> m.Passage | m.OneOf:
        if type(value) is str:
            return m.Passage(TEXT.read(value, path, out))
        if type(value) is dict and "one_of" in value:
            return self._one_of(value, path, out)
        passage: m.Passage = PASSAGE.read(value, path, out)
        return passage

    def _one_of(self, value: dict[str, Any], path: Path, out: Sink) -> m.OneOf:
        found: m.OneOf = ONE_OF_PASSAGES.read(value, path, out)
        conditions(found.passages, (*path, "one_of"), out, "passage of `one_of`")
        return found


ONE_OF_PASSAGES = Table(
    "a passage",
    m.OneOf,
    {"one_of": Field(ListOf(PASSAGE), required=True, into="passages")},
)
PROSE = _Prose()


class _Ways:
    """`goto`: an id, a scene, or the first that holds of several."""

    filler: m.Ways = (m.Way(""),)

    def read(self, value: Any, path: Path, out: Sink) -> m.Ways:
        if type(value) is dict and "one_of" in value:
            rows = ONE_OF_WAYS.read(value, path, out)
            conditions(rows, (*path, "one_of"), out, "way of `one_of`")
            return tuple(rows) or self.filler
        return (self.one(value, path, out),)

    def one(self, value: Any, path: Path, out: Sink) -> m.Way:
        if type(value) is str:
            return m.Way(ID.read(value, path, out))
        if type(value) is dict:
            way: m.Way = SCENE_CALL.read(value, path, out)
            return way
        wrong(value, "an id, a scene, or one_of", path, out)
        return m.Way("")


def _scene_call(scene: str, then: str) -> m.Way:
    return m.Way(then, scene)


def _branch(goto: m.Way, condition: str | None = None) -> m.Way:
    return m.Way(goto.to, goto.scene, condition)


class _OneWay:
    filler = m.Way("")

    def read(self, value: Any, path: Path, out: Sink) -> m.Way:
        return WAYS.one(value, path, out)


WAYS = _Ways()
ONE_WAY = _OneWay()
SCENE_CALL = Table(
    "a scene call",
    _scene_call,
    {"scene": Field(ID, required=True), "then": Field(ID, required=True)},
)
BRANCH = Table(
    "a way on",
    _branch,
    {"goto": Field(ONE_WAY, required=True), "if": Field(TEXT, into="condition")},
)
ONE_OF_WAYS = Table(
    "a way on", lambda one_of: one_of, {"one_of": Field(ListOf(BRANCH), required=True)}
)


class _Moment:
    """A date, or a date and time with its offset."""

    filler = date(1945, 8, 9)

    def read(self, value: Any, path: Path, out: Sink) -> m.Moment:
        if type(value) is datetime and value.tzinfo is None:
            hint = "add +09:00, Manchurian time, or +10:00, front time"
            out.add("E208", path, "A date with a time needs its offset.", hint)
        elif type(value) not in (datetime, date):
            wrong(value, "a date, or a date and time with its offset", path, out)
        else:
            found: m.Moment = value
            return found
        return self.filler


MOMENT = _Moment()
WHEN = Table(
    "a moment",
    lambda at, condition=None: m.When(at, condition),
    {"at": Field(MOMENT, required=True), "if": Field(TEXT, into="condition")},
)
ONE_OF_WHENS = Table(
    "a moment", lambda one_of: one_of, {"one_of": Field(ListOf(WHEN), required=True)}
)


class _At:
    """A moment, or the first that holds of several; nothing where it is wrong."""

    filler: m.At = ()

    def read(self, value: Any, path: Path, out: Sink) -> m.At:
        before = len(out.faults)
        if type(value) is not dict:
            rows = [m.When(MOMENT.read(value, path, out))]
        else:
            rows = ONE_OF_WHENS.read(value, path, out)
            conditions(rows, (*path, "one_of"), out, "moment of `one_of`")
        return tuple(rows) if len(out.faults) == before else ()


AT = _At()


class _Ledger:
    """Metric ids with whole numbers or expressions."""

    filler: tuple[m.LedgerEntry, ...] = ()

    def read(self, value: Any, path: Path, out: Sink) -> tuple[m.LedgerEntry, ...]:
        if type(value) is not dict:
            wrong(value, "a table of metrics", path, out)
            return ()
        rows = []
        for metric, share in value.items():
            if type(share) not in (int, str):
                wrong(share, "a whole number or an expression", (*path, metric), out)
                share = 0
            rows.append((metric, share))
        return tuple(rows)


LEDGER = _Ledger()


class _Spot:
    """A place id, or longitude and latitude."""

    filler = ""

    def read(self, value: Any, path: Path, out: Sink) -> str | tuple[float, float]:
        if type(value) is str:
            return ID.read(value, path, out)
        pair: tuple[float, ...] = ListOf(Number()).read(value, path, out)
        if len(pair) != 2 or abs(pair[0]) > 180 or abs(pair[1]) > 90:
            hint = "write [longitude, latitude] in degrees"
            out.add("E212", path, f"`{path[-1]}` is no place on the globe.", hint)
            return (0.0, 0.0)
        return (pair[0], pair[1])


SPOT = _Spot()
