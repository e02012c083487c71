"""A chart as SVG, drawn layer by layer in the order of the story, the days at the side."""

from __future__ import annotations

from textwrap import wrap
from typing import Iterator

from game.author.charts.chart import Arrow, Box, Chart
from game.author.charts.layout import Layout, Spot, layout

BOX_WIDE, BOX_HIGH, ROW = 170, 46, 96
SIDE, TOP = 90, 70
LINE = 26
"""Characters of a title in one line."""

STYLE = """
text { font: 11px sans-serif; fill: #1b1b1b; text-anchor: middle }
.name { font-size: 20px; font-weight: bold; text-anchor: start }
.id, .day, .key { font-size: 9px; fill: #555 }
.day, .key { text-anchor: start }
.choice { font-size: 9px; fill: #333; paint-order: stroke; stroke: #fff; stroke-width: 3px }
rect, polygon { fill: #fff; stroke: #555; stroke-width: 1 }
.decision { fill: #eef3f8 } .ending { fill: #f4ecd8 }
.arrow { fill: none; stroke: #777; stroke-width: 1 }
.history { stroke: #8a1c1c; stroke-width: 2.6 }
.never { stroke-dasharray: 4 4; stroke: #999 }
""".strip()
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{w:.0f}" height="{h:.0f}" '
    'viewBox="0 0 {w:.0f} {h:.0f}" role="img" aria-label="{label}">'
)
MARKER = (
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
    'markerHeight="7" markerUnits="userSpaceOnUse" orient="auto">'
    '<path d="M0 0 L8 4 L0 8 z" fill="#555"/></marker></defs>'
)
KEY = "thick red: the path of 1945; dashed: no playthrough comes there; six corners: a decision"


def svg_lines(charts: list[Chart]) -> Iterator[str]:
    """One drawing, the campaigns side by side."""
    laid = [(chart, layout(chart)) for chart in charts]
    lefts, wide = [], 0.0
    for _, placed in laid:
        lefts.append(wide)
        wide += SIDE + _width(placed) + 40
    high = max((TOP + (_depth(placed) + 1) * ROW for _, placed in laid), default=0) + 40
    label = _safe(", ".join(chart.name or "no campaign" for chart in charts))
    yield HEAD.format(w=max(wide, 480), h=high, label=label)
    yield f"<style>{STYLE}</style>{MARKER}"
    yield '<rect width="100%" height="100%" style="stroke:none"/>'
    for (chart, placed), left in zip(laid, lefts, strict=True):
        yield f'<g transform="translate({left:.1f} 0)">'
        name = _safe(chart.name or "No campaign leads here")
        yield f'<text class="name" x="10" y="34">{name}</text>'
        yield from _days(chart, placed) if chart.begin else ()
        for arrow in sorted(chart.arrows, key=lambda arrow: arrow.historical):
            yield _arrow(arrow, placed)
        yield from _choices(chart, placed)
        for id, box in chart.boxes.items():
            yield from _box(box, SIDE + placed.x[id], _y(placed.row[id]))
        yield "</g>"
    yield f'<text class="key" x="10" y="{high - 14:.0f}">{KEY}</text>'
    yield "</svg>"


def _width(placed: Layout) -> float:
    return max(placed.x.values(), default=0.0) + BOX_WIDE / 2


def _depth(placed: Layout) -> int:
    return max(placed.row.values(), default=0)


def _y(row: int) -> float:
    return TOP + row * ROW + BOX_HIGH / 2


def _days(chart: Chart, placed: Layout) -> Iterator[str]:
    """Each day beside the first layer that says it."""
    said: set[str] = set()
    for id in sorted(chart.boxes, key=placed.row.__getitem__):
        day = chart.boxes[id].at
        if day and day not in said:
            said.add(day)
            yield f'<text class="day" x="10" y="{_y(placed.row[id]):.0f}">{_safe(day)}</text>'


