"""Tables as one HTML file that asks for nothing else, with bars drawn in SVG."""

from __future__ import annotations

from typing import Iterator, Mapping

from game.export.report.sealed_page import sealed_page
from game.export.report.style import colours, shapes
from game.export.report.tags import Child, Tag, tag
from game.kiosk.report.tables import Cell, Column, Table
from game.kiosk.visits.buckets import PAGES, in_words

STYLE = """
main { max-width: 64rem; margin: 0 auto; padding: 2rem 1.2rem 4rem; }
.scroll { overflow-x: auto; }
table { width: auto; min-width: 34rem; } th, td { padding-right: 1.6rem; }
th { font-weight: 400; } thead th { color: var(--muted); font-size: .92rem; white-space: nowrap; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
tr.first > * { border-top: 1px solid var(--faint); }
td.share { white-space: nowrap; font-variant-numeric: tabular-nums; }
.drawn { width: 10rem; height: .8em; vertical-align: -1px; margin-right: .6rem; }
.drawn .back { fill: var(--raised); } .drawn .front { fill: var(--side); }
.steps { width: 9rem; height: 1.8em; } .steps .front { fill: var(--side); }
.steps .back { fill: var(--faint); }
td.historical { color: var(--side); font-weight: 600; }
@media print { main { max-width: none; padding: 0; } }
"""


def page(title: str, kiosk: str, tables: list[Table]) -> str:
    """The whole file."""
    style = colours() + shapes() + STYLE
    links = (tag("li", tag("a", table.title, href=f"#{table.id}")) for table in tables)
    contents = tag("nav", tag("ul", *links, class_="contents"), aria_label="On this page")
    parts: tuple[Child, ...] = (
        *(tag("p", title, class_="quiet"), tag("h1", f"What visitors did at {kiosk}"), contents),
        *(_section(table) for table in tables),
    )
    body = tag("body", tag("main", *parts))
    return sealed_page(f"{kiosk} \u00b7 {title}", style, body, "en")


def _section(table: Table) -> Tag:
    shown = [column for column in table.columns if column.key != "id"]
    heads = tag("tr", *(tag("th", c.head, scope="col", class_=c.kind) for c in shown))
    return tag(
        "section",
        tag("h2", table.title, id=table.id),
        tag("p", table.says, class_="quiet") if table.says else None,
        tag(
            "div",
            tag(
                "table",
                tag("thead", heads) if any(column.head for column in shown) else None,
                tag("tbody", *_rows(table)),
            ),
            class_="scroll",
        ),
    )


def _rows(table: Table) -> Iterator[Tag]:
    before: Cell = None
    for row in table.rows:
        pairs = zip(table.columns, row, strict=True)
        cells = [(column, cell) for column, cell in pairs if column.key != "id"]
        group = cells[0][1] if cells[0][0].kind == "group" else None
        first = group is not None and group != before
        told = [
            _cell(column, cell, seen=column.kind == "group" and not first) for column, cell in cells
        ]
        before = group
        yield tag("tr", *told, class_="first" if first else None)


def _cell(column: Column, cell: Cell, seen: bool) -> Tag:
    if column.kind == "group":
        words = str(cell)
        return tag("th", tag("span", words, class_="unseen") if seen else words, scope="row")
    kind = "historical" if column.key == "historical" else column.kind
    if isinstance(cell, Mapping):
        return tag("td", _steps(cell), class_=kind)
    if column.kind == "share" and isinstance(cell, (int, float)):
        return tag("td", _bar(float(cell)), f"{cell:.0%}", class_=kind)
    return tag("td", str(cell if cell is not None else ""), class_=kind)


def _bar(share: float) -> Tag:
    return tag(
        "svg",
        tag("rect", class_="back", x=0, y=0, width=100, height=8),
        tag("rect", class_="front", x=0, y=0, width=round(share * 100, 1), height=8),
        class_="drawn",
        viewBox="0 0 100 8",
        preserveAspectRatio="none",
        aria_hidden="true",
    )


def _steps(counts: Mapping[int, int]) -> Tag:
    most = max(counts.values(), default=0) or 1
    words = "; ".join(f"{in_words(s, PAGES)}: {n}" for s, n in counts.items() if n)
    drawn = (
        tag("rect", class_="front" if n else "back", x=i * 9, y=round(y, 1), width=8, height=h)
        for i, n in enumerate(counts.values())
        for h in (max(1, round(28 * n / most, 1)),)
        for y in (30 - h,)
    )
    return tag(
        "svg",
        tag("title", words),
        *drawn,
        class_="steps",
        viewBox=f"0 0 {9 * len(counts)} 30",
        role="img",
        aria_label=words,
    )
