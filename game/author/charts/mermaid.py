"""A chart in Mermaid, which many Markdown viewers draw."""

from __future__ import annotations

from typing import Iterator

from game.author.charts.chart import Box, Chart

SHAPES = {"page": ('["', '"]'), "decision": ('{{"', '"}}'), "ending": ('(["', '"])')}
MEANT = '"#<>&`\\{}[]|;'
"""Characters that mean something to Mermaid."""
CLASSES = (
    "classDef history stroke-width:3px",
    "classDef never stroke-dasharray:4 4,color:#777",
    "classDef ending fill:#eee8d5",
)


def mermaid_lines(charts: list[Chart]) -> Iterator[str]:
    """One flow chart with a part for each campaign."""
    yield "flowchart TD"
    for place, chart in enumerate(charts):
        names = {id: f"c{place}n{number}" for number, id in enumerate(chart.boxes)}
        yield f'  subgraph c{place} ["{_safe(chart.name or "No campaign leads here")}"]'
        for id, box in chart.boxes.items():
            begin, end = SHAPES[box.kind]
            yield f"    {names[id]}{begin}{_label(box)}{end}{_class(box)}"
        for arrow in chart.arrows:
            line = "==>" if arrow.historical else "-.->" if arrow.made is False else "-->"
            label = f'|"{_safe(arrow.label)}"|' if arrow.label else ""
            yield f"    {names[arrow.start]} {line}{label} {names[arrow.end]}"
        yield "  end"
    yield from (f"  {line}" for line in CLASSES)


def _label(box: Box) -> str:
    lines = [_safe(box.title), _safe(box.id)]
    if box.kind == "ending" and box.chance is not None:
        lines.append(f"{box.chance:.1%}")
    if box.reached is False:
        lines.append("never reached")
    return "<br/>".join(lines)


def _class(box: Box) -> str:
    if box.reached is False:
        return ":::never"
    if box.historical:
        return ":::history"
    return ":::ending" if box.kind == "ending" else ""


def _safe(text: str) -> str:
    """What a quoted Mermaid text may hold: everything that means something is written by number."""
    plain = "".join(f"#{ord(c)};" if c in MEANT else c for c in text)
    return "".join(c if c.isprintable() else " " for c in plain)
