"""A chart in DOT, the language of Graphviz."""

from __future__ import annotations

from typing import Iterator

from game.author.charts.chart import Arrow, Box, Chart

SHAPES = {"page": "box", "decision": "hexagon", "ending": "ellipse"}


def dot_lines(charts: list[Chart]) -> Iterator[str]:
    """One graph with a cluster for each campaign."""
    yield "digraph story {"
    yield '  node [fontname="serif"]; edge [fontname="serif"];'
    for place, chart in enumerate(charts):
        names = {id: f"c{place}n{number}" for number, id in enumerate(chart.boxes)}
        yield f"  subgraph cluster_{place} {{"
        yield f"    label={_quoted(chart.name or 'No campaign leads here')};"
        for id, box in chart.boxes.items():
            yield f"    {names[id]} [{_box(box)}];"
        for arrow in chart.arrows:
            yield f"    {names[arrow.start]} -> {names[arrow.end]}{_arrow(arrow)};"
        yield "  }"
    yield "}"


def _box(box: Box) -> str:
    lines = [box.title, box.id]
    if box.kind == "ending" and box.chance is not None:
        lines.append(f"{box.chance:.1%}")
    if box.reached is False:
        lines.append("never reached")
    parts = [f"label={_quoted(*lines)}", f"shape={SHAPES[box.kind]}"]
    if box.reached is False:
        parts.append('style=dashed, color="#777777"')
    elif box.historical:
        parts.append("penwidth=3")
    return ", ".join(parts)


def _arrow(arrow: Arrow) -> str:
    parts = [f"label={_quoted(arrow.label)}"] if arrow.label else []
    if arrow.made is False:
        parts.append("style=dashed")
    if arrow.historical:
        parts.append("penwidth=3")
    return f" [{', '.join(parts)}]" if parts else ""


def _quoted(*lines: str) -> str:
    """A quoted string of lines; a backslash and a quotation mark are kept from meaning anything."""
    safe = (line.replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    plain = ("".join(c if c.isprintable() else " " for c in line) for line in safe)
    return '"' + "\\n".join(plain) + '"'
