"""A column that is drawn as one widget: its leaves set lines, the sheet places and draws them.

Textual lays out and draws one widget instead of a dozen, which is most of what it
costs to turn a page. The leaves stay nodes of the tree: stylesheets, queries and
messages work as ever, and each knows where it stands.
"""

from __future__ import annotations

from itertools import pairwise
from operator import itemgetter
from typing import Iterator, NamedTuple, Sequence

from textual import events
from textual.content import Content
from textual.dom import DOMNode
from textual.geometry import Offset, Region, Size
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from game.tui.typeset import Line, filled, joined, stacked
from game.tui.widgets.laid import Laid, Tile
from game.tui.widgets.settled import Holder

HORIZONTAL = "horizontal"


class Box(NamedTuple):
    """Room for a node: its cells, and the strip of the sheet that it is drawn in."""

    x: int
    y: int
    width: int
    tile: Tile


class Sheet(Holder, can_focus=False):
    """Leaves, and groups of them, one below the other or side by side, as stylesheets say.

    Of the stylesheet it obeys: display, layout (vertical or horizontal), margins, and the
    padding of groups. What stands side by side shares the width. What has no lines takes
    no room, and neither does its margin.
    """

    def __init__(self, *children: Widget, id: str | None = None, classes: str = "column") -> None:
        super().__init__(*children, id=id, classes=classes, markup=False)
        self._leaves: list[Laid] = []
        self._set_for: int | None = None
        self._height = 0

    @property
    def is_container(self) -> bool:
        """No: Textual lays nothing out inside it."""
        return False

    @property
    def is_scrollable(self) -> bool:
        """No: it is as high as its leaves."""
        return False

    def renew(self, leaf: Laid, layout: bool) -> None:
        """A leaf has changed: place all anew if its height may have."""
        if layout:
            self._set_for = None
            self._layout_updates += 1  # Textual keeps a height that it took in between.
        self.refresh(layout=layout)

    def notify_style_update(self) -> None:
        """Margins may be others now."""
        super().notify_style_update()
        self._set_for = None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as its leaves and the margins between them."""
        self.place(width)
        return self._height

    def expect(self, outer: int) -> None:
        """While it is hidden: place and draw the leaves as they will be seen first.

        Args:
            outer: The width that it will have, if it is known; else the window's counts.
        """
        width, height = self.screen.size
        if not outer:
            room, most = width - 1, self.styles.max_width
            outer = room if most is None or most.cells is None else min(room, most.cells)
        self.place(outer - self.styles.gutter.width)
        for leaf in self._leaves:
            if leaf.placed.y < height:
                leaf.drawn()

    def place(self, width: int) -> None:
        """Give every leaf its place at a width, padding not included."""
        if width == self._set_for or width <= 0:
            return
        self._leaves = []
        gutter = self.styles.gutter
        whole = Tile(0, width + gutter.width)
        self._height = self._stack(self, Box(gutter.left, gutter.top, width, whole))
        self._set_for = width

    def _stack(self, group: DOMNode, box: Box) -> int:
        """Place a group's nodes one below the other; gives the rows that they take."""
        depth = margin = 0
        for node in _shown(group):
            styles = node.styles
            gap = max(margin, styles.margin.top)
            inside = box._replace(
                x=box.x + styles.margin.left,
                y=box.y + depth + gap,
                width=max(0, box.width - styles.margin.width),
            )
            if height := self._one(node, inside):
                depth, margin = depth + gap + height, styles.margin.bottom
        return depth + margin if depth else 0

    def _one(self, node: Widget, box: Box) -> int:
        """Place a leaf or a group; gives the rows that it takes."""
        if isinstance(node, Laid):
            if height := node.put(box.x, box.y, box.width, box.tile):
                self._leaves.append(node)
            return height
        gutter = node.styles.gutter
        inside = box._replace(
            x=box.x + gutter.left, y=box.y + gutter.top, width=max(0, box.width - gutter.width)
        )
        way = self._row if node.layout.name == HORIZONTAL else self._stack
        height = way(node, inside)
        return height + gutter.height if height else 0

    def _row(self, group: DOMNode, box: Box) -> int:
        """Place a group's nodes side by side; gives the rows that the highest takes."""
        nodes = [node for node in _shown(group) if _has_lines(node)]
        if not nodes:
            return 0
        gaps = _gaps(nodes)
        room = max(0, box.width - sum(gaps))
        height, x, begin = 0, box.x, box.tile.left
        for i, node in enumerate(nodes):
            x += gaps[i]
            width = room * (i + 1) // len(nodes) - room * i // len(nodes)
            last = i + 1 == len(nodes)
            end = box.tile.right if last else x + width + gaps[i + 1]
            column = Box(x, box.y + node.styles.margin.top, width, Tile(begin, end))
            height = max(height, self._one(node, column) + node.styles.margin.height)
            x, begin = x + width, end
        return height

    def lay(self, width: int) -> Sequence[Line]:
        """The lines as they stand, across all columns."""
        self.place(width)
        rows: list[list[tuple[int, Line]]] = [[] for _ in range(self._height)]
        for leaf in self._leaves:
            corner = leaf.placed.offset - self.styles.gutter.top_left
            left = corner.x + leaf.styles.gutter.left
            for y, line in enumerate(leaf.lines(leaf.content_size.width), corner.y):
                rows[y].append((left, line))
        return [_across(row) for row in rows]

    def render(self) -> Content:
        """The lines for the present width, as text that can be selected."""
        return stacked(self.lay(self.content_size.width))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows of the screen, put together from those of the leaves."""
        if self.text_selection is not None:
            return super().render_lines(crop)
        self.place(self.content_size.width)
        width = self.outer_size.width
        cells: list[list[tuple[int, Strip]]] = [[] for _ in range(crop.height)]
        for leaf in self._leaves:
            top, bottom = leaf.placed.y, leaf.placed.bottom
            if top < crop.bottom and bottom > crop.y:
                rows = leaf.drawn()
                for y in range(max(top, crop.y), min(bottom, crop.bottom)):
                    cells[y - crop.y].append((leaf.tile.left, rows[y - top]))
        made_up = self.made_up([Strip([])], width)[0]
        rows = [_joined(row, made_up) if row else made_up for row in cells]
        return rows if crop.width == width else [row.crop(crop.x, crop.right) for row in rows]

    def on_click(self, event: events.Click) -> None:
        """Hand a click to the leaf that it falls on."""
        for leaf in self._leaves:
            if leaf.placed.contains(event.x, event.y):
                inside = leaf.placed.shrink(leaf.styles.gutter)
                here = inside.contains(event.x, event.y)
                at = Offset(event.x, event.y) - inside.offset if here else None
                if leaf.clicked(event.style.meta.get("target"), at):
                    event.stop()
                    event.prevent_default()  # The second of two clicks would select the text.
                return

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is selected of it, while it is seen."""
        return super().get_selection(selection) if self.display else None