def _box(box: Box, x: float, y: float) -> Iterator[str]:
    marks = [box.kind] + ["never"] * (box.reached is False) + ["history"] * box.historical
    left, top = x - BOX_WIDE / 2, y - BOX_HIGH / 2
    name = " ".join(marks)
    yield f"<g><title>{_safe(_told(box))}</title>"
    if box.kind == "decision":
        points = (
            (left, y), (left + 10, top), (left + BOX_WIDE - 10, top), (left + BOX_WIDE, y),
            (left + BOX_WIDE - 10, top + BOX_HIGH), (left + 10, top + BOX_HIGH),
        )  # fmt: skip
        corners = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
        yield f'<polygon class="{name}" points="{corners}"/>'
    else:
        round_ = 20 if box.kind == "ending" else 3
        yield (
            f'<rect class="{name}" x="{left:.1f}" y="{top:.1f}" width="{BOX_WIDE}" '
            f'height="{BOX_HIGH}" rx="{round_}"/>'
        )
    lines = wrap(box.title, LINE, max_lines=2, placeholder="\u2026") or [""]
    for place, line in enumerate(lines):
        yield f'<text x="{x:.1f}" y="{top + 15 + 12 * place:.1f}">{_safe(line)}</text>'
    yield f'<text class="id" x="{x:.1f}" y="{top + 40:.1f}">{_safe(_small(box))}</text></g>'


def _small(box: Box) -> str:
    chance = f"  {box.chance:.1%}" if box.kind == "ending" and box.chance is not None else ""
    return f"{box.id}{chance}{'  never' if box.reached is False else ''}"


def _told(box: Box) -> str:
    return f"{box.title} ({box.kind} {_small(box)})"


def _arrow(arrow: Arrow, placed: Layout) -> str:
    marks = ["arrow"] + ["never"] * (arrow.made is False) + ["history"] * arrow.historical
    path = (
        _down(arrow, placed)
        if placed.row[arrow.start] < placed.row[arrow.end]
        else _back(arrow, placed)
    )
    return f'<path class="{" ".join(marks)}" d="{path}" marker-end="url(#tip)"/>'


def _down(arrow: Arrow, placed: Layout) -> str:
    x, y = SIDE + placed.x[arrow.start], _y(placed.row[arrow.start]) + BOX_HIGH / 2
    path = f"M{x:.1f} {y:.1f}"
    bends: list[Spot] = placed.bends[arrow.start, arrow.end]
    for step, spot in enumerate(bends, placed.row[arrow.start] + 1):
        to = SIDE + placed.x[spot]
        path += _curve(x, y, to, _y(step) - BOX_HIGH / 2) + f" V{_y(step) + BOX_HIGH / 2:.1f}"
        x, y = to, _y(step) + BOX_HIGH / 2
    end = SIDE + placed.x[arrow.end]
    return path + _curve(x, y, end, _y(placed.row[arrow.end]) - BOX_HIGH / 2)


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    half = (y + to_y) / 2
    return f" C{x:.1f} {half:.1f} {to_x:.1f} {half:.1f} {to_x:.1f} {to_y:.1f}"


def _back(arrow: Arrow, placed: Layout) -> str:
    """An arrow that leads back, or to its own box: round the right side."""
    x, y = SIDE + placed.x[arrow.start] + BOX_WIDE / 2, _y(placed.row[arrow.start])
    to_x, to_y = SIDE + placed.x[arrow.end] + BOX_WIDE / 2, _y(placed.row[arrow.end])
    far = max(x, to_x) + 28
    out, back = y + 8, to_y - 8
    return f"M{x:.1f} {out:.1f} C{far:.1f} {out:.1f} {far:.1f} {back:.1f} {to_x:.1f} {back:.1f}"


def _choices(chart: Chart, placed: Layout) -> Iterator[str]:
    """The choices' names, those between the same boxes together, where the arrow begins to part."""
    found: dict[tuple[str, str], list[str]] = {}
    for arrow in chart.arrows:
        if arrow.label:
            found.setdefault((arrow.start, arrow.end), []).append(arrow.label)
    beside: dict[str, int] = {}
    for (start, end), labels in found.items():
        place = beside[start] = beside.get(start, -1) + 1
        trail: list[Spot] = [*placed.bends[start, end], end]
        back = placed.row[start] >= placed.row[end]
        x = placed.x[start] + (BOX_WIDE / 2 if back else (placed.x[trail[0]] - placed.x[start]) / 2)
        y = _y(placed.row[start]) + BOX_HIGH / 2 + 14 + 11 * (place % 3)
        words = wrap(", ".join(labels), 40, max_lines=1, placeholder=" \u2026")[0]
        yield f'<text class="choice" x="{SIDE + x:.1f}" y="{y:.1f}">{_safe(words)}</text>'


def _safe(text: str) -> str:
    """Text as XML may hold it."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    for char, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        plain = plain.replace(char, name)
    return plain
