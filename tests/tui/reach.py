"""Whether everything on a screen can be seen, if need be by scrolling."""

from __future__ import annotations

from typing import Iterator

from textual.widget import Widget

from game.tui import TenDays
from game.tui.screens.base import Plate
from game.tui.screens.body import Body
from game.tui.widgets.laid import Laid
from game.tui.widgets.menu import Menu
from game.tui.widgets.small import HEIGHT, WIDTH


def cut_off(app: TenDays) -> list[str]:
    """What nobody can get to see, in words; nothing is expected of a window that is too small."""
    screen = app.screen
    if not isinstance(screen, Plate) or app.size.width < WIDTH or app.size.height < HEIGHT:
        return []
    return [told for widget in screen.query(Laid) if _is_shown(widget) for told in _cut(widget)]


def _is_shown(widget: Widget) -> bool:
    return all(part.display for part in widget.ancestors_with_self if isinstance(part, Widget))


def _cut(widget: Laid) -> Iterator[str]:
    room, name = widget.content_size, f"{type(widget).__name__}#{widget.id}"
    lines = widget.lines(room.width)
    if not lines:
        return
    widest = max(line.cell_length for line in lines)
    if widest > room.width:
        yield f"{name} has a line of {widest} cells in {room.width}"
    if len(lines) > room.height:
        yield f"{name} has {len(lines)} lines in {room.height}"
    body = next((a for a in widget.ancestors if isinstance(a, Body)), None)
    if body is None:
        if not widget.screen.region.contains_region(widget.region):
            yield f"{name} lies outside the window"
        return
    bottom = body.top_of(widget) + widget.region.height
    below = body.max_scroll_y + body.scrollable_content_region.height + body.gutter.top
    if bottom > below:
        yield f"{name} ends at row {bottom}, and scrolling ends at {below}"
    if widget.region.x < 0 or widget.region.right > app_width(widget):
        yield f"{name} is cut at the side"


def app_width(widget: Widget) -> int:
    """The window's columns."""
    return widget.app.size.width


def marked(app: TenDays) -> object:
    """What is marked on the screen in front, or None."""
    for menu in app.screen.query(Menu):
        shown = menu.display and (menu.holder is None or menu.holder.display)
        if menu.row is not None and shown:
            return menu.row.id
    return None