def _across(row: Sequence[tuple[int, Line]]) -> Line:
    """Lines beside each other, each with the cell where it begins."""
    whole = Content("")
    for left, line in sorted(row, key=itemgetter(0)):
        whole = joined(filled(whole, left), line)
    return whole


def _joined(row: Sequence[tuple[int, Strip]], blank: Strip) -> Strip:
    """Strips of one row, each with the cell where it begins, and the ground between them."""
    if len(row) == 1 and row[0][1].cell_length == blank.cell_length:
        return row[0][1]
    parts: list[Strip] = []
    at = 0
    for left, strip in sorted(row, key=itemgetter(0)):
        parts += [blank.crop(at, left), strip] if left > at else [strip]
        at = left + strip.cell_length
    return Strip.join([*parts, blank.crop(at, blank.cell_length)])


def _shown(group: DOMNode) -> Iterator[Widget]:
    """The nodes of a group that are not hidden."""
    return (node for node in group.children if isinstance(node, Widget) and node.display)


def _has_lines(node: Widget) -> bool:
    """Whether a leaf, or any in a group, has something to show."""
    if isinstance(node, Laid):
        return node.has_lines
    return any(map(_has_lines, _shown(node)))


def _gaps(nodes: Sequence[Widget]) -> list[int]:
    """Cells before each of some nodes side by side, and behind the last."""
    margins = [node.styles.margin for node in nodes]
    between = [max(a.right, b.left) for a, b in pairwise(margins)]
    return [margins[0].left, *between, margins[-1].right]
