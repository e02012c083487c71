"""`python -m tests.bench [NAME...] [--json]`: how fast the game is, beside its peers."""

from __future__ import annotations

import argparse
import json
from typing import Callable, Iterator

from tests.bench.author import drawing
from tests.bench.engine import engine
from tests.bench.exporting import exporting
from tests.bench.maps import maps
from tests.bench.measure import Row, say
from tests.bench.opening import opening
from tests.bench.preview import previewing
from tests.bench.prove import proving
from tests.bench.reader import checking, linear, starting
from tests.bench.screens import screens

BENCHMARKS: dict[str, Callable[[], Iterator[Row]]] = {
    "engine": engine,
    "start": starting,
    "check": checking,
    "linear": linear,
    "prove": proving,
    "export": exporting,
    "author": drawing,
    "preview": previewing,
    "map": maps,
    "opening": opening,
    "screens": screens,
}
COLUMNS = ("benchmark", "best", "median", "unit", "peer", "peer's best", "ratio", "goal", "")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    chosen = parser.parse_args()
    unknown = [name for name in chosen.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"there is no benchmark {unknown[0]!r}; there are {', '.join(BENCHMARKS)}")
    rows = list(measured(chosen.names or list(BENCHMARKS)))
    if chosen.json:
        print(json.dumps({"benchmarks": [row.as_json() for row in rows]}, indent=2))
    else:
        print(table(rows))


def measured(names: list[str]) -> Iterator[Row]:
    """The rows of these benchmarks; what is missing is said in a line."""
    for name in names:
        say(f"{name}: running")
        for row in BENCHMARKS[name]():
            if row.peer is not None and row.peer_value is None:
                say(f"{row.name}: {row.note}; no ratio")
            yield row


def table(rows: list[Row]) -> str:
    """The rows in columns."""
    cells = [list(COLUMNS), *(_cells(row) for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(COLUMNS))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]
    return "\n".join(lines)


def _cells(row: Row) -> list[str]:
    met = {True: "met", False: "not met", None: ""}[row.met]
    return [
        row.name,
        _number(row.value),
        _number(row.median),
        row.unit,
        row.peer or "",
        _number(row.peer_value),
        _number(row.ratio),
        _goal(row),
        " ".join(part for part in (met, f"({row.note})" if row.note else "") if part),
    ]


def _goal(row: Row) -> str:
    if row.goal is None:
        return ""
    return f"{'at least' if row.unit.endswith('/s') else 'at most'} {row.goal:g}"


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"


if __name__ == "__main__":
    main()
